"""What the writer refuses in a tab: each cell with the reason and what to do instead."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from sheets_sync.cells import MAX_COLUMNS, MAX_ROWS
from sheets_sync.sources.cell_text import MAX_TEXT, illegal_character, text_length
from sheets_sync.sources.claimed_ranges import Claim
from sheets_sync.sources.sheet_layout import Place, SheetLayout
from sheets_sync.sources.snapshot import CellWrite, Formula, Written

Reason = tuple[str, str]

_LARGEST = Decimal("9.99999999999999E+307")
_DIGITS = 15
_OTHER_CELL = "Put the output range elsewhere, or clear the formula first."
_AGREE = "Put the output range elsewhere, clear the formula first, or have it replaced with: sync --overwrite"
_PICTURE = "Put the output range elsewhere, or clear the cell first."
_PLAIN = ("", "normal")
_KINDS = {"array": "an array formula", "dataTable": "a what-if data table"}


def refused_places(
    writes: Sequence[CellWrite], layout: SheetLayout, claims: Sequence[Claim]
) -> list[tuple[Place, Reason]]:
    """The places that must not be written, in reading order; a cell has one reason."""
    found = []
    for write in sorted(writes, key=lambda write: (write.row, write.column)):
        place = write.row, write.column
        if reason := _held(write, place, layout) or _claimed(place, claims):
            found.append((place, reason))
    return found


def _held(write: CellWrite, place: Place, layout: SheetLayout) -> Reason | None:
    for area, kind in layout.areas:
        if place in area:
            return f"This cell is filled by {_KINDS[kind]} ({area})", _OTHER_CELL
    for area in layout.merges:
        if place in area and place != (area.first_row, area.first_column):
            return f"This cell is hidden inside of the merged cells {area}", "Unmerge them."
    return _held_by_formula(write, place, layout) or _held_by_picture(place, layout)


def _held_by_formula(write: CellWrite, place: Place, layout: SheetLayout) -> Reason | None:
    kind = layout.formulas.get(place)
    if kind is None or (kind in _PLAIN and write.replaces_formula):
        return None
    if kind == "shared":
        return "This cell holds a formula that it shares with other cells", _OTHER_CELL
    if kind in _KINDS:
        return f"This cell holds {_KINDS[kind]}", _OTHER_CELL
    return "This cell holds a formula", _AGREE


def _held_by_picture(place: Place, layout: SheetLayout) -> Reason | None:
    if place in layout.cells and "vm" in layout.cells[place].attributes and place not in layout.formulas:
        return "This cell holds a picture or a linked record", _PICTURE
    return None


def _claimed(place: Place, claims: Sequence[Claim]) -> Reason | None:
    return next(((f"This cell {what}", instead) for area, what, instead in claims if place in area), None)


def refused_value(place: Place, value: Written) -> Reason | None:
    """Why no cell, or not this place, can hold the value."""
    row, column = place
    if not (1 <= row <= MAX_ROWS and 1 <= column <= MAX_COLUMNS):
        return f"Row {row}, column {column} lies outside of a sheet", "Check the output range."
    if isinstance(value, str):
        return _refused_text(value)
    if isinstance(value, Formula):
        return _refused_text(value.text)
    return None if value is None else _refused_number(value)


def _refused_text(text: str) -> Reason | None:
    if illegal := illegal_character(text):
        return f"The text for this cell holds the character {illegal}, which no cell can hold", "Remove it."
    if (length := text_length(text)) > MAX_TEXT:
        return f"The text for this cell has {length} characters; a cell holds {MAX_TEXT}", "Shorten it."
    return None


def _refused_number(value: int | Decimal) -> Reason | None:
    if isinstance(value, Decimal) and not value.is_finite():
        return f"The value for this cell is {value}, which is no number a cell can hold", "Leave it blank."
    if abs(Decimal(value)) > _LARGEST:
        return "The number for this cell is larger than a cell can hold", "Write it as text."
    if isinstance(value, int) and len(str(abs(value)).rstrip("0")) > _DIGITS:
        return (
            f"The number {value} has more than {_DIGITS} digits, of which a cell drops the last",
            "Write it as text.",
        )
    return None
