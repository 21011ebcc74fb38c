"""One tab as its rows and cells come: repeated ones laid out, blank ones passed over."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sheets_sync.cells import MAX_COLUMNS, MAX_ROWS, CellRange, Grid, Value
from sheets_sync.sources.columns import Columns, TooManyCells
from sheets_sync.sources.open_document.names import OFFICE, TABLE
from sheets_sync.sources.open_document.values import USUAL_FORMATS, format_kind, formula_of, value_of

MAX_REPEATED = 5_000_000
"""So many cells may be there by repetition alone; a few bytes of a file could ask for billions."""

_STYLE, _DEFAULT_STYLE = f"{TABLE}style-name", f"{TABLE}default-cell-style-name"
_NUMBER = f"{OFFICE}value"
_FORMULA, _VISIBILITY, _DISPLAY = f"{TABLE}formula", f"{TABLE}visibility", f"{TABLE}display"
_ROWS_REPEATED, _COLUMNS_REPEATED = f"{TABLE}number-rows-repeated", f"{TABLE}number-columns-repeated"
_ROWS_MERGED, _COLUMNS_MERGED = f"{TABLE}number-rows-spanned", f"{TABLE}number-columns-spanned"
_ROWS_FILLED = f"{TABLE}number-matrix-rows-spanned"
_COLUMNS_FILLED = f"{TABLE}number-matrix-columns-spanned"
_ARRAY = "=array"
_LONG = 8
_Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Cell:
    column: int
    times: int
    value: Value
    code: str
    formula: str


class TabContent:
    """``codes``: cell style -> number format code."""

    def __init__(self, codes: Mapping[str, str]) -> None:
        self._codes = codes
        self._columns = Columns()
        self._formulas: dict[tuple[int, int], str] = {}
        self._merges: list[CellRange] = []
        self._arrays: list[CellRange] = []
        self._hidden_rows: list[_Span] = []
        self._hidden_columns: list[_Span] = []
        self._column_styles: list[tuple[int, str]] = []
        self._style_of: dict[int, str] = {}
        self._row, self._row_times, self._row_style = 1, 1, ""
        self._column, self._repeated, self._groups = 1, 0, [False]
        self._cells: list[_Cell] = []
        self._attributes: Mapping[str, str] = {}

    def add_columns(self, attributes: Mapping[str, str]) -> None:
        before = self._column_styles[-1][0] if self._column_styles else 0
        last = before + _count(attributes, _COLUMNS_REPEATED)
        self._column_styles.append((last, attributes.get(_DEFAULT_STYLE, "")))
        if attributes.get(_VISIBILITY, "visible") != "visible":
            self._hidden_columns.append((before + 1, last))

    def start_group(self, attributes: Mapping[str, str]) -> None:
        self._groups.append(self._groups[-1] or attributes.get(_DISPLAY) == "false")

    def end_group(self) -> None:
        self._groups.pop()

    def start_row(self, attributes: Mapping[str, str]) -> None:
        self._row_times = _count(attributes, _ROWS_REPEATED)
        self._row_style = attributes.get(_DEFAULT_STYLE, "")
        self._column, self._cells = 1, []
        if self._groups[-1] or attributes.get(_VISIBILITY, "visible") != "visible":
            self._hidden_rows.append((self._row, self._row + self._row_times - 1))

    def end_row(self) -> None:
        """Raises TooManyCells where the repeated ones don't fit into memory."""
        if self._cells:
            self._repeated += sum(cell.times for cell in self._cells) * self._row_times - len(self._cells)
            if self._repeated > MAX_REPEATED:
                raise TooManyCells
            if self._row + self._row_times - 1 > MAX_ROWS or self._column - 1 > 4 * MAX_COLUMNS:
                raise ValueError("a cell lies outside of a sheet")
            for row in range(self._row, self._row + self._row_times):
                self._put(row)
        self._row += self._row_times

    def _put(self, row: int) -> None:
        for cell in self._cells:
            for column in range(cell.column, cell.column + cell.times):
                self._columns.put(row, column, cell.value, cell.code)
                if cell.formula:
                    self._formulas[row, column] = cell.formula

    def start_cell(self, attributes: Mapping[str, str]) -> bool:
        """Whether its text matters: that of a number is only how it is shown."""
        self._attributes = attributes
        return _NUMBER not in attributes or _FORMULA in attributes

    def end_cell(self, text: str) -> None:
        attributes, column = self._attributes, self._column
        times = _count(attributes, _COLUMNS_REPEATED) if _COLUMNS_REPEATED in attributes else 1
        self._column += times
        if _ROWS_MERGED in attributes or _ROWS_FILLED in attributes:
            self._note_areas(attributes, column)
        formula = formula_of(attributes[_FORMULA]) if _FORMULA in attributes else ""
        value = value_of(attributes, text, bool(formula))
        if value is None and not formula:
            return
        if column + times - 1 > MAX_COLUMNS:
            raise ValueError("a cell lies outside of a sheet")
        code = self._code(attributes, column)
        if not code and not isinstance(value, str):
            code = USUAL_FORMATS.get(format_kind(attributes), "")
        self._cells.append(_Cell(column, times, value, code, formula))

    def _note_areas(self, attributes: Mapping[str, str], column: int) -> None:
        for rows, columns, areas in (
            (_ROWS_MERGED, _COLUMNS_MERGED, self._merges),
            (_ROWS_FILLED, _COLUMNS_FILLED, self._arrays),
        ):
            down, right = _count(attributes, rows), _count(attributes, columns)
            if down > 1 or right > 1:
                areas.append(CellRange(self._row, column, self._row + down - 1, column + right - 1))

    def _code(self, attributes: Mapping[str, str], column: int) -> str:
        style = attributes.get(_STYLE) or self._row_style or self._column_style(column)
        return self._codes.get(style, "")

    def _column_style(self, column: int) -> str:
        if column not in self._style_of:
            of = (style for last, style in self._column_styles if column <= last)
            self._style_of[column] = next(of, "")
        return self._style_of[column]

    def grid(self, spreadsheet: str, tab: str, reach: tuple[int, int]) -> Grid:
        """At least up to that row and column. Raises TooManyCells where it doesn't fit into memory."""
        values, formats = self._columns.finish(reach)
        rows, columns = len(values[0]) if values else 0, len(values)
        if sum(_size(area, rows, columns) for area in self._arrays) > MAX_REPEATED:
            raise TooManyCells
        for area in self._arrays:
            self._mark(area, values)
        return Grid(
            spreadsheet,
            tab,
            values,
            formats,
            self._formulas,
            tuple(self._merges),
            hidden_rows=_within(self._hidden_rows, rows),
            hidden_columns=_within(self._hidden_columns, columns),
        )

    def _mark(self, area: CellRange, values: Sequence[Sequence[Value]]) -> None:
        """An array formula stands in its first cell only, but the others are its results all the same."""
        for column in range(area.first_column, min(area.last_column, len(values)) + 1):
            for row in range(area.first_row, min(area.last_row, len(values[0])) + 1):
                if values[column - 1][row - 1] is not None:
                    self._formulas.setdefault((row, column), _ARRAY)


def _within(spans: Sequence[_Span], most: int) -> frozenset[int]:
    return frozenset(each for first, last in spans for each in range(first, min(last, most) + 1))


def _size(area: CellRange, rows: int, columns: int) -> int:
    """How many cells of the tab lie in it."""
    down = min(area.last_row, rows) - area.first_row + 1
    return max(down, 0) * max(min(area.last_column, columns) - area.first_column + 1, 0)


def _count(attributes: Mapping[str, str], name: str) -> int:
    text = attributes.get(name, "1")
    return int(text) or 1 if text.isdecimal() and len(text) < _LONG else 1
