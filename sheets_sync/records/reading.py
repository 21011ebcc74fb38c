"""One tab becomes typed facts: row by row, each cell by its column's type."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from sheets_sync.cells import Cell, CellRange, CellRef, Grid, RowRef, Value
from sheets_sync.league_file import TabRead
from sheets_sync.problems import Problem
from sheets_sync.records.context import ReadingContext
from sheets_sync.records.fields import Field, RecordKind, Unreadable
from sheets_sync.records.header import Header, find_header
from sheets_sync.records.names import clean
from sheets_sync.records.near_headers import near_headers
from sheets_sync.records.remarks import Remarks, repeats_header
from sheets_sync.records.stale import is_doubtful
from sheets_sync.records.totals import counts_others, total_row


def further_cells(
    grid: Grid, records: Iterable[Any], names: Collection[str]
) -> dict[tuple[str, str, int], dict[str, Cell]]:
    """What stands in further columns of these records' rows, blank cells left out."""
    found = {}
    for record in records:
        row, columns = record.row.row, record.row.source.columns
        cells = {name: grid.cell(row, columns[name]) for name in names if name in columns}
        found[grid.spreadsheet, grid.tab, row] = {
            name: cell for name, cell in cells.items() if not is_blank(cell.value)
        }
    return found


def read_tab(
    grid: Grid, kind: RecordKind, tab: TabRead, context: ReadingContext
) -> tuple[list[Any] | None, list[Problem]]:
    """The facts of a tab, and what could not be read; None where the whole tab can't be read.

    A row with an unreadable cell is left out.
    """
    further = context.columns.get(kind.name, ())
    header, problems = find_header(grid, kind, tab, further)
    if header is None:
        return None, problems
    constants, found = _constants(grid, kind, tab, context)
    problems += [*near_headers(grid, kind, tab, header, further), *found]
    remarks = Remarks(grid, kind, header, context)
    reader = _RowReader(grid, kind, header, context, constants, remarks, problems)
    facts = [reader.read(row) for row in _record_rows(remarks, tab)]
    return [fact for fact in facts if fact is not None], problems


def _constants(
    grid: Grid, kind: RecordKind, tab: TabRead, context: ReadingContext
) -> tuple[dict[str, Any], list[Problem]]:
    values: dict[str, Any] = {}
    problems = []
    for name, text in tab.set.items():
        field = kind.field(name)
        if field is None:
            continue
        ref = CellRef(grid.spreadsheet, grid.tab, 1, 1)
        try:
            values[name] = field.scalar(Cell(ref, text, "", None), context)
        except Unreadable as error:
            problems.append(Problem(f"set: {name}: {error}", ref, error.proposal))
    return values, problems


def _record_rows(remarks: Remarks, tab: TabRead) -> Iterator[int]:
    grid, header = remarks.grid, remarks.header
    first, last = header.row + 1, grid.rows
    if tab.rows:
        low, _, high = tab.rows.partition("-")
        first, last = max(first, int(low)), min(last, int(high or low))
    mapped = set(header.columns.columns.values())
    banners = {merge.first_row for merge in grid.merges if _covers_two(merge, mapped)}
    for row in range(first, last + 1):
        if row not in banners and _is_record(remarks, row):
            yield row


def _covers_two(merge: CellRange, columns: Collection[int]) -> bool:
    """A merge over two columns of the record is a heading; one beside them is a remark."""
    return sum(merge.first_column <= column <= merge.last_column for column in columns) > 1


def _is_record(remarks: Remarks, row: int) -> bool:
    """Blank rows, totals, repeated headers and lone cells beside the required ones are no records."""
    grid, kind, columns = remarks.grid, remarks.kind, remarks.header.columns.columns
    filled = {name for name, column in columns.items() if not is_blank(grid.value(row, column))}
    telling = {field.name for field in kind.fields if field.required or field.name == kind.whole}
    required = telling & set(columns)
    if not filled or (len(filled) == 1 and not filled & required):
        return False
    counted = required if filled & required else set(columns)
    counting = {name for name in counted if counts_others(grid.formulas.get((row, columns[name]), ""))}
    if counting and not remarks.says_what_is_needed(row, filled & required, counting):
        return False
    return not repeats_header(grid, row, remarks.header, required)


def is_blank(value: Value) -> bool:
    return value is None or (isinstance(value, str) and not clean(value))


@dataclass(frozen=True, slots=True)
class _RowReader:
    grid: Grid
    kind: RecordKind
    header: Header
    context: ReadingContext
    constants: dict[str, Any]
    remarks: Remarks
    problems: list[Problem]

    def read(self, row: int) -> Any:
        total = total_row(self.grid, row, self.header, self.kind, self.context.names)
        beside = total or self.remarks.note(row)
        if beside is not None:
            self.problems.append(beside)
            return None
        ref = RowRef(self.header.columns, row)
        values = dict(self.constants)
        whole = self._is_told(row)
        for field in self.kind.fields:
            column = self.header.columns.columns.get(field.name)
            if column is not None:
                whole &= self._field(field, row, column, values)
        return self.kind.make(ref, **values) if whole else None

    def _is_told(self, row: int) -> bool:
        """Whether the field that says everything is filled where the tab lacks a required column."""
        columns = self.header.columns.columns
        told = {*columns, *self.constants}
        if self._says_everything(row) or all(f.name in told for f in self.kind.fields if f.required):
            return True
        cell = self.grid.cell(row, columns[self.kind.whole])
        header = self.grid.value(self.header.row, cell.ref.column)
        self.problems.append(Problem(f"'{header}' is empty. The row is left out.", cell.ref, "Fill it in."))
        return False

    def _field(self, field: Field, row: int, column: int, values: dict[str, Any]) -> bool:
        """Whether the row can still stand with what this cell holds."""
        cell = self.grid.cell(row, column)
        if is_blank(cell.value):
            return self._blank(field, cell)
        if is_doubtful(self.grid, row, column, self.context.written_tabs):
            self.problems.append(_stale(cell))
            return False
        try:
            values[field.name] = field.scalar(cell, self.context)
        except Unreadable as error:
            if str(error):
                fate = "It is read as empty." if field.spare else "The row is left out."
                said = Problem(f"{error} {fate}", cell.ref, error.proposal, refusal=error.refusal)
                self.problems.append(said)
            return field.spare
        return True

    def _blank(self, field: Field, cell: Cell) -> bool:
        if cell.formula is not None and cell.value is None:
            message = "The formula has no calculated value"
            fate = "the row is left out." if field.required else "it is read as empty."
            hint = "Open the file, let it calculate, and save it."
            self.problems.append(Problem(f"{message}; {fate}", cell.ref, hint))
        elif field.required and not self._says_everything(cell.ref.row):
            header = self.grid.value(self.header.row, cell.ref.column)
            self.problems.append(
                Problem(f"'{header}' is empty. The row is left out.", cell.ref, "Fill it in.")
            )
        return not field.required or self._says_everything(cell.ref.row)

    def _says_everything(self, row: int) -> bool:
        column = self.header.columns.columns.get(self.kind.whole)
        return column is not None and not is_blank(self.grid.value(row, column))


def _stale(cell: Cell) -> Problem:
    message = "This formula hasn't been recalculated since our last write. The row is left out."
    return Problem(message, cell.ref, "Open the file in Excel or LibreOffice and save it.", blocks=True)
