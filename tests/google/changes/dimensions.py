"""Rows and columns: insert, delete, move, append, their properties; cells shifted by a range."""

from __future__ import annotations

from typing import Any

from .. import field_masks
from ..areas import Area
from ..book import DEFAULT_HEIGHT, Sheet
from ..cell_text import shown
from ..errors import Refusal
from ..formulas.calculator import calculator
from ..locales import locale
from ..protection import refuse_protected
from .moving_lines import append_lines, delete_lines, insert_lines, move_lines
from .registry import Edit, Given, change, fields_of

WORD = {"ROWS": "row", "COLUMNS": "column"}


def stretch(edit: Edit, given: Given) -> tuple[Sheet, str, int, int]:
    """(sheet, dimension, start, end) of a DimensionRange; without an end it goes to the edge."""
    sheet = edit.grid(given)
    dimension = given.get("dimension", "DIMENSION_UNSPECIFIED")
    if dimension not in WORD:
        raise Refusal("No dimension specified.")
    count = sheet.row_count if dimension == "ROWS" else sheet.column_count
    start, end = given.get("startIndex", 0), given.get("endIndex", count)
    if start < 0:
        raise Refusal("range.startIndex must not be negative")
    if end <= start:
        raise Refusal(f"range.endIndex[{end}] must be after range.startIndex[{start}]")
    return sheet, dimension, start, end


def _lines(sheet: Sheet, dimension: str, start: int, end: int) -> Area:
    return Area(sheet, top=start, bottom=end) if dimension == "ROWS" else Area(sheet, left=start, right=end)


@change("insertDimension")
def insert_dimension(edit: Edit, given: Given) -> None:
    sheet, dimension, start, end = stretch(edit, given.get("range", {}))
    count = sheet.row_count if dimension == "ROWS" else sheet.column_count
    before = bool(given.get("inheritFromBefore"))
    if before and start == 0:
        raise Refusal("Can't inherit from before when inserting at index 0.")
    if start > count:
        raise Refusal(f"range.startIndex is larger than current grid size ({count})")
    if start == count and not before:
        raise Refusal("range.startIndex must be less than the grid size if inheritFromBefore is false.")
    refuse_protected(edit.book, _lines(sheet, dimension, max(0, start - 1), start + 1), edit.email)
    insert_lines(edit.book, sheet, dimension, start, end - start, before)


@change("deleteDimension")
def delete_dimension(edit: Edit, given: Given) -> None:
    sheet, dimension, start, end = stretch(edit, given.get("range", {}))
    rows = dimension == "ROWS"
    count = sheet.row_count if rows else sheet.column_count
    word = WORD[dimension]
    if end > count:
        missing = max(start, count)
        raise Refusal(
            f"Cannot delete a {word} that doesn't exist. "
            f"Tried to delete {word} index {missing} but there are only {count} {word}s."
        )
    frozen = int(sheet.grid.get("frozenRowCount" if rows else "frozenColumnCount", 0))
    gone_frozen = max(0, min(end, frozen) - min(start, frozen))
    if end - start - gone_frozen >= count - frozen:
        which = "non-frozen " if frozen else ""
        if end - start >= count:
            raise Refusal(f"You can't delete all the {word}s on the sheet.")
        raise Refusal(f"Sorry, it is not possible to delete all {which}{word}s.")
    refuse_protected(edit.book, _lines(sheet, dimension, start, end), edit.email)
    delete_lines(edit.book, sheet, dimension, start, end)
    if gone_frozen:
        name = "frozenRowCount" if rows else "frozenColumnCount"
        grid = {key: value for key, value in {**sheet.grid, name: frozen - gone_frozen}.items() if value}
        sheet.properties = {**sheet.properties, "gridProperties": grid}


@change("moveDimension")
def move_dimension(edit: Edit, given: Given) -> None:
    sheet, dimension, start, end = stretch(edit, given.get("source", {}))
    count = sheet.row_count if dimension == "ROWS" else sheet.column_count
    to = given.get("destinationIndex", 0)
    if end > count or not 0 <= to <= count:
        raise Refusal(f"Cannot move {WORD[dimension]}s beyond the edge of the sheet.")
    if start < to < end:
        raise Refusal("destinationIndex must not be within the source range.")
    refuse_protected(edit.book, _lines(sheet, dimension, min(start, to), max(end, to)), edit.email)
    move_lines(edit.book, sheet, dimension, start, end, to)


@change("appendDimension")
def append_dimension(edit: Edit, given: Given) -> None:
    sheet = edit.grid(given)
    if given.get("dimension") not in WORD:
        raise Refusal("No dimension specified.")
    if given.get("length", 0) < 1:
        raise Refusal("length must be greater than 0.")
    append_lines(edit.book, sheet, given["dimension"], given["length"])


