"""Swaps: two drivers exchange their pools for one round, or the reason why they can't."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from sheets_sync.records.entries import Entrant
from sheets_sync.records.swaps import Swap
from sheets_sync.rules.allocation import Allocation, Placed, in_time
from sheets_sync.ruleset.kinds.pools import SwapRules


def swap(allocation: Allocation, swaps: Iterable[Swap]) -> None:
    rules = allocation.rules.swap
    made: dict[str, int] = {}
    for row in sorted(swaps, key=in_time):
        reason = _refusal(allocation, rules, row, made) if rules else "swaps are not foreseen"
        if reason:
            pair = f"{allocation.name(row.driver)} and {allocation.name(row.partner)}"
            message = f"The swap of {pair} is refused: {reason}."
            allocation.report(message, row.row.cell("partner"), "swap")
            continue
        for person, other in ((row.driver, row.partner), (row.partner, row.driver)):
            made[person] = made.get(person, 0) + 1
            how = f"swapped with {allocation.name(other)}"
            cells = row.row.cells("driver", "partner")
            allocation.placed[person] = Placed(person, allocation.field[person], how, cells)
        mine, theirs = allocation.pool_of[row.driver], allocation.pool_of[row.partner]
        allocation.pool_of[row.driver], allocation.pool_of[row.partner] = theirs, mine


def _refusal(allocation: Allocation, rules: SwapRules, row: Swap, made: Mapping[str, int]) -> str:
    """Why a swap isn't possible, or nothing."""
    people = (row.driver, row.partner)
    for person in people:
        if person in allocation.signed_out:
            return f"{allocation.name(person)} has signed out of this round"
        if person not in allocation.field:
            return f"{allocation.name(person)} holds no place in this round"
    for person in people:
        if person not in allocation.pool_of:
            return f"{allocation.name(person)} has no pool to give"
    pools = [allocation.pool_of[person] for person in people]
    if pools[0] == pools[1] and "same pool" in rules.refuse:
        return f"both race in {pools[0]}"
    for person, given in zip(people, reversed(pools), strict=True):
        if allocation.raced.get(person, given) != given:
            return f"{allocation.name(person)} has already raced in {allocation.raced[person]}"
    if rules.confirmed_by == "both" and not (row.confirmed and row.partner_confirmed):
        missing = allocation.name(row.partner if row.confirmed else row.driver)
        return f"{missing} hasn't confirmed it"
    for person in people:
        if rules.per_round is not None and made.get(person, 0) >= rules.per_round:
            return f"{allocation.name(person)} has already swapped in this round"
    return _too_late(allocation, rules, row, pools)


def _too_late(allocation: Allocation, rules: SwapRules, row: Swap, pools: list[str]) -> str:
    """The earlier of the two races sets the limit, whatever the other pools of the round do."""
    if rules.until is None or row.at is None:
        return ""
    until = replace(rules.until, anchor=rules.until.anchor.replace("first race", "own race"))
    limits = [allocation.schedule.moment(until, allocation.round, pool) for pool in pools]
    limit = min((each for each in limits if each), default=None)
    if limit is None or row.at <= limit:
        return ""
    return f"it was asked for after {limit:%a %d %b %H:%M} ({rules.until.text})"


def without_swaps(
    raced_in: Mapping[str, str],
    before: Mapping[str, str],
    entrants: Mapping[str, Entrant],
    swaps: Iterable[Swap],
) -> dict[str, str]:
    """The pools that drivers belong to after a round: where they raced, but for swaps of one evening."""
    own = dict(raced_in)
    for row in swaps:
        home = {each: before.get(each) or entrants[each].pool for each in (row.driver, row.partner)}
        for person, other in ((row.driver, row.partner), (row.partner, row.driver)):
            mine = home[person]
            if mine and raced_in.get(person) == home[other]:
                own[person] = mine
    return own
