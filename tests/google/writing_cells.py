"""Values into cells, as they are or as if somebody typed them."""

from __future__ import annotations

import json
from typing import Any

from .areas import Area
from .book import CELL_LIMIT, Book, Sheet
from .entered import entered
from .errors import Refusal, invalid
from .locales import locale
from .notation import letters
from .protection import refuse_protected
from .reading_values import Options, value_range


def write(
    book: Book, area: Area, body: dict[str, Any], options: Options, email: str, asked: str = ""
) -> dict[str, Any]:
    """Values into an area, from its first cell; nulls leave cells alone. `asked` is its name as given."""
    lines = rows_of(body)
    height, width = len(lines), max(map(len, lines), default=0)
    _refuse_overflow(area, height, width, asked)
    target = Area(area.sheet, area.top, area.left, area.top + height, area.left + width)
    _grow(book, area.sheet, target)
    refuse_protected(book, target, email)
    written = [
        (area.top + down, area.left + right)
        for down, line in enumerate(lines)
        for right, value in enumerate(line)
        if value is not None
    ]
    for row, column in written:
        put_value(book, area.sheet, row, column, lines[row - area.top][column - area.left], options)
    book.edited()
    return _written(book, target if height and width else area, written, options)


def _written(book: Book, target: Area, written: list[tuple[int, int]], options: Options) -> dict[str, Any]:
    counts = {
        "updatedRows": len({row for row, _ in written}),
        "updatedColumns": len({column for _, column in written}),
        "updatedCells": len(written),
    }
    out: dict[str, Any] = {"spreadsheetId": book.id, "updatedRange": target.name()}
    out |= {name: count for name, count in counts.items() if count}
    if options.get("includeValuesInResponse"):
        rendering = {
            "valueRenderOption": options.get("responseValueRenderOption", "FORMATTED_VALUE"),
            "dateTimeRenderOption": options.get("responseDateTimeRenderOption", "SERIAL_NUMBER"),
            "majorDimension": options.get("majorDimension", "ROWS"),
        }
        out["updatedData"] = value_range(book, target, rendering)
    return out


def rows_of(body: dict[str, Any]) -> list[list[Any]]:
    """The values as rows, whatever their major dimension."""
    lines: list[list[Any]] = []
    for at, line in enumerate(body.get("values", [])):
        lines.append(list(line))
        for place, value in enumerate(line):
            if isinstance(value, dict | list):
                kind = "struct_value" if isinstance(value, dict) else "list_value"
                raise invalid(f"Invalid values[{at}][{place}]: {kind} {_proto(value)}\n")
    if body.get("majorDimension") == "COLUMNS":
        height = max(map(len, lines), default=0)
        return [[line[row] if row < len(line) else None for line in lines] for row in range(height)]
    return lines


def _proto(value: Any) -> str:
    """A list or object as its protocol buffer is printed."""
    if isinstance(value, dict):
        items = [
            f'  fields {{\n    key: "{key}"\n    value {{\n      {_leaf(item)}\n    }}\n  }}'
            for key, item in value.items()
        ]
    else:
        items = [f"  values {{\n    {_leaf(item)}\n  }}" for item in value]
    return "{\n" + "\n".join(items) + "\n}" if items else "{\n}"


def _leaf(value: Any) -> str:
    if isinstance(value, bool):
        return f"bool_value: {str(value).lower()}"
    if isinstance(value, int | float):
        return f"number_value: {value}"
    return f"string_value: {json.dumps(str(value), ensure_ascii=False)}"


def _refuse_overflow(area: Area, height: int, width: int, asked: str) -> None:
    """Values must stay inside a range that has an end; one cell is only where they begin."""
    if area.single or area == Area(area.sheet):
        return
    bottom, right = area.bottom, area.right
    given = asked if "!" in asked else area.name_as_given()
    if bottom is not None and area.top + height > bottom:
        raise Refusal(f"Requested writing within range [{given}], but tried writing to row [{bottom + 1}]")
    if right is not None and area.left + width > right:
        raise Refusal(
            f"Requested writing within range [{given}], but tried writing to column [{letters(right)}]"
        )


def _grow(book: Book, sheet: Sheet, target: Area) -> None:
    """The grid grows to what is written."""
    rows, columns = max(sheet.row_count, target.bottom or 0), max(sheet.column_count, target.right or 0)
    if (rows, columns) != (sheet.row_count, sheet.column_count):
        more = rows * columns - sheet.row_count * sheet.column_count
        if book.cell_count() + more > CELL_LIMIT:
            raise Refusal(
                "This action would increase the number of cells in the workbook "
                f"above the limit of {CELL_LIMIT} cells."
            )
        sheet.resize(rows, columns)


def put_value(book: Book, sheet: Sheet, row: int, column: int, value: Any, options: Options) -> None:
    """One value into a cell, as it is or as if somebody typed it."""
    cell = dict(sheet.cells.get((row, column), {}))
    cell.pop("textFormatRuns", None)
    cell.pop("chipRuns", None)
    number_format = cell.get("userEnteredFormat", {}).get("numberFormat", {})
    found: dict[str, Any] | None
    if value == "" and isinstance(value, str):
        found = None
    elif isinstance(value, bool):
        found = {"boolValue": value}
    elif isinstance(value, int | float):
        found = {"numberValue": int(value) if value == int(value) and abs(value) < 1e15 else value}
    elif options.get("valueInputOption") == "RAW" or number_format.get("type") == "TEXT":
        found = {"stringValue": value}
    else:
        typed = entered(value, locale(book.locale))
        found = typed.value
        if typed.number_format and not number_format:
            cell["userEnteredFormat"] = {
                **cell.get("userEnteredFormat", {}),
                "numberFormat": typed.number_format,
            }
    cell["userEnteredValue"] = found
    sheet.put(row, column, cell)
