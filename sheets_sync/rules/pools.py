"""pools: who races where.

``fill: choice`` reads the choices of a round: each driver's last one counts, first come first served by
its timestamp, and who finds a pool full has no place and is reported. ``fill: keep`` takes the pool of
the last round raced, else that of the entry list; nobody is left out of a pool that is too full, but it
is reported. Swaps then exchange two drivers' pools, in the order in which they were asked for; one that
the rules don't allow is refused with its reason. A swap is for one round: with kept pools each driver is
back in the own pool in the next. A pool that was already raced stays as it was raced.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sheets_sync.problems import Problem, Severity
from sheets_sync.records.choices import PoolChoice
from sheets_sync.records.names import fold
from sheets_sync.records.swaps import Swap
from sheets_sync.rules.allocation import Allocation, Placed, in_time
from sheets_sync.rules.swaps import swap

if TYPE_CHECKING:
    from sheets_sync.rules.course import Course


@dataclass(frozen=True, slots=True)
class PoolGrid:
    """The pools of a round; ``unplaced`` are drivers of the field without a pool."""

    round: int
    size: int | None
    pools: Mapping[str, tuple[Placed, ...]]
    unplaced: tuple[str, ...]
    article: str


def pools_of(course: Course, number: int) -> tuple[PoolGrid, list[Problem]]:
    """The pool grid of a round from the league's facts."""
    ruleset, schedule, facts = course.ruleset, course.schedule, course.facts
    field, entrants, last_pool = course.seats.field(number), course.seats.entrants, course.belongs
    signed_out = facts.signed_out(number)
    raced = {row.driver: row.pool or "" for row in facts.results if row.round == number}
    there = {person: seat for person, seat in field.items() if person not in signed_out}
    allocation = Allocation(ruleset, schedule, number, there, entrants, raced, last_pool, signed_out)
    choices = [row for row in facts.choices if row.round == number]
    return allocate(allocation, choices, [row for row in facts.swaps if row.round == number])


def allocate(
    allocation: Allocation, choices: Iterable[PoolChoice], swaps: Iterable[Swap]
) -> tuple[PoolGrid, list[Problem]]:
    """The pool grid of a round."""
    if allocation.rules.fill == "choice":
        _choose(allocation, choices)
    else:
        _keep(allocation)
    swap(allocation, swaps)
    _as_raced(allocation)
    return _grid(allocation), allocation.problems


def _as_raced(allocation: Allocation) -> None:
    """A pool that was raced stays as it was raced; who was to be in it and wasn't has no place yet."""
    raced_pools = set(allocation.raced.values())
    for person, pool in list(allocation.pool_of.items()):
        if pool in raced_pools and person not in allocation.raced:
            message = f"{pool} has already raced this round; {allocation.name(person)} has no place yet."
            cells = allocation.placed[person].cells or (allocation.entrants[person].row.cell("driver"),)
            allocation.report(message, cells[-1], "fill")
            del allocation.pool_of[person]
    for person, pool in allocation.raced.items():
        if person in allocation.field:
            allocation.place(person, pool, "raced", ())


def _keep(allocation: Allocation) -> None:
    for person in allocation.field:
        row, written = allocation.entrants[person].row, allocation.entrants[person].pool
        pool = _kept(allocation, person)
        if pool:
            allocation.place(person, pool, "as before", row.cells("pool"))
        elif written and person not in allocation.raced:
            what = f"{allocation.name(person)} has no pool in round {allocation.round}"
            allocation.report(f"{what}: there is no pool '{written}'.", row.cell("pool"), "names")
    _too_many(allocation)


def _kept(allocation: Allocation, person: str) -> str:
    """The pool of the last round raced, else that of the entry list, where this round has it."""
    names = {fold(name): name for name in allocation.rules.names}
    if len(names) == 1:
        return allocation.rules.names[0]
    last, written = allocation.last_pool.get(person), allocation.entrants[person].pool
    return names.get(fold(last or "")) or names.get(fold(written or "")) or ""


def _too_many(allocation: Allocation) -> None:
    size = allocation.size
    for pool in allocation.rules.names:
        people = [person for person, each in allocation.pool_of.items() if each == pool]
        if size is not None and len(people) > size:
            message = f"{pool} holds {len(people)} drivers, but has {size} places."
            at = allocation.entrants[people[-1]].row.cell("pool")
            allocation.report(message, at, "size", Severity.WARNING)


def _choose(allocation: Allocation, choices: Iterable[PoolChoice]) -> None:
    latest: dict[str, PoolChoice] = {}
    for row in sorted(choices, key=in_time):
        if row.driver in allocation.signed_out:
            message = f"{allocation.name(row.driver)} has signed out of this round. The choice is left out."
            allocation.report(message, row.row.cell("driver"), "fill", Severity.NOTE)
        elif row.driver not in allocation.field:
            message = f"{allocation.name(row.driver)} holds no place in this round. The choice is left out."
            allocation.report(message, row.row.cell("driver"), "fill", Severity.WARNING)
        else:
            latest[row.driver] = row
    for row in sorted(latest.values(), key=in_time):
        size = allocation.size
        if size is not None and allocation.held(row.pool) >= size:
            _overflow(allocation, row, size)
        else:
            how = f"chosen {row.at:%a %d %b %H:%M}" if row.at else "chosen"
            allocation.place(row.driver, row.pool, how, row.row.cells("at", "driver", "pool"))
    for person in allocation.field:
        if person not in latest and person not in allocation.raced:
            message = (
                f"{allocation.name(person)} has no pool in round {allocation.round}: no choice was made."
            )
            allocation.report(
                message, allocation.entrants[person].row.cell("driver"), "fill", Severity.WARNING
            )


def _overflow(allocation: Allocation, row: PoolChoice, size: int) -> None:
    if row.driver in allocation.raced:
        return
    free = {pool: size - allocation.held(pool) for pool in allocation.rules.names}
    places = ", ".join(f"{pool} {count}" for pool, count in free.items() if count > 0)
    message = (
        f"{row.pool} was full with {size} drivers when {allocation.name(row.driver)} chose it; "
        f"{allocation.name(row.driver)} has no place yet (free at that moment: {places or 'none'})."
    )
    allocation.report(message, row.row.cell("pool"), "fill")


def _grid(allocation: Allocation) -> PoolGrid:
    rules = allocation.rules
    pools: dict[str, list[Placed]] = {pool: [] for pool in rules.names}
    for person, pool in allocation.pool_of.items():
        pools.setdefault(pool, []).append(allocation.placed[person])
    order = {
        pool: tuple(sorted(each, key=lambda p: allocation.name(p.person))) for pool, each in pools.items()
    }
    unplaced = tuple(
        sorted((p for p in allocation.field if p not in allocation.pool_of), key=allocation.name)
    )
    return PoolGrid(allocation.round, allocation.size, order, unplaced, rules.cite("names"))
