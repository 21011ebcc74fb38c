"""The way back from a fact to the cells that it was read from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from sheets_sync.cells import CellRef


@dataclass(frozen=True, slots=True)
class TabColumns:
    """Where the fields of a tab's records stand: field name -> column; ``headers``: as the tab calls them.
    ``fixed``: field -> the row of the one cell that says it for several records, such as a heading above."""

    spreadsheet: str
    tab: str
    columns: Mapping[str, int]
    headers: Mapping[str, str] = field(default_factory=dict)
    fixed: Mapping[str, int] = field(default_factory=dict)

    @property
    def first(self) -> int:
        """The first column of what stands in the records' own rows."""
        own = (column for name, column in self.columns.items() if name not in self.fixed)
        return min(own, default=1)


RowKey = tuple[str, str, int, tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class RowRef:
    """The row a fact was read from: the way back to its cells, one object a fact."""

    source: TabColumns
    row: int

    @property
    def key(self) -> RowKey:
        """What no other fact has: several can stand in one row, each in columns of its own."""
        source = self.source
        return source.spreadsheet, source.tab, self.row, tuple(source.columns.values())

    def row_of(self, name: str) -> int:
        """The row in which a field stands."""
        return self.source.fixed.get(name, self.row)

    def cell(self, name: str) -> CellRef:
        """The cell of a field; the row's first mapped cell where the tab has no such column."""
        source = self.source
        if name not in source.columns:
            return CellRef(source.spreadsheet, source.tab, self.row, source.first)
        return CellRef(source.spreadsheet, source.tab, self.row_of(name), source.columns[name])

    def cells(self, *names: str) -> tuple[CellRef, ...]:
        """The cells of those fields that the tab really has."""
        return tuple([self.cell(name) for name in names if name in self.source.columns])
