"""Places of cells: ROW, ADDRESS, INDIRECT, OFFSET and their like."""

from __future__ import annotations

from typing import Any

from ...areas import Area
from ...notation import letters
from ..tokens import PATTERN, reference
from ..values import Fault, number, text
from .registry import lazy, scalar_function


@lazy("ROW")
def row(evaluation: Any, cells: Any = None) -> Any:
    area = evaluation.area_of(cells) if cells is not None else None
    if area and evaluation.array:
        return [[at + 1] for at in range(area.top, area.end_row)]
    return (area.top if area else evaluation.row) + 1


@lazy("COLUMN")
def column(evaluation: Any, cells: Any = None) -> Any:
    area = evaluation.area_of(cells) if cells is not None else None
    if area and evaluation.array:
        return [[at + 1 for at in range(area.left, area.end_column)]]
    return (area.left if area else evaluation.column) + 1


@lazy("ROWS")
def rows(evaluation: Any, cells: Any) -> int:
    area = evaluation.area_of(cells)
    return int(area.height) if area else len(evaluation.of(cells))


@lazy("COLUMNS")
def columns(evaluation: Any, cells: Any) -> int:
    area = evaluation.area_of(cells)
    return int(area.width) if area else len(evaluation.of(cells)[0])


@scalar_function("ADDRESS")
def address(row: Any, column: Any, kind: Any = 1, a1: Any = True, sheet: Any = None) -> str:
    down, right = int(number(row, "ADDRESS", 1)), int(number(column, "ADDRESS", 2))
    fixed_row, fixed_column = int(kind) in (1, 2), int(kind) in (1, 3)
    cell = ("$" if fixed_column else "") + letters(right - 1) + ("$" if fixed_row else "") + str(down)
    return f"{sheet}!{cell}" if sheet else cell


@lazy("INDIRECT")
def indirect(evaluation: Any, where: Any, a1: Any = None) -> Any:
    name = text(evaluation.single(where))
    found = PATTERN.fullmatch(name)
    if found and found.lastgroup == "range":
        area = evaluation.area(reference(name))
    else:
        try:
            area = evaluation.named(name)
        except Fault:
            raise Fault(
                "REF",
                f"Function INDIRECT parameter 1 value is '{name}'. It is not a valid cell/range reference.",
            ) from None
    grid = evaluation.cells(area)
    return grid[0][0] if (area.height, area.width) == (1, 1) else grid


@lazy("OFFSET")
def offset(evaluation: Any, cells: Any, down: Any, right: Any, height: Any = None, width: Any = None) -> Any:
    area = evaluation.area_of(cells)
    if area is None:
        raise Fault("N_A", "Argument must be a range")
    top = area.top + int(number(evaluation.single(down), "OFFSET", 2))
    left = area.left + int(number(evaluation.single(right), "OFFSET", 3))
    tall = area.height if height is None else int(number(evaluation.single(height), "OFFSET", 4))
    wide = area.width if width is None else int(number(evaluation.single(width), "OFFSET", 5))
    if top < 0 or left < 0:
        raise Fault("REF", "Function OFFSET evaluates to an out of bounds range.")
    grid = evaluation.cells(Area(area.sheet, top, left, top + tall, left + wide))
    return grid[0][0] if (tall, wide) == (1, 1) else grid


@lazy("FORMULATEXT")
def formulatext(evaluation: Any, cells: Any) -> Any:
    area = evaluation.area_of(cells)
    cell = area.sheet.cells.get((area.top, area.left), {}) if area else {}
    formula = cell.get("userEnteredValue", {}).get("formulaValue")
    if formula is None:
        raise Fault("N_A", "The cell does not contain a formula.")
    return formula
