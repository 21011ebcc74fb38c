"""The ranking that an advance rule takes its places from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from sheets_sync.cells import CellRef
from sheets_sync.problems import Problem, Severity
from sheets_sync.rules.points.rankings import lap_text
from sheets_sync.rules.roster.seats import class_of
from sheets_sync.rules.standings.measuring import Key, ranked, value
from sheets_sync.ruleset.kinds.advance import Advance
from sheets_sync.ruleset.kinds.measures import Measure

if TYPE_CHECKING:
    from sheets_sync.rules.course import Course

_STANDING = frozenset({"points", "countback", "stage", "column", "code", "entered at"})


@dataclass(frozen=True, slots=True)
class Advancing:
    """One driver who goes on, by which rule, out of which group (a pool or class), and how."""

    rule: str
    group: str
    person: str
    position: int
    says: str
    cells: tuple[CellRef, ...]


@dataclass(frozen=True, slots=True)
class Ranking:
    """What a rule finds. ``following``: group -> who comes next, in order."""

    advancing: tuple[Advancing, ...]
    following: Mapping[str, tuple[Advancing, ...]]
    problems: tuple[Problem, ...]


def ranking(course: Course, name: str, rules: Advance, after: int | None, people: Iterable[str]) -> Ranking:
    """The ranking of a rule among these people."""
    return _Ranker(course, name, rules, after).ranking(list(people))


def by_standing(course: Course, rules: Advance) -> bool:
    """Whether the ranking is one of the season, so that nobody needs a result in the round."""
    first = rules.by[0]
    named = {*course.ruleset.standings, *course.ruleset.tallies}
    return first.kind in _STANDING or (first.kind == "named" and first.name in named)


class _Ranker:
    def __init__(self, course: Course, name: str, rules: Advance, after: int | None) -> None:
        self.course, self.name, self.rules = course, name, rules
        self.number = (
            after if after is not None else min((e.number for e in course.ruleset.rounds), default=1)
        )
        self.after = after
        self.row = {person: row for row, person in enumerate(course.seats.entrants)}

    def ranking(self, people: list[str]) -> Ranking:
        groups: dict[str, list[str]] = {}
        for person in people:
            groups.setdefault(self._group(person), []).append(person)
        taken: list[Advancing] = []
        following: dict[str, tuple[Advancing, ...]] = {}
        problems: list[Problem] = []
        for group, members in sorted(groups.items()):
            order = sorted(members, key=self._key)
            problems += self._level(order)
            listed = [self._advancing(group, person, place) for place, person in enumerate(order, 1)]
            taken += [each for each in listed if each.position in self.rules.take]
            following[group] = tuple(each for each in listed if self._is_behind(each.position))
        if self.rules.best is None:
            seeded = sorted(taken, key=lambda each: (each.position, self._standing_key(each)))
            return Ranking(tuple(seeded), following, tuple(problems))
        return self._best(taken, problems)

    def _best(self, taken: list[Advancing], problems: list[Problem]) -> Ranking:
        people = {each.person: each for each in taken}
        order = [people[person] for person in ranked(self.course, self.rules.best_by, people, self.number)]
        best = self.rules.best or 0
        return Ranking(tuple(order[:best]), {"": tuple(order[best:])}, tuple(problems))

    def _is_behind(self, position: int) -> bool:
        high = self.rules.take.high
        return high is not None and position > high

    def _group(self, person: str) -> str:
        if self.rules.from_each == "pool":
            return self.course.pools.get((self.number, person), "")
        if self.rules.from_each == "class":
            return class_of(self.course.ruleset, self.course.seats.entrants[person])
        return ""

    def _key(self, person: str) -> tuple[object, ...]:
        return (*self._values(person), self.row[person])

    def _values(self, person: str) -> tuple[Key, ...]:
        return tuple(self._value(each, person) for each in self.rules.by)

    def _value(self, measure: Measure, person: str) -> Key:
        if measure.kind != "place":
            return value(self.course, measure, person, self.number)
        place = place_in(self.course, person, self.number)
        if place is None:
            return (True, Fraction(0))
        return (False, Fraction(-place if measure.reverse else place))

    def _standing_key(self, each: Advancing) -> object:
        """Equal places of several groups stand in the order of what chooses the best of them."""
        if not self.rules.from_each:
            return 0
        return value(self.course, Measure("points"), each.person, self.number), each.group

    def _level(self, order: list[str]) -> Iterable[Problem]:
        """The last place that is taken goes to one of two whom nothing sets apart."""
        high = self.rules.take.high
        if high is None or len(order) <= high or self._values(order[high - 1]) != self._values(order[high]):
            return
        ahead, behind = order[high - 1], order[high]
        names = self.course.name(ahead), self.course.name(behind)
        message = (
            f"{names[0]} and {names[1]} are level at place {high} of '{self.name}'; {names[0]} goes on, as "
            "first in the entry list."
        )
        at, cite = self.course.seats.entrants[behind].row.cell("driver"), self.rules.cite("by")
        yield Problem(message, at, "Look what sets them apart.", Severity.WARNING, "advance", cite)

    def _advancing(self, group: str, person: str, place: int) -> Advancing:
        where = self.course.ruleset.name_of(self.number)
        pool = f" of {group}" if group else ""
        if self.after is None:
            says = f"P{place} by {self._by(person)}"
        elif by_standing(self.course, self.rules):
            says = f"P{place}{pool} by {self._by(person)} after {where}"
        else:
            by = "" if self.rules.by == [Measure("place")] else f" by {self._by(person)}"
            says = f"P{place}{pool} in the {where}{by}"
        return Advancing(self.name, group, person, place, says, self._cells(person))

    def _by(self, person: str) -> str:
        words = ", ".join(str(each).removeprefix("column ") for each in self.rules.by)
        unknown, lap = self._values(person)[0]
        timed = self.rules.by[0].kind == "best lap" and not unknown
        return f"{words} ({lap_text(int(abs(lap)))})" if timed else words

    def _cells(self, person: str) -> tuple[CellRef, ...]:
        for event, runners in self.course.sessions.items():
            for runner in runners:
                if event.round == self.after and runner.person.key == person:
                    return runner.result.row.cells("driver", "place", "best_lap")
        return self.course.seats.entrants[person].row.cells("driver")


def place_in(course: Course, person: str, number: int) -> int | None:
    """The place in the round's last race; in its session where it has no race."""
    programme = course.ruleset.programme(number)
    races = [session for session in programme if course.ruleset.ends_round(number, session)]
    places = {
        made.event.session: row.place
        for made in course.round_classifications(number)
        if (row := made.row_of(person)) is not None
    }
    driven = [session for session in races if session in places]
    return places[driven[-1]] if driven else None
