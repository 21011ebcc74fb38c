"""Requests about whole tabs and the spreadsheet itself."""

from __future__ import annotations

from typing import Any
from zoneinfo import available_timezones

from .. import field_masks
from ..book import Book, Sheet
from ..colors import with_colors
from ..errors import Refusal
from ..formulas.rewriting import retitled
from ..locales import known
from ..new_books import free_id, free_title, new_sheet
from ..protection import REFUSED, may_edit, refuse_protected_sheet
from ..tidy import tidy
from .moving_lines import TOO_MANY
from .registry import Edit, Given, change, fields_of

ALL_HIDDEN = "You can't hide all the sheets in a document."
ALL_GONE = "You can't remove all the sheets in a document."
TITLE_LIMIT = 100


@change("addSheet")
def add_sheet(edit: Edit, given: Given) -> Given:
    properties = given.get("properties", {})
    sheet_id = properties.get("sheetId")
    if sheet_id is None:
        sheet_id = free_id(edit.book)
    elif any(sheet.id == sheet_id for sheet in edit.book.sheets):
        raise Refusal(f"A sheet with id: {sheet_id} already exists.")
    if sheet_id < 0:
        raise Refusal("sheetId must not be negative")
    title = properties.get("title") or free_title(edit.book)
    refuse_title(edit.book, title)
    sheet = new_sheet(properties, sheet_id, title, 0)
    place(edit.book, sheet, properties.get("index", len(edit.book.sheets)))
    return {"properties": tidy("SheetProperties", sheet.properties)}


def place(book: Book, sheet: Sheet, index: int) -> None:
    """A new sheet at its index, the others after it."""
    if index < 0:
        raise Refusal("index must not be negative")
    book.sheets.insert(index, sheet)
    if book.cell_count() > 10_000_000:
        raise Refusal(TOO_MANY)
    book.renumber()


def refuse_title(book: Book, title: str, own: Sheet | None = None) -> None:
    """Titles are told apart whether in capitals or not, and are up to 100 letters long."""
    found = book.titled(title)
    if found is not None and found is not own:
        raise Refusal(f'A sheet with the name "{title}" already exists. Please enter another name.')
    if len(title) > TITLE_LIMIT:
        raise Refusal("The sheet name cannot be greater than 100 characters.")


@change("deleteSheet")
def delete_sheet(edit: Edit, given: Given) -> None:
    book = edit.book
    sheet = edit.sheet(given.get("sheetId"))
    if any(not may_edit(item, edit.email) for item in sheet.parts.get("protectedRanges", [])):
        raise Refusal(REFUSED)
    rest = [other for other in book.sheets if other is not sheet]
    if not rest or all(other.properties.get("hidden") for other in rest):
        raise Refusal(ALL_GONE)
    book.sheets[:] = rest
    book.named_ranges[:] = [
        named for named in book.named_ranges if named["range"].get("sheetId", 0) != sheet.id
    ]
    book.renumber()


@change("updateSheetProperties")
def update_sheet_properties(edit: Edit, given: Given) -> None:
    fields = fields_of(given, "SheetProperties")
    properties = given.get("properties", {})
    sheet = edit.sheet(properties.get("sheetId"))
    fields = [path for path in fields if path[0] not in ("sheetId", "sheetType", "index")] + [
        path for path in fields if path[0] == "index"
    ]
    _refuse_protected(edit, sheet, fields)
    for path in fields:
        if path[0] == "index":
            move(edit.book, sheet, properties.get("index", len(edit.book.sheets)))
        elif path[0] == "title":
            retitle(edit.book, sheet, properties.get("title", ""))
    rest = [path for path in fields if path[0] not in ("index", "title")]
    _write(edit.book, sheet, properties, rest)


def _refuse_protected(edit: Edit, sheet: Sheet, fields: list[tuple[str, ...]]) -> None:
    for item in sheet.parts.get("protectedRanges", []):
        whole = not item.get("range", {}).keys() - {"sheetId"} and "namedRangeId" not in item
        if whole and not may_edit(item, edit.email):
            raise Refusal(REFUSED)
    if any(path[0] == "gridProperties" and path[-1] in ("rowCount", "columnCount") for path in fields):
        refuse_protected_sheet(edit.book, sheet, edit.email)


def _write(book: Book, sheet: Sheet, properties: dict[str, Any], fields: list[tuple[str, ...]]) -> None:
    before = sheet.properties
    after = with_colors(field_masks.write(before, properties, fields))
    grid = {**after.get("gridProperties", {})}
    _refuse_grid(book, sheet, grid)
    sheet.properties = {**after, "gridProperties": {name: value for name, value in grid.items() if value}}
    if after.get("sheetType") == "GRID":
        sheet.resize()
    else:
        sheet.properties.pop("gridProperties")
    if all(other.properties.get("hidden") for other in book.sheets):
        raise Refusal(ALL_HIDDEN)


def _refuse_grid(book: Book, sheet: Sheet, grid: dict[str, Any]) -> None:
    if sheet.properties.get("sheetType") != "GRID":
        return
    for name, what in (("rowCount", "rows"), ("columnCount", "columns")):
        count = grid.get(name, 0)
        if count < 1:
            raise Refusal(f"gridProperties.{name} must be greater than 0")
        if grid.get("frozenRowCount" if what == "rows" else "frozenColumnCount", 0) >= count:
            raise Refusal(f"You can't freeze all visible {what} on the sheet.")
    more = grid["rowCount"] * grid["columnCount"] - sheet.row_count * sheet.column_count
    if book.cell_count() + more > 10_000_000:
        raise Refusal(TOO_MANY)


def retitle(book: Book, sheet: Sheet, title: str) -> None:
    """A new title; formulas that name the sheet follow."""
    if not title:
        raise Refusal("The sheet name cannot be empty.")
    refuse_title(book, title, sheet)
    old = sheet.title
    sheet.properties = {**sheet.properties, "title": title}
    for other in book.sheets:
        for key, cell in list(other.cells.items()):
            formula = cell.get("userEnteredValue", {}).get("formulaValue", "")
            if "!" in formula:
                other.put(*key, {**cell, "userEnteredValue": {"formulaValue": retitled(formula, old, title)}})


def move(book: Book, sheet: Sheet, index: int) -> None:
    """To an index counted before the move: the sheet will stand before the one that is there now."""
    if not 0 <= index <= len(book.sheets):
        raise Refusal(
            f"New sheet index {index} is out of bounds. It must be between 0 and {len(book.sheets)}"
        )
    own = book.sheets.index(sheet)
    if index in (own, own + 1):
        return
    book.sheets.remove(sheet)
    book.sheets.insert(index - 1 if index > own else index, sheet)
    book.renumber()


@change("updateSpreadsheetProperties")
def update_spreadsheet_properties(edit: Edit, given: Given) -> None:
    fields = fields_of(given, "SpreadsheetProperties")
    properties = given.get("properties", {})
    refuse_properties(properties)
    wanted = [path for path in fields if path[0] != "defaultFormat"]
    if ("title",) in wanted and not properties.get("title"):
        raise Refusal("Spreadsheet title cannot be empty.")
    edit.book.properties = field_masks.write(edit.book.properties, properties, wanted)


def refuse_properties(properties: dict[str, Any]) -> None:
    """Locales and time zones that nobody knows."""
    name, zone = properties.get("locale"), properties.get("timeZone")
    if name is not None and not known(name):
        raise Refusal(f"Unsupported locale: {name}")
    if zone is not None and zone not in available_timezones() and not zone.startswith("GMT"):
        raise Refusal(f"Invalid time zone: {zone}")
