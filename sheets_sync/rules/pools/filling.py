"""How the pools of a round are filled: who is expected, in which pools, then swaps and moves."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from sheets_sync.problems import Severity
from sheets_sync.records.results import Result
from sheets_sync.rules.grids.sentences import bound, is_qualifying_ban
from sheets_sync.rules.pools.absences import out_of
from sheets_sync.rules.pools.allocation import ONE, Allocation
from sheets_sync.rules.pools.choices import choose
from sheets_sync.rules.pools.fills import FILLS, together
from sheets_sync.rules.pools.moves import Relocated, relocate
from sheets_sync.rules.pools.raced import (
    finished_pools,
    finishers,
    pools_in,
    raced_in_one,
    raced_pools,
    starts,
)
from sheets_sync.rules.pools.swaps import swap
from sheets_sync.rules.roster.expected import expected

if TYPE_CHECKING:
    from sheets_sync.rules.course import Course


def allocation_of(course: Course, number: int) -> Allocation:
    """The pools of a round before anybody is in them."""
    ruleset, rows = course.ruleset, course.facts.in_round(course.facts.results, number)
    rules, raced = pools_in(ruleset, number), raced_pools(ruleset, number, rows)
    out = {person: each for person, each in out_of(course, number).items() if person not in raced}
    field = {person: seat for person, seat in _eligible(course, number).items() if person not in out}
    few = rules.one_pool_below is not None and len(field) < rules.one_pool_below and not raced
    in_one = few or (raced_in_one(ruleset, number, rows) and not _are_more(course, number, rows, field))
    names = [ONE] if in_one else list(rules.names)
    done, finished = finished_pools(ruleset, number, rows), finishers(ruleset, number, rows)
    return Allocation(course, number, field, out, raced, finished, done, rules, names)


def _are_more(course: Course, number: int, rows: Collection[Result], field: Collection[str]) -> bool:
    """Whether those who are banned from qualifying make it several pools: they have no row until a race was
    driven, and take part all the same."""
    below = pools_in(course.ruleset, number).one_pool_below
    if below is None or any(course.ruleset.ends_round(number, row.session) for row in rows):
        return False
    there = {row.driver for row in rows if starts(course.ruleset, row)}
    banned = {
        person
        for person, own in bound(course, number, "").items()
        if person in field and any(map(is_qualifying_ban, own))
    }
    return len(there | banned) >= below


def _eligible(course: Course, number: int) -> dict[str, str]:
    """Who is expected; those who have qualified for the round stand in that order."""
    there, qualified = expected(course, number), course.qualified.get(number)
    order = [person for person in (qualified.people if qualified else ()) if person in there]
    return {person: there[person] for person in (*order, *(each for each in there if each not in order))}


def fill(allocation: Allocation) -> list[Relocated]:
    """Fills the pools, then carries out swaps and moves."""
    facts, number = allocation.course.facts, allocation.round
    _open_size(allocation)
    if allocation.names == [ONE] and allocation.rules.names != [ONE]:
        together(allocation)
    elif allocation.rules.fill == "choice":
        choose(allocation)
    else:
        FILLS[allocation.rules.fill](allocation)
    swap(allocation, facts.in_round(facts.swaps, number))
    return relocate(allocation, facts.in_round(facts.moves, number))


def _open_size(allocation: Allocation) -> None:
    if allocation.rules.size == "ask" and len(allocation.names) > 1:
        document = allocation.course.ruleset.document
        message = f"pools > size: {document} leaves it open, so that no pool is ever full."
        allocation.report(message, None, "size", Severity.NOTE)