@change("updateDimensionProperties")
def update_dimension_properties(edit: Edit, given: Given) -> None:
    fields = fields_of(given, "DimensionProperties")
    sheet, dimension, start, end = stretch(edit, given.get("range", {}))
    lines = sheet.rows if dimension == "ROWS" else sheet.columns
    count = sheet.row_count if dimension == "ROWS" else sheet.column_count
    new = given.get("properties", {})
    if ("pixelSize",) in fields and new.get("pixelSize", 0) < 0:
        raise Refusal("pixelSize must not be negative.")
    for line in range(start, min(end, count)):
        lines[line] = field_masks.write(lines.get(line, {}), new, fields)


@change("autoResizeDimensions")
def auto_resize(edit: Edit, given: Given) -> None:
    sheet, dimension, start, end = stretch(edit, given.get("dimensions", {}))
    if dimension == "ROWS":
        for line in range(start, min(end, sheet.row_count)):
            sheet.rows[line] = sheet.rows.get(line, {}) | {"pixelSize": _height(sheet, line)}
        return
    for line in range(start, min(end, sheet.column_count)):
        width = _width(edit, sheet, line)
        if width is not None:
            sheet.columns[line] = sheet.columns.get(line, {}) | {"pixelSize": width}


# Widths of letters in thousandths of the size of the type, as in Arial; others are like an "a".
NARROW = dict.fromkeys("ijl'|", 222) | dict.fromkeys(" ft.,:;!/\\[]I()", 278) | dict.fromkeys('r-"', 333)
WIDE = dict.fromkeys("ABEKPSVXY&", 667) | dict.fromkeys("CDHNRUw", 722) | dict.fromkeys("GOQ", 778)
LETTERS = NARROW | WIDE | {"m": 833, "M": 833, "W": 944, "@": 1015, "F": 611, "T": 611, "Z": 611, "%": 889}
LETTERS |= dict.fromkeys("ckszvxyJ", 500)
PIXELS = 12.716 / 1000  # of ten point type


def _width(edit: Edit, sheet: Sheet, column: int) -> int | None:
    """Wide enough for the longest line of text; an empty column stays as it is."""
    calculating, lang = calculator(edit.book), locale(edit.book.locale)
    widest = 0.0
    for (row, at), cell in sheet.cells.items():
        value = calculating.extended(sheet, row, at) if at == column else None
        if value is not None:
            size = cell.get("userEnteredFormat", {}).get("textFormat", {}).get("fontSize", 10)
            text = shown(value, calculating.number_format(sheet, row, at), lang)
            width = max(sum(LETTERS.get(letter, 556) for letter in line) for line in text.split("\n"))
            widest = max(widest, width * PIXELS * size / 10)
    return round(widest) + 6 if widest else None


def _height(sheet: Sheet, row: int) -> int:
    lines = 1
    for (at, _), cell in sheet.cells.items():
        if at == row:
            lines = max(lines, str(cell.get("userEnteredValue", {}).get("stringValue", "")).count("\n") + 1)
    return DEFAULT_HEIGHT + 16 * (lines - 1)


@change("insertRange")
def insert_range(edit: Edit, given: Given) -> None:
    area = edit.area(given.get("range"))
    _shift(edit, area, given.get("shiftDimension", "ROWS"), 1)


@change("deleteRange")
def delete_range(edit: Edit, given: Given) -> None:
    area = edit.area(given.get("range"))
    for key in area.among(area.sheet.cells):
        area.sheet.put(*key, {})
    _shift(edit, area, given.get("shiftDimension", "ROWS"), -1)


def _shift(edit: Edit, area: Area, dimension: str, way: int) -> None:
    """The cells beyond an area move by its size, away from it or into its place."""
    if dimension not in WORD:
        raise Refusal("No shiftDimension specified.")
    sheet, rows = area.sheet, dimension == "ROWS"
    by = way * (area.height if rows else area.width)
    start = (area.top if rows else area.left) if way > 0 else (area.end_row if rows else area.end_column)
    moved: dict[tuple[int, int], Any] = {}
    for row, column in list(sheet.cells):
        beside = area.left <= column < area.end_column if rows else area.top <= row < area.end_row
        if beside and (row if rows else column) >= start:
            moved[(row + by, column) if rows else (row, column + by)] = sheet.cells.pop((row, column))
    edge = max(((row if rows else column) for row, column in moved), default=-1) + 1
    have = sheet.row_count if rows else sheet.column_count
    if edge > have:
        append_lines(edit.book, sheet, dimension, edge - have)
    sheet.cells.update(moved)
