"""Whom an advance rule ranks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sheets_sync.rules.advance.rankings import by_standing, place_in
from sheets_sync.ruleset.kinds.advance import Advance

if TYPE_CHECKING:
    from sheets_sync.rules.course import Course


def candidates(course: Course, rules: Advance, after: int | None) -> list[str]:
    """Who is ranked after that round, or of the entries."""
    if after is None:
        return _entered(course)
    return _seated(course, after) if by_standing(course, rules) else _raced(course, after)


def _entered(course: Course) -> list[str]:
    seats, roles = course.seats, ("driver", "candidate")
    return [e.key for e in seats.entrants.values() if e.role in roles and e.key not in seats.refused]


def _seated(course: Course, after: int) -> list[str]:
    """Who holds a seat, whether they raced or not; of a round with qualified drivers only these."""
    seats, invited = course.seats, course.qualified.get(after)
    held = [seats.holder(seat, after) for seat in seats.holdings if seat not in seats.erased]
    there = [person for person in held if person is not None and seats.entrants[person].role != "reserve"]
    return [person for person in there if invited is None or person in invited.people]


def _raced(course: Course, after: int) -> list[str]:
    """Who has a place in the round."""
    raced = {
        runner.person.key: runner.person.role
        for event, runners in course.sessions.items()
        if event.round == after
        for runner in runners
    }
    return [
        person
        for person, role in raced.items()
        if role != "guest" and person not in course.seats.gone and place_in(course, person, after) is not None
    ]
