"""Rows that sum up the others: they hold no record, and a label such as Total is nobody's name."""

from __future__ import annotations

import re

from sheets_sync.cells import CellRef, Grid
from sheets_sync.problems import Problem, Severity
from sheets_sync.records.fields import RecordKind
from sheets_sync.records.layouts.pane import Pane
from sheets_sync.records.name_book import NameBook
from sheets_sync.records.names import clean, fold
from sheets_sync.records.vocabulary.answers import TOTALS

_COUNTING = re.compile(
    r"\b(COUNT(A|BLANK|IFS?|UNIQUE)?|SUM(IFS?|PRODUCT)?|AVERAGE(A|IFS?)?|MEDIAN|SUBTOTAL|AGGREGATE|MIN|MAX)\s*\(",
    re.IGNORECASE,
)
_LABELS = frozenset(map(fold, TOTALS))


def counts_others(formula: str) -> bool:
    """Whether a formula counts or sums up other cells."""
    return _COUNTING.search(formula) is not None


def total_row(grid: Grid, row: int, pane: Pane, kind: RecordKind, names: NameBook) -> Problem | None:
    """The note on a row that is a total by its label; None where it may be a record.

    It is one only where nothing else could make it a record: no other required cell is typed in, or, where
    the label's is the only one, nothing but formulas stand beside it. Left of a matrix the label is enough. A
    driver may be called Total.
    """
    columns = {name: column for name, column in pane.own.items() if _filled(grid, row, column)}
    label = next((name for name, column in columns.items() if _is_label(grid, row, column, names)), None)
    if label is None:
        return None
    if pane.telling and label not in pane.telling:
        return _note(grid.ref(row, columns[label]), clean(str(grid.value(row, columns[label]))))
    typed = {name for name, column in columns.items() if name != label and (row, column) not in grid.formulas}
    needed = {each.name for each in kind.fields if each.required and each.name != label}
    needed &= set(pane.own)
    if typed & needed or (not needed and (typed or not _has_formula(grid, row))):
        return None
    return _note(grid.ref(row, columns[label]), clean(str(grid.value(row, columns[label]))))


def _is_label(grid: Grid, row: int, column: int, names: NameBook) -> bool:
    value = grid.value(row, column)
    if not isinstance(value, str) or (row, column) in grid.formulas:
        return False
    return says_total(value) and names.find(value) is None


def says_total(text: str) -> bool:
    """Whether it is the label of a row that sums up others, in any of the usual languages."""
    return fold(clean(text).rstrip(" :=")) in _LABELS


def _filled(grid: Grid, row: int, column: int) -> bool:
    value = grid.value(row, column)
    return value is not None and bool(clean(str(value)))


def _has_formula(grid: Grid, row: int) -> bool:
    return any((row, column) in grid.formulas for column in range(1, grid.columns + 1))


def _note(at: CellRef, label: str) -> Problem:
    message = f"The row is taken for a total, because it says '{label}'; it isn't read."
    return Problem(message, at, "If it is a record, fill in the rest of it.", Severity.NOTE)
