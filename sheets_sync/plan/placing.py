"""Where each table goes in its tab: into a range of its own, from an anchor on, or below a header."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from sheets_sync.cells import MAX_COLUMNS, MAX_ROWS, CellRange, Grid, a1
from sheets_sync.plan.below_header import below_header
from sheets_sync.plan.drift import Shift, shift_of
from sheets_sync.plan.extents import NOWHERE, Extent
from sheets_sync.plan.held import Left, by_now, elsewhere, left_by, places_of, standing_rows
from sheets_sync.plan.memory import Spot
from sheets_sync.plan.own_header import OwnHeader
from sheets_sync.plan.placed import Order, Placed
from sheets_sync.problems import Problem, Severity


def place(order: Order, header: OwnHeader | None) -> tuple[Placed | None, list[Problem]]:
    """Where one ``write`` of league.yaml goes. ``header``: the coordinator's, where it goes below that."""
    area, anchor = order.write.to.area, order.write.to.anchor
    if area is not None:
        return _in_range(order, area)
    if anchor is not None:
        return _from_anchor(order, anchor)
    return below_header(order, header) if header is not None else (None, [])


def _in_range(order: Order, area: CellRange) -> tuple[Placed | None, list[Problem]]:
    table, header = order.table, order.write.header
    high = len(table.rows) + header
    if len(table.columns) > area.columns or high > area.rows:
        return None, [_misfit(order, area, high)]
    columns = tuple(range(area.first_column, area.first_column + len(table.columns)))
    over = tuple(_covered(area, area.first_row + high - 1, order.grid))
    digests = order.memory.digests if order.memory else {}
    name, keys = f"{order.grid.tab}!{a1(*area.first)}", tuple(each.key for each in table.columns)
    return Placed(name, keys, columns, area.first_row, header, over, digests, is_range=True), []


def _covered(area: CellRange, last: int, grid: Grid) -> Iterator[Spot]:
    """The cells of a range; of one that is open downward those up to the ``last`` row of the table, and all
    below it that hold something."""
    whole = replace(area, last_row=last) if area.is_open else area
    yield from ((grid.tab, row, column) for row, column in whole.places())
    for column in range(area.first_column, area.last_column + 1) if area.is_open else ():
        below = range(max(last, area.first_row - 1) + 1, grid.rows + 1)
        yield from ((grid.tab, row, column) for row in below if grid.value(row, column) is not None)


def _misfit(order: Order, area: CellRange, high: int) -> Problem:
    name, wide = order.table.name, len(order.table.columns)
    last = max(area.last_row, area.first_row + high - 1), max(area.last_column, area.first_column + wide - 1)
    message = f"The table '{name}' has {wide} columns and {high} rows and doesn't fit into {area}."
    return Problem(message, order.line, f"Give it {order.write.to.tab}!{CellRange(*area.first, *last)}.")


def _from_anchor(order: Order, anchor: tuple[int, int]) -> tuple[Placed | None, list[Problem]]:
    table, write, left = order.table, order.write, left_by(order)
    held, own = _followed(order, left) if left else (None, {})
    notes = []
    if held is not None and held.at == write.to.place and anchor != held.corner:
        anchor = held.corner
        notes = [_moved(order, anchor)]
    last = anchor[0] + len(table.rows) + write.header - 1, anchor[1] + len(table.columns) - 1
    if last[0] > MAX_ROWS or last[1] > MAX_COLUMNS:
        message = f"The table '{table.name}' doesn't fit into a sheet from {a1(*anchor)} on."
        return None, [Problem(message, order.line, "Begin further up or left.")]
    keys, columns = tuple(each.key for each in table.columns), tuple(range(anchor[1], last[1] + 1))
    if held is None:
        held = standing_rows(order.grid, keys, columns, anchor[0])
    over = tuple(places_of(held, order.grid))
    digests = elsewhere(order, held if left else NOWHERE) | own
    known = left is not None
    return Placed(order.name, keys, columns, anchor[0], write.header, over, digests, held, known), notes


def _followed(order: Order, left: Left) -> tuple[Extent, dict[Spot, str]]:
    """Where the table is by now, as one block."""
    shift: Shift = shift_of(order.grid, left.marks)
    columns = {column: column + shift.right for column in left.extent.columns}
    return by_now(order, left, columns, left.extent.top + shift.down)


def _moved(order: Order, corner: tuple[int, int]) -> Problem:
    write, now = order.write, a1(*corner)
    message = (
        f"The table '{write.table}' begins at {now} now, not at {write.to.place}; it was followed there."
    )
    return Problem(message, order.line, f"Write {write.to.tab}!{now} in league.yaml.", Severity.NOTE)
