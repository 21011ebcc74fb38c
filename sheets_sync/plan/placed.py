"""What is to be placed, and where it was placed."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from sheets_sync.cells import CellRange, Grid
from sheets_sync.league import League
from sheets_sync.league_file import RangeWrite
from sheets_sync.plan.extents import NOWHERE, Extent, areas_of
from sheets_sync.plan.memory import Memory, Spot
from sheets_sync.problems import FileLine
from sheets_sync.tables.table import Table


@dataclass(frozen=True, slots=True)
class Order:
    """One ``write`` of league.yaml. ``table``: with the columns that may be written; ``grid``: the tab;
    ``memory``: only one of this very spreadsheet."""

    league: League
    index: int
    table: Table
    grid: Grid
    memory: Memory | None

    @property
    def write(self) -> RangeWrite:
        return self.league.write[self.index]

    @property
    def line(self) -> FileLine:
        """Where league.yaml says where it goes."""
        return self.league.line("write", self.index, "to")

    @property
    def name(self) -> str:
        """What the memory calls a table without a range; the second of its kind in a tab has a number."""
        alike = [
            each
            for each in self.league.write[: self.index + 1]
            if each.to.area is None and (each.table, each.to.tab) == (self.write.table, self.write.to.tab)
        ]
        number = f" {len(alike)}" if len(alike) > 1 else ""
        return f"{self.grid.tab}!{self.write.table}{number}"


@dataclass(frozen=True, slots=True)
class Placed:
    """The cells of one table. ``name``: what the memory calls it; ``keys`` and ``columns``: which of its
    columns stands where in the tab; ``top``: the row of our header where there are ``titles``, else of the
    first row; ``over``: cells that are ours, filled or to be blank; ``digests``: what we left, by where it is
    now.

    ``held``: where the table stood at our last write, as that is placed by now; where that isn't ``known``,
    the rows that stand there already. A table with a range of its own (``is_range``) has no need of it."""

    name: str
    keys: tuple[str, ...]
    columns: tuple[int, ...]
    top: int
    titles: bool = False
    over: Collection[Spot] = ()
    digests: Mapping[Spot, str] = field(default_factory=dict)
    held: Extent = NOWHERE
    known: bool = False
    is_range: bool = False

    @property
    def first(self) -> int:
        """The row of the table's first row."""
        return self.top + self.titles

    def holds(self, spot: Spot) -> bool:
        """Whether the cell was ours before this run."""
        return self.is_range or (self.known and spot[1:] in self.held)

    def extent(self, at: str, rows: int) -> Extent | None:
        """What is remembered of where so many rows stand; None for a range."""
        last = self.first + rows - 1
        return None if self.is_range else Extent(at, self.top, last, self.keys, self.columns, self.titles)

    def areas(self, rows: int) -> tuple[CellRange, ...]:
        """The ranges of a table without one of its own, once it has so many rows."""
        return areas_of(self.columns, self.top, self.first + rows - 1)
