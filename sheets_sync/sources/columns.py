"""Cells gathered column by column, so that far-away and blank cells cost next to nothing."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from itertools import chain, repeat
from typing import TypeVar, overload

from sheets_sync.cells import Value

T = TypeVar("T")

MAX_PADDING = 20_000_000
_WORTH_FILLING = 1_000


class TooManyCells(ValueError):
    """The cells of a tab lie so far apart that they do not fit into memory."""


class LongColumn(Sequence[T]):
    """A column whose end is all blank: a stray cell in the last row must not fill every column."""

    __slots__ = ("_blank", "_head", "_rows")

    def __init__(self, head: list[T], rows: int, blank: T) -> None:
        self._head, self._rows, self._blank = head, rows, blank

    def __len__(self) -> int:
        return self._rows

    def __iter__(self) -> Iterator[T]:
        return chain(self._head, repeat(self._blank, self._rows - len(self._head)))

    @overload
    def __getitem__(self, index: int) -> T: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[T]: ...
    def __getitem__(self, index: int | slice) -> T | Sequence[T]:
        if isinstance(index, slice):
            return [self[row] for row in range(*index.indices(self._rows))]
        row = index + self._rows if index < 0 else index
        if not 0 <= row < self._rows:
            raise IndexError(index)
        return self._head[row] if row < len(self._head) else self._blank


class Columns:
    """Takes cells in any order; a blank one counts only inside of the rectangle of the others."""

    __slots__ = ("_blank_formats", "_codes", "_columns", "_padding")

    def __init__(self) -> None:
        self._columns: dict[int, tuple[list[Value], list[str]]] = {}
        self._blank_formats = array("l")
        self._codes: dict[str, int] = {}
        self._padding = 0

    def put(self, row: int, column: int, value: Value, code: str) -> None:
        """Raises TooManyCells where padding up to this row would take too much memory."""
        found = self._columns.get(column)
        if found is None:
            found = self._columns[column] = ([], [])
        values, formats = found
        if len(values) == row - 1:
            values.append(value)
            formats.append(code)
        else:
            self._pad(values, row, None)
            self._pad(formats, row, "")
            values[row - 1], formats[row - 1] = value, code

    def put_all(self, rows: Sequence[int], column: int, values: Sequence[Value], code: str) -> None:
        """Many cells of a column with one format; ``rows`` ascend, and nothing was put there before."""
        found = self._columns.get(column)
        if found is None:
            found = self._columns[column] = ([], [])
        self._fill(found[0], rows, values, None)
        self._fill(found[1], rows, [code] * len(rows), "")

    def _fill(self, cells: list[T], rows: Sequence[int], new: Sequence[T], blank: T) -> None:
        self._padding -= len(rows)  # What is put into a gap that was padded makes it smaller.
        self._pad(cells, rows[-1], blank)
        if rows[-1] - rows[0] + 1 == len(rows):
            cells[rows[0] - 1 : rows[-1]] = new
        else:
            for row, value in zip(rows, new, strict=True):
                cells[row - 1] = value

    def _pad(self, column: list[T], rows: int, blank: T) -> None:
        missing = max(rows - len(column), 0)
        self._padding += missing
        if self._padding > MAX_PADDING:
            raise TooManyCells
        column.extend(repeat(blank, missing))

    def put_blank(self, row: int, column: int, code: str) -> None:
        """Remembers the number format of a cell without a value."""
        self._blank_formats.extend((row, column, self._codes.setdefault(code, len(self._codes))))

    def finish(self, reach: tuple[int, int]) -> tuple[list[Sequence[Value]], list[Sequence[str]]]:
        """The values and the formats, both as a full rectangle, at least up to that row and column."""
        rows = max((len(values) for values, _ in self._columns.values()), default=0)
        rows, width = max(rows, reach[0]), max(self._columns, default=0)
        width = max(width, reach[1])
        self._settle_blanks(rows, width)
        used = [self._columns.get(column, ([], [])) for column in range(1, width + 1)]
        values = [_filled(values, rows, None) for values, _ in used]
        return values, [_filled(formats, rows, "") for _, formats in used]

    def _settle_blanks(self, rows: int, width: int) -> None:
        codes, blanks = list(self._codes), self._blank_formats
        for row, column, code in zip(blanks[::3], blanks[1::3], blanks[2::3], strict=True):
            if row <= rows and column <= width:
                formats = self._columns.setdefault(column, ([], []))[1]
                self._pad(formats, row, "")
                formats[row - 1] = codes[code]


def _filled(head: list[T], rows: int, blank: T) -> Sequence[T]:
    if rows - len(head) > _WORTH_FILLING:
        return LongColumn(head, rows, blank)
    head.extend(repeat(blank, rows - len(head)))
    return head
