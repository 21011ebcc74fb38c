"""The pools after a round from the top down, each with the order in which its drivers stand for moving."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from sheets_sync.records.names import fold
from sheets_sync.rules.movement.orders import Mover, Orders
from sheets_sync.rules.season.completeness import is_over
from sheets_sync.rules.standings.measuring import ranked, row_in, value
from sheets_sync.ruleset.kinds.measures import Measure
from sheets_sync.ruleset.kinds.movement import Movement
from sheets_sync.ruleset.phrases import Sanction

if TYPE_CHECKING:
    from sheets_sync.rules.course import Course


@dataclass(slots=True)
class Division:
    """One pool after a round: who belongs to it, and the rules for as many drivers as these."""

    course: Course
    number: int
    pool: str
    members: list[str]
    rules: Movement | None
    orders: Orders
    sessions: tuple[str, ...] = ()
    by: list[Measure] = field(default_factory=list)
    level: list[tuple[str, str]] = field(default_factory=list)
    """Two who took no part: only the rows of the entry list say that the first goes down."""

    @property
    def is_driven(self) -> bool:
        """Whether that by which the pool is ranked has been driven, and its evening is over."""
        return is_over(self.course, self.number, self.pool) and any(
            made.event.pool in (self.pool, "") and (not self.sessions or made.event.session in self.sessions)
            for made in self.course.round_classifications(self.number)
        )

    def falling(self, rising: Collection[str], by_ranking: bool) -> list[Mover]:
        """Who goes down, but for those who go up; without a ranking only those who have to."""
        there = [person for person in self.members if person not in rising]
        found = self.orders.first_down(self.rules, there)
        if self.rules is None or not self.rules.down or not by_ranking:
            return found
        first = {each.person for each in found}
        last = [person for person in reversed(self._ranking(there)) if person not in first]
        missing = max(self.rules.down - len(found), 0)
        if 0 < missing < len(last) and self._are_level(*last[missing - 1 : missing + 1]):
            self.level.append((last[missing - 1], last[missing]))
        return found + [self._mover(person, "down") for person in last[:missing]]

    def _are_level(self, one: str, other: str) -> bool:
        if self.rules is None or self._took_part(one) or self._took_part(other):
            return False
        values = [
            [value(self.course, each, person, self.number) for each in self.rules.absent_by]
            for person in (one, other)
        ]
        return values[0] == values[1]

    def rising(self, places: int) -> list[Mover]:
        """Who goes up: by decision, then the first of the ranking."""
        found = self.orders.ordered(Sanction.PROMOTION, self.members)
        down = {each.person for each in self.orders.first_down(self.rules, self.members)}
        found = [each for each in found if each.person not in down]
        taken = down | {each.person for each in found}
        first = [person for person in self._ranked() if person not in taken]
        return found + [self._mover(person, "up") for person in first[: max(places - len(found), 0)]]

    def _ranked(self) -> list[str]:
        """Who has a value by which to be ranked, the first ahead."""
        order = ranked(self.course, self.by, self.members, self.number)
        return [person for person in order if self.by and self._has_value(person)]

    def _ranking(self, people: Collection[str]) -> list[str]:
        """Everybody who could be among the last, the first ahead; who took no part stands behind."""
        rules = self.rules
        if rules is None:
            return []
        left = [person for person in people if not self.orders.is_spared(rules, person)]
        there = [person for person in left if self._took_part(person)]
        absent = [person for person in left if person not in there] if rules.absent == "last" else []
        return [
            *ranked(self.course, self.by, there, self.number),
            *ranked(self.course, rules.absent_by, absent, self.number),
        ]

    def _has_value(self, person: str) -> bool:
        return self._took_part(person) and not value(self.course, self.by[0], person, self.number)[0]

    def _took_part(self, person: str) -> bool:
        return any(
            row is not None and row.runner.meaning.starts
            for row, _ in (row_in(self.course, each, person, self.number) for each in self._sessions())
        )

    def _sessions(self) -> tuple[str, ...]:
        return self.sessions or self.course.ruleset.programme(self.number)

    def _mover(self, person: str, setting: str) -> Mover:
        rules = self.rules
        article = rules.cite(setting) if rules is not None else ""
        for session in self._sessions():
            row, _ = row_in(self.course, session, person, self.number)
            if row is not None:
                place = f"P{row.place}" if row.place is not None else row.runner.status
                cells = row.runner.result.row.cells("driver", "place", "best_lap", "total_time")
                return Mover(person, f"{place} in the {session} of {self.pool}", article, cells)
        cells = self.course.seats.entrants[person].row.cells("driver")
        return Mover(person, f"took no part in {self.pool}", article, cells)


def divisions(course: Course, number: int, names: list[str], orders: Orders) -> list[Division]:
    """The pools from the top down."""
    members: dict[str, list[str]] = {name: [] for name in names}
    visitors = course.seats.visitors
    for person in course.seats.field(number):
        pool = _home(course, person, names)
        if pool and person not in visitors and person not in orders.gone:
            members[pool].append(person)
    return [_division(course, number, name, members[name], orders) for name in names]


def _home(course: Course, person: str, names: list[str]) -> str:
    known = {fold(name): name for name in names}
    belongs = course.belongs.get(person) or course.seats.entrants[person].pool or ""
    return known.get(fold(belongs), "")


def _division(course: Course, number: int, pool: str, members: list[str], orders: Orders) -> Division:
    ruleset = course.ruleset
    where = replace(ruleset.where(number, pool=pool), grid=len(members))
    rules = ruleset.movement.at(where)
    races = [name for name in ruleset.programme(number) if ruleset.is_race(name)]
    by = list(rules.by) if rules is not None else []
    by = by or [Measure("named", name) for name in races[-1:]]
    others = (*ruleset.standings, *ruleset.tallies)
    sessions = tuple(each.name for each in by if each.kind == "named" and each.name not in others)
    return Division(course, number, pool, members, rules, orders, sessions, by)
