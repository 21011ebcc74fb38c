"""What is ours in a tab before a run: where we left a table, or the rows that stand there already."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace

from sheets_sync.cells import Grid
from sheets_sync.plan.drift import Place
from sheets_sync.plan.extents import NOWHERE, Extent
from sheets_sync.plan.looked_for import SUBJECTS
from sheets_sync.plan.memory import Spot, digest
from sheets_sync.plan.placed import Order
from sheets_sync.records.totals import says_total


@dataclass(frozen=True, slots=True)
class Left:
    """Where we left a table, and what in its cells, by where that was."""

    extent: Extent
    marks: Mapping[Place, str]

    @property
    def body(self) -> Left:
        """Without our header."""
        body = self.extent.body
        return Left(body, {place: mark for place, mark in self.marks.items() if place in body})


def left_by(order: Order) -> Left | None:
    """What we remember of the table; None where it was never written."""
    extent = order.memory.extents.get(order.name) if order.memory else None
    if order.memory is None or extent is None:
        return None
    there = {spot[1:]: mark for spot, mark in order.memory.digests.items() if spot[0] == order.grid.tab}
    return Left(extent, {place: mark for place, mark in there.items() if place in extent})


def elsewhere(order: Order, held: Extent = NOWHERE) -> dict[Spot, str]:
    """What we left in the tab beside the table: where one moves to, that is ours, too."""
    digests = order.memory.digests if order.memory else {}
    return {
        spot: mark for spot, mark in digests.items() if spot[0] == order.grid.tab and spot[1:] not in held
    }


def by_now(
    order: Order, left: Left, columns: Mapping[int, int], first: int
) -> tuple[Extent, dict[Spot, str]]:
    """What we left, by where it is now. ``columns``: was -> is; ``first``: the first row by now. Blank rows
    that were inserted between ours are found, too."""
    rows = _rows_by_now(order.grid, left, columns, first)
    digests = {
        (order.grid.tab, rows[row], columns[column]): mark
        for (row, column), mark in left.marks.items()
        if column in columns
    }
    was = left.extent
    pairs = [pair for pair in zip(was.keys, was.columns, strict=True) if pair[1] in columns]
    keys, now = tuple(key for key, _ in pairs), tuple(columns[column] for _, column in pairs)
    last = rows.get(was.last, first - 1)
    return Extent(was.at, first, last, keys, now), digests


def _rows_by_now(grid: Grid, left: Left, columns: Mapping[int, int], first: int) -> dict[int, int]:
    was, now = left.extent, first
    found: dict[int, int] = {}
    for row in range(was.top, was.last + 1):
        line = {
            columns[column]: left.marks.get((row, column), "") for column in was.columns if column in columns
        }
        while any(line.values()) and now <= grid.rows and _is_blank(grid, now, line):
            now += 1
        if any(digest(grid.value(now, column)) != mark for column, mark in line.items()):
            return {row: row + first - was.top for row in range(was.top, was.last + 1)}
        found[row] = now
        now += 1
    return found


def _is_blank(grid: Grid, row: int, columns: Collection[int]) -> bool:
    return all(grid.value(row, column) is None and (row, column) not in grid.formulas for column in columns)


def standing_rows(grid: Grid, keys: tuple[str, ...], columns: tuple[int, ...], first: int) -> Extent:
    """The rows that stand in these columns already: up to the first that is blank there, sums up, or holds
    a remark."""
    last = first - 1
    subjects = {column for key, column in zip(keys, columns, strict=True) if key in SUBJECTS}
    while last < grid.rows and not _ends(grid, last + 1, columns, subjects, last + 1 == first):
        last += 1
    return Extent("", first, last, keys, columns)


def _ends(grid: Grid, row: int, columns: tuple[int, ...], subjects: set[int], is_first: bool) -> bool:
    if is_first or _is_blank(grid, row, columns):
        return _is_blank(grid, row, columns)
    held = {column: value for column in columns if (value := grid.value(row, column)) is not None}
    texts = [value for value in held.values() if isinstance(value, str)]
    is_remark = bool(subjects) and not subjects & set(held) and len(texts) == len(held)
    return (
        is_remark or any((row, column) in grid.formulas for column in columns) or any(map(says_total, texts))
    )


def places_of(held: Extent, grid: Grid) -> Iterator[Spot]:
    """The cells of it, as far down as the tab goes."""
    return ((grid.tab, *place) for place in replace(held, last=min(held.last, grid.rows)).places())
