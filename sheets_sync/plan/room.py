"""Cells that a growing table needs and that hold something of somebody else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from sheets_sync.cells import CellRange, CellRef, Grid, column_letters
from sheets_sync.league import League
from sheets_sync.plan.extents import Extent
from sheets_sync.plan.memory import Spot, canonical, digest
from sheets_sync.plan.wanted import WantedRange, grows_into
from sheets_sync.problems import Problem, number_of


def in_the_way(grid: Grid, wanted: WantedRange) -> list[Problem]:
    """What stands where the table grew to: below it the first such row, beside it the first such column."""
    held = wanted.placed.held
    taken = [spot[1:] for spot in wanted.cells if grows_into(wanted, spot) and _is_taken(grid, spot, wanted)]
    below = min((place for place in taken if place[0] > held.last), default=None)
    beside = min(((column, row) for row, column in taken if row <= held.last), default=None)
    problems = [] if below is None else [_below(grid, wanted, grid.ref(*below))]
    return problems if beside is None else [*problems, _beside(grid, wanted, held, grid.ref(*beside[::-1]))]


def _is_taken(grid: Grid, spot: Spot, wanted: WantedRange) -> bool:
    """Whether somebody else's content stands there."""
    place = spot[1:]
    if place in grid.formulas or _merged(grid, place):
        return True
    present = grid.value(*place)
    is_ours = digest(present) == wanted.placed.digests.get(spot, "")
    return bool(canonical(present)) and canonical(present) != canonical(wanted.cells[spot]) and not is_ours


def _below(grid: Grid, wanted: WantedRange, at: CellRef) -> Problem:
    missing = wanted.body_end - at.row + 1
    hint = f"Insert {number_of(missing, 'row')} above row {at.row}, or move what stands there."
    return Problem(_message(grid, wanted, at), at, hint)


def _beside(grid: Grid, wanted: WantedRange, held: Extent, at: CellRef) -> Problem:
    missing = len(set(wanted.placed.columns) - set(held.columns))
    where = column_letters(at.column)
    hint = f"Insert {number_of(missing, 'column')} before column {where}, or move what stands there."
    return Problem(_message(grid, wanted, at), at, hint)


def _message(grid: Grid, wanted: WantedRange, at: CellRef) -> str:
    place = at.row, at.column
    area = _merged(grid, place)
    held = f"holds '{_short(grid.value(*place))}'"
    held = "holds a formula" if place in grid.formulas else held
    held = f"is inside of the merged cells {area}" if area else held
    return f"The table '{wanted.write.table}' needs this cell, but it {held}. Nothing is written."


def _merged(grid: Grid, place: tuple[int, int]) -> CellRange | None:
    """The merged cells that hide it."""
    return next((each for each in grid.merges if place in each and place != each.first), None)


def _short(value: object) -> str:
    text = " ".join(str(value).split())
    return text if len(text) <= 40 else f"{text[:39]}…"


def both_want(league: League, wanted: Mapping[int, WantedRange]) -> Iterator[Problem]:
    """Tables of one tab that grew into each other."""
    listed: Sequence[tuple[int, WantedRange]] = list(wanted.items())
    for later, (index, one) in enumerate(listed):
        for _, other in listed[:later]:
            if one.placed.is_range and other.placed.is_range:
                continue
            shared = sorted(set(one.filled) & set(other.filled))
            if shared:
                tab, row, column = shared[0]
                cell = CellRef(one.write.to.tab.spreadsheet, tab, row, column).a1
                message = f"The tables '{other.write.table}' and '{one.write.table}' both need {tab}!{cell}."
                yield Problem(
                    message, league.line("write", index, "to"), "Make room between them, or move one."
                )
