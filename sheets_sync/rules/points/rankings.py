"""Points for places: everybody of a session, and what each gets."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from sheets_sync.problems import number_of
from sheets_sync.records.names import fold
from sheets_sync.rules.ledger import Entry
from sheets_sync.rules.points.compared import Compared
from sheets_sync.rules.points.distances import driven, left_over
from sheets_sync.rules.points.scorer import Scorer, entered, points_entry
from sheets_sync.rules.points.tables import OPEN, value_of
from sheets_sync.rules.statuses import rule as statuses
from sheets_sync.rules.statuses.rule import FINISHED
from sheets_sync.ruleset.kinds.statuses import PointsOf, Status
from sheets_sync.ruleset.phrases import OUT
from sheets_sync.ruleset.values import Number, simplest

if TYPE_CHECKING:
    from sheets_sync.rules.course import Course


class PlacePoints:
    """Points for the places of one session, or of one part of it."""

    def __init__(self, course: Course, name: str, rows: list[Compared]) -> None:
        self.course, self.rows, self.scorer = course, rows, Scorer(course, name)

    def entries(self) -> list[Entry]:
        found = [(each, entry) for each in self.rows for entry in self._of(each)]
        return [self._best_car(each, entry, found) for each, entry in found]

    def _of(self, each: Compared) -> Iterator[Entry]:
        table = self.scorer.table(each)
        meaning = statuses.of_row(self.course.ruleset, each.row, each.event)
        worth = meaning.points
        if table == [] or each.rules.table == OPEN or worth == "average":
            return
        if not isinstance(worth, str):
            if self.course.ruleset.is_race(each.event.session) and len(table) > 1:
                amount, says = _fixed(self.course, each, worth)
                cite = meaning.cite("points")
                yield self.scorer.entry(each, amount, says, "place", "status", article=cite)
        elif worth == "none" or (each.row.place is None and worth != "last"):
            yield from self._nothing(each, meaning)
        elif worth == "last":
            place = each.starters
            says = f"{each.row.runner.status}: last place of {place} starters"
            article = f"{each.rules.cite('table')}, {meaning.cite('points')}"
            yield from self._placed(each, place, [value_of(table, place)], says, article)
        elif each.place is not None:
            yield from self._placed(each, each.place, self._values(each, table), _says(each), "")

    def _placed(
        self, each: Compared, place: int, values: list[Number], says: str, article: str
    ) -> Iterator[Entry]:
        if each.rules.top is not None and place > each.rules.top:
            return
        worths = values
        if each.rules.distance:
            worths = [left_over(self.course, each, value, place + i) for i, value in enumerate(values)]
        worth = worths[0] if len(worths) == 1 else simplest(Fraction(sum(worths)) / len(worths))
        bonus = each.made.by == "best lap" or len(self.scorer.table(each)) == 1
        if bonus and worth == 0 and not any(values):
            return
        if worths != values:
            says += f", {driven(self.course, each)}"
        mates = _mates(each) if each.rules.shared_car != "each" else 1
        if mates > 1:
            worth = simplest(Fraction(worth) / mates) if each.rules.shared_car == "split" else 0
            says += f", a car of {mates} drivers"
        fields = ("place", "best_lap") if each.made.by == "best lap" else ("place", "status")
        yield self.scorer.entry(each, worth, says, *fields, article=article)

    def _values(self, each: Compared, table: list[Number]) -> list[Number]:
        """The values of the places that a dead heat takes up, as ``ties`` gives them out."""
        place = each.place or 0
        cars = _level(each) if each.rules.ties != "each" else []
        if len(cars) <= 1:
            return [value_of(table, place)]
        values = [value_of(table, place + index) for index in range(len(cars))]
        return values if each.rules.ties == "split" else [values[cars.index(_car(each.row))]]

    def _nothing(self, each: Compared, meaning: Status) -> Iterator[Entry]:
        """An entry of 0, so that nobody has to guess why there are no points."""
        row = each.row
        out = _is_disqualified(each)
        if each.made.by == "best lap" or not (out or row.runner.status != FINISHED or not row.classified):
            return
        says, article = f"{row.runner.status}: no points", meaning.cite("points")
        if not row.classified:
            says = "not classified: no points"
        cells = row.runner.result.row.cells("driver", "status")
        for penalty in row.penalties if out else ():
            cells, article, says = (*cells, *penalty.cells), penalty.article, "disqualified: no points"
        event = each.event
        end = self.scorer.end(event)
        name = self.scorer.name
        yield points_entry(name, row.runner.seat, event, 0, end, end, article, cells, says)

    def _best_car(self, each: Compared, entry: Entry, found: list[tuple[Compared, Entry]]) -> Entry:
        """Of a driver in several cars all points, or only those of the best."""
        if each.rules.several_cars == "sum":
            return entry
        own = [other for _, other in found if other.subject == entry.subject]
        best = max(own, key=lambda other: other.amount)
        return entry if entry is best else replace(entry, amount=0, says=f"{entry.says}; another car counts")


def _fixed(course: Course, each: Compared, worth: Number | PointsOf) -> tuple[Number, str]:
    """Points that a status has whatever the place: a number, or made from a number of cars."""
    status = "DSQ" if _is_disqualified(each) else each.row.runner.status
    if not isinstance(worth, PointsOf):
        return worth, f"{status}: {number_of(worth, 'point')}"
    cars = each.starters
    if worth.of == "entries":
        cars = entered(course, each)
    elif worth.of == "last":
        cars = sum(row.place is not None for row in each.rivals)
    amount = simplest(cars * Fraction(worth.scale) + Fraction(worth.plus))
    words = f"the last place, P{cars}" if worth.of == "last" else f"{cars} {worth.of}"
    return amount, f"{status}: {number_of(amount, 'point')} from {words}"


def _car(row: object) -> object:
    result = row.runner.result  # type: ignore[attr-defined]
    return fold(result.car) if result.car else result.row.key


def _level(each: Compared) -> list[object]:
    """The cars on the same place, in the order of their rows."""
    level = [row for row in each.rivals if row.place == each.row.place]
    ordered = sorted(level, key=lambda row: row.runner.result.row.row)
    return list(dict.fromkeys(_car(row) for row in ordered))


def _mates(each: Compared) -> int:
    """How many drivers shared the car."""
    level = [row for row in each.made.rows if row.place == each.row.place]
    return sum(_car(row) == _car(each.row) for row in level)


def _is_disqualified(each: Compared) -> bool:
    return any(penalty.sanction in OUT for penalty in each.row.penalties)


def _says(each: Compared) -> str:
    row, lap = each.row, each.row.runner.result.best_lap
    if each.made.by == "best lap" and lap is not None:
        return f"P{each.place} with {lap_text(lap)}"
    moved = f" (P{row.entered} at the flag)" if row.entered not in (None, row.place) else ""
    among = f" in {row.runner.car_class}" if each.rules.among == "class" else ""
    return f"P{each.place}{among}{moved}"


def lap_text(ms: int) -> str:
    """96123 -> 1:36.123."""
    minutes, rest = divmod(ms, 60_000)
    return f"{minutes}:{rest // 1000:02d}.{rest % 1000:03d}"
