"""Groups of rows or columns that can be folded."""

from __future__ import annotations

from ..book import Sheet
from ..errors import Refusal
from ..tidy import tidy
from .dimensions import stretch
from .registry import Edit, Given, change, fields_of

NAMES = {"ROWS": "rowGroups", "COLUMNS": "columnGroups"}
CONTROL = {"ROWS": "rowGroupControlAfter", "COLUMNS": "columnGroupControlAfter"}


def _depths(sheet: Sheet, dimension: str) -> dict[int, int]:
    """How many groups each line is in."""
    depths: dict[int, int] = {}
    for group in sheet.parts.get(NAMES[dimension], []):
        for line in range(group["range"].get("startIndex", 0), group["range"]["endIndex"]):
            depths[line] = max(depths.get(line, 0), group.get("depth", 1))
    return depths


def _store(sheet: Sheet, dimension: str, depths: dict[int, int]) -> list[Given]:
    """The groups that these depths make, the outermost first."""
    old = {
        (g["range"]["startIndex"], g["range"]["endIndex"], g["depth"]): g
        for g in sheet.parts.get(NAMES[dimension], [])
    }
    groups: list[Given] = []
    for depth in range(1, max(depths.values(), default=0) + 1):
        lines = sorted(line for line, deep in depths.items() if deep >= depth)
        starts = [line for line in lines if line - 1 not in lines]
        ends = [line + 1 for line in lines if line + 1 not in lines]
        for start, end in zip(starts, ends, strict=True):
            place = {"sheetId": sheet.id, "dimension": dimension, "startIndex": start, "endIndex": end}
            groups.append(old.get((start, end, depth), {"range": place, "depth": depth}))
    sheet.parts[NAMES[dimension]] = groups
    return groups


def _reply(groups: list[Given]) -> Given:
    return {"dimensionGroups": [tidy("DimensionGroup", group) for group in groups]} if groups else {}


@change("addDimensionGroup")
def add_dimension_group(edit: Edit, given: Given) -> Given:
    sheet, dimension, start, end = stretch(edit, given.get("range", {}))
    depths = _depths(sheet, dimension)
    for line in range(start, end):
        depths[line] = depths.get(line, 0) + 1
    sheet.properties = {**sheet.properties, "gridProperties": {**sheet.grid, CONTROL[dimension]: True}}
    return _reply(_store(sheet, dimension, depths))


@change("deleteDimensionGroup")
def delete_dimension_group(edit: Edit, given: Given) -> Given:
    sheet, dimension, start, end = stretch(edit, given.get("range", {}))
    depths = _depths(sheet, dimension)
    if not any(depths.get(line) for line in range(start, end)):
        raise Refusal("No group exists within the specified range.")
    for line in range(start, end):
        if depths.get(line):
            depths[line] -= 1
    return _reply(_store(sheet, dimension, {line: depth for line, depth in depths.items() if depth}))


@change("updateDimensionGroup")
def update_dimension_group(edit: Edit, given: Given) -> None:
    fields = fields_of(given, "DimensionGroup")
    wanted = given.get("dimensionGroup", {})
    sheet, dimension, start, end = stretch(edit, wanted.get("range", {}))
    for group in sheet.parts.get(NAMES[dimension], []):
        place = group["range"]
        if (place["startIndex"], place["endIndex"], group["depth"]) == (start, end, wanted.get("depth", 1)):
            if ("collapsed",) in fields:
                group["collapsed"] = bool(wanted.get("collapsed"))
                _hide(sheet, dimension, start, end, group["collapsed"])
            return
    raise Refusal("No group exists with the specified range and depth.")


def _hide(sheet: Sheet, dimension: str, start: int, end: int, hidden: bool) -> None:
    lines = sheet.rows if dimension == "ROWS" else sheet.columns
    for line in range(start, end):
        lines[line] = {**lines.get(line, {}), "hiddenByUser": hidden}
