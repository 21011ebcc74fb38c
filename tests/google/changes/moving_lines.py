"""Rows and columns that come, go or move, and everything that has to follow them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ..book import CELL_LIMIT, Book, Sheet
from ..errors import Refusal
from ..formulas.rewriting import shifted

Span = Callable[[int, int], tuple[int, int] | None]
At = Callable[[int], int | None]
TOO_MANY = (
    f"This action would increase the number of cells in the workbook above the limit of {CELL_LIMIT} cells."
)


def insert_lines(book: Book, sheet: Sheet, dimension: str, at: int, count: int, before: bool) -> None:
    """New empty lines; they take their formats from the line before or after."""
    rows = dimension == "ROWS"
    other = sheet.column_count if rows else sheet.row_count
    if book.cell_count() + count * other > CELL_LIMIT:
        raise Refusal(TOO_MANY)

    def span(start: int, end: int) -> tuple[int, int]:
        return (start + count if start >= at else start), (end + count if end > at else end)

    _resize(sheet, rows, count)
    _follow(book, sheet, rows, span, lambda line: line + count if line >= at else line)
    _inherit(sheet, rows, at, count, at - 1 if before else at + count)


def append_lines(book: Book, sheet: Sheet, dimension: str, count: int) -> None:
    """New lines at the end of the grid."""
    rows = dimension == "ROWS"
    other = sheet.column_count if rows else sheet.row_count
    if book.cell_count() + count * other > CELL_LIMIT:
        raise Refusal(TOO_MANY)
    _resize(sheet, rows, count)


def delete_lines(book: Book, sheet: Sheet, dimension: str, start: int, end: int) -> None:
    """Lines go, with their cells, and with the ranges that lie on them alone."""
    rows, count = dimension == "ROWS", end - start

    def at(line: int) -> int | None:
        return line if line < start else None if line < end else line - count

    def span(first: int, last: int) -> tuple[int, int] | None:
        new_first = first if first < start else max(start, first - count)
        new_last = last if last <= start else max(start, last - count)
        return (new_first, new_last) if new_last > new_first else None

    _follow(book, sheet, rows, span, at)
    _resize(sheet, rows, -count)


def move_lines(book: Book, sheet: Sheet, dimension: str, start: int, end: int, to: int) -> None:
    """Lines move to stand before the line `to`, counted before they move."""
    count = end - start

    def at(line: int) -> int:
        if start <= line < end:
            return line - start + (to if to <= start else to - count)
        if to <= line < start:
            return line + count
        return line - count if end <= line < to else line

    def span(first: int, last: int) -> tuple[int, int]:
        one, two = at(first), at(last - 1)
        return min(one, two), max(one, two) + 1

    _follow(book, sheet, dimension == "ROWS", span, at)


def _resize(sheet: Sheet, rows: bool, count: int) -> None:
    if rows:
        sheet.resize(rows=sheet.row_count + count)
    else:
        sheet.resize(columns=sheet.column_count + count)


def _follow(book: Book, sheet: Sheet, rows: bool, span: Span, at: At) -> None:
    moved = {}
    for (row, column), cell in sheet.cells.items():
        line = at(row if rows else column)
        if line is not None:
            moved[(line, column) if rows else (row, line)] = cell
    sheet.cells = moved
    lines = sheet.rows if rows else sheet.columns
    kept = {new: value for line, value in lines.items() if (new := at(line)) is not None}
    if rows:
        sheet.rows = kept
    else:
        sheet.columns = kept
    _follow_ranges(book, sheet, rows, span)
    _follow_formulas(book, sheet, rows, span)


def _follow_formulas(book: Book, sheet: Sheet, rows: bool, span: Span) -> None:
    for other in book.sheets:
        for key, cell in list(other.cells.items()):
            formula = cell.get("userEnteredValue", {}).get("formulaValue")
            if formula:
                new = shifted(formula, other is sheet, sheet.title, span, rows)
                if new != formula:
                    other.put(*key, {**cell, "userEnteredValue": {"formulaValue": new}})


def _follow_ranges(book: Book, sheet: Sheet, rows: bool, span: Span) -> None:
    for other in book.sheets:
        for name, part in list(other.parts.items()):
            found = _followed(part, sheet.id, rows, span)
            other.parts[name] = [] if found is None and isinstance(part, list) else found
    for named in book.named_ranges:
        named["range"] = _followed(named["range"], sheet.id, rows, span)
    book.named_ranges[:] = [named for named in book.named_ranges if named["range"] is not None]
    _follow_metadata(sheet, rows)


def _follow_metadata(sheet: Sheet, rows: bool) -> None:
    dimension = "ROWS" if rows else "COLUMNS"
    for line, value in (sheet.rows if rows else sheet.columns).items():
        for item in value.get("developerMetadata", []):
            place = {"sheetId": sheet.id, "dimension": dimension, "startIndex": line, "endIndex": line + 1}
            item["location"]["dimensionRange"] = place


def _followed(part: Any, sheet_id: int, rows: bool, span: Span) -> Any:
    """A part of a sheet with its ranges moved; None where a range that it needs is gone."""
    if isinstance(part, list):
        items = [_followed(item, sheet_id, rows, span) for item in part]
        kept = [item for item in items if item is not None]
        return kept if kept or not part else None
    if not isinstance(part, dict):
        return part
    if _is_range(part):
        return _moved_range(part, sheet_id, rows, span)
    out = {}
    for name, value in part.items():
        found = _followed(value, sheet_id, rows, span)
        if found is None and value is not None and name in ("range", "ranges"):
            return None
        if found is not None:
            out[name] = found
    return out


def _is_range(part: dict[str, Any]) -> bool:
    return bool(part.keys() & {"startRowIndex", "startColumnIndex", "endRowIndex", "endColumnIndex"}) or (
        "dimension" in part and part.keys() <= {"sheetId", "dimension", "startIndex", "endIndex"}
    )


def _moved_range(part: dict[str, Any], sheet_id: int, rows: bool, span: Span) -> dict[str, Any] | None:
    if int(part.get("sheetId", 0)) != sheet_id:
        return part
    if "dimension" in part:
        if (part["dimension"] == "ROWS") != rows:
            return part
        start, end = "startIndex", "endIndex"
    else:
        start, end = ("startRowIndex", "endRowIndex") if rows else ("startColumnIndex", "endColumnIndex")
    if start not in part and end not in part:
        return part
    endless = end not in part
    found = span(part.get(start, 0), part.get(end, 2**30))
    if found is None:
        return None
    out = dict(part)
    if start in part:
        out[start] = found[0]
    if not endless:
        out[end] = found[1]
    return out


def _inherit(sheet: Sheet, rows: bool, at: int, count: int, like: int) -> None:
    for (row, column), cell in list(sheet.cells.items()):
        form = cell.get("userEnteredFormat")
        if form and (row if rows else column) == like:
            for line in range(at, at + count):
                sheet.put(*((line, column) if rows else (row, line)), {"userEnteredFormat": form})
    lines = sheet.rows if rows else sheet.columns
    size = {name: value for name, value in lines.get(like, {}).items() if name == "pixelSize"}
    if size:
        lines.update({line: dict(size) for line in range(at, at + count)})
