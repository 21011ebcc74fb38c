"""Ranges: A1 and R1C1 notation, named ranges and grid ranges, all as areas of a sheet; and their names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from .book import Book, Sheet
from .errors import Refusal
from .notation import corner, corners, quoted


@dataclass(frozen=True, slots=True)
class Area:
    """Cells of a sheet, half open; a side without end goes to the edge of the grid."""

    sheet: Sheet
    top: int = 0
    left: int = 0
    bottom: int | None = None
    right: int | None = None
    single: bool = False  # written as one cell: values may flow over it

    @property
    def end_row(self) -> int:
        rows = self.sheet.row_count
        return rows if self.bottom is None else min(self.bottom, rows)

    @property
    def end_column(self) -> int:
        columns = self.sheet.column_count
        return columns if self.right is None else min(self.right, columns)

    @property
    def height(self) -> int:
        return max(0, self.end_row - self.top)

    @property
    def width(self) -> int:
        return max(0, self.end_column - self.left)

    def clipped(self) -> Area:
        """The same cells with every end said."""
        return replace(self, bottom=self.end_row, right=self.end_column)

    def places(self) -> Iterator[tuple[int, int]]:
        """Every cell, row by row."""
        for row in range(self.top, self.end_row):
            for column in range(self.left, self.end_column):
                yield row, column

    def holds(self, row: int, column: int) -> bool:
        return self.top <= row < self.end_row and self.left <= column < self.end_column

    def among(self, keys: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
        """Those of many cells that lie in the area."""
        top, left, bottom, right = self.top, self.left, self.end_row, self.end_column
        return [(row, column) for row, column in keys if top <= row < bottom and left <= column < right]

    def name(self) -> str:
        """`Sheet1!A1:B2`, with the ends that the grid gives it."""
        return f"{quoted(self.sheet.title)}!{corners(self.top, self.left, self.end_row, self.end_column)}"

    def name_as_given(self) -> str:
        """With its ends as they were asked for, beyond the grid or open."""
        return f"{quoted(self.sheet.title)}!{corners(self.top, self.left, self.bottom, self.right)}"

    def refuse_outside(self) -> None:
        """A range that begins beyond the grid can't be read or written."""
        rows, columns = self.sheet.row_count, self.sheet.column_count
        if self.top >= rows or self.left >= columns:
            size = f"Max rows: {rows}, max columns: {columns}"
            raise Refusal(f"Range ({self.name_as_given()}) exceeds grid limits. {size}")


def parse(book: Book, text: str) -> Area:
    """The area that a text means; a Refusal says that it can't be read."""
    title, _, cells = _divided(text)
    if title is None:
        return _bare(book, text)
    sheet = book.titled(title)
    if sheet is None:
        raise _unreadable(text)
    if cells is None:
        return Area(sheet)
    return _cells(sheet, cells) or _named_on(book, sheet, cells, text)


def _named_on(book: Book, sheet: Sheet, cells: str, text: str) -> Area:
    named = book.named(cells)
    if named is not None and int(named["range"].get("sheetId", 0)) == sheet.id:
        return of_grid_range(book, named["range"])
    raise _unreadable(text)


def _unreadable(text: str) -> Refusal:
    return Refusal(f"Unable to parse range: {text}")


def _divided(text: str) -> tuple[str | None, bool, str | None]:
    """Title (None where there is none), whether it was quoted, and the cells after it."""
    match = re.fullmatch(r"'((?:[^']|'')*)'(?:!(.*))?", text, re.DOTALL)
    if match:
        return match[1].replace("''", "'"), True, match[2]
    if "!" in text:
        title, _, cells = text.rpartition("!")
        return title, False, cells
    return None, False, None


def _bare(book: Book, text: str) -> Area:
    """Without a title: cells of the first sheet, else a named range, else a sheet."""
    first = book.sheets[0]
    area = _cells(first, text)
    if area is not None and not (area.bottom is None and area.right is None and book.titled(text)):
        return area
    named = book.named(text)
    if named is not None:
        return of_grid_range(book, named["range"])
    sheet = book.titled(text)
    if sheet is None:
        raise _unreadable(text)
    return Area(sheet)


def _cells(sheet: Sheet, text: str) -> Area | None:
    first, colon, last = text.strip().partition(":")
    start, end = corner(first), corner(last if colon else first)
    if start is None or end is None or (not colon and None in start):
        return None
    (row, column), (end_row, end_column) = start, end
    if row is not None and end_row is not None and row > end_row:
        row, end_row = end_row, row
    if column is not None and end_column is not None and column > end_column:
        column, end_column = end_column, column
    if row is None and end_row is not None and column is not None:
        row, end_row = end_row, None  # A:B5 begins at row 5
    if column is None and end_column is not None and row is not None:
        column, end_column = end_column, None
    return Area(
        sheet,
        row or 0,
        column or 0,
        None if end_row is None else end_row + 1,
        None if end_column is None else end_column + 1,
        single=not colon,
    )


def of_grid_range(book: Book, given: dict[str, Any]) -> Area:
    """The area of a GridRange."""
    sheet = book.sheet(int(given.get("sheetId", 0)), "grid")
    top, left = int(given.get("startRowIndex", 0)), int(given.get("startColumnIndex", 0))
    bottom, right = given.get("endRowIndex"), given.get("endColumnIndex")
    if min(top, left, bottom or 0, right or 0) < 0:
        raise Refusal("GridRange indexes must not be negative")
    if bottom is not None and bottom < top:
        raise Refusal(f"GridRange.endRowIndex[{bottom}] must be after GridRange.startRowIndex[{top}]")
    if right is not None and right < left:
        raise Refusal(f"GridRange.endColumnIndex[{right}] must be after GridRange.startColumnIndex[{left}]")
    return Area(sheet, top, left, bottom, right)


def inside(book: Book, given: dict[str, Any]) -> Area:
    """The area of a GridRange that has to begin on the grid."""
    area = of_grid_range(book, given)
    area.refuse_outside()
    return area


def grid_range(area: Area) -> dict[str, Any]:
    """The GridRange of an area, with only the ends that it has."""
    out: dict[str, Any] = {"sheetId": area.sheet.id}
    open_rows = area.bottom is None and area.top == 0
    open_columns = area.right is None and area.left == 0
    if not open_rows:
        out["startRowIndex"] = area.top
        if area.bottom is not None:
            out["endRowIndex"] = area.bottom
    if not open_columns:
        out["startColumnIndex"] = area.left
        if area.right is not None:
            out["endColumnIndex"] = area.right
    return out
