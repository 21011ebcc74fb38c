"""A new spreadsheet from its description (spreadsheets.create)."""

from __future__ import annotations

from typing import Any

from . import changes
from .book import Book
from .changes.sheets import refuse_properties, refuse_title
from .errors import Refusal
from .new_books import free_id, free_title, new_book, new_sheet


def made(body: dict[str, Any]) -> Book:
    """The spreadsheet that a body describes; a Refusal says what can't be."""
    given = body.get("properties", {})
    refuse_properties(given)
    book = new_book(given.get("title") or "Untitled spreadsheet", given)
    for sheet in body.get("sheets", []) or [{}]:
        _add_sheet(book, sheet)
    for named in body.get("namedRanges", []):
        changes.apply(book, [{"addNamedRange": {"namedRange": named}}], "", "")
    return book


def _add_sheet(book: Book, given: dict[str, Any]) -> None:
    properties = given.get("properties", {})
    title = properties.get("title") or free_title(book)
    refuse_title(book, title)
    own = properties.get("sheetId", free_id(book) if given else 0)
    if any(sheet.id == own for sheet in book.sheets):
        raise Refusal(f"A sheet with id: {own} already exists.")
    sheet = new_sheet(properties, own, title, len(book.sheets))
    book.sheets.append(sheet)
    for data in given.get("data", []):
        rows = data.get("rowData", [])
        wide = max((len(row.get("values", [])) for row in rows), default=0)
        top, left = data.get("startRow", 0), data.get("startColumn", 0)
        sheet.resize(max(sheet.row_count, top + len(rows)), max(sheet.column_count, left + wide))
        start = {"sheetId": own, "rowIndex": top, "columnIndex": left}
        if rows:
            changes.apply(book, [{"updateCells": {"start": start, "rows": rows, "fields": "*"}}], "", "")
    for name in ("merges", "conditionalFormats"):
        if given.get(name):
            sheet.parts[name] = given[name]
