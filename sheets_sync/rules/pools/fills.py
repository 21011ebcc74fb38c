"""The ways in which pools are filled, but for the choice of the drivers themselves."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from itertools import cycle
from typing import TYPE_CHECKING

from sheets_sync.cells import CellRef
from sheets_sync.problems import Severity
from sheets_sync.records.names import fold
from sheets_sync.rules.pools.allocation import Allocation, in_time
from sheets_sync.rules.pools.raced import filling_sessions
from sheets_sync.rules.standings.measuring import ranked, row_in

if TYPE_CHECKING:
    from sheets_sync.rules.movement.rule import Moved


def keep(allocation: Allocation) -> None:
    """As in the round before, else as in the entry list."""
    moved = {each.person: each for each in _last_moves(allocation)}
    for person in allocation.field:
        row, written = allocation.entrants[person].row, allocation.entrants[person].pool
        pool = _kept(allocation, person)
        if pool and person in moved and moved[person].to_pool == pool:
            allocation.place(person, pool, moved[person].says, moved[person].cells)
        elif pool:
            allocation.place(person, pool, "as before", row.cells("pool"))
        elif written and person not in allocation.raced:
            what = f"{allocation.name(person)} has no pool in {allocation.called}"
            allocation.report(f"{what}: there is no pool '{written}'.", row.cell("pool"), "names")


def _last_moves(allocation: Allocation) -> tuple[Moved, ...]:
    moved, schedule = allocation.course.moved, allocation.course.schedule
    earlier = (number for number in moved if schedule.is_after(allocation.round, number))
    last = max(earlier, key=schedule.turn, default=None)
    return () if last is None else moved[last]


def _kept(allocation: Allocation, person: str) -> str:
    """The pool where the driver belongs, else that of the entry list, else that of whoever had the seat."""
    names = {fold(name): name for name in allocation.names}
    if len(names) == 1:
        return allocation.names[0]
    belongs, entrants = allocation.course.belongs, allocation.entrants
    before = allocation.course.seats.people(allocation.field[person], allocation.round)
    candidates = [belongs.get(person), entrants[person].pool]
    if not any(candidates):
        candidates += [pool for each in reversed(before) for pool in (belongs.get(each), entrants[each].pool)]
    return next((names[fold(each)] for each in candidates if each and fold(each) in names), "")


def rank(allocation: Allocation) -> None:
    """The first pool is filled first, by the ranking."""
    for place, person in enumerate(_ranking(allocation), 1):
        pool = next((each for each in allocation.names if allocation.has_room(each)), None)
        _into(allocation, person, pool, place)


def snake(allocation: Allocation) -> None:
    """The pools in turn, there and back, by the ranking: 1-2-3-3-2-1."""
    turns = cycle([*allocation.names, *reversed(allocation.names)])
    for place, person in enumerate(_ranking(allocation), 1):
        tries = [next(turns)]
        while not allocation.has_room(tries[-1]) and len(tries) < 2 * len(allocation.names):
            tries.append(next(turns))
        _into(allocation, person, tries[-1] if allocation.has_room(tries[-1]) else None, place)


def _ranking(allocation: Allocation) -> list[str]:
    """The field in the order of the measures; nobody yet where a session of this round decides it and isn't
    driven."""
    course, number = allocation.course, allocation.round
    driven = {made.event.session for made in course.round_classifications(number)}
    missing = [each for each in filling_sessions(course.ruleset, number) if each not in driven]
    if missing:
        allocation.waits_for = missing[-1]
        message = f"The pools of {allocation.called} follow from its {missing[-1]}."
        allocation.report(message, None, "fill", Severity.NOTE)
        return []
    return ranked(course, allocation.rules.by, allocation.field, number)


def _into(allocation: Allocation, person: str, pool: str | None, place: int) -> None:
    by = ", ".join(map(str, allocation.rules.by))
    if pool is not None:
        how = f"{place} by {by}" if by else f"{place} in the order of the entries"
        allocation.place(person, pool, how, _cells(allocation, person))
    elif person not in allocation.raced:
        message = f"{allocation.name(person)} has no place: all pools are full."
        allocation.report(message, allocation.entrants[person].row.cell("driver"), "size")


def _cells(allocation: Allocation, person: str) -> tuple[CellRef, ...]:
    """The rows of the sessions that the ranking goes by, else the entry."""
    found: list[CellRef] = []
    for measure in allocation.rules.by:
        row, _ = row_in(allocation.course, measure.name, person, allocation.round)
        if row is not None:
            found += row.runner.result.row.cells("driver", "place", "best_lap")
    return tuple(found) or allocation.entrants[person].row.cells("driver")


def draw(allocation: Allocation) -> None:
    """By lot, the same lot in every run. What the choices tab says was drawn already stays."""
    _by_tab(allocation)
    ruleset = allocation.course.ruleset
    seed = f"{ruleset.name} {ruleset.document} {allocation.round}"
    lots = sorted(allocation.field, key=lambda person: hashlib.sha256(f"{seed} {person}".encode()).digest())
    for person in lots:
        if person not in allocation.pool_of:
            free = [pool for pool in allocation.names if allocation.has_room(pool)]
            pool = min(free, key=allocation.held, default=None)
            if pool is None:
                _into(allocation, person, None, 0)
            else:
                cells = allocation.entrants[person].row.cells("driver")
                allocation.place(person, pool, "drawn by lot", cells)


def tab(allocation: Allocation) -> None:
    """As the choices tab says, whenever it was written."""
    _by_tab(allocation)
    for person in allocation.field:
        if person not in allocation.pool_of and person not in allocation.raced:
            message = f"{allocation.name(person)} has no pool in {allocation.called}: no row names one."
            at = allocation.entrants[person].row.cell("driver")
            allocation.report(message, at, "fill", Severity.WARNING)


def _by_tab(allocation: Allocation) -> None:
    rows = allocation.course.facts.in_round(allocation.course.facts.choices, allocation.round)
    for row in sorted(rows, key=in_time):
        if row.driver in allocation.field and row.pool in allocation.names:
            allocation.place(row.driver, row.pool, "as in the tab", row.row.cells("driver", "pool"))
        else:
            _not_placed(allocation, row.driver, row.pool, row.row.cell("driver"))


def _not_placed(allocation: Allocation, person: str, pool: str, at: CellRef) -> None:
    name = allocation.name(person)
    if person in allocation.out:
        message = f"{name} is out of this round ({allocation.out[person].why}). The row is left out."
        allocation.report(message, at, "fill", Severity.NOTE)
    elif person not in allocation.field:
        message = f"{name} holds no place in this round. The row is left out."
        allocation.report(message, at, "fill", Severity.WARNING)
    else:
        allocation.report(f"There is no pool '{pool}' in this round. The row is left out.", at, "names")


def together(allocation: Allocation) -> None:
    """Everybody in the first pool."""
    for person in allocation.field:
        cells = allocation.entrants[person].row.cells("driver")
        allocation.place(person, allocation.names[0], "all together", cells)


FILLS: Mapping[str, Callable[[Allocation], None]] = {
    "keep": keep,
    "rank": rank,
    "snake": snake,
    "draw": draw,
    "tab": tab,
    "together": together,
}
