"""The methods that read values: get, batchGet and batchGetByDataFilter."""

from __future__ import annotations

from typing import Any

from . import areas
from .areas import Area
from .book import Book
from .cell_text import is_moment, shown
from .errors import Refusal, invalid
from .filters_of_data import matching
from .formulas.calculator import Calculator, calculator
from .formulas.values import extended
from .locales import locale

Options = dict[str, Any]


def range_of(book: Book, text: str) -> Area:
    """The area that a range parameter means, on the grid."""
    try:
        area = areas.parse(book, text)
        area.refuse_outside()
    except Refusal as refusal:
        raise invalid(str(refusal)) from None
    return area


def get(book: Book, text: str, options: Options) -> dict[str, Any]:
    """The answer of values.get."""
    return value_range(book, range_of(book, text), options)


def batch_get(book: Book, texts: list[str], options: Options) -> dict[str, Any]:
    """The answer of values.batchGet."""
    out: dict[str, Any] = {"spreadsheetId": book.id}
    if texts:
        out["valueRanges"] = [get(book, text, options) for text in texts]
    return out


def batch_get_by_filter(book: Book, body: dict[str, Any]) -> dict[str, Any]:
    """The answer of values.batchGetByDataFilter: each range once, with the filters that it matched."""
    found: dict[str, dict[str, Any]] = {}
    for data_filter in body.get("dataFilters", []):
        for area in matching(book, data_filter):
            entry = found.setdefault(
                area.name(), {"valueRange": value_range(book, area, body), "dataFilters": []}
            )
            entry["dataFilters"].append(data_filter)
    out: dict[str, Any] = {"spreadsheetId": book.id}
    if found:
        out["valueRanges"] = list(found.values())
    return out


def value_range(book: Book, area: Area, options: Options) -> dict[str, Any]:
    """A range's values without the empty ends of its rows, and without empty rows at its end."""
    dimension = options.get("majorDimension", "ROWS")
    by_columns = dimension == "COLUMNS"
    rows = _filled(calculator(book), area, by_columns, options)
    out: dict[str, Any] = {"range": area.name(), "majorDimension": "COLUMNS" if by_columns else "ROWS"}
    if rows:
        out["values"] = rows
    return out


def _filled(calculating: Calculator, area: Area, by_columns: bool, options: Options) -> list[list[Any]]:
    lines: dict[int, dict[int, Any]] = {}
    for row, column in _candidates(calculating, area):
        value = calculating.value(area.sheet, row, column)
        if value is None:
            continue
        line, place = (
            (column - area.left, row - area.top) if by_columns else (row - area.top, column - area.left)
        )
        lines.setdefault(line, {})[place] = rendered(calculating, area, row, column, options)
    return [
        [lines[line].get(place, "") for place in range(max(lines[line]) + 1)] if line in lines else []
        for line in range(max(lines, default=-1) + 1)
    ]


def _candidates(calculating: Calculator, area: Area) -> list[tuple[int, int]]:
    """Cells of the area that may have a value."""
    spilled = [(row, column) for sheet, row, column in calculating.spills() if sheet == area.sheet.id]
    cells = area.sheet.cells
    if area.height * area.width < len(cells):
        inside = [key for key in area.places() if key in cells]
        return inside + area.among(spilled)
    return area.among([*cells, *spilled])


def rendered(calculating: Calculator, area: Area, row: int, column: int, options: Options) -> Any:
    """One cell as the render options want it."""
    option = options.get("valueRenderOption", "FORMATTED_VALUE")
    entered = area.sheet.cells.get((row, column), {}).get("userEnteredValue", {})
    if option == "FORMULA" and "formulaValue" in entered:
        return entered["formulaValue"]
    value = extended(calculating.value(area.sheet, row, column))
    form = calculating.number_format(area.sheet, row, column)
    as_text = option == "FORMATTED_VALUE"
    if "errorValue" in value:
        as_text = True
    if (
        options.get("dateTimeRenderOption") == "FORMATTED_STRING"
        and "numberValue" in value
        and is_moment(form)
    ):
        as_text = True
    if as_text:
        return shown(value, form, locale(calculating.book.locale))
    return next(iter(value.values()))
