"""Points for anything but a place: a ranking by a figure, or the same for everybody who has it."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import groupby
from typing import TYPE_CHECKING

from sheets_sync.rules.ledger import Entry
from sheets_sync.rules.points.compared import Compared
from sheets_sync.rules.points.distances import left_over
from sheets_sync.rules.points.figures import FIELDS, FLAT, figure, has, words
from sheets_sync.rules.points.scorer import Scorer
from sheets_sync.rules.points.tables import value_of
from sheets_sync.rules.statuses import rule as statuses
from sheets_sync.ruleset.values import Number, simplest

if TYPE_CHECKING:
    from sheets_sync.rules.course import Course


class BonusPoints:
    """One ranking: everybody who is compared with one another."""

    def __init__(self, course: Course, name: str, rows: list[Compared]) -> None:
        self.course, self.rows = course, rows
        among_round = any(each.rules.among == "round" for each in rows)
        ends = {course.schedule.end(each.event.round, each.event.pool) for each in rows if among_round}
        self.scorer = Scorer(course, name, max(ends, default=None))
        self.starters = sum(each.row.runner.meaning.starts for each in rows)

    def entries(self) -> list[Entry]:
        kind = self.rows[0].rules.for_.kind
        return list(self._flat() if kind in FLAT else self._ranking())

    def _flat(self) -> Iterator[Entry]:
        """The first value of the table for each who has it."""
        for each in self.rows:
            value = self._value(each, 1)
            if value and self._may(each) and has(self.course, each):
                yield self._entry(each, value, None)

    def _ranking(self) -> Iterator[Entry]:
        figures = ((figure(self.course, each), each) for each in self.rows)
        ranked = [(found, each) for found, each in figures if found is not None]
        ranked.sort(key=lambda pair: (pair[0], pair[1].row.runner.result.row.row))
        places = max(len(self.scorer.table(each, self.starters)) for each in self.rows)
        place = 0
        for found, tied in groupby(ranked, key=lambda pair: pair[0]):
            if place >= places:
                return
            level = [each for _, each in tied if self._may(each)]
            for index, each in enumerate(level):
                value = self._shared(each, place, index, len(level))
                if value and (each.rules.top is None or (each.row.place or 0) <= each.rules.top):
                    yield self._entry(each, value, found)
            place += len(level)

    def _entry(self, each: Compared, value: Number, found: Number | None) -> Entry:
        return self.scorer.entry(each, value, words(each, found), *FIELDS.get(each.rules.for_.kind, ()))

    def _shared(self, each: Compared, ahead: int, index: int, level: int) -> Number:
        """The values of the places that an equal figure takes up, as ``ties`` gives them out."""
        if each.rules.ties == "each":
            return self._value(each, ahead + 1)
        values = [self._value(each, ahead + position) for position in range(1, level + 1)]
        if each.rules.ties == "first":
            return values[index]
        return simplest(Fraction(sum(values)) / level)

    def _value(self, each: Compared, place: int) -> Number:
        value = value_of(self.scorer.table(each, self.starters), place)
        return left_over(self.course, each, value) if value else 0

    def _may(self, each: Compared) -> bool:
        """Whether a bonus is possible: not without a place, nor below the distance, nor where the
        interruption leaves none."""
        row = each.row
        given = each.verdict is None or each.verdict.bonuses
        there = row.place is not None or each.rules.for_.kind == "start"
        meaning = statuses.of_row(self.course.ruleset, row, each.event)
        return given and meaning.bonuses and there and left_over(self.course, each, 1) > 0
