"""Swaps: two drivers exchange their pools for one round, or the reason why they can't."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from sheets_sync.records.entries import Entrant
from sheets_sync.records.swaps import Swap
from sheets_sync.rules.pools.allocation import Allocation, Placed, in_time
from sheets_sync.ruleset.kinds.pools import SwapRules


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a row is refused: in words, and in one keyword."""

    says: str
    keyword: str = ""


def swap(allocation: Allocation, swaps: Iterable[Swap]) -> None:
    rules = allocation.rules.swap
    made: dict[str, int] = {}
    for row in sorted(swaps, key=in_time):
        reason = (
            _refusal(allocation, rules, row, made) if rules else Reason("swaps are not foreseen", "closed")
        )
        if reason:
            pair = f"{allocation.name(row.driver)} and {allocation.name(row.partner)}"
            message = f"The swap of {pair} is refused: {reason.says}."
            allocation.report(message, row.row.cell("partner"), "swap", refusal=reason.keyword)
            continue
        for person, other in ((row.driver, row.partner), (row.partner, row.driver)):
            made[person] = made.get(person, 0) + 1
            how = f"swapped with {allocation.name(other)}"
            cells = row.row.cells("driver", "partner")
            allocation.placed[person] = Placed(person, allocation.field[person], how, cells)
        mine, theirs = allocation.pool_of[row.driver], allocation.pool_of[row.partner]
        allocation.pool_of[row.driver], allocation.pool_of[row.partner] = theirs, mine


def not_there(allocation: Allocation, person: str) -> Reason | None:
    """Why somebody can't take part in a swap or a move at all."""
    name = allocation.name(person)
    if person in allocation.out:
        why = allocation.out[person].why
        if why == "signed out":
            return Reason(f"{name} has signed out of this round", "signed out")
        return Reason(f"{name} is out of this round ({why})", "banned")
    if person not in allocation.field:
        return Reason(f"{name} holds no place in this round", "unknown driver")
    return None


def _refusal(allocation: Allocation, rules: SwapRules, row: Swap, made: Mapping[str, int]) -> Reason | None:
    """Why a swap isn't possible, or nothing."""
    people = (row.driver, row.partner)
    for person in people:
        if reason := not_there(allocation, person):
            return reason
    for person in people:
        if person not in allocation.pool_of:
            return Reason(f"{allocation.name(person)} has no pool to give", "unknown driver")
    pools = [allocation.pool_of[person] for person in people]
    if pools[0] == pools[1] and "same pool" in rules.refuse:
        return Reason(f"both race in {pools[0]}", "same pool")
    for person, given in zip(people, reversed(pools), strict=True):
        if allocation.raced.get(person, given) != given:
            raced = allocation.raced[person]
            return Reason(f"{allocation.name(person)} has already raced in {raced}", "started")
    if rules.confirmed_by == "both" and not (row.confirmed and row.partner_confirmed):
        missing = allocation.name(row.partner if row.confirmed else row.driver)
        return Reason(f"{missing} hasn't confirmed it", "not confirmed")
    for person in people:
        if rules.per_round is not None and made.get(person, 0) >= rules.per_round:
            return Reason(f"{allocation.name(person)} has already swapped in this round", "already swapped")
    return _too_late(allocation, rules, row, pools)


def _too_late(allocation: Allocation, rules: SwapRules, row: Swap, pools: list[str]) -> Reason | None:
    """The earlier of the two races sets the limit, whatever the other pools of the round do."""
    if rules.until is None or row.at is None:
        return None
    schedule = allocation.course.schedule
    until = replace(rules.until, anchor=rules.until.anchor.replace("first race", "own race"))
    limits = [schedule.moment(until, allocation.round, pool) for pool in pools]
    limit = min((each for each in limits if each), default=None)
    if limit is None or row.at <= limit:
        return None
    local = limit.astimezone(schedule.zone)
    return Reason(f"it was asked for after {local:%a %d %b %H:%M} ({rules.until.text})", "started")


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
