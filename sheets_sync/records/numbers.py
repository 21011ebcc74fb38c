"""Whole numbers, places, exact numbers and shares as tabs write them."""

from __future__ import annotations

import re
from fractions import Fraction

from sheets_sync.cells import Cell
from sheets_sync.records.context import ReadingContext
from sheets_sync.records.fields import Unreadable
from sheets_sync.records.names import clean

_WHOLE = re.compile(r"[+-]?\d{1,9}")
_PLACE = re.compile(r"p?\s*(\d{1,3})\s*(?:\.|st|nd|rd|th)?", re.IGNORECASE)
_LAST_PLACE = 999


def whole(cell: Cell, _: ReadingContext) -> int:
    value = cell.value
    if isinstance(value, (int, float)) and not isinstance(value, bool) and not value % 1:
        return int(value)
    if isinstance(value, str) and _WHOLE.fullmatch(clean(value)):
        return int(clean(value))
    raise Unreadable(f"'{value}' is no whole number.", "Write it like 12.")


def place(cell: Cell, context: ReadingContext) -> int:
    """A finishing place: ``3``, ``P3``, ``3rd``."""
    value = cell.value
    if isinstance(value, str):
        match = _PLACE.fullmatch(clean(value))
        if not match:
            raise Unreadable(
                f"'{clean(value)}' is no place.", "Write a number, and DNF or the like under status."
            )
        number = int(match[1])
    else:
        number = whole(cell, context)
    if not 1 <= number <= _LAST_PLACE:
        raise Unreadable(f"'{value}' is no place.", f"Write a number from 1 to {_LAST_PLACE}.")
    return number


def number(cell: Cell, _: ReadingContext) -> Fraction:
    """An exact number: ``3``, ``1/2``, ``0.5``, ``0,5``."""
    value = cell.value
    try:
        if isinstance(value, str):
            return Fraction(clean(value).replace(",", ".").replace(" ", ""))
        if isinstance(value, (int, float)) and not isinstance(value, bool):
            return Fraction(repr(value)).limit_denominator(10**6)
    except (ValueError, ZeroDivisionError):
        pass
    raise Unreadable(f"'{value}' is no number.", "Write it like 3, 1/2 or 0.5.")


def share(cell: Cell, context: ReadingContext) -> Fraction:
    """A share of one: ``40 %``, ``0.4`` or a cell in per cent."""
    text = clean(cell.value) if isinstance(cell.value, str) else ""
    if text.endswith("%"):
        bare = Cell(cell.ref, text[:-1].strip(), cell.number_format, None)
        found = number(bare, context) / 100
    else:
        found = number(cell, context)
    if not 0 <= found <= 1:
        raise Unreadable(f"'{cell.value}' is no share.", "Write it like 40 %.")
    return found
