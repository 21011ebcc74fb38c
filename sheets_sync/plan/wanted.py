"""The cells that a table wants in the range it owns: header, rows, and blanks below them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from sheets_sync.cells import CellRange, Grid, a1
from sheets_sync.league import League
from sheets_sync.league_file import RangeWrite
from sheets_sync.plan.memory import Spot
from sheets_sync.problems import Problem
from sheets_sync.sources.snapshot import Written
from sheets_sync.tables.table import Table, written
from sheets_sync.validation import nearest


@dataclass(frozen=True, slots=True)
class WantedRange:
    """``cells`` covers the whole range; of one that is open downward the table, and below it what is filled.
    ``body`` says in which rows the table's rows stand; ``about``, ``comes_and_goes``: as the table says."""

    write: RangeWrite
    tab: str
    cells: Mapping[Spot, Written]
    body: CellRange
    comes_and_goes: bool
    about: str = ""

    @property
    def corner(self) -> str:
        """What the memory calls the range: ``Results!A3``."""
        cells = self.write.to.cells
        return f"{self.tab}!{a1(cells.first_row, cells.first_column)}"


def wanted_range(
    league: League, index: int, table: Table, grid: Grid
) -> tuple[WantedRange | None, list[Problem]]:
    """What one ``write`` of league.yaml wants. A table that doesn't fit in its range is a problem."""
    write = league.write[index]
    unknown = _unknown_columns(league, index, table)
    if unknown:
        return None, unknown
    chosen = table.chosen(write.columns)
    hidden = _private_columns(league, index, chosen)
    if hidden:
        return None, hidden
    area = write.to.cells
    first = area.first_row + (1 if write.header else 0)
    problem = _misfit(league, index, chosen, first)
    if problem:
        return None, [problem]
    cells: dict[Spot, Written] = dict.fromkeys(_covered(area, first + len(chosen.rows) - 1, grid))
    for offset, column in enumerate(chosen.columns):
        place = area.first_column + offset
        if write.header:
            cells[grid.tab, area.first_row, place] = column.title
        for line, values in enumerate(chosen.rows):
            row = first + line
            cells[grid.tab, row, place] = written(column, values[offset], grid.number_format(row, place))
    body = CellRange(first, area.first_column, area.last_row, area.last_column)
    return WantedRange(write, grid.tab, cells, body, table.comes_and_goes, table.about), []


def _covered(area: CellRange, last: int, grid: Grid) -> Iterator[Spot]:
    """The cells of a range; of one that is open downward those up to the ``last`` row of the table, and all
    below it that hold something."""
    whole = replace(area, last_row=last) if area.is_open else area
    yield from ((grid.tab, row, column) for row, column in whole.places())
    for column in range(area.first_column, area.last_column + 1) if area.is_open else ():
        below = range(max(last, area.first_row - 1) + 1, grid.rows + 1)
        yield from ((grid.tab, row, column) for row in below if grid.value(row, column) is not None)


def _unknown_columns(league: League, index: int, table: Table) -> list[Problem]:
    keys = [column.key for column in table.columns]
    at = league.line("write", index, "columns")
    return [
        Problem(f"The table '{table.name}' has no column '{key}'.", at, nearest(key, keys))
        for key in league.write[index].columns or ()
        if key not in keys
    ]


def _private_columns(league: League, index: int, table: Table) -> list[Problem]:
    """Columns that tell of conduct, in a spreadsheet that everybody sees."""
    where = league.write[index].to.tab.spreadsheet
    at = league.line("write", index, "columns")
    return [
        Problem(
            f"The column '{column.key}' is private, but the spreadsheet '{where}' is public.",
            at,
            "Leave it out.",
        )
        for column in table.columns
        if column.private and league.spreadsheets[where].access == "public"
    ]


def _misfit(league: League, index: int, table: Table, first: int) -> Problem | None:
    write = league.write[index]
    area = write.to.cells
    wide, high = len(table.columns), first - area.first_row + len(table.rows)
    if wide <= area.columns and high <= area.rows:
        return None
    needed = CellRange(
        area.first_row,
        area.first_column,
        max(area.last_row, area.first_row + high - 1),
        max(area.last_column, area.first_column + wide - 1),
    )
    message = f"The table '{table.name}' has {wide} columns and {high} rows and doesn't fit into {area}."
    return Problem(message, league.line("write", index, "to"), f"Give it {write.to.tab}!{needed}.")
