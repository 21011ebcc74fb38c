"""points: a table for a ranking by one measure.

``for: place`` ranks by the classification, ``for: best lap`` by the best lap of everybody whose status
allows bonuses, ``for: code X`` gives the first value of the table for each row with that code. ``among``
says who is compared: the pool, the class inside a session, or the whole round. ``ties``: each gets the
points, they are split, or the first row takes them. ``distance`` scales by the share of the winner's
laps, the first band that is reached; ``scale`` and ``rounding`` act last. Points lost under the tariff
are entries of their own in ``points.deductions``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from fractions import Fraction

from sheets_sync.cells import CellRef
from sheets_sync.records.awards import Award
from sheets_sync.rules.classification import Classification, Classified
from sheets_sync.rules.ledger import Entry, Event, Subject
from sheets_sync.rules.rounding import rounded
from sheets_sync.rules.schedule import Schedule
from sheets_sync.rules.tallies import reversal
from sheets_sync.rules.tariff import Penalty
from sheets_sync.ruleset.kinds.points import Band, Points
from sheets_sync.ruleset.model import Ruleset
from sheets_sync.ruleset.phrases import Sanction
from sheets_sync.ruleset.values import Number, simplest

DEDUCTIONS = "points.deductions"
_WHOLE = Band.model_validate({})


def account(name: str) -> str:
    return f"points.{name}"


def award(
    ruleset: Ruleset, schedule: Schedule, name: str, number: int, classifications: Iterable[Classification]
) -> list[Entry]:
    """One round's entries of a points rule that looks at results."""
    groups: dict[tuple[str, ...], list[tuple[Classification, Classified]]] = {}
    rules_of: dict[tuple[str, ...], Points] = {}
    for classification in classifications:
        event = classification.event
        rules = ruleset.points[name].at(ruleset.where(number, event.session, event.pool))
        if rules is None or rules.for_.startswith("code "):
            continue
        for row in classification.rows:
            group = _group(rules, event, row)
            rules_of[group] = rules
            groups.setdefault(group, []).append((classification, row))
    entries = []
    for group, rows in groups.items():
        entries += _Award(ruleset, schedule, name, rules_of[group], rows).entries()
    return entries


def _group(rules: Points, event: Event, row: Classified) -> tuple[str, ...]:
    if rules.among == "round":
        return (event.session,)
    if rules.among == "class":
        return event.session, event.pool, row.runner.car_class
    return event.session, event.pool


