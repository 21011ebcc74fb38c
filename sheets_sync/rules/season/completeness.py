"""Whether a round was raced as a whole, and what of it is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sheets_sync.rules.pools.filling import allocation_of, fill
from sheets_sync.rules.pools.raced import (
    expected_pools,
    filling_sessions,
    peopled_pools,
    pools_in,
    without_pools,
)

if TYPE_CHECKING:
    from sheets_sync.rules.course import Course

Race = tuple[str, str]
"""Session and pool; the pool is empty where everybody races together."""


def is_complete(course: Course, number: int) -> bool:
    """Whether every pool of the round has a result of each of its races."""
    return not any(_missing(course, number).values())


def has_raced_everywhere(course: Course, number: int) -> bool:
    """Whether every pool of the round has a result of one of its races at least."""
    races = _races(course, number)
    return all(len(missing) < len(races) for missing in _missing(course, number).values())


def is_over(course: Course, number: int, pool: str) -> bool:
    """Whether the evening of that pool has ended, or all of its races are there before that; the round's
    evenings, where the pool isn't known."""
    end = course.schedule.end(number, pool) if pool else course.schedule.last_end(number)
    return end <= course.now or not _missing(course, number).get(pool, True)


def what_is_missing(course: Course, number: int) -> str:
    """The races without a result, in words: ``the sprint``, ``GAMMA and DELTA``, ``the sprint of GAMMA``."""
    missing = _missing(course, number)
    races = _races(course, number)
    everywhere = [race for race in races if all(race in own for own in missing.values())]
    found = [f"the {race}" for race in everywhere]
    for pool, own in missing.items():
        left = [race for race in own if race not in everywhere]
        whole = len(left) == len(races)
        found += [pool] if whole else [f"the {race} of {pool}" for race in left]
    return " and ".join([", ".join(found[:-1]), found[-1]] if len(found) > 1 else found)


def _missing(course: Course, number: int) -> dict[str, list[str]]:
    """Pool -> its races without a result; the pool is empty where everybody races together."""
    rows = course.facts.in_round(course.facts.results, number)
    raced = {(row.session, row.pool or "") for row in rows}
    races, pools = _races(course, number), _pools(course, number, raced)
    if pools == {""}:
        driven = {session for session, _ in raced}
        return {"": [race for race in races if race not in driven]}
    together = {(race, "") for race in without_pools(course.ruleset, number, rows)} & raced
    names = course.ruleset.pools.usual.names
    ordered = sorted(pools, key=lambda pool: (names.index(pool) if pool in names else len(names), pool))
    there = raced | {(race, pool) for race, _ in together for pool in pools}
    return {pool: [race for race in races if (race, pool) not in there] for pool in ordered}


def _races(course: Course, number: int) -> list[str]:
    ruleset = course.ruleset
    return [name for name in ruleset.programme(number) if ruleset.ends_round(number, name)]


def _pools(course: Course, number: int, raced: set[Race]) -> set[str]:
    """The pools that have to race in the round."""
    ruleset, facts = course.ruleset, course.facts
    rows = facts.in_round(facts.results, number)
    pools = {slot.pool for slot in course.schedule.of_round(number)}
    rules = ruleset.pools.at(ruleset.where(number)) or ruleset.pools.usual
    if pools == {""} and (rules.fill == "tab" or number in course.seats.open_rounds):
        # Of slots, such as those of a prequalification, only those that somebody has are driven.
        pools = {row.pool for row in facts.in_round(facts.choices, number)} or {pool for _, pool in raced}
    elif pools == {""} and len(rules.names) > 1 and rules.one_pool_below is None:
        pools = peopled_pools(course, number)
    if pools == {""}:
        pools = expected_pools(ruleset, number, rows) or _by_ranking(course, number) or pools
    return pools


def _by_ranking(course: Course, number: int) -> set[str]:
    """The pools that a ranking from before the round fills, where the round is driven in several."""
    rules = pools_in(course.ruleset, number)
    rows = course.facts.in_round(course.facts.results, number)
    driven = {row.pool for row in rows if row.pool}
    if rules.fill not in ("rank", "snake") or filling_sessions(course.ruleset, number) or not driven:
        return set()
    allocation = allocation_of(course, number)
    fill(allocation)
    return driven | set(allocation.pool_of.values())
