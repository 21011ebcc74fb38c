"""The cells that a table wants where it goes: header, rows, and blanks below them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from sheets_sync.cells import CellRange, Grid
from sheets_sync.league import League
from sheets_sync.league_file import RangeWrite
from sheets_sync.plan.extents import Extent
from sheets_sync.plan.looks import Look, Looks
from sheets_sync.plan.memory import Memory, Spot
from sheets_sync.plan.placing import Placed, extent_of, own_areas, place
from sheets_sync.problems import Problem
from sheets_sync.sources.snapshot import Written
from sheets_sync.tables.table import Table, written
from sheets_sync.validation import nearest


@dataclass(frozen=True, slots=True)
class WantedRange:
    """``cells``: all that are ours to write, those that are to be blank included. ``body`` says in which
    rows the table's rows stand; ``table``: with the chosen columns;
    ``looks``: how cells are to look, where that is ours to say."""

    write: RangeWrite
    tab: str
    cells: Mapping[Spot, Written]
    body: CellRange
    table: Table
    placed: Placed
    looks: Mapping[Spot, Look] = field(default_factory=dict)

    @property
    def comes_and_goes(self) -> bool:
        return self.table.comes_and_goes

    @property
    def about(self) -> str:
        return self.table.about

    @property
    def body_end(self) -> int:
        """The table's last row."""
        return self.placed.first + len(self.table.rows) - 1

    @property
    def filled(self) -> set[Spot]:
        """The cells that the table needs; of a range of its own all."""
        areas = self.areas
        return {spot for spot in self.cells if any(spot[1:] in area for area in areas)}

    @property
    def areas(self) -> tuple[CellRange, ...]:
        """The ranges that are ours once it is written."""
        area = self.write.to.area
        return (area,) if area is not None else own_areas(self.placed, self.table)

    @property
    def extent(self) -> Extent | None:
        """What is remembered of where it stands; None where it has a range of its own."""
        return extent_of(self.placed, self.write.to.place, self.table)


def wanted_range(
    league: League, index: int, table: Table, grid: Grid, memory: Memory | None
) -> tuple[WantedRange | None, list[Problem]]:
    """What one ``write`` of league.yaml wants. A table that doesn't go where it should is a problem."""
    write = league.write[index]
    wrong = _wrong_columns(league, index, table)
    if wrong:
        return None, wrong
    chosen = table.chosen(write.keys).titled(write.titles)
    wrong = [*_unknown_formats(league, index, chosen), *_private_columns(league, index, chosen)]
    if wrong:
        return None, wrong
    placed, found = place(league, index, chosen, grid, memory)
    if placed is None:
        return None, found
    area = write.to.area
    last = max([placed.first + len(chosen.rows) - 1, *(row for _, row, _ in placed.over)])
    body = CellRange(placed.first, min(placed.columns), area.last_row if area else last, max(placed.columns))
    cells, looks = _cells(chosen, placed, grid, Looks(write.formats, grid, body))
    return WantedRange(write, grid.tab, cells, body, chosen, placed, looks), found


def _cells(
    table: Table, placed: Placed, grid: Grid, looks: Looks
) -> tuple[dict[Spot, Written], dict[Spot, Look]]:
    cells: dict[Spot, Written] = dict.fromkeys(placed.over)
    found: dict[Spot, Look] = {}
    for offset, (column, at) in enumerate(zip(table.columns, placed.columns, strict=True)):
        if placed.titles:
            cells[grid.tab, placed.top, at] = column.title
        for row, values in enumerate(table.rows, placed.first):
            spot = grid.tab, row, at
            found[spot], code = looks.of(column, row, at)
            cells[spot] = written(column, values[offset], code)
    return cells, found


def _wrong_columns(league: League, index: int, table: Table) -> list[Problem]:
    """Columns that the table doesn't have, and one that is asked for under two headers."""
    known = [column.key for column in table.columns]
    at, write = league.line("write", index, "columns"), league.write[index]
    problems = [
        Problem(f"The table '{table.name}' has no column '{key}'.", at, nearest(key, known))
        for key in write.keys or ()
        if key not in known
    ]
    texts = {
        key: [text for text, each in write.titles.items() if each == key] for key in write.titles.values()
    }
    for key, named in texts.items():
        if len(named) > 1:
            message = f"The column '{key}' is given to two headers: '{named[0]}' and '{named[1]}'."
            problems.append(Problem(message, at, "Keep one of them."))
    return problems


def _unknown_formats(league: League, index: int, table: Table) -> list[Problem]:
    keys = [column.key for column in table.columns]
    at = league.line("write", index, "formats")
    return [
        Problem(f"No column '{key}' of the table '{table.name}' is written here.", at, nearest(key, keys))
        for key in league.write[index].formats
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
