"""A row of a pane becomes a typed fact: each cell by its field's type."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sheets_sync.cells import Cell, Grid
from sheets_sync.problems import Problem
from sheets_sync.records import words
from sheets_sync.records.carried import Carried
from sheets_sync.records.context import ReadingContext
from sheets_sync.records.fields import Field, RecordKind, Unreadable
from sheets_sync.records.layouts.pane import MARK, Pane
from sheets_sync.records.names import fold, is_blank
from sheets_sync.records.remarks import Remarks
from sheets_sync.records.spills import Spills, says_nothing
from sheets_sync.records.stale import is_doubtful
from sheets_sync.records.totals import total_row
from sheets_sync.row_refs import RowRef

_GROUPS = ("pool", "car_class")


@dataclass(frozen=True, slots=True)
class RowReader:
    """``given``: the values that no column of the row's own gives."""

    grid: Grid
    kind: RecordKind
    pane: Pane
    context: ReadingContext
    given: Mapping[str, Any]
    remarks: Remarks
    carried: Carried
    problems: list[Problem]

    def read_all(self, rows: Iterable[int]) -> list[Any]:
        """The facts of these rows."""
        facts = (self.read(row) for row in rows)
        return [fact for fact in facts if fact is not None]

    def read(self, row: int) -> Any:
        total = total_row(self.grid, row, self.pane, self.kind, self.context.names)
        beside = total or self.remarks.note(row)
        if beside is not None:
            self.problems.append(beside)
            return None
        if not self._is_marked(row):
            return None
        above = self.carried.above(row)
        values, spills = dict(self.given), Spills(self.grid, self.kind, self.pane.own, row)
        whole = self._is_told(row)
        for field in self.kind.fields:
            column = self.pane.own.get(field.name)
            if column is not None and not self._is_reckoned(field, row, column, values):
                whole &= self._field(field, above.get(field.name, row), column, values, spills)
        whole &= spills.settle(values, self.problems)
        source = self.carried.source(above, spills.places(values))
        return self.kind.make(RowRef(source, row), **values) if whole else None

    def _is_marked(self, row: int) -> bool:
        """Whether the record is there at all, where a cell only says so."""
        if MARK not in self.pane.own:
            return True
        cell = self.grid.cell(row, self.pane.own[MARK])
        try:
            return words.yes(cell, self.context)
        except Unreadable as error:
            self.problems.append(Problem(f"{error} The cell is left out.", cell.ref, error.proposal))
            return False

    def _is_told(self, row: int) -> bool:
        """Whether the field that says everything is filled where the tab lacks a required column."""
        told = {*self.pane.own, *self.given}
        if self._says_everything(row) or all(f.name in told for f in self.kind.fields if f.required):
            return True
        name = self.kind.whole
        if name in self.pane.own:
            self.problems.append(self._empty(name, self.grid.cell(row, self.pane.own[name])))
        return False

    def _field(self, field: Field, row: int, column: int, values: dict[str, Any], spills: Spills) -> bool:
        """Whether the row can still stand with what this cell holds."""
        cell = self.grid.cell(row, column)
        if is_blank(cell.value) or says_nothing(field, cell):
            return self._blank(field, cell)
        if is_doubtful(self.grid, row, column, self.context.written_tabs):
            self.problems.append(_stale(cell))
            return False
        try:
            values[field.name] = field.scalar(cell, self.context)
        except Unreadable as error:
            told = self._told_by_row(error, row)
            if told is not None:
                values[field.name] = told
                return True
            if spills.take(field, cell, self.context):
                return True
            if str(error):
                fate = "It is read as empty." if field.spare else "The row is left out."
                refusal = "" if field.spare else error.refusal
                said = Problem(f"{error} {fate}", cell.ref, error.proposal, refusal=refusal)
                self.problems.append(said)
            return field.spare
        return True

    def _is_reckoned(self, field: Field, row: int, column: int, values: Mapping[str, Any]) -> bool:
        """Whether a gap says nothing new: the row has its time, or a formula makes the gap of the times."""
        if not field.tells:
            return False
        return field.tells in values or (field.tells in self.pane.own and (row, column) in self.grid.formulas)

    def _told_by_row(self, error: Unreadable, row: int) -> str | None:
        """Who of several drivers of one number is meant, by the pool or the class that the row names."""
        if not error.among:
            return None
        own = (self.grid.value(row, column) for name, column in self.pane.own.items() if name in _GROUPS)
        said = {fold(str(value)) for value in (*own, *map(self.given.get, _GROUPS)) if value is not None}
        left = [key for key in error.among if said & self.context.names.groups.get(key, frozenset())]
        return left[0] if len(left) == 1 else None

    def _blank(self, field: Field, cell: Cell) -> bool:
        if cell.formula is not None and cell.value is None:
            message = "The formula has no calculated value"
            fate = "the row is left out." if field.required else "it is read as empty."
            hint = "Open the file, let it calculate, and save it."
            refusal = "not recalculated" if field.required else ""
            self.problems.append(Problem(f"{message}; {fate}", cell.ref, hint, refusal=refusal))
        elif field.required and not self._says_everything(cell.ref.row):
            self.problems.append(self._empty(field.name, cell))
        return not field.required or self._says_everything(cell.ref.row)

    def _says_everything(self, row: int) -> bool:
        column = self.pane.own.get(self.kind.whole)
        return column is not None and not is_blank(self.grid.value(row, column))

    def _empty(self, name: str, cell: Cell) -> Problem:
        message = f"'{self.pane.columns.headers.get(name, name)}' is empty. The row is left out."
        return Problem(message, cell.ref, "Fill it in.", refusal="incomplete")


def _stale(cell: Cell) -> Problem:
    message = "This formula hasn't been recalculated since our last write. The row is left out."
    hint = "Open the file in Excel or LibreOffice and save it."
    return Problem(message, cell.ref, hint, blocks=True, refusal="not recalculated")
