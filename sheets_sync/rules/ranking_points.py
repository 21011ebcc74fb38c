"""One ranking of a points rule: everybody who is compared with one another, and what each gets."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from fractions import Fraction
from itertools import groupby

from sheets_sync.cells import CellRef
from sheets_sync.rules.classification import Classification, Classified
from sheets_sync.rules.ledger import Entry, Event, Subject
from sheets_sync.rules.rounding import rounded
from sheets_sync.rules.schedule import Schedule
from sheets_sync.rules.statuses import FINISHED
from sheets_sync.ruleset.kinds.points import Band, Points
from sheets_sync.ruleset.model import Ruleset
from sheets_sync.ruleset.phrases import OUT
from sheets_sync.ruleset.values import Number

_WHOLE = Band.model_validate({})


def account(name: str) -> str:
    return f"points.{name}"


class RankingPoints:
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
        starters = sum(row.runner.meaning.starts for _, row in rows)
        self.table: list[Number] = list(table_of(ruleset, rules.table, starters))
        self.known = max(schedule.end(c.event.round, c.event.pool) for c, _ in rows)

    def entries(self) -> list[Entry]:
        if self.rules.for_.kind == "best lap":
            return list(self._best_lap())
        return list(self._places())

    def _places(self) -> Iterable[Entry]:
        whole = self.rules.among == "pool"
        ranked = [row for _, row in self.rows if row.place is not None]
        rank = {row.runner.person.key: index for index, row in enumerate(ranked, 1)}
        for classification, row in self.rows:
            worth = row.runner.meaning.points
            if _is_disqualified(row) or worth == "none":
                yield from self._nothing(classification, row)
            elif worth == "last":
                place = self._starters(classification)
                says = f"{row.runner.status}: last place of {place} starters"
                yield from self._entry(classification, row, self._value(place), says, "place", "status")
            elif row.place is not None:
                place = row.place if whole else rank[row.runner.person.key]
                says = self._says(classification, row, place)
                measure = "best_lap" if classification.by == "best lap" else "place"
                yield from self._entry(classification, row, self._value(place), says, measure, "status")
            elif row.runner.status != FINISHED:
                yield from self._nothing(classification, row)

    def _nothing(self, classification: Classification, row: Classified) -> Iterable[Entry]:
        """An entry of 0, so that nobody has to guess why there are no points."""
        if classification.by == "best lap":
            return
        event, meaning = classification.event, row.runner.meaning
        cells, article = row.runner.result.row.cells("driver", "status"), meaning.cite("points")
        says = f"{row.runner.status}: no points"
        for penalty in row.penalties if _is_disqualified(row) else ():
            cells, article, says = (*cells, *penalty.cells), penalty.article, "disqualified: no points"
        known = self.schedule.end(event.round, event.pool)
        yield points_entry(self.name, row.runner.seat, event, 0, known, known, article, cells, says)

    def _says(self, classification: Classification, row: Classified, place: int) -> str:
        lap = row.runner.result.best_lap
        if classification.by == "best lap" and lap is not None:
            return f"P{place} with {lap_text(lap)}"
        moved = f" (P{row.entered} at the flag)" if row.entered not in (None, row.place) else ""
        among = f" in {row.runner.car_class}" if self.rules.among == "class" else ""
        return f"P{place}{among}{moved}"

    def _best_lap(self) -> Iterable[Entry]:
        laps = [
            (row.runner.result.best_lap, classification, row)
            for classification, row in self.rows
            if row.runner.result.best_lap is not None and self._may(row)
        ]
        laps.sort(key=lambda item: (item[0], item[2].runner.result.row.row))
        place = 0
        for best, tied in groupby(laps, key=lambda item: item[0]):
            holders = list(tied)
            values = self._shared([self._value(place + index) for index in range(1, len(holders) + 1)])
            place += len(holders)
            for (_, classification, row), value in zip(holders, values, strict=True):
                if self.rules.top is None or (row.place or 0) <= self.rules.top:
                    says = f"best lap {lap_text(best or 0)}"
                    yield from self._entry(classification, row, value, says, "best_lap")

    def _shared(self, values: list[Number]) -> list[Number]:
        """The values of the places that an equal lap takes up, as ``ties`` gives them out."""
        if self.rules.ties == "first":
            return values
        share = Fraction(sum(values)) / len(values) if self.rules.ties == "split" else values[0]
        return [share] * len(values)

    def _may(self, row: Classified) -> bool:
        return row.runner.meaning.bonuses and row.place is not None and self._worth(row, 1) > 0

    def _starters(self, classification: Classification) -> int:
        """How many of those who are compared started in that session."""
        return sum(row.runner.meaning.starts for each, row in self.rows if each is classification)

    def _winner_laps(self, row: Classified) -> int:
        """The most laps that anybody with a place drove in the same session."""
        result = row.runner.result
        return max(
            (
                other.runner.result.laps or 0
                for _, other in self.rows
                if other.place is not None and other.runner.result.pool == result.pool
            ),
            default=0,
        )

    def _value(self, place: int) -> Number:
        return self.table[place - 1] if 1 <= place <= len(self.table) else 0

    def _band(self, row: Classified) -> Band | None:
        """The first band whose share of the winner's laps was driven."""
        if not self.rules.distance:
            return _WHOLE
        driven = Fraction(row.runner.result.laps or 0, self._winner_laps(row) or 1)
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
        if amount == 0 and value == 0 and (classification.by == "best lap" or len(self.table) == 1):
            return
        event = classification.event
        if worth != value:
            says += f", {row.runner.result.laps or 0} of {self._winner_laps(row)} laps"
        cells = row.runner.result.row.cells("driver", *fields)
        if row.place != row.entered:
            cells += tuple(cell for penalty in row.penalties for cell in penalty.cells)
        happened = self.schedule.end(event.round, event.pool)
        known = self.known if self.rules.among == "round" else happened
        article = self._article(row)
        yield points_entry(self.name, row.runner.seat, event, amount, happened, known, article, cells, says)

    def _article(self, row: Classified) -> str:
        """The table's article, and that of the status where the status decides."""
        table, meaning = self.rules.cite("table"), row.runner.meaning
        if self.rules.for_.kind == "place" and meaning.points == "last":
            return f"{table}, {meaning.cite('points')}"
        return table


def table_of(ruleset: Ruleset, table: object, starters: int) -> list[Number]:
    """The points from the first place down, for that many starters."""
    if isinstance(table, str):
        return list(ruleset.tables.get(table, ()))
    if isinstance(table, dict):
        fitting = min((size for size in table if size >= starters), default=max(table, default=0))
        return list(table.get(fitting, []))
    return list(table) if isinstance(table, list) else []


def _is_disqualified(row: Classified) -> bool:
    return any(penalty.sanction in OUT for penalty in row.penalties)


def points_entry(
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


def lap_text(ms: int) -> str:
    """96123 -> 1:36.123."""
    minutes, rest = divmod(ms, 60_000)
    return f"{minutes}:{rest // 1000:02d}.{rest % 1000:03d}"
