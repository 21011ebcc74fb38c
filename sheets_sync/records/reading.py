"""One tab becomes typed facts: taken apart by its layout, then row by row."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import Any

from sheets_sync.cells import Cell, CellRef, Grid
from sheets_sync.league_file import TabRead
from sheets_sync.problems import Problem, TabRef
from sheets_sync.records.carried import Carried
from sheets_sync.records.context import ReadingContext
from sheets_sync.records.fields import RecordKind, Unreadable
from sheets_sync.records.layouts.defaults import with_defaults
from sheets_sync.records.layouts.pane import Pane, Source
from sheets_sync.records.layouts.registry import LAYOUTS
from sheets_sync.records.names import is_blank
from sheets_sync.records.record_rows import RecordRows
from sheets_sync.records.remarks import Remarks
from sheets_sync.records.row_reader import RowReader
from sheets_sync.row_refs import RowKey


def further_cells(
    grid: Grid, records: Iterable[Any], names: Collection[str]
) -> dict[RowKey, dict[str, Cell]]:
    """What stands in further columns of these records' rows, blank cells left out."""
    found = {}
    for record in records:
        row, columns = record.row, record.row.source.columns
        cells = {name: grid.cell(row.row_of(name), columns[name]) for name in names if name in columns}
        found[row.key] = {name: cell for name, cell in cells.items() if not is_blank(cell.value)}
    return found


def read_tab(
    grid: Grid, kind: RecordKind, tab: TabRead, context: ReadingContext
) -> tuple[list[Any] | None, list[Problem]]:
    """The facts of a tab, and what could not be read; None where the whole tab can't be read.

    A row with an unreadable cell is left out.
    """
    tab = with_defaults(tab, kind)
    panes, problems = LAYOUTS[tab.layout](Source(grid, kind, tab, context))
    if panes is None:
        return None, problems
    constants, found = _constants(grid, kind, tab, context)
    problems += found
    untold = next(_untold(panes, kind, constants), None)
    if untold is not None:
        return None, [*problems, _says_no(grid, kind, tab, untold)]
    mapped = {column for pane in panes for column in pane.own.values()}
    facts = []
    for pane in panes:
        remarks = Remarks(grid, kind, pane, context)
        carried = Carried.of(grid, pane, tab.fill_down)
        reader = RowReader(
            grid, kind, pane, context, {**constants, **pane.values}, remarks, carried, problems
        )
        facts += reader.read_all(RecordRows.of(remarks, tab, carried, mapped))
    return facts, list(dict.fromkeys(problems))


def _untold(panes: Iterable[Pane], kind: RecordKind, constants: Collection[str]) -> Iterator[str]:
    """The required fields that stand nowhere in a pane, where nothing else can say them."""
    for pane in panes:
        told = {*pane.own, *pane.values, *constants}
        if kind.whole not in told:
            yield from (field.name for field in kind.fields if field.required and field.name not in told)


def _says_no(grid: Grid, kind: RecordKind, tab: TabRead, name: str) -> Problem:
    message = f"Nothing in the tab says the {name.replace('_', ' ')} of the {kind.name}; it isn't read."
    where = "above, across or set" if tab.layout in ("matrix", "lists") else "set"
    hint = f"Name the field in league.yaml under {where}."
    return Problem(message, TabRef(grid.spreadsheet, grid.tab), hint, blocks=True)


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
