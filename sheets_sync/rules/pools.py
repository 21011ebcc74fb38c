"""pools: who races where.

``fill: choice`` reads the choices of a round: each driver's last one counts, first come first served by
its timestamp, and who finds a pool full has no place and is reported. ``fill: keep`` takes the pool of
the last round raced, else that of the entry list. Swaps then exchange two drivers' pools for this round
only, in the order in which they were asked for; one that the rules don't allow is refused with its
reason. A pool that was already raced stays as it was raced.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sheets_sync.cells import CellRef
from sheets_sync.problems import Problem, Severity
from sheets_sync.records.choices import PoolChoice
from sheets_sync.records.entries import Entrant
from sheets_sync.records.swaps import Swap
from sheets_sync.rules.schedule import LONG_AGO, Schedule
from sheets_sync.ruleset.kinds.pools import Pools, SwapRules
from sheets_sync.ruleset.model import Ruleset


@dataclass(frozen=True, slots=True)
class Placed:
    """A driver in a pool, and how they came there."""

    person: str
    seat: str
    how: str
    cells: tuple[CellRef, ...]


@dataclass(frozen=True, slots=True)
class PoolGrid:
    """The pools of a round; ``unplaced`` are drivers of the field without a pool."""

    round: int
    size: int | None
    pools: Mapping[str, tuple[Placed, ...]]
    unplaced: tuple[str, ...]
    article: str


@dataclass(slots=True)
class Allocation:
    """What the pools of a round are made from."""

    ruleset: Ruleset
    schedule: Schedule
    round: int
    field: Mapping[str, str]
    entrants: Mapping[str, Entrant]
    raced: Mapping[str, str]
    last_pool: Mapping[str, str]
    signed_out: frozenset[str]
    pool_of: dict[str, str] = dataclasses.field(default_factory=dict)
    placed: dict[str, Placed] = dataclasses.field(default_factory=dict)
    problems: list[Problem] = dataclasses.field(default_factory=list)

    @property
    def rules(self) -> Pools:
        return self.ruleset.pools.at(self.ruleset.where(self.round)) or self.ruleset.pools.usual

    def name(self, person: str) -> str:
        return self.entrants[person].driver

    def place(self, person: str, pool: str, how: str, cells: tuple[CellRef, ...]) -> None:
        self.pool_of[person] = pool
        self.placed[person] = Placed(person, self.field[person], how, cells)

    def held(self, pool: str) -> int:
        return sum(each == pool for each in self.pool_of.values())

    def report(self, message: str, at: CellRef, setting: str, severity: Severity = Severity.ERROR) -> None:
        self.problems.append(Problem(message, at, "", severity, "pools", self.rules.cite(setting)))


def allocate(
    allocation: Allocation, choices: Iterable[PoolChoice], swaps: Iterable[Swap]
) -> tuple[PoolGrid, list[Problem]]:
    """The pool grid of a round."""
    for person, pool in allocation.raced.items():
        if person in allocation.field:
            allocation.place(person, pool, "raced", ())
    if allocation.rules.fill == "choice":
        _choose(allocation, choices)
    else:
        _keep(allocation)
    _swap(allocation, swaps)
    return _grid(allocation), allocation.problems


def _keep(allocation: Allocation) -> None:
    names = allocation.rules.names
    for person in allocation.field:
        entrant = allocation.entrants[person]
        pool = allocation.last_pool.get(person) or entrant.pool or (names[0] if len(names) == 1 else "")
        if pool and person not in allocation.pool_of:
            allocation.place(person, pool, "as before", entrant.row.cells("pool"))


def _choose(allocation: Allocation, choices: Iterable[PoolChoice]) -> None:
    latest: dict[str, PoolChoice] = {}
    for row in sorted(choices, key=_in_time):
        if row.driver in allocation.signed_out:
            message = f"{allocation.name(row.driver)} has signed out of this round. The choice is left out."
            allocation.report(message, row.row.cell("driver"), "fill", Severity.NOTE)
        elif row.driver not in allocation.field:
            message = f"{allocation.name(row.driver)} holds no place in this round. The choice is left out."
            allocation.report(message, row.row.cell("driver"), "fill", Severity.WARNING)
        elif row.driver not in allocation.raced:
            latest[row.driver] = row
    raced_pools = set(allocation.raced.values())
    for row in sorted(latest.values(), key=_in_time):
        size = allocation.rules.size
        if row.pool in raced_pools:
            message = (
                f"{row.pool} has already raced this round; {allocation.name(row.driver)} has no place yet."
            )
            allocation.report(message, row.row.cell("pool"), "fill")
        elif size is not None and allocation.held(row.pool) >= size:
            _overflow(allocation, row, size)
        else:
            how = f"chosen {row.at:%a %d %b %H:%M}" if row.at else "chosen"
            allocation.place(row.driver, row.pool, how, row.row.cells("at", "driver", "pool"))
    for person in allocation.field:
        if person not in allocation.pool_of and person not in latest:
            message = (
                f"{allocation.name(person)} has no pool in round {allocation.round}: no choice was made."
            )
            allocation.report(
                message, allocation.entrants[person].row.cell("driver"), "fill", Severity.WARNING
            )


def _in_time(row: PoolChoice | Swap) -> tuple[bool, object, int]:
    return (row.at is None, row.at or LONG_AGO, row.row.row)


def _overflow(allocation: Allocation, row: PoolChoice, size: int) -> None:
    free = {pool: size - allocation.held(pool) for pool in allocation.rules.names}
    places = ", ".join(f"{pool} {count}" for pool, count in free.items() if count > 0)
    message = (
        f"{row.pool} was full with {size} drivers when {allocation.name(row.driver)} chose it; "
        f"{allocation.name(row.driver)} has no place yet (free at that moment: {places or 'none'})."
    )
    allocation.report(message, row.row.cell("pool"), "fill")


def _swap(allocation: Allocation, swaps: Iterable[Swap]) -> None:
    rules = allocation.rules.swap
    made: dict[str, int] = {}
    for row in sorted(swaps, key=_in_time):
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
    if rules.confirmed_by == "both" and not (row.confirmed and row.partner_confirmed):
        missing = allocation.name(row.partner if row.confirmed else row.driver)
        return f"{missing} hasn't confirmed it"
    for person in people:
        if rules.per_round is not None and made.get(person, 0) >= rules.per_round:
            return f"{allocation.name(person)} has already swapped in this round"
    return _too_late(allocation, rules, row, pools)


def _too_late(allocation: Allocation, rules: SwapRules, row: Swap, pools: list[str]) -> str:
    starts = [
        slot.start for pool in pools if (slot := allocation.schedule.slot(allocation.round, pool)).start
    ]
    if rules.until is None or row.at is None or not starts:
        return ""
    limit = min(starts) + rules.until.offset
    return f"it was asked for after {limit:%a %d %b %H:%M} ({rules.until.text})" if row.at > limit else ""


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
    return PoolGrid(allocation.round, rules.size, order, unplaced, rules.cite("names"))
