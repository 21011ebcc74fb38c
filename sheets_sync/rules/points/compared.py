"""The rows of a round that a points rule looks at, each with the settings that hold for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from sheets_sync.rules.classification.cars import starting
from sheets_sync.rules.classification.rule import Classification, Classified
from sheets_sync.rules.ledger import Event
from sheets_sync.rules.roster import guests
from sheets_sync.ruleset.items import Item, Where
from sheets_sync.ruleset.kinds.points import Points

if TYPE_CHECKING:
    from sheets_sync.rules.course import Course
    from sheets_sync.rules.interruptions.verdict import Verdict


class Compared(NamedTuple):
    """One driver's row of a session, under the rules that hold for that driver there. ``place``: among those
    whom the driver is compared with; ``starters``: how many of them started; ``laps``: the winner's."""

    made: Classification
    row: Classified
    rules: Points
    place: int | None
    starters: int
    laps: int
    verdict: Verdict | None = None

    @property
    def event(self) -> Event:
        return self.made.event

    @property
    def rivals(self) -> list[Classified]:
        """Everybody whom the driver is compared with in that session, in order."""
        return rivals(self.made, self.row.runner.car_class if self.rules.among == "class" else None)


def rivals(made: Classification, car_class: str | None) -> list[Classified]:
    return [row for row in made.rows if car_class is None or row.runner.car_class == car_class]


@dataclass(frozen=True, slots=True)
class Rivals:
    """Those who are compared with one another in a session: all, or a class with its own ``places``."""

    starters: int
    laps: int
    places: Mapping[int, int] | None

    @classmethod
    def of(cls, made: Classification, car_class: str | None) -> Rivals:
        own = rivals(made, car_class)
        placed = sorted(each.place for each in own if each.place is not None)
        places = {place: placed.index(place) + 1 for place in dict.fromkeys(placed)}
        started = starting(each.runner for each in own)
        return cls(started, winner_laps(own), None if car_class is None else places)


class Field:
    """Who is compared in a session: how many started and which place a row has, in all or in its class."""

    def __init__(self, made: Classification, verdict: Verdict | None) -> None:
        self.made, self.verdict = made, verdict
        self._rivals: dict[str | None, Rivals] = {}

    def compared(self, row: Classified, rules: Points) -> Compared:
        group = row.runner.car_class if rules.among == "class" else None
        among = self._rivals.get(group)
        if among is None:
            among = self._rivals[group] = Rivals.of(self.made, group)
        place = row.place
        if among.places is not None and place is not None:
            place = among.places[place]
        return Compared(self.made, row, rules, place, among.starters, among.laps, self.verdict)


def compared(course: Course, name: str, number: int, whole: bool = False) -> list[Compared]:
    """A round's rows under one points rule. ``whole``: the sessions as a whole, whatever their parts."""
    found: list[Compared] = []
    in_parts = not whole and for_places(course, course.ruleset.points[name].usual)
    for made in course.round_classifications(number):
        for part in course.scored.get(made.event, (made,)) if in_parts else (made,):
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
    """A session's rows under one points rule."""
    rule = course.ruleset.points[name]
    where, field = where_of(course, made), Field(made, course.verdicts.get(made.event))
    by_driver = any(_names_drivers(scope) for scope in (rule.usual, *rule.scopes))
    usual = rule.at(where)
    if not by_driver:
        if usual is not None and _looks_at(course, usual, made.event):
            yield from (field.compared(row, usual) for row in made.rows)
        return
    for row in made.rows:
        rules = rule.at(with_driver(course, where, row))
        if rules is not None and _looks_at(course, rules, made.event):
            yield field.compared(row, rules)


def _looks_at(course: Course, rules: Points, event: Event) -> bool:
    return rules.for_.kind != "code" and scores(course, rules, event)


def _names_drivers(scope: Item) -> bool:
    return bool(scope.classes or scope.drivers or scope.teams or scope.code)


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
    laps = winner_laps(made.rows)
    return Fraction(laps, scheduled) if scheduled and laps else None


def winner_laps(rows: Iterable[Classified]) -> int:
    """The most laps that anybody with a place drove."""
    return max((row.runner.result.laps or 0 for row in rows if row.place is not None), default=0)
