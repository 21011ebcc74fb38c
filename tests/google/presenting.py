"""A spreadsheet as the service gives it back."""

from __future__ import annotations

from typing import Any

from . import field_masks
from .areas import Area
from .book import LISTS, Book, Sheet
from .grid_data import grid_data
from .tidy import tidy

URL = "https://docs.google.com/spreadsheets/d/{}/edit"


def spreadsheet(
    book: Book,
    email: str,
    ranges: list[Area] | None = None,
    with_grid: bool = False,
    mask: field_masks.Tree | None = None,
) -> dict[str, Any]:
    """The whole resource, or what the mask lets through; a mask decides alone about the grid data."""
    if mask is not None:
        with_grid = field_masks.wants(mask, "sheets", "data")
    wanted = [area.sheet for area in ranges or []]
    shown = [sheet for sheet in book.sheets if not ranges or sheet in wanted]
    out: dict[str, Any] = {
        "spreadsheetId": book.id,
        "properties": tidy("SpreadsheetProperties", book.properties),
    }
    out["sheets"] = [_sheet(book, one, email, ranges, with_grid, mask) for one in shown]
    if book.named_ranges:
        out["namedRanges"] = [tidy("NamedRange", named) for named in book.named_ranges]
    if book.metadata:
        out["developerMetadata"] = [tidy("DeveloperMetadata", item) for item in book.metadata]
    out["spreadsheetUrl"] = URL.format(book.id)
    return out if mask is None else dict(field_masks.cut(mask, out))


def _sheet(
    book: Book,
    sheet: Sheet,
    email: str,
    ranges: list[Area] | None,
    with_grid: bool,
    mask: field_masks.Tree | None,
) -> dict[str, Any]:
    out: dict[str, Any] = {"properties": tidy("SheetProperties", sheet.properties)}
    if with_grid and sheet.properties["sheetType"] == "GRID":
        spans = [area for area in ranges or [] if area.sheet is sheet] or [Area(sheet)]
        within = _below(mask)
        out["data"] = [grid_data(book, area, within) for area in spans]
    for name in LISTS:
        if sheet.parts.get(name):
            out[name] = [_part(name, item, email) for item in sheet.parts[name]]
    if sheet.parts.get("basicFilter"):
        out["basicFilter"] = tidy("BasicFilter", sheet.parts["basicFilter"])
    return out


def _below(mask: field_masks.Tree | None) -> field_masks.Tree:
    tree = mask or {}
    for name in ("sheets", "data"):
        tree = tree[name] if name in tree else tree.get("*", {})
    return tree


MESSAGES = {
    "merges": "GridRange",
    "conditionalFormats": "ConditionalFormatRule",
    "filterViews": "FilterView",
    "protectedRanges": "ProtectedRange",
    "charts": "EmbeddedChart",
    "bandedRanges": "BandedRange",
    "developerMetadata": "DeveloperMetadata",
    "rowGroups": "DimensionGroup",
    "columnGroups": "DimensionGroup",
    "slicers": "Slicer",
    "tables": "Table",
}


def _part(name: str, item: dict[str, Any], email: str) -> dict[str, Any]:
    if name == "protectedRanges":
        item = protected(item, email)
    return tidy(MESSAGES[name], item)


def protected(item: dict[str, Any], email: str) -> dict[str, Any]:
    """A protected range as somebody sees it: only those who may edit it see who else may."""
    users = item.get("editors", {}).get("users", [])
    allowed = bool(item.get("warningOnly")) or email.lower() in [user.lower() for user in users]
    out = dict(item)
    out["requestingUserCanEdit"] = allowed
    if not allowed:
        out.pop("editors", None)
    return out
