"""The JSON of a Google spreadsheet becomes grids of cells: what stands there, not what is shown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sheets_sync.cells import CellError, CellRange, Grid, Value

FIELDS = (
    "data(startRow,startColumn,"
    "rowMetadata(hiddenByUser,hiddenByFilter),columnMetadata(hiddenByUser),rowData(values("
    "effectiveValue,userEnteredValue/formulaValue,effectiveFormat/numberFormat)))"
)
"""What is asked of each tab; merges beside it."""

_TYPES = {
    "DATE": "yyyy-mm-dd",
    "TIME": "h:mm:ss",
    "DATE_TIME": "yyyy-mm-dd h:mm:ss",
    "PERCENT": "0.00%",
    "CURRENCY": "#,##0.00",
    "SCIENTIFIC": "0.00E+00",
    "TEXT": "@",
    "NUMBER": "",
}
"""The format codes of formats without a pattern of their own."""
_ERRORS = {
    "ERROR": "#ERROR!",
    "NULL_VALUE": "#NULL!",
    "DIVIDE_BY_ZERO": "#DIV/0!",
    "VALUE": "#VALUE!",
    "REF": "#REF!",
    "NAME": "#NAME?",
    "NUM": "#NUM!",
    "N_A": "#N/A",
    "LOADING": "Loading...",
}


def grid_of(spreadsheet: str, tab: str, sheet: Mapping[str, Any], zone: str = "") -> Grid:
    """One tab. Its ranges may have been read in several pieces; cells outside of them are blank."""
    pieces = [_Piece(each) for each in sheet.get("data", ())]
    rows = max((piece.last_row for piece in pieces), default=0)
    columns = max((piece.last_column for piece in pieces), default=0)
    values: list[list[Value]] = [[None] * rows for _ in range(columns)]
    formats = [[""] * rows for _ in range(columns)]
    formulas: dict[tuple[int, int], str] = {}
    for piece in pieces:
        piece.fill(values, formats, formulas)
    merges = tuple(map(range_of, sheet.get("merges", ())))
    return Grid(
        spreadsheet,
        tab,
        values,
        formats,
        formulas,
        merges,
        time_zone=zone,
        hidden_rows=frozenset(row for piece in pieces for row in piece.hidden_rows if row <= rows),
        hidden_columns=frozenset(
            each for piece in pieces for each in piece.hidden_columns if each <= columns
        ),
    )


def range_of(json: Mapping[str, int]) -> CellRange:
    """A GridRange, that counts from 0 and leaves its end out, as one of ours. Sides that it leaves open
    reach as far as a sheet can."""
    return CellRange(
        json.get("startRowIndex", 0) + 1,
        json.get("startColumnIndex", 0) + 1,
        json.get("endRowIndex", 1_048_576),
        json.get("endColumnIndex", 16_384),
    )


class _Piece:
    """One range of a tab as it was read."""

    def __init__(self, json: Mapping[str, Any]) -> None:
        self.row, self.column = json.get("startRow", 0), json.get("startColumn", 0)
        self.rows: Sequence[Sequence[Mapping[str, Any]]] = [
            each.get("values", ()) for each in json.get("rowData", ())
        ]
        self.hidden_rows = _hidden(json.get("rowMetadata", ()), self.row)
        self.hidden_columns = _hidden(json.get("columnMetadata", ()), self.column)
        self.last_row = self.row + len(self.rows)
        self.last_column = self.column + max(map(len, self.rows), default=0)

    def fill(
        self, values: list[list[Value]], formats: list[list[str]], formulas: dict[tuple[int, int], str]
    ) -> None:
        for row, cells in enumerate(self.rows, self.row):
            for column, cell in enumerate(cells, self.column):
                if not cell:
                    continue
                values[column][row] = value_of(cell.get("effectiveValue", {}))
                formats[column][row] = format_of(cell.get("effectiveFormat", {}).get("numberFormat", {}))
                formula = cell.get("userEnteredValue", {}).get("formulaValue")
                if formula is not None:
                    formulas[row + 1, column + 1] = formula.removeprefix("=")


def _hidden(lines: Sequence[Mapping[str, Any]], start: int) -> list[int]:
    """The rows or columns that nobody sees, whether a person hid them or a filter leaves them out."""
    return [
        number
        for number, line in enumerate(lines, start + 1)
        if line.get("hiddenByUser") or line.get("hiddenByFilter")
    ]


def value_of(json: Mapping[str, Any]) -> Value:
    """An ExtendedValue. A number that is whole is an int, as in a workbook."""
    if "numberValue" in json:
        number = json["numberValue"]
        return int(number) if isinstance(number, float) and number.is_integer() else number
    if "boolValue" in json:
        return bool(json["boolValue"])
    if "errorValue" in json:
        return CellError(_ERRORS.get(json["errorValue"].get("type", ""), "#ERROR!"))
    return str(json["stringValue"]) if json.get("stringValue") else None


def format_of(json: Mapping[str, str]) -> str:
    """A NumberFormat as a format code."""
    return json.get("pattern") or _TYPES.get(json.get("type", ""), "")
