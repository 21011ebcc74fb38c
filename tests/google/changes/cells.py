"""Requests that write cells: updateCells, repeatCell, appendCells, data validation, borders."""

from __future__ import annotations

from typing import Any

from .. import field_masks
from ..areas import Area
from ..book import Cell, Sheet
from ..colors import with_colors
from ..errors import Refusal
from ..formulas.rewriting import copied
from ..protection import refuse_protected
from .moving_lines import append_lines
from .registry import Edit, Given, change, fields_of

Fields = list[tuple[str, ...]]
READ_ONLY = ("effectiveValue", "effectiveFormat", "formattedValue", "hyperlink")


def cell_fields(given: Given) -> Fields:
    """A cell request's mask, without what can only be read."""
    return [path for path in fields_of(given, "CellData") if path[0] not in READ_ONLY]


def written(old: Cell, new: Cell, fields: Fields) -> Cell:
    """A cell after the fields of another were written over it."""
    out = field_masks.write(old, new, fields)
    value = out.get("userEnteredValue")
    if isinstance(value, dict):
        out["userEnteredValue"] = _value(value)
        if not value or value.get("stringValue") == "":
            out.pop("userEnteredValue")
    if out.get("note") == "":
        out.pop("note")
    if ("userEnteredValue",) in fields and ("textFormatRuns",) not in fields:
        out.pop("textFormatRuns", None)
    for name in ("userEnteredFormat", "textFormatRuns"):
        if name in out:
            out[name] = with_colors(out[name])
    if not out.get("userEnteredFormat", True):
        out.pop("userEnteredFormat")
    return out


def _value(value: dict[str, Any]) -> dict[str, Any]:
    formula = value.get("formulaValue")
    if formula is not None and not formula.startswith("="):
        raise Refusal(f"A formula must start with '='. Found: {formula}")
    number = value.get("numberValue")
    if isinstance(number, float) and number == int(number) and abs(number) < 1e15:
        return {"numberValue": int(number)}
    if "errorValue" in value:
        raise Refusal("ExtendedValue.errorValue is read only.")
    return value


@change("updateCells")
def update_cells(edit: Edit, given: Given) -> None:
    fields = cell_fields(given)
    rows = [row.get("values", []) for row in given.get("rows", [])]
    area = _target(edit, given, rows)
    for down, values in enumerate(rows):
        for right, value in enumerate(values):
            row, column = area.top + down, area.left + right
            if row >= area.end_row:
                raise Refusal(
                    f"Attempting to write row: {row}, beyond the last requested row of: {area.end_row - 1}"
                )
            if column >= area.end_column:
                last = area.end_column - 1
                raise Refusal(
                    f"Attempting to write column: {column}, beyond the last requested column of: {last}"
                )
            area.sheet.put(row, column, written(area.sheet.cells.get((row, column), {}), value, fields))
    if "range" in given:
        _clear_rest(area, rows, fields)


def _target(edit: Edit, given: Given, rows: list[list[Cell]]) -> Area:
    if "start" in given:
        start = given["start"]
        sheet = edit.grid(start)
        top, left = start.get("rowIndex", 0), start.get("columnIndex", 0)
        area = Area(sheet, top, left)
        area.refuse_outside()
        width = max(map(len, rows), default=1)
        refuse_protected(
            edit.book, Area(sheet, top, left, top + max(len(rows), 1), left + max(width, 1)), edit.email
        )
        return area
    return edit.area(given.get("range"))


def _clear_rest(area: Area, rows: list[list[Cell]], fields: Fields) -> None:
    """In a range, what isn't given is cleared."""
    for row, column in area.among(area.sheet.cells):
        down, right = row - area.top, column - area.left
        if down >= len(rows) or right >= len(rows[down]):
            area.sheet.put(row, column, written(area.sheet.cells[row, column], {}, fields))


@change("repeatCell")
def repeat_cell(edit: Edit, given: Given) -> None:
    fields = cell_fields(given)
    area = edit.area(given.get("range"))
    cell = given.get("cell", {})
    formula = cell.get("userEnteredValue", {}).get("formulaValue")
    keys = area.places() if _says(cell, fields) else area.among(area.sheet.cells)
    for row, column in keys:
        if formula:
            moved = copied(formula, row - area.top, column - area.left)
            cell = {**cell, "userEnteredValue": {"formulaValue": moved}}
        area.sheet.put(row, column, written(area.sheet.cells.get((row, column), {}), cell, fields))


def _says(cell: Cell, fields: Fields) -> bool:
    """Whether a cell brings anything, so that empty cells change too."""
    return any(path[0] in cell for path in fields)


@change("appendCells")
def append_cells(edit: Edit, given: Given) -> None:
    fields = cell_fields(given)
    sheet = edit.grid(given)
    rows = [row.get("values", []) for row in given.get("rows", [])]
    top = 1 + max((row for (row, _), cell in sheet.cells.items() if cell.get("userEnteredValue")), default=-1)
    _make_room(edit, sheet, top + len(rows), max(map(len, rows), default=0))
    refuse_protected(edit.book, Area(sheet, top, 0, top + max(len(rows), 1)), edit.email)
    for down, values in enumerate(rows):
        for column, value in enumerate(values):
            key = (top + down, column)
            sheet.put(*key, written(sheet.cells.get(key, {}), value, fields))


def _make_room(edit: Edit, sheet: Sheet, rows: int, columns: int) -> None:
    if rows > sheet.row_count:
        append_lines(edit.book, sheet, "ROWS", rows - sheet.row_count)
    if columns > sheet.column_count:
        append_lines(edit.book, sheet, "COLUMNS", columns - sheet.column_count)


@change("setDataValidation")
def set_data_validation(edit: Edit, given: Given) -> None:
    area = edit.area(given.get("range"))
    rule = given.get("rule")
    if rule is not None:
        refuse_condition(rule.get("condition"))
    for key in area.places() if rule else area.among(area.sheet.cells):
        area.sheet.put(*key, {**area.sheet.cells.get(key, {}), "dataValidation": rule})


COUNTS = {
    "ONE_OF_RANGE": 1,
    "NUMBER_BETWEEN": 2,
    "NUMBER_NOT_BETWEEN": 2,
    "DATE_BETWEEN": 2,
    "DATE_NOT_BETWEEN": 2,
}
COUNTS |= dict.fromkeys(("BLANK", "NOT_BLANK", "TEXT_IS_EMAIL", "TEXT_IS_URL", "DATE_IS_VALID"), 0)


def refuse_condition(condition: Given | None) -> None:
    """A condition without a type, or with too few or too many values."""
    if not condition or not condition.get("type"):
        raise Refusal("BooleanCondition.type is required")
    kind, values = condition["type"], condition.get("values", [])
    wanted = COUNTS.get(kind)
    if kind.endswith(("_GREATER", "_LESS", "_EQ", "_CONTAINS", "_FORMULA", "_WITH")) and len(values) != 1:
        wanted = 1
    if kind == "ONE_OF_LIST" and not values:
        raise Refusal("ConditionType 'ONE_OF_LIST' requires at least one value.")
    if wanted is not None and len(values) != wanted:
        count = {0: "no ConditionValues", 1: "exactly one ConditionValue"}.get(
            wanted, f"exactly {wanted} ConditionValues"
        )
        raise Refusal(f"ConditionType '{kind}' requires {count}. {len(values)} values supplied.")
