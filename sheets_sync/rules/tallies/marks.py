"""Codes that stand without a case, such as a failed lag check: tallies may count them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sheets_sync.rules.ledger import Event
from sheets_sync.rules.sanctions.penalties import Act

if TYPE_CHECKING:
    from sheets_sync.rules.course import Course


def acts(course: Course, number: int) -> list[Act]:
    """The marks of one round."""
    ended = course.schedule.last_end(number)
    found = []
    for row in course.facts.awards:
        if row.round != number:
            continue
        cells, says = row.row.cells("driver", "round", "code", "reason"), row.reason or row.code
        event, known = Event(number, "", course.pools.get((number, row.driver), "")), row.at or ended
        found.append(Act("mark", row.code, row.driver, event, 1, ended, known, "", cells, says))
    return found


def periods(course: Course, number: int) -> frozenset[tuple[str, str]]:
    """(code, pool) of what a round had: marks, and interruptions by their kind, such as a safety car. The
    pool is empty for what holds in all."""
    codes = {(row.code.upper(), "") for row in course.facts.awards if row.round == number}
    broken = iter(course.facts.in_round(course.facts.interruptions, number))
    return frozenset(codes | {(row.kind.upper(), row.pool or "") for row in broken})
