"""Guests: the classification shows them; points rules count them as the roster says."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from sheets_sync.records.entries import Entrant
from sheets_sync.rules.classification.rule import Classification, Classified
from sheets_sync.rules.roster.rule import settings_of
from sheets_sync.ruleset.model import Ruleset

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


def score_nothing(ruleset: Ruleset, person: Entrant, number: int) -> bool:
    """Whether what the driver wins or loses in that round is nobody's: not the own, nor the team's."""
    return person.role == _ROLE and settings_of(ruleset, number).guests != "score"


def cite(ruleset: Ruleset, number: int) -> str:
    """The article that says so."""
    return settings_of(ruleset, number).cite("guests")


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