class _Award:
    """One ranking: everybody who is compared with one another."""

    def __init__(
        self,
        ruleset: Ruleset,
        schedule: Schedule,
        name: str,
        rules: Points,
        rows: list[tuple[Classification, Classified]],
    ) -> None:
        self.schedule, self.name, self.rules, self.rows = schedule, name, rules, rows
        table = ruleset.tables[rules.table] if isinstance(rules.table, str) else rules.table
        self.table: list[Number] = list(table)
        self.known = max(schedule.end(c.event.round, c.event.pool) for c, _ in rows)
        self.winner_laps = max((row.runner.result.laps or 0 for _, row in rows), default=0)

    def entries(self) -> list[Entry]:
        if self.rules.for_ == "best lap":
            return list(self._best_lap())
        return list(self._places())

    def _places(self) -> Iterable[Entry]:
        whole = self.rules.among == "pool"
        ranked = [row for _, row in self.rows if row.place is not None]
        rank = {row.runner.person.key: index for index, row in enumerate(ranked, 1)}
        for classification, row in self.rows:
            worth = row.runner.meaning.points
            if row.place is None or worth == "none":
                continue
            place = row.place if whole else rank[row.runner.person.key]
            if worth == "last":
                place = classification.starters
                says = f"{row.runner.status}: last place of {place} starters"
            else:
                says = self._says(classification, row, place)
            yield from self._entry(classification, row, self._value(place), says, "place", "status")

    def _says(self, classification: Classification, row: Classified, place: int) -> str:
        lap = row.runner.result.best_lap
        if classification.by == "best lap" and lap is not None:
            return f"P{place} with {lap_text(lap)}"
        return f"P{place} in {row.runner.car_class}" if self.rules.among == "class" else f"P{place}"

    def _best_lap(self) -> Iterable[Entry]:
        laps = [
            (row.runner.result.best_lap, classification, row)
            for classification, row in self.rows
            if row.runner.result.best_lap is not None and self._may(row)
        ]
        laps.sort(key=lambda item: (item[0], item[2].runner.result.row.row))
        for place, value in enumerate(self.table, 1):
            if place > len(laps):
                return
            best = laps[place - 1][0]
            holders = [item for item in laps if item[0] == best]
            holders = holders[:1] if self.rules.ties == "first" else holders
            share = Fraction(value) / len(holders) if self.rules.ties == "split" else value
            if holders and laps.index(holders[0]) == place - 1:
                for _, classification, row in holders:
                    says = f"best lap {lap_text(best or 0)}"
                    yield from self._entry(classification, row, share, says, "best_lap")

    def _may(self, row: Classified) -> bool:
        placed = self.rules.top is None or (row.place is not None and row.place <= self.rules.top)
        return row.runner.meaning.bonuses and row.place is not None and placed and self._worth(row, 1) > 0

    def _value(self, place: int) -> Number:
        return self.table[place - 1] if 1 <= place <= len(self.table) else 0

    def _band(self, row: Classified) -> Band | None:
        """The first band whose share of the winner's laps was driven."""
        if not self.rules.distance:
            return _WHOLE
        driven = Fraction(row.runner.result.laps or 0, self.winner_laps or 1)
        return next((band for band in self.rules.distance if driven >= band.from_), None)

    def _worth(self, row: Classified, value: Number) -> Number:
        """What is left of a value of the table after the distance."""
        band = self._band(row)
        if band is None:
            return 0
        return band.points if band.points is not None else Fraction(value) * Fraction(band.scale)

    def _entry(
        self, classification: Classification, row: Classified, value: Number, says: str, *fields: str
    ) -> Iterable[Entry]:
        worth = self._worth(row, value)
        amount = rounded(Fraction(worth) * Fraction(self.rules.scale), self.rules.rounding)
        if amount == 0 and value == 0:
            return
        event = classification.event
        if worth != value:
            says += f", {row.runner.result.laps or 0} of {self.winner_laps} laps"
        cells = row.runner.result.row.cells("driver", *fields)
        happened = self.schedule.end(event.round, event.pool)
        known = self.known if self.rules.among == "round" else happened
        yield _points(
            self.name, row.runner.seat, event, amount, happened, known, self.rules.cite("table"), cells, says
        )


def _points(
    name: str,
    seat: str,
    event: Event,
    amount: Number,
    happened: datetime,
    known: datetime,
    article: str,
    cells: tuple[CellRef, ...],
    says: str,
) -> Entry:
    subject = Subject("seat", seat)
    return Entry(
        account(name), subject, event, amount, happened, known, f"points.{name}", article, cells, says
    )


def award_codes(
    ruleset: Ruleset,
    schedule: Schedule,
    name: str,
    number: int,
    awards: Iterable[Award],
    field: Mapping[str, str],
) -> list[Entry]:
    """One round's entries of a points rule ``for: code X``: one for each row with that code."""
    rules = ruleset.points[name].at(ruleset.where(number))
    if rules is None or not rules.for_.startswith("code "):
        return []
    code = rules.for_.removeprefix("code ").upper()
    table = ruleset.tables[rules.table] if isinstance(rules.table, str) else rules.table
    entries = []
    for row in awards:
        if row.code == code and row.driver in field:
            known = row.at or schedule.last_end(number)
            says = f"{code}: {row.reason}" if row.reason else code
            cells = row.row.cells("driver", "round", "code", "reason")
            article = rules.cite("table")
            seat = field[row.driver]
            entries.append(_points(name, seat, Event(number), table[0], known, known, article, cells, says))
    return entries


def deduct(penalties: Iterable[Penalty], field: Mapping[str, str]) -> list[Entry]:
    """Points lost: one entry a sanction, and its reversal where the decision holds no more."""
    entries = []
    for penalty in penalties:
        if penalty.sanction is not Sanction.POINTS or penalty.person not in field:
            continue
        case = penalty.case
        entry = Entry(
            DEDUCTIONS,
            Subject("seat", field[penalty.person]),
            penalty.event,
            simplest(-Fraction(penalty.amount)),
            case.row.decided_at or case.known,
            case.known,
            "tariff",
            penalty.article,
            penalty.cells,
            f"{penalty.code} in case {case.row.case}",
        )
        entries.append(entry)
        if penalty.undone:
            entries.append(reversal(entry, f"{entry.says}: {case.state.value}", case))
    return entries


def lap_text(ms: int) -> str:
    """96123 -> 1:36.123."""
    minutes, rest = divmod(ms, 60_000)
    return f"{minutes}:{rest // 1000:02d}.{rest % 1000:03d}"
