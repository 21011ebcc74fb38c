"""The rows of a round that a points rule looks at, each with the settings that hold for it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TYPE_CHECKING

from sheets_sync.rules import guests
from sheets_sync.rules.cars import cars_of
from sheets_sync.rules.classification import Classification, Classified
from sheets_sync.rules.ledger import Event
from sheets_sync.ruleset.items import Where
from sheets_sync.ruleset.kinds.points import Points

if TYPE_CHECKING:
    from sheets_sync.rules.course import Course
    from sheets_sync.rules.verdict import Verdict


@dataclass(frozen=True, slots=True)
class Compared:
    """One driver's row of a session, under the rules that hold for that driver there."""

    made: Classification
    row: Classified
    rules: Points
    verdict: Verdict | None = None

    @property
    def event(self) -> Event:
        return self.made.event

    @property
    def rivals(self) -> list[Classified]:
        """Everybody whom the driver is compared with in that session, in order."""
        own = self.row.runner.car_class
        return [row for row in self.made.rows if self.rules.among != "class" or row.runner.car_class == own]

    @property
    def starters(self) -> int:
        return sum(car.lead.meaning.starts for car in cars_of(row.runner for row in self.rivals))

    @property
    def place(self) -> int | None:
        """The place among the rivals."""
        own = self.row.place
        if own is None or self.rules.among != "class":
            return own
        return 1 + sum(row.place is not None and row.place < own for row in self.rivals)


def compared(course: Course, name: str, number: int, whole: bool = False) -> list[Compared]:
    """A round's rows under one points rule. ``whole``: the sessions as a whole, whatever their parts."""
    found: list[Compared] = []
    for event, made in course.classifications.items():
        if event.round != number:
            continue
        usual = course.ruleset.points[name].usual
        parts = course.scored.get(event, (made,)) if not whole and for_places(course, usual) else (made,)
        for part in parts:
            found += of_session_under(course, name, guests.counted(course, part))
    return found


def for_places(course: Course, rules: Points) -> bool:
    """Whether the points are for places: in the session itself, or in the one that ``for`` names."""
    plain = rules.for_.kind == "place" and not rules.for_.reverse
    return plain or of_session(course, rules) is not None


def of_session(course: Course, rules: Points) -> str | None:
    """The session that ``for`` names."""
    name, numbers = rules.for_.name, (each.number for each in course.ruleset.rounds)
    if rules.for_.kind != "named" or rules.for_.reverse:
        return None
    return name if any(name in course.ruleset.programme(number) for number in numbers) else None


def of_session_under(course: Course, name: str, made: Classification) -> Iterator[Compared]:
    where = where_of(course, made)
    verdict = course.verdicts.get(made.event)
    for row in guests.scoring(course, made):
        rules = course.ruleset.points[name].at(with_driver(course, where, row))
        if rules is not None and rules.for_.kind != "code" and scores(course, rules, made.event):
            yield Compared(made, row, rules, verdict)


def scores(course: Course, rules: Points, event: Event) -> bool:
    """A rule that names no sessions is for the races."""
    named = of_session(course, rules)
    if named is not None:
        return event.session == named
    return rules.sessions is not None or course.ruleset.is_race(event.session)


def where_of(course: Course, made: Classification) -> Where:
    """Where a session was, with the cars that started, those that the pool holds, and how far it ran."""
    event = made.event
    where = course.ruleset.where(event.round, event.session, event.pool)
    return replace(where, starters=made.starters, grid=len(made.rows), run=_run(course, made))


def with_driver(course: Course, where: Where, row: Classified) -> Where:
    person = row.runner.person
    return replace(
        where,
        car_class=row.runner.car_class,
        driver=person.driver,
        team=person.team or "",
        codes=codes_of(course, person.key, where.round),
    )


def codes_of(course: Course, person: str, number: int) -> frozenset[str]:
    """The codes that stand for a driver in that round, such as a joker."""
    rows = course.facts.awards
    return frozenset(row.code.upper() for row in rows if row.round == number and row.driver == person)


def _run(course: Course, made: Classification) -> Fraction | None:
    """The share of the distance that was raced, where that is known."""
    verdict = course.verdicts.get(made.event)
    if verdict is not None and verdict.share is not None and verdict.result == "photo":
        return verdict.share
    scheduled = course.schedule.slot(made.event.round, made.event.pool).laps
    laps = winner_laps(made)
    return Fraction(laps, scheduled) if scheduled and laps else None


def winner_laps(made: Classification) -> int:
    """The most laps that anybody with a place drove."""
    return max((row.runner.result.laps or 0 for row in made.rows if row.place is not None), default=0)
