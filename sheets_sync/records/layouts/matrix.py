"""`layout: matrix`, drivers down and rounds across: each cell is a record, and a blank one is none.

Each column with a heading that names a round becomes a pane of its own. Left of them may stand what holds for
a whole row, such as the car number.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sheets_sync.cells import Cell, CellError
from sheets_sync.problems import Problem, Severity, TabRef
from sheets_sync.records.fields import Unreadable
from sheets_sync.records.header import fields_of
from sheets_sync.records.header_texts import header_texts, rows_with, text_at
from sheets_sync.records.layouts.across import Across, Line, across_at, between, with_across
from sheets_sync.records.layouts.headings import (
    Heading,
    field_called,
    proposal_for,
    spots_as_columns,
    spots_as_rows,
)
from sheets_sync.records.layouts.pane import Pane, Panes, Source
from sheets_sync.records.layouts.stacked import Headed, Section, headed
from sheets_sync.records.names import is_blank
from sheets_sync.records.totals import says_total
from sheets_sync.records.wanted import Wanted, wanted_headers
from sheets_sync.row_refs import TabColumns

_ROWS_SEARCHED = 60


@dataclass(frozen=True, slots=True)
class Matrix:
    """One matrix: its header rows, the column on its left and the columns with headings."""

    rows: range
    down: int
    line: Line

    @property
    def columns(self) -> range:
        return range(self.down, between(self.line.found).stop)


def panes(source: Source) -> Panes:
    """One pane for each column of each matrix."""
    matrices = _matrices(source)
    if not matrices:
        return None, list(_unnamed(source)) or [_none(source)]
    found: list[Pane] = []
    problems: list[Problem] = []
    for matrix, each in zip(matrices, headed(source, [_section(source, m) for m in matrices]), strict=True):
        problems += [*each.problems, *matrix.line.problems, *_unread(source, matrix)]
        if not each.problems:
            found += [_pane(source, matrix, column, each) for column in matrix.line.found]
    return found, problems


def _section(source: Source, matrix: Matrix) -> Section:
    return Section(matrix.rows, matrix.columns, lambda row: _reads_down(source, row, matrix.down))


def _matrices(source: Source) -> list[Matrix]:
    """Every row with the header of the column on the left and headings right of it; where that column has no
    header, the first row with the most headings."""
    down = _words_down(source)
    named = source.tab.header_rows
    rows = rows_with(source.grid, down.keys)
    if named:
        columns = down.columns(header_texts(source.grid, named), needed=True)
        made = [_matrix(source, named, columns[0] if columns else 0)]
    else:
        made = [_matrix(source, _header(source, row), min(cells)) for row, cells in rows.items()]
    found = [each for each in made if each is not None]
    return found or [each for each in [_headerless(source)] if each is not None]


def _down(source: Source) -> str:
    return str(source.tab.down)


def _words_down(source: Source) -> Wanted:
    return wanted_headers(source.kind, source.tab, source.tab.across)[_down(source)]


def _header(source: Source, row: int) -> range:
    """As many rows as there are fields across."""
    return range(max(row - len(source.tab.across) + 1, 1), row + 1)


def _matrix(source: Source, rows: range, down: int) -> Matrix | None:
    line = across_at(source, rows, range(down + 1, source.grid.columns + 1))
    if not line.found:
        return None
    down = down or _column_down(source, rows[-1], line.found[0].column)
    return Matrix(rows, down, line) if down else None


def _headerless(source: Source) -> Matrix | None:
    """The first header with the most headings, left of which a column holds what goes down; a row that names
    a driver there is no header, though its places may be the numbers of rounds."""
    best: Matrix | None = None
    for row in range(1, min(source.grid.rows, _ROWS_SEARCHED) + 1):
        found = _matrix(source, _header(source, row), 0)
        is_more = found and len(found.line.found) > (len(best.line.found) if best else 0)
        if found and is_more and not _reads_down(source, row, found.down):
            best = found
    return best


def _column_down(source: Source, row: int, before: int) -> int:
    """The column on the left in which the most cells can be read as what goes down; 0 where there is none."""
    rows = range(row + 1, source.grid.rows + 1)
    counts = {column: sum(_reads_down(source, each, column) for each in rows) for column in range(1, before)}
    best = max(counts, key=lambda column: counts[column], default=0)
    return best if best and counts[best] else 0


def _reads_down(source: Source, row: int, column: int) -> bool:
    cell = source.grid.cell(row, column)
    if is_blank(cell.value):
        return False
    try:
        field_called(source, _down(source)).scalar(cell, source.context)
    except Unreadable:
        return False
    return True


def _pane(source: Source, matrix: Matrix, column: Across, under: Headed) -> Pane:
    heading = with_across(under.heading, column)
    cells = str(source.tab.cells)
    own = {_down(source): matrix.down, **_shared(source, matrix, heading), cells: column.column}
    row = matrix.rows[-1]
    headers = {name: text_at(source.grid, row, at) for name, at in own.items()}
    headers[_down(source)] = headers[_down(source)] or _down(source)
    columns = {**own, **spots_as_columns(heading.cells)}
    tab = TabColumns(source.grid.spreadsheet, source.grid.tab, columns, headers, spots_as_rows(heading.cells))
    return Pane(tab, row, row + 1, under.last, own, heading.values, frozenset({cells}))


def _shared(source: Source, matrix: Matrix, heading: Heading) -> dict[str, int]:
    """What stands left of the cells and holds for the whole row; the figures of a standing don't."""
    given = {_down(source), str(source.tab.cells), *heading.values}
    wanted = wanted_headers(source.kind, source.tab, given)
    left = range(1, matrix.line.found[0].column)
    hits = fields_of(header_texts(source.grid, matrix.rows, left), wanted, ())
    named = set(source.tab.columns)
    return {
        name: columns[0]
        for name, columns in hits.items()
        if len(columns) == 1 and (name in named or name not in source.kind.tells)
    }


