"""Columns whose heading gives a value to all cells below: the rounds of a matrix, the pools of lists."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sheets_sync.cells import Cell
from sheets_sync.problems import Problem, Severity
from sheets_sync.records.header_texts import spread
from sheets_sync.records.layouts.headings import Heading, Spot, any_value, exact_value, field_called
from sheets_sync.records.layouts.pane import Source
from sheets_sync.records.names import is_blank


@dataclass(frozen=True, slots=True)
class Across:
    """One column with what its heading says."""

    column: int
    heading: Heading


@dataclass(frozen=True, slots=True)
class Line:
    """The columns of a header; ``known``: all whose headings were understood, those that say what another
    one says already among them."""

    found: tuple[Across, ...]
    known: frozenset[int]
    problems: tuple[Problem, ...]


def across_at(source: Source, rows: range, columns: Iterable[int]) -> Line:
    """The columns with a heading in these rows. One that holds nothing but the word comes before one that
    says more: beside `R1` a column `R1 FL` isn't read."""
    named = {column: _heading(source, rows, column) for column in columns}
    exact = {column: heading for column, (heading, is_exact) in named.items() if heading and is_exact}
    taken = {_key(heading): column for column, heading in reversed(exact.items())}
    found, problems = [], []
    known = {column: heading for column, (heading, _) in named.items() if heading is not None}
    for column, heading in known.items():
        first = taken.setdefault(_key(heading), column)
        if first == column:
            found.append(Across(column, heading))
        else:
            problems.append(_twice(source, rows[-1], column, first, is_exact=column in exact))
    return Line(tuple(found), frozenset(known), tuple(problems))


def _key(heading: Heading) -> tuple[Any, ...]:
    return tuple(heading.values.values())


def _heading(source: Source, rows: range, column: int) -> tuple[Heading | None, bool]:
    """What stands over a column, if all that `across` names does: from the lowest header row up, where a
    heading may stand over the first of several columns. A cell that is all one field's word (`Race 1`, a
    session) is asked for no other; the last of the fields stands lowest."""
    heading, all_exact = Heading(), True
    for row in reversed(rows):
        cell = _over(source, row, column, is_lowest=row == rows[-1])
        if cell is None:
            continue
        for name in (name for name in reversed(source.tab.across) if name not in heading.values):
            exact = exact_value(source.context, field_called(source, name), cell)
            values = exact or any_value(source.context, field_called(source, name), cell)
            if len(values) == 1:
                heading.values[name], heading.cells[name] = values[0], (cell.ref.row, cell.ref.column)
                all_exact &= bool(exact)
            if exact:
                break
    whole = set(heading.values) == set(source.tab.across)
    return (heading if whole else None), all_exact


def _over(source: Source, row: int, column: int, is_lowest: bool) -> Cell | None:
    grid = source.grid
    for merge in grid.merges:
        if (row, column) in merge:
            return _filled(source, (merge.first_row, merge.first_column))
    own = _filled(source, (row, column))
    if own is not None or is_lowest:
        return own
    text = spread(grid, row).get(column)
    left = range(column - 1, 0, -1) if text else ()
    return next((cell for each in left if (cell := _filled(source, (row, each)))), None)


def _filled(source: Source, spot: Spot) -> Cell | None:
    cell = source.grid.cell(*spot)
    return None if is_blank(cell.value) else cell


def _twice(source: Source, row: int, column: int, first: int, is_exact: bool) -> Problem:
    """Where the heading says more than the other one it is likely that something else stands below it."""
    text, other = source.grid.value(row, column), source.grid.ref(row, first).a1
    message = f"'{text}' says the same as the heading in {other}; this column isn't read."
    severity = Severity.ERROR if is_exact else Severity.WARNING
    at, hint = source.grid.ref(row, column), "Mend the heading of one of them." if is_exact else ""
    return Problem(message, at, hint, severity, blocks=is_exact)


def with_across(heading: Heading, column: Across) -> Heading:
    """What stands above a section together with what stands over one of its columns."""
    values = {**heading.values, **column.heading.values}
    return Heading(values, {**heading.cells, **column.heading.cells})


def between(columns: Sequence[Across]) -> range:
    """From the first to the last of them."""
    return range(columns[0].column, columns[-1].column + 1)
