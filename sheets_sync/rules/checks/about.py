"""What a row that is checked is about: a driver, and a race or the time before the season."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from sheets_sync.rules.ledger import Event
from sheets_sync.ruleset.items import Where

if TYPE_CHECKING:
    from sheets_sync.rules.course import Course

OF_ROUNDS = frozenset(
    {"results", "attendance", "cases", "sign_outs", "choices", "swaps", "moves", "awards", "interruptions"}
)
"""The kinds whose rows are checked when their round is raced; the others before the season."""


@dataclass(frozen=True, slots=True)
class About:
    """``person``: the driver's key, empty where the row names nobody who entered."""

    person: str
    event: Event


def about_of(course: Course, record: Any, number: int) -> About:
    """What the row is about. ``number``: the round of a row that names none."""
    person = _person(course, record)
    return About(person, _event(course, record, person, number))


def _person(course: Course, record: Any) -> str:
    found = getattr(record, "key", None) or getattr(record, "driver", "")
    return found if found in course.seats.entrants else ""


def _event(course: Course, record: Any, person: str, usual: int) -> Event:
    """Where the row belongs; what names no session is about the round's first race."""
    number = getattr(record, "round", None)
    number = usual if number is None else number
    session = getattr(record, "session", None)
    races = [each for each in course.ruleset.programme(number) if course.ruleset.is_race(each)]
    pool = getattr(record, "pool", None) or course.pools.get((number, person), "")
    return Event(number, session or next(iter(races), ""), pool)


def where_of(course: Course, record: Any, about: About) -> Where:
    """Which variant of the check holds for the row."""
    session = getattr(record, "session", None) or ""
    where = course.ruleset.where(about.event.round, session, about.event.pool)
    entrant = course.seats.entrants.get(about.person)
    if entrant is None:
        return where
    car_class, team = entrant.car_class or "", entrant.team or ""
    return replace(where, car_class=car_class, driver=entrant.driver, team=team)
