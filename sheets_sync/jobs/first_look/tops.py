"""The tops of tabs: rows that may be the header of a table, and its columns with the first of their cells."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice

from sheets_sync.cells import Cell, Grid
from sheets_sync.records.names import clean, fold

ROWS_LOOKED_AT = 400
"""So many rows of a tab are enough to tell what it is."""
_HEADER_ROWS = 60
_SAMPLE = 40
_LONGEST_HEADER = 160


@dataclass(frozen=True, slots=True, eq=False)
class Column:
    """One column below a header row: its ``header`` as it is written, the first filled ``cells``, and how
    many rows are ``filled`` among those that were looked at."""

    number: int
    header: str
    cells: tuple[Cell, ...]
    filled: int

    @property
    def texts(self) -> list[str]:
        """The folded texts of its cells."""
        return [fold(each.value) for each in self.cells if isinstance(each.value, str)]

    @property
    def distinct(self) -> int:
        return len({str(each.value) for each in self.cells})


@dataclass(frozen=True, slots=True)
class Top:
    """A table as its header row shows it. ``rows``: how many rows below have anything in its columns."""

    tab: str
    row: int
    columns: tuple[Column, ...]
    rows: int

    @property
    def headers(self) -> tuple[str, ...]:
        return tuple(column.header for column in self.columns)


def header_rows(grid: Grid) -> list[int]:
    """Rows in which at least one short text stands, from the top."""
    last = min(grid.rows, _HEADER_ROWS)
    return [row for row in range(1, last + 1) if texts_of(grid, row)]


def texts_of(grid: Grid, row: int) -> dict[int, str]:
    """Column -> text, of a row's texts that aren't too long for a header."""
    found: dict[int, str] = {}
    for column in range(1, grid.columns + 1):
        value = grid.value(row, column)
        if isinstance(value, str) and 0 < len(clean(value)) <= _LONGEST_HEADER:
            found[column] = clean(value)
    return found


def top_of(grid: Grid, row: int) -> Top:
    """The table whose header stands in that row. A column without a text there is none of it."""
    last = min(grid.rows, row + ROWS_LOOKED_AT)
    columns = tuple(_column(grid, row, last, number, text) for number, text in texts_of(grid, row).items())
    numbers = [column.number for column in columns]
    rows = sum(any(_filled(grid, below, number) for number in numbers) for below in range(row + 1, last + 1))
    return Top(grid.tab, row, columns, rows)


def _column(grid: Grid, row: int, last: int, number: int, text: str) -> Column:
    filled = [below for below in range(row + 1, last + 1) if _filled(grid, below, number)]
    cells = (grid.cell(below, number) for below in filled)
    told = (cell for cell in cells if fold(str(cell.value)) != fold(text))
    return Column(number, text, tuple(islice(told, _SAMPLE)), len(filled))


def _filled(grid: Grid, row: int, column: int) -> bool:
    value = grid.value(row, column)
    return value is not None and not (isinstance(value, str) and not clean(value))
