"""Moves: a driver races in another pool of the same round, where a place is free or somebody is willing.

The row that is left over from the race that was missed counts for nothing.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from sheets_sync.cells import CellRef
from sheets_sync.problems import number_of
from sheets_sync.records.moves import Move
from sheets_sync.records.results import Result
from sheets_sync.rules.pools.allocation import Allocation, Placed, in_time
from sheets_sync.rules.pools.raced import starts
from sheets_sync.rules.pools.swaps import Reason, not_there
from sheets_sync.ruleset.kinds.pools import MoveRules
from sheets_sync.ruleset.model import Ruleset


@dataclass(frozen=True, slots=True)
class Relocated:
    """A driver who moved to another pool for one round. ``excused``: the race that was missed by it is no
    absence; ``partner``: who gave the place and takes the other one."""

    person: str
    from_pool: str
    to_pool: str
    excused: bool
    cells: tuple[CellRef, ...]
    article: str
    partner: str = ""


def relocate(allocation: Allocation, moves: Iterable[Move]) -> list[Relocated]:
    """Carries the moves out, in the order in which they were asked for, and reports those that can't be."""
    rules, made = allocation.rules.move, []
    for row in sorted(moves, key=in_time):
        reason = _refusal(allocation, rules, row) if rules else Reason("moves are not foreseen", "closed")
        if reason or rules is None:
            name = allocation.name(row.driver)
            message = f"The move of {name} to {row.pool} is refused: {reason.says if reason else ''}."
            keyword = reason.keyword if reason else ""
            allocation.report(message, row.row.cell("pool"), "move", refusal=keyword)
        else:
            made.append(_moved(allocation, rules, row))
    return made


def _moved(allocation: Allocation, rules: MoveRules, row: Move) -> Relocated:
    cells = row.row.cells("driver", "pool", "partner", "confirmed")
    person, old = row.driver, allocation.pool_of.get(row.driver, "")
    if allocation.raced.get(person) == row.pool and old == row.pool:
        old = ""
    partner = "" if _is_free(allocation, rules, row) else row.partner or ""
    if partner:
        _give_way(allocation, partner, old, allocation.name(person), cells)
    allocation.pool_of[person] = row.pool
    allocation.placed[person] = Placed(person, allocation.field[person], f"moved to {row.pool}", cells)
    excused, article = rules.missed_race == "no absence", allocation.rules.cite("move")
    return Relocated(person, old, row.pool, excused, cells, article, partner)


def _give_way(
    allocation: Allocation, partner: str, old: str, for_whom: str, cells: tuple[CellRef, ...]
) -> None:
    """Who gave the place takes the other one, unless that race is over."""
    if not old or old in allocation.done:
        del allocation.pool_of[partner]
        message = f"{allocation.name(partner)} gave the place to {for_whom} and has no place yet."
        allocation.report(message, cells[0], "move")
        return
    allocation.pool_of[partner] = old
    how = f"gave the place to {for_whom}"
    allocation.placed[partner] = Placed(partner, allocation.field[partner], how, cells)


def _refusal(allocation: Allocation, rules: MoveRules, row: Move) -> Reason | None:
    name = allocation.name(row.driver)
    if reason := not_there(allocation, row.driver):
        return reason
    if row.pool not in allocation.names:
        return Reason(f"there is no pool '{row.pool}' in this round", "out of range")
    if allocation.raced.get(row.driver) == row.pool:
        return None
    if row.driver in allocation.finished:
        return Reason(f"{name} has already raced in {allocation.raced[row.driver]}", "started")
    if allocation.pool_of.get(row.driver) == row.pool:
        return Reason(f"{name} races there anyway", "same pool")
    if row.pool in allocation.done:
        return Reason(f"{row.pool} has already raced", "started")
    return _too_late(allocation, rules, row) or _no_place(allocation, rules, row)


def _too_late(allocation: Allocation, rules: MoveRules, row: Move) -> Reason | None:
    old = allocation.pool_of.get(row.driver)
    if rules.after_start or old is None:
        return None
    start = allocation.course.schedule.slot(allocation.round, old).start
    late = row.at is not None and start is not None and row.at > start
    if late or (row.at is None and old in allocation.done):
        return Reason(f"the race in {old} had started", "started")
    return None


def _no_place(allocation: Allocation, rules: MoveRules, row: Move) -> Reason | None:
    """A place has to be free, or somebody of that pool willing to switch, as far as the rules allow it."""
    if _is_free(allocation, rules, row):
        return None
    if "driver willing" not in rules.if_:
        return Reason(f"{row.pool} is full with {number_of(allocation.held(row.pool), 'driver')}", "full")
    if row.partner is None:
        full = "free place" in rules.if_
        return Reason(f"{row.pool} is full and nobody switches" if full else "nobody switches", "full")
    partner = allocation.name(row.partner)
    if allocation.pool_of.get(row.partner) != row.pool:
        return Reason(f"{partner} doesn't race in {row.pool}", "not willing")
    if allocation.raced.get(row.partner) == row.pool:
        return Reason(f"{partner} has already raced in {row.pool}", "started")
    return None if row.confirmed else Reason(f"{partner} hasn't agreed", "not willing")


def _is_free(allocation: Allocation, rules: MoveRules, row: Move) -> bool:
    """Whether the place needs nobody to give way."""
    raced_there = allocation.raced.get(row.driver) == row.pool
    willing = row.partner is not None and row.confirmed and "driver willing" in rules.if_
    if willing and not raced_there and allocation.pool_of.get(row.partner or "") == row.pool:
        return False
    return raced_there or ("free place" in rules.if_ and allocation.has_room(row.pool))


def left_behind(ruleset: Ruleset, moved: Mapping[str, Relocated], rows: Collection[Result]) -> list[Result]:
    """The rows of the race that a driver missed by a move: no start, or one in vain before the other race."""
    there = {row.driver for row in rows if row.driver in moved and row.pool == moved[row.driver].to_pool}
    return [
        row
        for row in rows
        if row.driver in moved
        and row.pool == moved[row.driver].from_pool
        and (row.driver in there or not starts(ruleset, row))
    ]
