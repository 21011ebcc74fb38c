"""Merged cells."""

from __future__ import annotations

from ..areas import Area, grid_range, of_grid_range
from ..errors import Refusal
from .registry import Edit, Given, change

PARTLY = "You must select all cells in a merged range to merge or unmerge them."


@change("mergeCells")
def merge_cells(edit: Edit, given: Given) -> None:
    area = edit.area(given.get("range")).clipped()
    kind = given.get("mergeType", "MERGE_ALL")
    parts = _parts(area, kind)
    _forget(edit, area)
    for part in parts:
        if (part.height, part.width) != (1, 1):
            area.sheet.add("merges", grid_range(part))
            _empty(part)


def _parts(area: Area, kind: str) -> list[Area]:
    sheet, top, left, bottom, right = area.sheet, area.top, area.left, area.end_row, area.end_column
    if kind == "MERGE_ROWS":
        return [Area(sheet, row, left, row + 1, right) for row in range(top, bottom)]
    if kind == "MERGE_COLUMNS":
        return [Area(sheet, top, column, bottom, column + 1) for column in range(left, right)]
    return [area]


def _forget(edit: Edit, area: Area) -> None:
    """Merges inside the area go; one that is only partly inside is refused."""
    kept = []
    for given in area.sheet.parts.get("merges", []):
        own = of_grid_range(edit.book, given)
        meet = own.top < area.end_row and area.top < own.end_row
        if not (meet and own.left < area.end_column and area.left < own.end_column):
            kept.append(given)
        elif not (area.holds(own.top, own.left) and area.holds(own.end_row - 1, own.end_column - 1)):
            raise Refusal(PARTLY)
    area.sheet.parts["merges"] = kept


def _empty(area: Area) -> None:
    """Only the first cell keeps its value; where it has none, the first that has one gives it."""
    sheet = area.sheet
    filled = [key for key in area.places() if sheet.cells.get(key, {}).get("userEnteredValue")]
    first = (area.top, area.left)
    if filled and filled[0] != first:
        value = sheet.cells[filled[0]]["userEnteredValue"]
        sheet.put(*first, {**sheet.cells.get(first, {}), "userEnteredValue": value})
    for key in filled:
        if key != first:
            sheet.put(*key, {**sheet.cells[key], "userEnteredValue": None})


@change("unmergeCells")
def unmerge_cells(edit: Edit, given: Given) -> None:
    _forget(edit, edit.area(given.get("range")))
