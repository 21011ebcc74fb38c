"""Points that people gave by hand, as their tables show them."""

from __future__ import annotations

from fractions import Fraction

from sheets_sync.cells import Cell
from sheets_sync.records import numbers, words
from sheets_sync.records.context import ReadingContext
from sheets_sync.records.fields import Unreadable


def points(cell: Cell, context: ReadingContext) -> Fraction:
    """A number, or a status of the ruleset such as DNF, which gave none."""
    try:
        return numbers.number(cell, context)
    except Unreadable:
        if isinstance(cell.value, str) and _is_status(cell, context):
            return Fraction(0)
        raise


def _is_status(cell: Cell, context: ReadingContext) -> bool:
    """Where the ruleset's statuses aren't known, any word would be one."""
    try:
        return bool(context.statuses) and bool(words.status(cell, context))
    except Unreadable:
        return False
