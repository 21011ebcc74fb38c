"""values.append: find the table in a range, and write below it."""

from __future__ import annotations

from typing import Any

from . import areas
from .areas import Area
from .book import Book, Sheet
from .changes.moving_lines import insert_lines
from .errors import Refusal, invalid
from .reading_values import Options
from .writing_cells import rows_of, write
from .writing_values import with_input


def append(book: Book, text: str, body: dict[str, Any], options: Options, email: str) -> dict[str, Any]:
    """The answer of values.append."""
    with_input(options)
    try:
        area = areas.parse(book, text)
        area.refuse_outside()
        table = table_in(area)
        start = area.top if table is None else table.end_row
        left = area.left if table is None else table.left
        height = len(rows_of(body))
        if options.get("insertDataOption") == "INSERT_ROWS" and height:
            insert_lines(book, area.sheet, "ROWS", start, height, before=True)
        updates = write(book, Area(area.sheet, start, left, single=True), body, options, email)
    except Refusal as refusal:
        raise invalid(str(refusal)) from None
    out: dict[str, Any] = {"spreadsheetId": book.id}
    if table is not None:
        out["tableRange"] = table.name()
    return {**out, "updates": updates}


def table_in(area: Area) -> Area | None:
    """The last table that begins or ends in the range: a block of filled cells, empty ones all around."""
    filled = filled_cells(area.sheet)
    inside = area.among(filled)
    if not inside:
        return None
    return block_at(area.sheet, *max(inside), filled)


def filled_cells(sheet: Sheet) -> set[tuple[int, int]]:
    return {key for key, cell in sheet.cells.items() if cell.get("userEnteredValue")}


def block_at(sheet: Sheet, row: int, column: int, filled: set[tuple[int, int]]) -> Area:
    """The smallest block around a cell that no filled cell touches, not even at a corner."""
    top, left, bottom, right = row, column, row, column
    rows: dict[int, list[int]] = {}
    for r, c in filled:
        rows.setdefault(r, []).append(c)
    grown = True
    while grown:
        near = [
            (r, c) for r in range(top - 1, bottom + 2) for c in rows.get(r, ()) if left - 1 <= c <= right + 1
        ]
        box = (
            min(r for r, _ in near),
            min(c for _, c in near),
            max(r for r, _ in near),
            max(c for _, c in near),
        )
        grown = box != (top, left, bottom, right)
        top, left, bottom, right = box
    return Area(sheet, top, left, bottom + 1, right + 1)
