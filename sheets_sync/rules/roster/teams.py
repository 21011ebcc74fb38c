"""Whose table a seat counts for: its driver's, the team's, or that of any column of the entries."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sheets_sync.records.entries import Entrant
from sheets_sync.ruleset.columns import field_name

if TYPE_CHECKING:
    from sheets_sync.rules.course import Course


def group_of(course: Course, of: str, seat: str, number: int) -> str:
    """The line of the table that the seat's points of that round go to; empty for none."""
    if of == "driver":
        return seat
    if seat not in course.seats.holdings and seat not in course.seats.visitors:
        return seat if of == "team" else ""
    person = course.seats.holder(seat, number) or seat
    return team_of(course, person, number) if of == "team" else _column(course, of, person)


def team_of(course: Course, person: str, number: int) -> str:
    """The driver's team in that round: that of the last transfer, else that of the entry list."""
    rows = [row for row in course.facts.of_driver(course.facts.transfers, person) if row.team]
    if not rows:
        return course.seats.entrants[person].team or ""
    follow = (course.ruleset.roster.at(course.ruleset.where(number)) or course.ruleset.roster.usual).transfer
    begun = course.raced[-1] + 1 if course.raced else 10**6
    until = min(number, begun) if follow == "stay" else begun
    later = [row.team for row in sorted(rows, key=lambda row: row.from_round) if row.from_round <= until]
    return (later[-1] if later else course.seats.first_entered[person].team) or ""


def _column(course: Course, column: str, person: str) -> str:
    entrant: Entrant = course.seats.entrants[person]
    own = getattr(entrant, field_name(column), None)
    if own is not None:
        return str(own)
    cell = course.facts.column(entrant.row, column)
    return "" if cell is None else str(cell.value)
