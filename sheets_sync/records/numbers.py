"""Whole numbers, places, exact numbers and shares as tabs write them."""

from __future__ import annotations

import re
from fractions import Fraction

from sheets_sync.cells import Cell
from sheets_sync.records.context import ReadingContext
from sheets_sync.records.fields import Unreadable
from sheets_sync.records.marks import plain
from sheets_sync.records.names import clean, fold
from sheets_sync.records.vocabulary.answers import LAPS

_WHOLE = re.compile(r"[+-]?\d{1,9}")
_PLACE = re.compile(
    r"(?:p|pos|pl|platz|place|posto|puesto|lugar|#)?[.\s]*(\d{1,3})\s*(?:\.?[ºª°oa]|\.|st|nd|rd|th|er|[èe]?re|[èe]?m?e)?",
    re.IGNORECASE,
)
_GROUPS = re.compile(r"([+-]?\d{1,3})((?: \d{3})+)(?![\d ])")
_LAPS = re.compile(r"(\d{1,4})\s?([^\W\d_]+)\.?")
_LAP_WORDS = frozenset(map(fold, LAPS))
_LAST_PLACE = 999


def whole(cell: Cell, _: ReadingContext) -> int:
    value = cell.value
    if isinstance(value, (int, float)) and not isinstance(value, bool) and not value % 1:
        return int(value)
    if isinstance(value, str) and _WHOLE.fullmatch(plain(value)):
        return int(plain(value))
    raise Unreadable(f"'{value}' is no whole number.", "Write it like 12.")


def laps(cell: Cell, context: ReadingContext) -> int:
    """A number of laps: ``25``, ``25 laps``, ``25 Runden``."""
    match = _LAPS.fullmatch(plain(cell.value)) if isinstance(cell.value, str) else None
    return int(match[1]) if match and fold(match[2]) in _LAP_WORDS else whole(cell, context)


def place(cell: Cell, context: ReadingContext) -> int:
    """A finishing place: ``3``, ``P3``, ``3rd``, ``3.``, ``3º``, ``1er``, ``#3``."""
    value = cell.value
    if isinstance(value, str):
        match = _PLACE.fullmatch(plain(value))
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
    """An exact number: ``3``, ``1/2``, ``0.5``, ``0,5``, ``1 250``."""
    value = cell.value
    try:
        if isinstance(value, str):
            return Fraction(_GROUPS.sub(_joined, plain(value)).replace(",", "."))
        if isinstance(value, (int, float)) and not isinstance(value, bool):
            return Fraction(repr(value)).limit_denominator(10**6)
    except (ValueError, ZeroDivisionError):
        pass
    raise Unreadable(f"'{value}' is no number.", "Write it like 3, 1/2 or 0.5.")


def _joined(match: re.Match[str]) -> str:
    return match[0].replace(" ", "")


def share(cell: Cell, context: ReadingContext) -> Fraction:
    """A share of one: ``40 %``, ``0.4`` or a cell in per cent."""
    text = plain(cell.value) if isinstance(cell.value, str) else ""
    if text.endswith("%"):
        bare = Cell(cell.ref, text[:-1].strip(), cell.number_format, None)
        found = number(bare, context) / 100
    else:
        found = number(cell, context)
    if not 0 <= found <= 1:
        raise Unreadable(f"'{cell.value}' is no share.", "Write it like 40 %.")
    return found
