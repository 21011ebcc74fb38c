"""A tab in the making: cells are put where they belong, and become the grid that a source would give."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from sheets_sync.cells import CellRange, Grid, Value
from tests.messy.season import Clean
from tests.messy.writing import Written

Place = tuple[int, int]


@dataclass
class Sheet:
    tab: str
    cells: dict[Place, Written] = field(default_factory=dict)
    merges: list[CellRange] = field(default_factory=list)

    def put(self, row: int, column: int, what: Value | Written) -> Place:
        self.cells[row, column] = what if isinstance(what, Written) else Written(what)
        return row, column

    def merge(self, first: Place, last: Place) -> None:
        if first != last:
            self.merges.append(CellRange(*first, *last))

    def lines(self) -> list[str]:
        grid = self.grid()
        rows = [
            [grid.value(row, column) for column in range(1, grid.columns + 1)]
            for row in range(1, grid.rows + 1)
        ]
        merges = [f"merged {each}" for each in self.merges]
        return [
            f"[{self.tab}]",
            *merges,
            *(" | ".join("" if each is None else repr(each) for each in row) for row in rows),
        ]

    def grid(self) -> Grid:
        rows = max((row for row, _ in self.cells), default=0)
        width = max((column for _, column in self.cells), default=0)
        blank = Written(None)
        whole = [
            [self.cells.get((row, column), blank) for row in range(1, rows + 1)]
            for column in range(1, width + 1)
        ]
        values = [[each.value for each in column] for column in whole]
        formats = [[each.number_format for each in column] for column in whole]
        return Grid("season", self.tab, values, formats, {}, tuple(self.merges))


@dataclass(frozen=True)
class Laid:
    """Records laid out in tabs. ``read``: the setting under `read` for them; ``expected``: what the reader is
    to give back; ``cells``: record -> field -> where it is written."""

    sheets: tuple[Sheet, ...]
    read: str
    cells: Mapping[Clean, Mapping[str, tuple[str, int, int]]]
    kind: str = "results"

    @property
    def expected(self) -> list[Clean]:
        return sorted(self.cells, key=lambda each: each.order)

    def _repr_pretty_(self, printer: Any, _: bool) -> None:
        """A failing example shows the setting and every row as a person sees it."""
        printer.text("\n".join([self.read, *(line for sheet in self.sheets for line in sheet.lines())]))
