"""The cells of a worksheet part as expat meets them: values, number formats and formulas."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from sheets_sync.cells import MAX_ROWS, CellRange, Value, parse_a1
from sheets_sync.sources.cell_values import number, typed
from sheets_sync.sources.columns import Columns

SHARED = "=shared"
ARRAY = "=array"
DATA_TABLE = "=table"

_DIGITS = "0123456789"
_TRUE = ("1", "true")


@dataclass(frozen=True, slots=True)
class Stock:
    """What the cells of all worksheets refer to."""

    strings: Sequence[str] = ()
    formats: Sequence[str] = ()
    epoch_1904: bool = False

    def format_of(self, style: str) -> str:
        """The number format code of a cell's style."""
        return self.formats[int(style)] if int(style) < len(self.formats) else ""


@dataclass(slots=True)
class CellFindings:
    """What the cells of a worksheet hold. ``areas``: of array formulas and data tables; ``lost``: cells whose
    shared string is missing."""

    stock: Stock
    columns: Columns = field(default_factory=Columns)
    formulas: dict[tuple[int, int], str] = field(default_factory=dict)
    areas: list[tuple[CellRange, str]] = field(default_factory=list)
    lost: list[tuple[int, int]] = field(default_factory=list)
    hidden_rows: array[int] = field(default_factory=lambda: array("l"))

    def shared_string(self, row: int, column: int, number: str) -> str | None:
        digits = number.strip()
        if digits.isdecimal() and len(digits) < 10 and int(digits) < len(self.stock.strings):
            return self.stock.strings[int(digits)]
        self.lost.append((row, column))
        return None

    def formula(self, attributes: Mapping[str, str], text: str) -> str:
        """How a formula is kept: its text, or a mark where it has none of its own."""
        kind = attributes.get("t", "")
        mark = {"shared": SHARED, "array": ARRAY, "dataTable": DATA_TABLE}.get(kind, "=")
        if kind in ("array", "dataTable") and ":" in (area := attributes.get("ref", "")):
            self.areas.append((CellRange.parse(area), mark))
        return f"={text}" if text else mark


class CellCollector:
    """Expat's handlers inside of ``sheetData``.

    They run a million times for a large tab: the most frequent elements are tested first, and the
    common cell takes as few calls as possible.
    """

    def __init__(self, prefix: str, findings: CellFindings, leave: Callable[[], None]) -> None:
        self._findings, self._leave, self._epoch_1904 = findings, leave, findings.stock.epoch_1904
        self._put = findings.columns.put
        self._format_of = {str(index): code for index, code in enumerate(findings.stock.formats)}
        self._c, self._v, self._t, self._f = (prefix + name for name in ("c", "v", "t", "f"))
        self._row_tag, self._phonetic_tag, self._last_tag = (
            prefix + name for name in ("row", "rPh", "sheetData")
        )
        self._column_of: dict[str, int] = {}
        self._row = self._column = 0
        self._row_is_numbered = self._phonetic = False
        self._attributes: dict[str, str] = {}
        self._text = ""
        self._value: str | None = None
        self._formula: str | None = None
        self._formula_attributes: dict[str, str] = {}

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self._text = ""
        if name == self._c:
            self._attributes = attributes
            self._value = self._formula = None
        elif name == self._row_tag:
            self._start_row(attributes.get("r"))
            if attributes.get("hidden") in _TRUE:
                self._findings.hidden_rows.append(self._row)
        elif name == self._f:
            self._formula_attributes = attributes
        elif name == self._phonetic_tag:
            self._phonetic = True

    def characters(self, text: str) -> None:
        self._text += text

    def end(self, name: str) -> None:
        if name == self._v:
            self._value = self._text
        elif name == self._c:
            self._finish_cell(self._attributes)
        elif name == self._t and not self._phonetic:
            self._value = (self._value or "") + self._text
        elif name == self._f:
            self._finish_formula()
        elif name == self._phonetic_tag:
            self._phonetic = False
        elif name == self._last_tag:
            self._leave()

    def _start_row(self, row: str | None) -> None:
        self._row = int(row) if row else self._row + 1
        if not 1 <= self._row <= MAX_ROWS:
            raise ValueError(f"row {self._row}")
        self._row_is_numbered, self._column = bool(row), 0

    def _finish_cell(self, attributes: dict[str, str]) -> None:
        reference, text = attributes.get("r", ""), self._value
        column = self._column_of.get(reference.rstrip(_DIGITS)) if self._row_is_numbered else None
        column = self._column = column or self._column_at(reference)
        code = self._format_of.get(attributes.get("s", "0"), "")
        if text is None or self._formula is not None:
            self._finish_rare(column, code)
        elif (kind := attributes.get("t")) is None:
            self._put(self._row, column, number(text), code)
        else:
            self._put(self._row, column, self._typed(kind, text), code)

    def _finish_rare(self, column: int, code: str) -> None:
        """A cell with a formula, or with nothing but a format."""
        text, kind = self._value, self._attributes.get("t", "n")
        if self._formula is not None:
            self._findings.formulas[self._row, column] = self._formula
            self._put(self._row, column, None if text is None else self._typed(kind, text), code)
        elif code:
            self._findings.columns.put_blank(self._row, column, code)

    def _column_at(self, reference: str) -> int:
        """Cells and rows may leave out where they stand: then they follow the one before."""
        if not reference:
            return self._column + 1
        row, column = parse_a1(reference)
        if not self._row_is_numbered:
            self._row, self._row_is_numbered = row, True
        self._column_of[reference.rstrip(_DIGITS)] = column
        return column

    def _typed(self, kind: str, text: str) -> Value:
        if kind == "s":
            return self._findings.shared_string(self._row, self._column, text)
        return typed(kind, text, self._epoch_1904)

    def _finish_formula(self) -> None:
        self._formula = self._findings.formula(self._formula_attributes, self._text)
