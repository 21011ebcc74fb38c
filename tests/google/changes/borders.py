"""Borders of cells."""

from __future__ import annotations

from ..book import Sheet
from ..colors import with_colors
from .registry import Edit, Given, change


@change("updateBorders")
def update_borders(edit: Edit, given: Given) -> None:
    area = edit.area(given.get("range"))
    bottom, right = area.end_row - 1, area.end_column - 1
    for row, column in area.places():
        sides = {
            "top": given.get("top") if row == area.top else given.get("innerHorizontal"),
            "bottom": given.get("bottom") if row == bottom else given.get("innerHorizontal"),
            "left": given.get("left") if column == area.left else given.get("innerVertical"),
            "right": given.get("right") if column == right else given.get("innerVertical"),
        }
        _border(area.sheet, row, column, {name: side for name, side in sides.items() if side is not None})


WIDTHS = {"SOLID": 1, "SOLID_MEDIUM": 2, "SOLID_THICK": 3, "DOTTED": 1, "DASHED": 1, "DOUBLE": 3}


def _border(sheet: Sheet, row: int, column: int, sides: dict[str, Given]) -> None:
    if not sides:
        return
    cell = sheet.cells.get((row, column), {})
    form = dict(cell.get("userEnteredFormat", {}))
    borders = dict(form.get("borders", {}))
    for name, side in sides.items():
        style = side.get("style", "NONE")
        if style == "NONE":
            borders.pop(name, None)
        else:
            borders[name] = with_colors({"color": {}, **side, "width": WIDTHS.get(style, 1)})
    form["borders"] = borders
    if not borders:
        form.pop("borders")
    sheet.put(row, column, {**cell, "userEnteredFormat": form})
