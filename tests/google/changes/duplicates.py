"""Copies of tabs."""

from __future__ import annotations

from typing import Any

from ..book import Book, Sheet, new_id
from ..errors import Refusal
from ..new_books import free_id
from ..tidy import tidy
from .registry import Edit, Given, change
from .sheets import place, refuse_title


@change("duplicateSheet")
def duplicate_sheet(edit: Edit, given: Given) -> Given:
    source = edit.sheet(given.get("sourceSheetId"))
    title = given.get("newSheetName") or copy_title(edit.book, source.title)
    refuse_title(edit.book, title)
    sheet_id = given.get("newSheetId")
    if sheet_id is None:
        sheet_id = free_id(edit.book)
    elif any(sheet.id == sheet_id for sheet in edit.book.sheets):
        raise Refusal(f"A sheet with id: {sheet_id} already exists.")
    sheet = copied_sheet(edit.book, source, sheet_id, title)
    place(edit.book, sheet, given.get("insertSheetIndex", 0))
    return {"properties": tidy("SheetProperties", sheet.properties)}


def copied_sheet(book: Book, source: Sheet, sheet_id: int, title: str) -> Sheet:
    """A copy under its own id; its ranges are on itself, and what has an id gets a new one."""
    sheet = source.copy()
    sheet.properties |= {"sheetId": sheet_id, "title": title}
    sheet.parts = {
        name: _on(part, source.id, sheet_id) for name, part in sheet.parts.items() if name != "tables"
    }
    for name in ("protectedRanges", "filterViews", "bandedRanges", "charts", "slicers"):
        for item in sheet.parts.get(name, []):
            for key in ("protectedRangeId", "filterViewId", "bandedRangeId", "chartId", "slicerId"):
                if key in item:
                    item[key] = free_id(book)
    _renumber_metadata(book, sheet)
    return sheet


def _renumber_metadata(book: Book, sheet: Sheet) -> None:
    """Copied developer metadata gets ids of its own, and lies on the copy."""
    taken = {item["metadataId"] for _, item in book.all_metadata()}
    lines = [*sheet.rows.values(), *sheet.columns.values()]
    for holder in (sheet.parts, *lines):
        for item in holder.get("developerMetadata", []):
            item["metadataId"] = new_id(taken)
            taken.add(item["metadataId"])
            place = item["location"]
            place.get("dimensionRange", place)["sheetId"] = sheet.id


def _on(part: Any, old: int, new: int) -> Any:
    if isinstance(part, list):
        return [_on(item, old, new) for item in part]
    if not isinstance(part, dict):
        return part
    out = {name: _on(value, old, new) for name, value in part.items()}
    ranged = any(name.endswith("Index") for name in out)
    if ("sheetId" in out or ranged) and out.get("sheetId", 0) == old:
        out["sheetId"] = new
    return out


def copy_title(book: Book, title: str) -> str:
    """`Copy of X`, `Copy of X 2`, ..."""
    wanted, number = f"Copy of {title}", 1
    while book.titled(wanted if number == 1 else f"{wanted} {number}"):
        number += 1
    return wanted if number == 1 else f"{wanted} {number}"
