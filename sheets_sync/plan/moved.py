"""Ranges of ours that are elsewhere by now: people inserted rows or columns before them.

What we do with such a range is done where it is; what we remember of it stays written as league.yaml has the
range, so that the next run finds it again wherever it will be.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from sheets_sync.addresses import RangeAddress, TabAddress
from sheets_sync.cells import CellRange, a1
from sheets_sync.league import League
from sheets_sync.plan.before import Spot
from sheets_sync.plan.memory import Memory, tab_in
from sheets_sync.problems import Problem, Severity
from sheets_sync.records.names import fold
from sheets_sync.sources.snapshot import Moved, Snapshot


def followed(league: League, snapshots: Mapping[str, Snapshot]) -> tuple[League, list[Problem]]:
    """The league with its ranges where they are by now, and a note on each that moved."""
    writes, problems = [], []
    for index, write in enumerate(league.write):
        snapshot = snapshots.get(write.to.tab.spreadsheet)
        written = write.to.area
        now = written and _place(write.to.tab, written, snapshot.moved if snapshot is not None else ())
        if written is None or now is None or now == written:
            writes.append(write)
            continue
        to = RangeAddress(write.to.tab, now)
        writes.append(write.model_copy(update={"to": to}))
        message = f"The range {write.to} is at {now} now; it was followed there."
        at, hint = league.line("write", index, "to"), _what_to_do(to, written, now)
        problems.append(Problem(message, at, hint, Severity.NOTE))
    return replace(league, write=tuple(writes)), problems


def _place(tab: TabAddress, written: CellRange, moved: Iterable[Moved]) -> CellRange:
    return next((each.now for each in moved if (each.tab, each.written) == (tab.tab, written)), written)


def _what_to_do(to: RangeAddress, written: CellRange, now: CellRange) -> str:
    hint = f"Write {to} in league.yaml."
    is_shorter = now.rows < written.rows and not written.is_open
    if not is_shorter and now.columns >= written.columns:
        return hint
    again = "delete our warning on it (Data > Protected sheets and ranges) and run with: sync --overwrite"
    return f"A part of it was deleted. {hint} If the table needs all of it, {again}"


def written_as(snapshot: Snapshot, tab: str, cells: CellRange) -> str:
    """How league.yaml has the range that is there by now."""
    return str(next((each.written for each in snapshot.moved if (each.tab, each.now) == (tab, cells)), cells))


def memory_of(snapshot: Snapshot, league: League) -> Memory | None:
    """What we remember, cell by cell where the cells are by now."""
    memory = Memory.parse(snapshot.memory)
    moves = [_Move(each.tab_was, each.was, each.tab, each.now) for each in snapshot.moved]
    return memory and _renamed(_shifted(memory, moves), snapshot, league)


def _renamed(memory: Memory, snapshot: Snapshot, league: League) -> Memory:
    """A tab that isn't there any more has another name by now, if it had a table without a range and only one
    tab is new among those that have one."""
    places = [write.to for write in league.write if write.to.area is None]
    named = {fold(to.tab.tab) for to in places if to.tab.spreadsheet == snapshot.name}
    known = set(map(tab_in, memory.extents))
    gone = known - set(snapshot.tabs) - set(snapshot.grids)
    new = [tab for tab in snapshot.grids if fold(tab) in named and tab not in known]
    return _with_tab(memory, gone.pop(), new[0]) if len(gone) == len(new) == 1 else memory


def _with_tab(memory: Memory, was: str, now: str) -> Memory:
    def name(old: str) -> str:
        return f"{now}!{old.rpartition('!')[2]}" if tab_in(old) == was else old

    digests = {(now if tab == was else tab, row, at): mark for (tab, row, at), mark in memory.digests.items()}
    extents = {name(old): each for old, each in memory.extents.items()}
    about = {name(old): each for old, each in memory.about.items()}
    before = memory.before
    if before is not None:
        cells = {(now if tab == was else tab, row, at): each for (tab, row, at), each in before.cells.items()}
        stood = {name(old): each for old, each in before.extents.items()}
        shown = {name(old): each for old, each in before.about.items()}
        before = replace(before, cells=cells, extents=stood, about=shown)
    return replace(memory, digests=digests, about=about, extents=extents, before=before)


def kept_memory(memory: Memory, snapshot: Snapshot) -> Memory:
    """The memory as it is kept: cell by cell as league.yaml has the ranges."""
    return _shifted(memory, [_Move(each.tab, each.now, each.tab, each.written) for each in snapshot.moved])


@dataclass(frozen=True, slots=True)
class _Move:
    """From where to where a range's cells are taken in the memory."""

    tab: str
    area: CellRange
    to_tab: str
    to: CellRange

    def holds(self, spot: Spot) -> bool:
        return spot[0] == self.tab and spot[1:] in self.area

    def reaches(self, spot: Spot) -> bool:
        """Whether it is about this cell if the range has its larger size, as it can grow and shrink."""
        area = self.area
        last_row = area.first_row + max(area.rows, self.to.rows) - 1
        last_column = area.first_column + max(area.columns, self.to.columns) - 1
        within = CellRange(area.first_row, area.first_column, last_row, last_column)
        return spot[0] == self.tab and spot[1:] in within

    def moved(self, spot: Spot) -> Spot:
        down, right = self.to.first_row - self.area.first_row, self.to.first_column - self.area.first_column
        return self.to_tab, spot[1] + down, spot[2] + right


def _shifted(memory: Memory, moves: list[_Move]) -> Memory:
    if not moves:
        return memory
    digests = {
        spot if memory.is_extended(spot) else _spot(spot, moves): digest
        for spot, digest in memory.digests.items()
    }
    corners = {_corner(move.tab, move.area): _corner(move.to_tab, move.to) for move in moves}
    about = {corners.get(corner, corner): what for corner, what in memory.about.items()}
    before = memory.before
    if before is not None:
        cells = {
            spot if memory.is_extended(spot) or before.is_extended(spot) else _spot(spot, moves): each
            for spot, each in before.cells.items()
        }
        shown = {corners.get(corner, corner): what for corner, what in before.about.items()}
        before = replace(before, cells=cells, about=shown)
    return replace(memory, digests=digests, about=about, before=before)


def _spot(spot: Spot, moves: list[_Move]) -> Spot:
    held = [move for move in moves if move.holds(spot)] or [move for move in moves if move.reaches(spot)]
    return held[0].moved(spot) if held else spot


def _corner(tab: str, area: CellRange) -> str:
    return f"{tab}!{a1(area.first_row, area.first_column)}"
