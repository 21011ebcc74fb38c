"""The methods that write values: update, append, clear and their batches."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from . import areas
from .areas import Area, letters
from .book import CELL_LIMIT, Book, Sheet
from .entered import entered
from .errors import ApiError, Refusal, invalid
from .locales import locale
from .protection import refuse_protected
from .reading_values import Options, value_range

PACKAGE = "type.googleapis.com/google.protobuf.ListValue"


def update(book: Book, text: str, body: dict[str, Any], options: Options, email: str) -> dict[str, Any]:
    """The answer of values.update."""
    if body.get("range") and body["range"] != text:
        raise invalid(
            f"Requested writing within range [{text}], but the values' range is [{body['range']}]. They must be equal."
        )
    try:
        return write(book, _area(book, text), body, _with_input(options), email, text)
    except Refusal as refusal:
        raise invalid(str(refusal)) from None


def _with_input(options: Options) -> Options:
    option = options.get("valueInputOption")
    if option in (None, "INPUT_VALUE_OPTION_UNSPECIFIED"):
        raise invalid("'valueInputOption' is required but not specified")
    return options


def _area(book: Book, text: str) -> Area:
    area = areas.parse(book, text)
    area.refuse_outside()
    return area


def batch_update(book: Book, body: dict[str, Any], email: str) -> dict[str, Any]:
    """The answer of values.batchUpdate."""
    _with_input(body)
    responses = []
    for place, data in enumerate(body.get("data", [])):
        try:
            text = data.get("range", "")
            responses.append(write(book, _area(book, text), data, body, email, text))
        except Refusal as refusal:
            raise invalid(f"Invalid data[{place}]: {refusal}") from None
        except ApiError as error:
            raise invalid(f"Invalid data[{place}]: {error.message}") from None
    return _totals(book, responses, "responses")


def batch_update_by_filter(book: Book, body: dict[str, Any], email: str) -> dict[str, Any]:
    """The answer of values.batchUpdateByDataFilter."""
    from .filters_of_data import matching

    _with_input(body)
    responses = []
    for data in body.get("data", []):
        for area in matching(book, data.get("dataFilter", {})):
            try:
                found = write(book, area, data, body, email)
            except Refusal as refusal:
                raise invalid(str(refusal)) from None
            responses.append({**found, "dataFilter": data["dataFilter"]})
            responses[-1].pop("spreadsheetId")
    return _totals(book, responses, "responses")


def _totals(book: Book, responses: list[dict[str, Any]], name: str) -> dict[str, Any]:
    sheets = {
        response["updatedRange"].rpartition("!")[0] for response in responses if response.get("updatedCells")
    }
    cells = _Touched()
    for response in responses:
        cells.merge(book, response)
    out = {
        "spreadsheetId": book.id,
        "totalUpdatedRows": sum(cells.rows.values()),
        "totalUpdatedColumns": sum(cells.columns.values()),
        "totalUpdatedCells": sum(response.get("updatedCells", 0) for response in responses),
        "totalUpdatedSheets": len(sheets),
    }
    return {key: value for key, value in out.items() if value} | ({name: responses} if responses else {})


class _Touched:
    """Rows and columns written to, each counted once a sheet."""

    def __init__(self) -> None:
        self.rows: dict[str, int] = {}
        self.columns: dict[str, int] = {}
        self._seen: dict[str, tuple[set[int], set[int]]] = {}

    def merge(self, book: Book, response: dict[str, Any]) -> None:
        if not response.get("updatedCells"):
            return
        area = areas.parse(book, response["updatedRange"])
        rows, columns = self._seen.setdefault(area.sheet.title, (set(), set()))
        rows.update(range(area.top, area.end_row))
        columns.update(range(area.left, area.end_column))
        self.rows[area.sheet.title], self.columns[area.sheet.title] = len(rows), len(columns)


def write(
    book: Book, area: Area, body: dict[str, Any], options: Options, email: str, asked: str = ""
) -> dict[str, Any]:
    """Values into an area, from its first cell; nulls leave cells as they are. `asked` is its name in the request."""
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
                f"This action would increase the number of cells in the workbook above the limit of {CELL_LIMIT} cells."
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


def clear(book: Book, text: str, email: str) -> dict[str, Any]:
    """The answer of values.clear: formats and notes stay."""
    try:
        area = _area(book, text)
        clear_area(book, area, email)
    except Refusal as refusal:
        raise invalid(str(refusal)) from None
    return {"spreadsheetId": book.id, "clearedRange": area.name()}


def clear_area(book: Book, area: Area, email: str) -> None:
    refuse_protected(book, area, email)
    for key in [key for key in area.sheet.cells if area.holds(*key)]:
        area.sheet.put(*key, {**area.sheet.cells[key], "userEnteredValue": None, "textFormatRuns": None})
    book.edited()


def batch_clear(book: Book, texts: list[str], email: str) -> dict[str, Any]:
    """The answer of values.batchClear."""
    cleared = []
    for place, text in enumerate(texts):
        try:
            area = _area(book, text)
            clear_area(book, area, email)
        except Refusal as refusal:
            raise invalid(f"Invalid range[{place}]: {refusal}") from None
        cleared.append(area.name())
    return {"spreadsheetId": book.id} | ({"clearedRanges": cleared} if cleared else {})


def batch_clear_by_filter(book: Book, filters: list[dict[str, Any]], email: str) -> dict[str, Any]:
    """The answer of values.batchClearByDataFilter."""
    from .filters_of_data import matching

    found = [area for data_filter in filters for area in matching(book, data_filter)]
    for area in found:
        try:
            clear_area(book, area, email)
        except Refusal as refusal:
            raise invalid(str(refusal)) from None
    return {"spreadsheetId": book.id} | ({"clearedRanges": [area.name() for area in found]} if found else {})


__all__ = ["batch_clear", "batch_update", "clear", "put_value", "replace", "rows_of", "update", "write"]
