"""Rows of a worksheet in the form that spreadsheet programs and libraries write, read by splitting.

Rows whose cells stand in the same columns, with the same styles and types, have one shape. They are
gathered, so that all values of a column are turned from text at once.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from sheets_sync.cells import MAX_ROWS, Value, column_number
from sheets_sync.sources.canonical_xml import Unusual, attributes_of, unescaped
from sheets_sync.sources.cell_values import numbers, typed
from sheets_sync.sources.row_shapes import TAKEN, Shape, Slot, new_shape
from sheets_sync.sources.sheet_cells import CellFindings

# These stand for tags. No character of a sheet is one of them.
_OPEN, _CLOSED = "\1", "\2"
_SAME = (
    ("<is><t>", "<v>"),
    ('<is><t xml:space="preserve">', "<v>"),
    ("</t></is>", "</v>"),
    ("<v/>", "<v></v>"),
    ("<v />", "<v></v>"),
    ('</v></c><c r="', f"{_CLOSED}{_OPEN}"),
    ("</v></c></row>", f"{_CLOSED}</row>"),
    ("><v>", _OPEN),
)
_FORMULA = re.compile(r"<f((?: [^<>/]*)?)(?:/>|>([^<>]*)</f>)(</c>)?")
_REFERENCE = re.compile(r'([A-Z]{1,3})([1-9][0-9]{0,6})"[^<>]*>')


class RowReader:
    """Takes whole rows as text. Raises Unusual for whatever isn't in the usual form."""

    def __init__(self, findings: CellFindings) -> None:
        self._findings = findings
        self._shapes: dict[tuple[str, ...], Shape] = {}
        self._recent: tuple[Shape, ...] = ()
        self._row = 0

    def read(self, text: str) -> None:
        """``text``: complete rows, from the first tag to the last."""
        if "\r" in text:
            raise Unusual("a carriage return, which counts as a line feed")
        if "<f" in text:
            text = self._without_formulas(text)
        for tags, other in _SAME:
            text = text.replace(tags, other)
        first, *rows = text.split('<row r="')
        if first:
            raise Unusual("something before a row")
        for row in rows:
            self._read_row(row)
        self._settle()

    def _without_formulas(self, text: str) -> str:
        """Takes the formulas out of their cells; one without a result leaves a mark in its cell."""
        before, *found = _FORMULA.split(text)
        pieces = [before]
        for attributes, formula, closed, behind in zip(*[found[n::4] for n in range(4)], strict=True):
            cell = _REFERENCE.fullmatch(before, before.rfind('<c r="') + 6)
            if cell is None:
                raise Unusual("a formula outside of a cell")
            place = int(cell[2]), column_number(cell[1])
            kept = self._findings.formula(attributes_of(attributes), unescaped(formula or ""))
            self._findings.formulas[place] = kept
            before = f"{TAKEN}{behind}" if closed else behind
            pieces.append(before)
        return "".join(pieces)

    def _read_row(self, text: str) -> None:
        digits, _, rest = text.partition('"')
        attributes, _, cells = rest.partition(">")
        self._start_row(digits, attributes)
        if attributes.endswith("/"):
            cells += "</row>"
        if cells == "</row>":
            return
        if not (cells.startswith('<c r="') and cells.endswith("</row>")):
            raise Unusual("something before or behind a row's cells")
        parts = cells[6:-6].split(_OPEN)
        heads, texts = parts[::2], parts[1::2]
        shape = self._shape(f'{digits}"', heads, len(texts))
        shape.rows.append(self._row)
        shape.texts.append(texts)

    def _start_row(self, digits: str, attributes: str) -> None:
        if not (digits.isascii() and digits.isdecimal()) or digits[0] == "0" or len(digits) > 7:
            raise Unusual("a row's number")
        if not self._row < int(digits) <= MAX_ROWS:
            raise Unusual("rows out of order")
        self._row = int(digits)
        found = attributes_of(attributes.removesuffix("/").removesuffix(" "))
        if "r" in found:
            raise Unusual("a row's number twice")
        if found.get("hidden") in ("1", "true"):
            self._findings.hidden_rows.append(self._row)

    def _shape(self, reference: str, heads: list[str], values: int) -> Shape:
        joined = _OPEN.join(heads)
        for shape in self._recent:
            if joined == reference.join(shape.template) and values == len(shape.values):
                return shape
        cells = [head.split('<c r="') for head in heads]
        if any(reference not in cell for each in cells for cell in each if cell):
            raise Unusual("a cell's row")
        key = (str(values), *[cell.replace(reference, '"', 1) for each in cells for cell in (*each, _OPEN)])
        shape = self._shapes.get(key) or new_shape(key)
        self._shapes[key] = shape
        self._recent = (shape, *self._recent[:1])
        return shape

    def _settle(self) -> None:
        """Puts what was gathered into the columns."""
        for shape in self._shapes.values():
            for slot, texts in zip(shape.values, zip(*shape.texts, strict=True), strict=True):
                values = self._values(shape.rows, slot, _contents(texts))
                self._put(shape.rows, slot, values)
            for slot in shape.blanks:
                self._put_blank(shape.rows, slot)
        self._shapes.clear()
        self._recent = ()

    def _put(self, rows: Sequence[int], slot: Slot, values: Sequence[Value]) -> None:
        code = self._findings.stock.format_of(slot.style)
        self._findings.columns.put_all(rows, slot.column, values, code)

    def _put_blank(self, rows: Sequence[int], slot: Slot) -> None:
        if slot.kind == TAKEN:
            self._put(rows, slot, [None] * len(rows))
        elif code := self._findings.stock.format_of(slot.style):
            for row in rows:
                self._findings.columns.put_blank(row, slot.column, code)

    def _values(self, rows: Sequence[int], slot: Slot, texts: list[str]) -> Sequence[Value]:
        stock = self._findings.stock
        if slot.kind in ("", "n"):
            return numbers(texts)
        if slot.kind != "s":
            return [typed(slot.kind, text, stock.epoch_1904) for text in texts]
        if all(map(str.isdecimal, texts)) and max(map(len, texts)) < 10:
            indexes = list(map(int, texts))
            if max(indexes) < len(stock.strings):
                return list(map(stock.strings.__getitem__, indexes))
        shared = self._findings.shared_string
        return [shared(row, slot.column, text) for row, text in zip(rows, texts, strict=True)]


def _contents(texts: Sequence[str]) -> list[str]:
    """The texts of many cells, each without the sign for its end."""
    joined = TAKEN.join([*texts, ""])
    found = joined.split(f"{_CLOSED}{TAKEN}")
    if found.pop() or len(found) != len(texts) or joined.count(_CLOSED) != len(texts):
        raise Unusual("what stands in a cell")
    if "<" in joined or ">" in joined:
        raise Unusual("what stands in a text")
    return list(map(unescaped, found)) if "&" in joined else found
