"""Cells: where a value stands in a spreadsheet, and the grid of a tab.

Rows and columns count from 1. A value is kept as the spreadsheet stores it: a date or a
duration is a number, and only the cell's number format tells it from a plain one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from sheets_sync.notation import (
    MAX_COLUMNS,
    MAX_ROWS,
    a1,
    column_letters,
    column_number,
    parse_a1,
)
from sheets_sync.shown.code import number_writer, text_writer

__all__ = [
    "MAX_COLUMNS",
    "MAX_ROWS",
    "Cell",
    "CellError",
    "CellRange",
    "CellRef",
    "Grid",
    "Value",
    "a1",
    "column_letters",
    "column_number",
    "parse_a1",
]


@dataclass(frozen=True, slots=True)
class CellError:
    """An error value that a formula left in a cell, such as ``#DIV/0!``."""

    code: str

    def __str__(self) -> str:
        return self.code


Value = None | str | bool | int | float | CellError


@dataclass(frozen=True, slots=True, order=True)
class CellRef:
    """One cell: ``spreadsheet`` is its name in league.yaml."""

    spreadsheet: str
    tab: str
    row: int
    column: int

    @property
    def a1(self) -> str:
        return a1(self.row, self.column)

    def __str__(self) -> str:
        return f"{self.spreadsheet}!{self.tab}!{self.a1}"


@dataclass(frozen=True, slots=True)
class CellRange:
    """A rectangle of cells of one tab, both corners included. One that ends in the last row of all is open
    downward: it reaches as far as there is something in it."""

    first_row: int
    first_column: int
    last_row: int
    last_column: int

    @classmethod
    def parse(cls, text: str) -> CellRange:
        """``A4:M70``, ``A4:M`` for one that is open downward, or one cell. Raises ValueError with what would
        be right."""
        first, _, last = text.partition(":")
        last = f"{last}{MAX_ROWS}" if last.strip().isalpha() else last
        try:
            (r1, c1), (r2, c2) = parse_a1(first), parse_a1(last or first)
        except ValueError as error:
            raise ValueError(f"'{text}' is no range; write it like A4:M70 ({error})") from None
        return cls(min(r1, r2), min(c1, c2), max(r1, r2), max(c1, c2))

    @property
    def first(self) -> tuple[int, int]:
        """The row and column of its first cell."""
        return self.first_row, self.first_column

    @property
    def corners(self) -> str:
        """``A4:M70``, with the number of its last row even if it is open: so it stands in files."""
        return f"{a1(self.first_row, self.first_column)}:{a1(self.last_row, self.last_column)}"

    @property
    def is_open(self) -> bool:
        return self.last_row == MAX_ROWS

    @property
    def rows(self) -> int:
        return self.last_row - self.first_row + 1

    @property
    def columns(self) -> int:
        return self.last_column - self.first_column + 1

    @property
    def column_numbers(self) -> range:
        return range(self.first_column, self.last_column + 1)

    def __contains__(self, place: object) -> bool:
        if not isinstance(place, tuple) or len(place) != 2:
            return False
        row, column = place
        inside_rows: bool = self.first_row <= row <= self.last_row
        return inside_rows and bool(self.first_column <= column <= self.last_column)

    def overlaps(self, other: CellRange) -> bool:
        return (
            self.first_row <= other.last_row
            and other.first_row <= self.last_row
            and self.first_column <= other.last_column
            and other.first_column <= self.last_column
        )

    def places(self) -> Iterator[tuple[int, int]]:
        for row in range(self.first_row, self.last_row + 1):
            for column in range(self.first_column, self.last_column + 1):
                yield row, column

    def __str__(self) -> str:
        return self.corners.removesuffix(str(MAX_ROWS)) if self.is_open else self.corners


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell as read, made on demand from its grid."""

    ref: CellRef
    value: Value
    number_format: str
    formula: str | None


@dataclass(frozen=True, slots=True)
class Grid:
    """The used cells of one tab, column by column.

    ``values[c][r]`` is the cell in column c+1 and row r+1; ``formats`` has the same shape and
    holds number format codes (``""`` for General). ``formulas`` and ``merges`` are sparse.
    ``old_results``: no program has recalculated the formulas since our last write; ``time_zone``: the one
    that its dates are typed in, empty where the spreadsheet doesn't say. ``hidden_rows`` and
    ``hidden_columns``: those that a person doesn't see, rows that a filter leaves out among them.
    """

    spreadsheet: str
    tab: str
    values: Sequence[Sequence[Value]]
    formats: Sequence[Sequence[str]]
    formulas: Mapping[tuple[int, int], str] = field(default_factory=dict)
    merges: tuple[CellRange, ...] = ()
    epoch_1904: bool = False
    old_results: bool = False
    time_zone: str = ""
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()

    @property
    def rows(self) -> int:
        return len(self.values[0]) if self.values else 0

    @property
    def columns(self) -> int:
        return len(self.values)

    def value(self, row: int, column: int) -> Value:
        if row < 1 or column < 1:
            return None
        try:
            return self.values[column - 1][row - 1]
        except IndexError:
            return None

    def number_format(self, row: int, column: int) -> str:
        if 1 <= column <= self.columns and 1 <= row <= self.rows:
            return self.formats[column - 1][row - 1]
        return ""

    def shown(self, row: int, column: int) -> str:
        """What a person sees in the cell: its value as its number format writes it, in English; as without
        a format where the format isn't understood."""
        try:
            value, code = self.values[column - 1][row - 1], self.formats[column - 1][row - 1]
        except IndexError:
            return ""
        if isinstance(value, str):
            return text_writer(code)(value) if "@" in code else value
        if value is None:
            return ""
        if isinstance(value, bool):
            return "TRUE" if value else "FALSE"
        if isinstance(value, CellError):
            return value.code
        return number_writer(code, self.epoch_1904)(value)

    def ref(self, row: int, column: int) -> CellRef:
        return CellRef(self.spreadsheet, self.tab, row, column)

    def cell(self, row: int, column: int) -> Cell:
        return Cell(
            self.ref(row, column),
            self.value(row, column),
            self.number_format(row, column),
            self.formulas.get((row, column)),
        )
