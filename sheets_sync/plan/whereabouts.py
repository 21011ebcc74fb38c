"""Which cells of a spreadsheet were ours at the last write, and where they are by now."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from sheets_sync.cells import Grid
from sheets_sync.league import League
from sheets_sync.plan.before import Before, Spot
from sheets_sync.plan.drift import STILL, Shift, shift_of
from sheets_sync.plan.extents import Extent, areas_of
from sheets_sync.plan.memory import Memory
from sheets_sync.plan.moved import memory_of, written_as
from sheets_sync.records.names import fold
from sheets_sync.sources.snapshot import OwnRange, Snapshot


def memory_here(league: League, snapshot: Snapshot) -> Memory | None:
    """What we remember, if it is of this very spreadsheet, cell by cell where the cells are by now."""
    memory = memory_of(snapshot, league)
    if memory is None or memory.identity != snapshot.identity:
        return None
    for name, extent in memory.extents.items():
        tab = name.rpartition("!")[0]
        grid = snapshot.grids.get(tab)
        left = memory.digests.items()
        own = {spot[1:]: mark for spot, mark in left if spot[0] == tab and spot[1:] in extent}
        shift = shift_of(grid, own) if grid is not None else STILL
        memory = memory if shift == STILL else _shifted(memory, name, shift)
    return memory


def _shifted(memory: Memory, name: str, shift: Shift) -> Memory:
    """One table without a range of its own stands elsewhere by now, with what it held before."""
    tab, extent = name.rpartition("!")[0], memory.extents[name]
    was = memory.before.extents.get(name) if memory.before is not None else None

    def moved(spot: Spot) -> Spot:
        is_of = spot[0] == tab and (spot[1:] in extent or (was is not None and spot[1:] in was))
        return (tab, *shift.moved(spot[1:])) if is_of else spot

    digests = {moved(spot): mark for spot, mark in memory.digests.items()}
    before = memory.before
    if before is not None:
        cells = {moved(spot): each for spot, each in before.cells.items()}
        before = replace(before, cells=cells, extents=_with(before.extents, name, shift))
    extents = _with(memory.extents, name, shift)
    return replace(memory, digests=digests, extents=extents, before=before)


def _with(extents: Mapping[str, Extent], name: str, shift: Shift) -> dict[str, Extent]:
    return {key: _extent(each, shift) if key == name else each for key, each in extents.items()}


def _extent(extent: Extent, shift: Shift) -> Extent:
    columns = tuple(column + shift.right for column in extent.columns)
    return replace(extent, top=extent.top + shift.down, last=extent.last + shift.down, columns=columns)


def own_ranges(league: League, snapshot: Snapshot, memory: Memory) -> list[OwnRange]:
    """The ranges that are ours by league.yaml, and those of tables that have none of their own."""
    found = []
    for write in league.write:
        grid = grid_named(snapshot, write.to.tab.tab) if write.to.tab.spreadsheet == snapshot.name else None
        if grid is not None and write.to.area is not None:
            written = written_as(snapshot, grid.tab, write.to.area)
            found.append(OwnRange(grid.tab, written, write.to.area))
    for name, extent in memory.extents.items():
        tab = name.rpartition("!")[0]
        for area in areas_of(extent.columns, extent.top, extent.last) if tab in snapshot.grids else ():
            found.append(OwnRange(tab, str(area), area))
    return found


def is_ours(own: list[OwnRange], before: Before, spot: Spot) -> bool:
    """Whether a cell that we wrote still is ours to write."""
    ranged = any(spot[0] == each.tab and spot[1:] in each.cells for each in own)
    return ranged or before.is_extended(spot)


def grid_named(snapshot: Snapshot, tab: str) -> Grid | None:
    return next((grid for name, grid in snapshot.grids.items() if fold(name) == fold(tab)), None)
