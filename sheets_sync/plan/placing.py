"""Where each table goes in its tab: into a range of its own, or from an anchor on, as large as it is."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace

from sheets_sync.cells import MAX_COLUMNS, MAX_ROWS, CellRange, Grid, a1
from sheets_sync.league import League
from sheets_sync.plan.drift import STILL, shift_of
from sheets_sync.plan.extents import Extent, areas_of
from sheets_sync.plan.memory import Memory, Spot
from sheets_sync.problems import Problem, Severity
from sheets_sync.tables.table import Table


@dataclass(frozen=True, slots=True)
class Placed:
    """The cells of one table. ``name``: what the memory calls it; ``columns``: the tab's column of each of
    the table's columns; ``top``: the row of our header where there are ``titles``, else of the first row;
    ``over``: cells that are ours, filled or to be blank; ``digests``: what we left, by where it is now.

    ``held``: where the table stood at our last write, as that is placed by now; None where nothing is known
    of that, and for one with a range of its own, which ``is_range``."""

    name: str
    columns: tuple[int, ...]
    top: int
    titles: bool
    over: Collection[Spot] = ()
    digests: Mapping[Spot, str] = field(default_factory=dict)
    held: Extent | None = None
    is_range: bool = False

    @property
    def first(self) -> int:
        """The row of the table's first row."""
        return self.top + self.titles

    def holds(self, spot: Spot) -> bool:
        """Whether the cell was ours before this run."""
        return self.is_range or (self.held is not None and spot[1:] in self.held)


def place(
    league: League, index: int, table: Table, grid: Grid, memory: Memory | None
) -> tuple[Placed | None, list[Problem]]:
    """Where one ``write`` of league.yaml goes. ``table``: with the chosen columns; ``memory``: only one of
    this very spreadsheet."""
    area = league.write[index].to.area
    if area is not None:
        return _in_range(league, index, table, grid, memory, area)
    if league.write[index].to.cells is None:
        at = league.line("write", index, "to")
        return None, [Problem("Tables below a header of yours can't be written yet.", at, "Give an anchor.")]
    return _from_anchor(league, index, table, grid, memory)


def _in_range(
    league: League, index: int, table: Table, grid: Grid, memory: Memory | None, area: CellRange
) -> tuple[Placed | None, list[Problem]]:
    write = league.write[index]
    high = len(table.rows) + write.header
    if len(table.columns) > area.columns or high > area.rows:
        return None, [_misfit(league, index, table, area, high)]
    columns = tuple(range(area.first_column, area.first_column + len(table.columns)))
    over = tuple(_covered(area, area.first_row + high - 1, grid))
    digests = memory.digests if memory else {}
    name = f"{grid.tab}!{a1(*area.first)}"
    return Placed(name, columns, area.first_row, write.header, over, digests, is_range=True), []


def _covered(area: CellRange, last: int, grid: Grid) -> Iterator[Spot]:
    """The cells of a range; of one that is open downward those up to the ``last`` row of the table, and all
    below it that hold something."""
    whole = replace(area, last_row=last) if area.is_open else area
    yield from ((grid.tab, row, column) for row, column in whole.places())
    for column in range(area.first_column, area.last_column + 1) if area.is_open else ():
        below = range(max(last, area.first_row - 1) + 1, grid.rows + 1)
        yield from ((grid.tab, row, column) for row in below if grid.value(row, column) is not None)


def _misfit(league: League, index: int, table: Table, area: CellRange, high: int) -> Problem:
    wide, at = len(table.columns), league.line("write", index, "to")
    last = max(area.last_row, area.first_row + high - 1), max(area.last_column, area.first_column + wide - 1)
    needed = CellRange(*area.first, *last)
    message = f"The table '{table.name}' has {wide} columns and {high} rows and doesn't fit into {area}."
    return Problem(message, at, f"Give it {league.write[index].to.tab}!{needed}.")


def _from_anchor(
    league: League, index: int, table: Table, grid: Grid, memory: Memory | None
) -> tuple[Placed | None, list[Problem]]:
    write, name = league.write[index], name_of(league, index, grid)
    begin = write.to.anchor or (1, 1)
    digests, held = _remembered(grid, memory, name)
    notes = []
    if held is not None and held.at == write.to.place and begin != (held.top, held.columns[0]):
        begin = held.top, held.columns[0]
        notes = [_moved(league, index, begin)]
    last = begin[0] + len(table.rows) + write.header - 1, begin[1] + len(table.columns) - 1
    if last[0] > MAX_ROWS or last[1] > MAX_COLUMNS:
        message = f"The table '{table.name}' doesn't fit into a sheet from {a1(*begin)} on."
        return None, [Problem(message, league.line("write", index, "to"), "Begin further up or left.")]
    columns = tuple(range(begin[1], last[1] + 1))
    over = _own_places(held, grid) if held is not None else _block(grid, columns, begin[0])
    return Placed(name, columns, begin[0], write.header, tuple(over), digests, held), notes


def name_of(league: League, index: int, grid: Grid) -> str:
    """What the memory calls a table without a range; the second of its kind in a tab has a number."""
    write = league.write[index]
    alike = [
        each
        for each in league.write[: index + 1]
        if each.to.area is None and (each.table, each.to.tab) == (write.table, write.to.tab)
    ]
    number = f" {len(alike)}" if len(alike) > 1 else ""
    return f"{grid.tab}!{write.table}{number}"


def _remembered(grid: Grid, memory: Memory | None, name: str) -> tuple[dict[Spot, str], Extent | None]:
    """What we left in the tab and where the table stood, moved to where these cells are by now."""
    if memory is None:
        return {}, None
    there = {spot[1:]: mark for spot, mark in memory.digests.items() if spot[0] == grid.tab}
    extent = memory.extents.get(name)
    if extent is None:
        return {(grid.tab, *place): mark for place, mark in there.items()}, None
    own = {place: mark for place, mark in there.items() if place in extent}
    shift = shift_of(grid, own)
    moved = {(grid.tab, *shift.moved(place)): mark for place, mark in own.items()}
    return moved, extent if shift == STILL else extent.moved(*shift)


def _own_places(held: Extent, grid: Grid) -> Iterator[Spot]:
    """The cells where the table stood, as far down as the tab goes."""
    shown = replace(held, last=min(held.last, grid.rows))
    return ((grid.tab, *place) for place in shown.places())


def _block(grid: Grid, columns: Collection[int], first: int) -> Iterator[Spot]:
    """The rows that stand there already, up to the first that is blank in these columns."""
    for row in range(first, grid.rows + 1):
        if all(grid.value(row, column) is None for column in columns):
            return
        yield from ((grid.tab, row, column) for column in columns)


def _moved(league: League, index: int, begin: tuple[int, int]) -> Problem:
    write, now = league.write[index], a1(*begin)
    message = (
        f"The table '{write.table}' begins at {now} now, not at {write.to.place}; it was followed there."
    )
    hint = f"Write {write.to.tab}!{now} in league.yaml."
    return Problem(message, league.line("write", index, "to"), hint, Severity.NOTE)


def extent_of(placed: Placed, at: str, table: Table) -> Extent | None:
    """Where the table stands after the write; None for one with a range of its own."""
    if placed.is_range:
        return None
    keys = tuple(column.key for column in table.columns)
    return Extent(at, placed.top, placed.first + len(table.rows) - 1, keys, placed.columns)


def own_areas(placed: Placed, table: Table) -> tuple[CellRange, ...]:
    """The ranges of a table without one of its own, as it stands after the write."""
    return areas_of(placed.columns, placed.top, placed.first + len(table.rows) - 1)
