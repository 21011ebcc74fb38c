"""How far a driver came in a bracket: the measure ``stage`` of standings."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from sheets_sync.rules.advance.bracket import decided_after
from sheets_sync.rules.advance.rankings import place_in

if TYPE_CHECKING:
    from sheets_sync.rules.course import Course

Stage = tuple[int, Fraction]
_NO_PLACE = Fraction(10**6)


def stage(course: Course, person: str, after: int) -> Stage:
    """(the stage, the place there): a smaller one is ahead. Who never advanced stands behind; who has
    advanced into a round that isn't driven yet stands ahead of who hasn't, equal with the others there."""
    reached = [into for into in course.bracket.rounds if _is_in(course, person, into, after)]
    if not reached:
        return (0, Fraction(0))
    into = max(reached)
    place = place_in(course, person, into) if into <= after else None
    return (
        -sum(each <= into for each in course.bracket.rounds),
        _NO_PLACE if place is None else Fraction(place),
    )


def _is_in(course: Course, person: str, into: int, after: int) -> bool:
    """Whether the driver raced that round, or had advanced into it by then."""
    if into <= after and place_in(course, person, into) is not None:
        return True
    seat = course.seats.seat_of(person, into)
    return any(
        place.seat == seat and (decided_after(course.ruleset, place.by.rule) or 0) <= after
        for place in course.bracket.places.get(into, ())
    )
