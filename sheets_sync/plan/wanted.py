"""The cells that a table wants where it goes: header, rows, and blanks below them."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace

from sheets_sync.cells import CellRange, Grid
from sheets_sync.league import League
from sheets_sync.league_file import RangeWrite
from sheets_sync.plan.extents import Extent
from sheets_sync.plan.looks import Look, Looks
from sheets_sync.plan.memory import Memory, Spot
from sheets_sync.plan.own_header import OwnHeader
from sheets_sync.plan.placed import Order, Placed
from sheets_sync.plan.placing import place
from sheets_sync.problems import Problem
from sheets_sync.sources.snapshot import Written
from sheets_sync.tables.table import Table, written
from sheets_sync.validation import nearest


@dataclass(frozen=True, slots=True)
class WantedRange:
    """``cells``: all that are ours to write, those that are to be blank included. ``body`` says in which
    rows the table's rows stand; ``table``: with the chosen columns; ``looks``: how cells are to
    look, where that is ours to say."""

    write: RangeWrite
    tab: str
    cells: Mapping[Spot, Written]
    body: CellRange
    table: Table
    placed: Placed
    looks: Mapping[Spot, Look] = field(default_factory=dict)

    def without(self, spots: Collection[Spot]) -> WantedRange:
        """Without cells that another table fills from now on."""
        return replace(self, cells={spot: new for spot, new in self.cells.items() if spot not in spots})

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
        return (area,) if area is not None else self.placed.areas(len(self.table.rows))

    @property
    def extent(self) -> Extent | None:
        """What is remembered of where it stands; None where it has a range of its own."""
        return self.placed.extent(self.write.to.place, len(self.table.rows))


def wanted_range(
    league: League, index: int, table: Table, grid: Grid, memory: Memory | None, header: OwnHeader | None
) -> tuple[WantedRange | None, list[Problem]]:
    """What one ``write`` of league.yaml wants. ``header``: the coordinator's, where it goes below that. A
    table that can't go where it should is a problem."""
    write = league.write[index]
    chosen = table if header is not None else table.chosen(write.keys).titled(write.titles)
    placed, found = place(Order(league, index, chosen, grid, memory), header)
    if placed is None:
        return None, found
    chosen = chosen.chosen(list(placed.keys))
    if wrong := [*_unknown_formats(league, index, chosen), *_private_columns(league, index, chosen)]:
        return None, wrong
    area = write.to.area
    last = max([placed.first + len(chosen.rows) - 1, *(row for _, row, _ in placed.over)])
    columns = min(placed.columns, default=1), max(placed.columns, default=1)
    body = CellRange(placed.first, columns[0], area.last_row if area else last, columns[1])
    looked = Looks(write.formats, grid, body, body.column_numbers if area else placed.columns)
    cells, looks = _cells(chosen, placed, grid, looked)
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


def wrong_columns(league: League, index: int, table: Table) -> list[Problem]:
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


def grows_into(wanted: WantedRange, spot: Spot) -> bool:
    """Whether the cell is beyond what was the table's before: below it, or beside one of a single piece."""
    placed = wanted.placed
    _, row, column = spot
    beside = placed.known and wanted.write.to.cells is not None and column not in placed.held.columns
    return not placed.is_range and (row > placed.held.last or beside)
