"""Who is expected to race a round."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from sheets_sync.records.names import fold
from sheets_sync.rules.sanctions.serving import first_start

if TYPE_CHECKING:
    from sheets_sync.rules.course import Course


def expected(course: Course, number: int) -> dict[str, str]:
    """person -> seat: whoever holds a seat and, in a round of a bracket, has advanced into it. Guests and
    reserves are expected once they have chosen a pool of that round, or raced in it."""
    seats, facts = course.seats, course.facts
    there = seats.field(number)
    if number in seats.open_rounds:
        return there
    invited = course.qualified.get(number)
    bracket = number in course.bracket.rounds
    seated = {seat for seat in there.values() if seats.holder(seat, number) is not None}
    raced = {row.driver for row in facts.in_round(facts.results, number)}
    chosen = raced | {row.driver for row in facts.in_round(facts.choices, number)}
    found = {}
    for person, seat in there.items():
        full_time = seat in seated and seats.entrants[person].role != "reserve"
        advanced = not bracket or (invited is not None and person in invited.people)
        if person in raced or (full_time and advanced) or (not full_time and person in chosen):
            found[person] = seat
    return found


def expected_pool(course: Course, person: str, number: int) -> str:
    """The pool where the driver raced in that round, else the one that they chose, else the one they belong
    to; empty where nobody knows."""
    facts = course.facts
    raced = [row.pool for row in facts.of_driver_in(facts.results, person, number) if row.pool]
    chosen = [row.pool for row in facts.of_driver_in(facts.choices, person, number)]
    if raced or chosen:
        return (raced or chosen)[-1]
    names = (course.ruleset.pools.at(course.ruleset.where(number)) or course.ruleset.pools.usual).names
    written = course.belongs.get(person) or course.seats.entrants[person].pool or ""
    if written in names:
        return written
    return next((name for name in names if fold(name) == fold(written)), "")


def own_start(course: Course, person: str, number: int) -> datetime | None:
    """When the driver's own race of that round starts; that of the first pool where nobody knows theirs."""
    pool = course.homes.get((number, person)) or expected_pool(course, person, number)
    schedule = course.schedule
    return schedule.slot(number, pool).start if pool else first_start(schedule, number)
