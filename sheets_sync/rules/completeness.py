"""Whether a round was raced as a whole."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from sheets_sync.rules.pools_raced import expected_pools, peopled_pools, without_pools

if TYPE_CHECKING:
    from sheets_sync.rules.course import Course


def is_complete(course: Course, number: int) -> bool:
    """Whether every pool of the round has a result of each of its races."""
    return _have_raced(course, number, all)


def has_raced_everywhere(course: Course, number: int) -> bool:
    """Whether every pool of the round has a result of one of its races at least."""
    return _have_raced(course, number, any)


def _have_raced(course: Course, number: int, enough: Callable[[Iterable[bool]], bool]) -> bool:
    ruleset, facts = course.ruleset, course.facts
    rows = facts.in_round(facts.results, number)
    raced = {(row.session, row.pool or "") for row in rows}
    races = [name for name in ruleset.programme(number) if ruleset.ends_round(number, name)]
    pools = {slot.pool for slot in course.schedule.of_round(number)}
    rules = ruleset.pools.at(ruleset.where(number)) or ruleset.pools.usual
    if pools == {""} and (rules.fill == "tab" or number in course.seats.open_rounds):
        # Of slots, such as those of a prequalification, only those that somebody has are driven.
        pools = {row.pool for row in facts.in_round(facts.choices, number)} or {pool for _, pool in raced}
    elif pools == {""} and len(rules.names) > 1 and rules.one_pool_below is None:
        pools = peopled_pools(course, number)
    if pools == {""}:
        pools = expected_pools(ruleset, number, rows) or pools
    if pools == {""}:
        driven = {session for session, _ in raced}
        return enough(race in driven for race in races)
    together = {(race, "") for race in without_pools(ruleset, number, rows)} & raced
    return all(enough((race, pool) in raced or (race, "") in together for race in races) for pool in pools)