def _unread(source: Source, matrix: Matrix) -> Iterator[Problem]:
    """A warning on each heading between the others that names nothing, and beside them, where it seems to
    be one all the same; what stands over a total is none."""
    columns = between(matrix.line.found)
    for column in range(matrix.down + 1, source.grid.columns + 1):
        cell = source.grid.cell(matrix.rows[-1], column)
        if column not in matrix.line.known and (_seems_heading(cell) or column in columns):
            yield from _names_nothing(source, cell, Severity.WARNING)


def _unnamed(source: Source) -> Iterator[Problem]:
    """Where no heading could be read: each that seems to be one, right of the header that goes down."""
    for row, cells in rows_with(source.grid, _words_down(source).keys).items():
        for column in range(min(cells) + 1, source.grid.columns + 1):
            if _seems_heading(source.grid.cell(row, column)):
                yield from _names_nothing(source, source.grid.cell(row, column), Severity.ERROR)


def _seems_heading(cell: Cell) -> bool:
    return isinstance(cell.value, CellError) or any(map(str.isdigit, str(cell.value)))


def _names_nothing(source: Source, cell: Cell, severity: Severity) -> Iterator[Problem]:
    name, text = source.tab.across[0], "" if is_blank(cell.value) else str(cell.value)
    if text and not says_total(text):
        message = f"'{text}' names no {name.replace('_', ' ')}; the column below it isn't read."
        hint, blocks = proposal_for(source, name, cell), severity is Severity.ERROR
        yield Problem(message, cell.ref, hint, severity, blocks=blocks)


def _none(source: Source) -> Problem:
    across = source.tab.across[0].replace("_", " ")
    message = f"No header row was found that names a {across} over each column; the tab isn't read."
    hint = f"Looked for '{_words_down(source).first}' on the left and a {across} in the columns beside it."
    return Problem(message, TabRef(source.grid.spreadsheet, source.grid.tab), hint, blocks=True)
