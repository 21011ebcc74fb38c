"""`layout: lists`, columns of names under headings: no column on the left, each filled cell is a record.

A header is a row in which most cells are headings, such as pools; below each other and side by side there may
be several, each under a heading above it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from sheets_sync.problems import Problem, TabRef
from sheets_sync.records.fields import Field, Unreadable
from sheets_sync.records.header_texts import text_at
from sheets_sync.records.layouts.across import Across, Line, across_at, between, with_across
from sheets_sync.records.layouts.headings import (
    exact_value,
    field_called,
    proposal_for,
    reader_of,
    spots_as_columns,
    spots_as_rows,
)
from sheets_sync.records.layouts.pane import Pane, Panes, Source
from sheets_sync.records.layouts.stacked import Headed, Section, headed
from sheets_sync.records.names import is_blank
from sheets_sync.records.remarks import TAKE_ANYTHING
from sheets_sync.row_refs import TabColumns


@dataclass(frozen=True, slots=True)
class Lists:
    """Lists side by side under one heading; ``columns`` reach to the next such ones."""

    rows: range
    columns: range
    line: Line


def panes(source: Source) -> Panes:
    """One pane for each column of names."""
    blocks = list(_blocks(source))
    if not blocks:
        return None, [_none(source)]
    found: list[Pane] = []
    problems: list[Problem] = []
    sections = [Section(each.rows, each.columns, _holds_record(source, each.columns)) for each in blocks]
    for block, each in zip(blocks, headed(source, sections), strict=True):
        problems += [*each.problems, *block.line.problems, *_unread(source, block, each.last)]
        if not each.problems:
            found += [_pane(source, block, column, each) for column in block.line.found]
    return found, problems


def _blocks(source: Source) -> Iterator[Lists]:
    """The lists of every header row, from the top."""
    named = source.tab.header_rows
    if named:
        yield from _side_by_side(source, named)
        return
    across = field_called(source, source.tab.across[0])
    anything = reader_of(source.context, across) in TAKE_ANYTHING
    found = (row for row in range(1, source.grid.rows + 1) if _is_header(source, row, anything))
    for row in list(found)[: 1 if anything else None]:
        yield from _side_by_side(source, range(row, row + 1))


def _is_header(source: Source, row: int, anything: bool) -> bool:
    """Whether most cells of a row are headings, and none of those is what the lists hold; where any text can
    be a heading, whether there are several."""
    cells = [source.grid.cell(row, column) for column in range(1, source.grid.columns + 1)]
    filled = [cell for cell in cells if not is_blank(cell.value)]
    across = field_called(source, source.tab.across[0])
    hits = [cell for cell in filled if exact_value(source.context, across, cell)]
    if not hits or 2 * len(hits) < len(filled):
        return False
    if anything:
        return len(filled) > 1
    return _cells(source).scalar in TAKE_ANYTHING or not any(
        _reads(source, row, cell.ref.column) for cell in hits
    )


def _side_by_side(source: Source, rows: range) -> Iterator[Lists]:
    """A header whose headings come again holds the lists of several blocks."""
    starts: list[int] = []
    seen: list[object] = []
    for column in range(1, source.grid.columns + 1):
        for each in across_at(source, rows, [column]).found:
            if not starts or each.heading.values in seen:
                starts.append(column)
                seen = []
            seen.append(each.heading.values)
    for start, end in pairwise([*starts, source.grid.columns + 1]):
        line = across_at(source, rows, range(start, end))
        yield Lists(rows, between(line.found), line)


def _cells(source: Source) -> Field:
    return field_called(source, str(source.tab.cells))


def _reads(source: Source, row: int, column: int) -> bool:
    """Whether a cell holds what the lists do."""
    cell = source.grid.cell(row, column)
    if is_blank(cell.value):
        return False
    try:
        _cells(source).scalar(cell, source.context)
    except Unreadable:
        return False
    return True


def _holds_record(source: Source, columns: range) -> Callable[[int], bool]:
    """Whether a line still holds names of the lists above; where any text can be one, nobody can tell."""
    if _cells(source).scalar in TAKE_ANYTHING:
        return lambda _: False
    return lambda row: any(_reads(source, row, column) for column in columns)


def _pane(source: Source, block: Lists, column: Across, under: Headed) -> Pane:
    heading, row = with_across(under.heading, column), block.rows[-1]
    own = {str(source.tab.cells): column.column}
    headers = {name: text_at(source.grid, row, column.column) for name in own}
    columns = {**own, **spots_as_columns(heading.cells)}
    tab = TabColumns(source.grid.spreadsheet, source.grid.tab, columns, headers, spots_as_rows(heading.cells))
    return Pane(tab, row, row + 1, under.last, own, heading.values)


def _unread(source: Source, block: Lists, last: int) -> Iterator[Problem]:
    """A warning on each column between the lists, and on those right beside them, with names below it and no
    heading that says whose they are."""
    if _cells(source).scalar in TAKE_ANYTHING:
        return
    name, row = source.tab.across[0].replace("_", " "), block.rows[-1]
    for column in range(max(block.columns.start - 1, 1), block.columns.stop + 1):
        below = (each for each in range(row + 1, last + 1) if _reads(source, each, column))
        first = next(below, None)
        if column in block.line.known or first is None:
            continue
        cell = source.grid.cell(row, column)
        if is_blank(cell.value):
            message = f"No {name} stands above this list; it isn't read."
            yield Problem(message, source.grid.ref(first, column), f"Write the {name} above it.")
        else:
            message = f"'{cell.value}' names no {name}; the list below it isn't read."
            yield Problem(message, cell.ref, proposal_for(source, source.tab.across[0], cell))


def _none(source: Source) -> Problem:
    across = source.tab.across[0].replace("_", " ")
    message = f"No row was found whose cells each name a {across}; the tab isn't read."
    hint = f"Write a {across} above each list, or name the row in league.yaml: header: 3"
    return Problem(message, TabRef(source.grid.spreadsheet, source.grid.tab), hint, blocks=True)
