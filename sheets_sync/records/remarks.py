"""Rows beside the records: a remark, a legend below the table, a header that stands there once more."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field

from sheets_sync.cells import Grid
from sheets_sync.problems import Problem, Severity
from sheets_sync.records import words
from sheets_sync.records.context import ReadingContext
from sheets_sync.records.fields import Field, RecordKind, Unreadable
from sheets_sync.records.layouts.pane import Pane
from sheets_sync.records.names import clean, fold, is_blank

_ALONE = "The row holds nothing but this cell; it is taken for a remark."
_BELOW = "Below an empty row, and nothing in it can be read: the row is taken for a legend."
_HINT = "If it is a record, mend its cells."
TAKE_ANYTHING = (words.text, words.several, words.code, words.new_driver)
"""Whatever stands in a cell, these can read it."""


def repeats_header(grid: Grid, row: int, pane: Pane, required: Collection[str]) -> bool:
    """Whether the header stands in this row once more: as a whole, or two of its texts over their columns. In
    columns such as Race and DNF a record may say the same; what every record needs tells them apart."""
    columns = pane.own
    filled = [name for name, column in columns.items() if _is_filled(grid, row, column)]
    same = {
        name
        for name in filled
        if _written(grid, row, columns[name]) == _written(grid, pane.header_row, columns[name])
    }
    needed = set(required) & set(filled)
    return len(same) == len(filled) or (len(same) > 1 and (not needed or bool(needed & same)))


@dataclass(frozen=True, slots=True)
class Remarks:
    """Finds the rows of a tab that are no records, since nothing in them can be read; asked from the top."""

    grid: Grid
    kind: RecordKind
    pane: Pane
    context: ReadingContext
    legend: set[int] = field(default_factory=set)

    def note(self, row: int) -> Problem | None:
        """What is said of a remark, or of the line of a legend; None where the row may be a record."""
        columns = self.pane.own
        filled = [name for name, column in columns.items() if _is_filled(self.grid, row, column)]
        fields = [found for name in filled if (found := self.kind.field(name)) is not None]
        if not fields or self.kind.whole in filled:
            return None
        at = self.grid.ref(row, columns[fields[0].name])
        if len(filled) == 1:
            lone = len(columns) > 2 and not self._can_be_read(row, fields[0])
            return Problem(_ALONE, at, severity=Severity.NOTE) if lone else None
        if not self._is_of_a_legend(row, fields):
            return None
        self.legend.add(row)
        return Problem(_BELOW, at, _HINT, Severity.NOTE)

    def says_what_is_needed(self, row: int, needed: Collection[str], counting: Collection[str]) -> bool:
        """Whether a row with formulas that count others is a record all the same, such as a case whose number
        is one more than that above: all that is needed can be read there, and not all of it is counted."""
        fields = [found for name in needed if (found := self.kind.field(name)) is not None]
        if not fields or set(needed) <= set(counting):
            return False
        return all(self._can_be_read(row, each) or self._is_nearly_a_driver(row, each) for each in fields)

    def _is_of_a_legend(self, row: int, fields: list[Field]) -> bool:
        """Its lines follow an empty row, or each other; what takes any text doesn't tell a record."""
        telling = [each for each in fields if each.scalar not in TAKE_ANYTHING]
        if not telling or not (row - 1 in self.legend or self._is_empty(row - 1)):
            return False
        return not any(
            self._can_be_read(row, each) or self._is_nearly_a_driver(row, each) for each in telling
        )

    def _is_empty(self, row: int) -> bool:
        columns = range(1, self.grid.columns + 1)
        return row > self.pane.header_row and not any(
            _is_filled(self.grid, row, column) for column in columns
        )

    def _can_be_read(self, row: int, of: Field) -> bool:
        try:
            of.scalar(self.grid.cell(row, self.pane.own[of.name]), self.context)
        except Unreadable:
            return False
        return True

    def _is_nearly_a_driver(self, row: int, of: Field) -> bool:
        """A misspelt name is an error of a record, not the word of a legend."""
        value = self.grid.value(row, self.pane.own[of.name])
        is_name = of.scalar is words.driver and isinstance(value, str)
        names = self.context.names
        return is_name and (
            names.nearest(str(value)) is not None or bool(names.candidates(clean(str(value))))
        )


def _is_filled(grid: Grid, row: int, column: int) -> bool:
    return not is_blank(grid.value(row, column))


def _written(grid: Grid, row: int, column: int) -> str:
    return fold(str(grid.value(row, column)))
