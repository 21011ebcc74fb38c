"""Our cells spliced into the bytes of a worksheet part; every other byte stays."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby
from operator import itemgetter

from sheets_sync.cells import CellRange, a1
from sheets_sync.sources.cell_styles import style_at
from sheets_sync.sources.cell_text import encode_text
from sheets_sync.sources.sheet_layout import Place, PlacedElement, SheetLayout
from sheets_sync.sources.snapshot import Formula, Written
from sheets_sync.sources.xml_bytes import Edit, apply_edits, tag_at, with_attribute

# What describes the old value: its type, and metadata that a plain value has not.
_OF_THE_VALUE = ("t", "cm", "vm")
# Beyond these, a decimal's plain digits are a long row of zeros.
_PLAIN_EXPONENTS = range(-30, 30)


def with_cells(
    data: bytes, layout: SheetLayout, wanted: Mapping[Place, Written], styles: Mapping[Place, str]
) -> bytes:
    """The part with these cells set. ``layout`` is that of the same bytes and places; ``styles``: those that
    change."""
    return apply_edits(data, _Splice(data, layout, wanted, styles).edits())


@dataclass(frozen=True, slots=True)
class _Splice:
    data: bytes
    layout: SheetLayout
    wanted: Mapping[Place, Written]
    styles: Mapping[Place, str]

    def edits(self) -> list[Edit]:
        added = sorted(
            place for place in self.wanted if place not in self.layout.cells and self._is_filled(place)
        )
        present = [(place, cell) for place, cell in self.layout.cells.items() if place in self.wanted]
        edits = [self._changed(place, cell) for place, cell in present]
        new_rows: list[tuple[int, str]] = []
        for row, places in groupby(added, itemgetter(0)):
            if row in self.layout.rows:
                edits += self._added_to_row(self.layout.rows[row], list(places))
            else:
                new_rows.append((self.layout.rows_before[row], self._row(row, places)))
        return edits + self._added_rows(new_rows) + self._dimension(added)

    def _is_filled(self, place: Place) -> bool:
        return self.wanted[place] is not None

    def _changed(self, place: Place, cell: PlacedElement) -> Edit:
        tag, _ = tag_at(self.data, cell.start)
        for name in _OF_THE_VALUE:
            if name in cell.attributes:
                tag = with_attribute(tag, name, None)
        if place in self.styles:
            tag = with_attribute(tag, "s", self.styles[place])
        return Edit(cell.start, cell.end, self._filled(tag, self.wanted[place]))

    def _filled(self, tag: str, value: Written) -> str:
        """The cell that begins with this start tag, with the value in it."""
        prefix, kind = self.layout.prefix, value_type(value)
        opened = with_attribute(tag, "t", kind) if kind else tag
        opened = opened.removesuffix(">").removesuffix("/").rstrip()
        if value is None:
            return f"{opened}/>"
        return f"{opened}>{value_xml(value, prefix)}</{prefix}c>"

    def _new_cell(self, place: Place) -> str:
        style = self.styles.get(place) or style_at(self.layout, place)
        tag = f'<{self.layout.prefix}c r="{a1(*place)}"' + (f' s="{style}"' if style else "") + ">"
        return self._filled(tag, self.wanted[place])

    def _added_to_row(self, row: PlacedElement, places: list[Place]) -> list[Edit]:
        tag, behind = tag_at(self.data, row.start)
        if row.attributes.get("spans"):
            tag = with_attribute(tag, "spans", None)  # Only a hint for readers, and wrong now.
        if row.empty:
            cells = "".join(map(self._new_cell, places))
            opened = tag.removesuffix("/>").rstrip()
            return [Edit(row.start, row.end, f"{opened}>{cells}</{self.layout.prefix}row>")]
        before = self.layout.cells_before
        edits = [Edit(before[place], before[place], self._new_cell(place)) for place in places]
        return [Edit(row.start, behind, tag), *edits]

    def _row(self, row: int, places: Iterable[Place]) -> str:
        prefix = self.layout.prefix
        return f'<{prefix}row r="{row}">{"".join(map(self._new_cell, places))}</{prefix}row>'

    def _added_rows(self, rows: list[tuple[int, str]]) -> list[Edit]:
        sheet_data = self.layout.sheet_data
        if not rows or sheet_data is None:
            return []
        if not sheet_data.empty:
            return [Edit(offset, offset, text) for offset, text in rows]
        tag, _ = tag_at(self.data, sheet_data.start)
        opened, text = tag.removesuffix("/>").rstrip(), "".join(text for _, text in rows)
        return [Edit(sheet_data.start, sheet_data.end, f"{opened}>{text}</{self.layout.prefix}sheetData>")]

    def _dimension(self, added: list[Place]) -> list[Edit]:
        """The used range that the part declares must hold the added cells."""
        element = self.layout.dimension
        if element is None or not added:
            return []
        try:
            old = CellRange.parse(element.attributes.get("ref", ""))
        except ValueError:
            return []
        rows, columns = zip(
            *added, (old.first_row, old.first_column), (old.last_row, old.last_column), strict=True
        )
        new = CellRange(min(rows), min(columns), max(rows), max(columns))
        tag, behind = tag_at(self.data, element.start)
        return [] if new == old else [Edit(element.start, behind, with_attribute(tag, "ref", new.corners))]


def value_type(value: Written) -> str | None:
    """The cell type that fits; a plain number carries none."""
    if isinstance(value, bool):
        return "b"
    return "inlineStr" if isinstance(value, str) else None


def value_xml(value: str | int | Decimal | Formula, prefix: str) -> str:
    """The content of a cell. Text is stored as text whatever it begins with. A formula has no result yet: it
    is worked out when the workbook is opened."""
    if isinstance(value, Formula):
        return f"<{prefix}f>{encode_text(value.text)}</{prefix}f>"
    if isinstance(value, str):
        text = f'<{prefix}t xml:space="preserve">{encode_text(value)}</{prefix}t>'
        return f"<{prefix}is>{text}</{prefix}is>"
    return f"<{prefix}v>{number_text(value)}</{prefix}v>"


def number_text(value: int | Decimal) -> str:
    if isinstance(value, Decimal):
        plain = value.adjusted() in _PLAIN_EXPONENTS and value.as_tuple().exponent in _PLAIN_EXPONENTS
        return f"{value:f}" if plain else str(value)
    return str(int(value))
