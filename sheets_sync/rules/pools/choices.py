"""Pools as the drivers choose them: first come, first served."""

from __future__ import annotations

from sheets_sync.problems import Severity, number_of
from sheets_sync.records.choices import PoolChoice
from sheets_sync.rules.pools.allocation import Allocation, in_time


def choose(allocation: Allocation) -> None:
    """Each driver's last choice counts, in the order of the timestamps, as long as there are places."""
    latest = _latest(allocation)
    for row in sorted(latest.values(), key=in_time):
        size = allocation.size
        if row.pool not in allocation.names:
            message = f"There is no pool '{row.pool}' in this round. The choice is left out."
            allocation.report(message, row.row.cell("pool"), "names")
        elif size is not None and allocation.held(row.pool) >= size:
            _overflow(allocation, row, size)
        else:
            how = f"chosen {row.at:%a %d %b %H:%M}" if row.at else "chosen"
            allocation.place(row.driver, row.pool, how, row.row.cells("at", "driver", "pool"))
    for person in allocation.field:
        if person not in latest and person not in allocation.raced:
            message = f"{allocation.name(person)} has no pool in {allocation.called}: no choice was made."
            at = allocation.entrants[person].row.cell("driver")
            allocation.report(message, at, "fill", Severity.WARNING)
    _short(allocation)


def _short(allocation: Allocation) -> None:
    """Once everybody has a place: which pools have places left."""
    size = allocation.size
    if size is None or not allocation.field:
        return
    if any(person not in allocation.pool_of for person in allocation.field):
        return
    for pool in allocation.names:
        held = allocation.held(pool)
        if held < size:
            free = f"{size - held} {'is' if size - held == 1 else 'are'} free"
            places = f"{number_of(held, 'driver')}, but has {number_of(size, 'place')}"
            message = f"{pool} holds {places}: {free}."
            allocation.report(message, None, "size", Severity.NOTE)


def _latest(allocation: Allocation) -> dict[str, PoolChoice]:
    latest: dict[str, PoolChoice] = {}
    choices = allocation.course.facts.in_round(allocation.course.facts.choices, allocation.round)
    for row in sorted(choices, key=in_time):
        name, at = allocation.name(row.driver), row.row.cell("driver")
        if row.driver in allocation.out:
            why = allocation.out[row.driver].why
            said = "has signed out of this round" if why == "signed out" else f"is out of this round ({why})"
            allocation.report(f"{name} {said}. The choice is left out.", at, "fill", Severity.NOTE)
        elif row.driver not in allocation.field:
            message = f"{name} holds no place in this round. The choice is left out."
            allocation.report(message, at, "fill", Severity.WARNING)
        else:
            latest[row.driver] = row
    return latest


def _overflow(allocation: Allocation, row: PoolChoice, size: int) -> None:
    if row.driver in allocation.raced:
        return
    free = {pool: size - allocation.held(pool) for pool in allocation.names}
    places = ", ".join(f"{pool} {count}" for pool, count in free.items() if count > 0)
    message = (
        f"{row.pool} was full with {number_of(size, 'driver')} when {allocation.name(row.driver)} chose it; "
        f"{allocation.name(row.driver)} has no place yet (free at that moment: {places or 'none'})."
    )
    allocation.report(message, row.row.cell("pool"), "fill")
