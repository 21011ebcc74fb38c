"""The cells of a range with everything that is on them (GridData)."""

from __future__ import annotations

import copy
from typing import Any

from .areas import Area
from .book import DEFAULT_HEIGHT, DEFAULT_WIDTH, Book, Cell
from .cell_text import shown
from .colors import with_colors
from .field_masks import Tree, wants
from .formulas.calculator import Calculator, calculator
from .locales import locale
from .tidy import tidy

STORED = (
    "userEnteredValue",
    "userEnteredFormat",
    "note",
    "dataValidation",
    "textFormatRuns",
    "pivotTable",
    "chipRuns",
    "dataSourceTable",
    "dataSourceFormula",
)


def grid_data(book: Book, area: Area, mask: Tree) -> dict[str, Any]:
    """The data of one range; an empty mask wants all of it."""
    out: dict[str, Any] = {}
    if area.top:
        out["startRow"] = area.top
    if area.left:
        out["startColumn"] = area.left
    if wants(mask, "rowData"):
        rows = _rows(book, area, mask)
        if rows:
            out["rowData"] = rows
    if wants(mask, "rowMetadata"):
        out["rowMetadata"] = _lines(area.sheet.rows, area.top, area.end_row, DEFAULT_HEIGHT)
    if wants(mask, "columnMetadata"):
        out["columnMetadata"] = _lines(area.sheet.columns, area.left, area.end_column, DEFAULT_WIDTH)
    return out


def _lines(known: dict[int, dict[str, Any]], start: int, end: int, size: int) -> list[dict[str, Any]]:
    return [tidy("DimensionProperties", {"pixelSize": size} | known.get(at, {})) for at in range(start, end)]


def _rows(book: Book, area: Area, mask: Tree) -> list[dict[str, Any]]:
    calculating = calculator(book)
    spilled = {(row, column) for sheet, row, column in calculating.spills() if sheet == area.sheet.id}
    found: dict[int, dict[int, Cell]] = {}
    for row, column in area.among({*area.sheet.cells, *spilled}):
        found.setdefault(row, {})[column] = area.sheet.cells.get((row, column), {})
    if not found:
        return []
    return [_row(calculating, area, row, found.get(row), mask) for row in range(area.top, max(found) + 1)]


def _row(
    calculating: Calculator, area: Area, row: int, cells: dict[int, Cell] | None, mask: Tree
) -> dict[str, Any]:
    if not cells:
        return {}
    values = [
        cell_data(calculating, area, row, column, cells[column], mask) if column in cells else {}
        for column in range(area.left, max(cells) + 1)
    ]
    return {"values": values}


def cell_data(
    calculating: Calculator, area: Area, row: int, column: int, cell: Cell, mask: Tree
) -> dict[str, Any]:
    """One cell: what was entered, and what comes of it."""
    out = tidy("CellData", {name: cell[name] for name in STORED if name in cell})
    value = calculating.extended(area.sheet, row, column)
    form = calculating.number_format(area.sheet, row, column)
    if value is not None:
        out["effectiveValue"] = value
        out["formattedValue"] = shown(value, form, locale(calculating.book.locale))
        link = _link(calculating.value(area.sheet, row, column), cell)
        if link:
            out["hyperlink"] = link
    if wants(mask, "rowData", "values", "effectiveFormat"):
        out["effectiveFormat"] = _effective(calculating, cell, value, form)
    return out


def _link(value: Any, cell: Cell) -> str:
    own = cell.get("userEnteredFormat", {}).get("textFormat", {}).get("link", {}).get("uri", "")
    return str(getattr(value, "url", "") or own)


def _effective(
    calculating: Calculator, cell: Cell, value: dict[str, Any] | None, form: dict[str, Any] | None
) -> dict[str, Any]:
    """The format that holds for a cell; cells that have the same one share it."""
    own = cell.get("userEnteredFormat", {})
    kind = next(iter(value), "") if value else ""
    number_format = form if kind == "numberValue" and form and "numberFormat" not in own else None
    key = (id(own) if own else 0, kind, str(number_format))
    if key not in calculating.formats:
        merged = _merged(copy.deepcopy(calculating.book.properties.get("defaultFormat", {})), own)
        if number_format:
            merged["numberFormat"] = number_format
        if value is not None and "horizontalAlignment" not in own:
            merged["horizontalAlignment"] = _alignment(value)
        merged.setdefault("hyperlinkDisplayType", "LINKED" if _link(None, cell) else "PLAIN_TEXT")
        calculating.formats[key] = tidy("CellFormat", with_colors(merged))
    return calculating.formats[key]


def _alignment(value: dict[str, Any]) -> str:
    if "numberValue" in value:
        return "RIGHT"
    return "CENTER" if "boolValue" in value or "errorValue" in value else "LEFT"


def _merged(default: dict[str, Any], own: dict[str, Any]) -> dict[str, Any]:
    out = dict(default)
    for name, value in own.items():
        below = out.get(name)
        both = (
            isinstance(value, dict)
            and isinstance(below, dict)
            and name in ("textFormat", "padding", "borders")
        )
        out[name] = _merged(below, value) if both else value  # type: ignore[arg-type]
    return out
