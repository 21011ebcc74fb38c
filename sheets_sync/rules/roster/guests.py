"""Guests: the classification shows them; points rules count them as the roster says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from sheets_sync.rules.classification.rule import Classification, Classified
from sheets_sync.rules.roster.rule import settings_of

if TYPE_CHECKING:
    from sheets_sync.rules.course import Course

_ROLE = "guest"


def counted(course: Course, made: Classification) -> Classification:
    """The classification as points and countback see it: where guests are passed over, without them."""
    if settings_of(course.ruleset, made.event.round).guests != "passed over":
        return made
    guests = [row for row in made.rows if row.runner.person.role == _ROLE]
    if not guests:
        return made
    rows = tuple(_moved_up(row, guests) for row in made.rows if row not in guests)
    return replace(made, rows=rows)


def _moved_up(row: Classified, guests: Iterable[Classified]) -> Classified:
    if row.place is None:
        return row
    ahead = sum(each.place is not None and each.place < row.place for each in guests)
    entered = None if row.entered is None else row.entered - ahead
    return replace(row, place=row.place - ahead, entered=entered)


def scoring(course: Course, made: Classification) -> Iterator[Classified]:
    """The rows that can get points: those of guests only where guests score."""
    score = settings_of(course.ruleset, made.event.round).guests == "score"
    yield from (row for row in made.rows if score or row.runner.person.role != _ROLE)


def is_listed(course: Course, seat: str, after: int) -> bool:
    """Whether a line stands in the standings: every seat, a reserve who stood in, and a guest who scores; not
    what was erased."""
    seats = course.seats
    erased = seats.erased.get(seat)
    if erased is not None and not any(after < number < erased for number in course.raced):
        return False
    if seat in seats.holdings:
        return True
    role = seats.entrants[seat].role if seat in seats.entrants else ""
    raced = bool(course.scores.seats.get(seat))
    guests = settings_of(course.ruleset, after).guests
    return seat in seats.visitors and raced and (role != _ROLE or guests == "score")
