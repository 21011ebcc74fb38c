"""Ranges of ours that are elsewhere by now: people inserted rows or columns before them.

What we do with such a range is done where it is; what we remember of it stays written as league.yaml has the
range, so that the next run finds it again wherever it will be.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from sheets_sync.cells import CellRange, a1
from sheets_sync.league import League
from sheets_sync.league_file import RangeAddress, RangeWrite
from sheets_sync.plan.memory import Memory, Spot
from sheets_sync.problems import Problem, Severity
from sheets_sync.sources.snapshot import Moved, Snapshot


def followed(league: League, snapshots: Mapping[str, Snapshot]) -> tuple[League, list[Problem]]:
    """The league with its ranges where they are by now, and a note on each that moved."""
    writes, problems = [], []
    for index, write in enumerate(league.write):
        snapshot = snapshots.get(write.to.tab.spreadsheet)
        now = _place(write, snapshot.moved if snapshot is not None else ())
        writes.append(write if now is None else write.model_copy(update={"to": now}))
        if now is not None:
            message = f"The range {write.to} is at {now.cells} now; it was followed there."
            at = league.line("write", index, "to")
            problems.append(Problem(message, at, f"Write {now} in league.yaml.", Severity.NOTE))
    return replace(league, write=tuple(writes)), problems


def _place(write: RangeWrite, moved: Iterable[Moved]) -> RangeAddress | None:
    tab, cells = write.to.tab, write.to.cells
    return next(
        (RangeAddress(tab, each.now) for each in moved if (each.tab, each.was) == (tab.tab, cells)), None
    )


def written_as(snapshot: Snapshot, tab: str, cells: CellRange) -> str:
    """How league.yaml has the range that is there by now."""
    return str(next((each.was for each in snapshot.moved if (each.tab, each.now) == (tab, cells)), cells))


def memory_of(snapshot: Snapshot) -> Memory | None:
    """What we remember, cell by cell where the cells are by now."""
    memory = Memory.parse(snapshot.memory)
    return memory and _shifted(memory, [(each.tab, each.was, each.shift) for each in snapshot.moved])


def kept_memory(memory: Memory, snapshot: Snapshot) -> Memory:
    """The memory as it is kept: cell by cell as league.yaml has the ranges."""
    back = [(each.tab, each.now, (-each.shift[0], -each.shift[1])) for each in snapshot.moved]
    return _shifted(memory, back)


def _shifted(memory: Memory, moves: list[tuple[str, CellRange, tuple[int, int]]]) -> Memory:
    if not moves:
        return memory
    digests = {_spot(spot, moves): digest for spot, digest in memory.digests.items()}
    corners = {_corner(tab, area): _corner(tab, area, *by) for tab, area, by in moves}
    about = {corners.get(corner, corner): what for corner, what in memory.about.items()}
    return replace(memory, digests=digests, about=about)


def _corner(tab: str, area: CellRange, down: int = 0, right: int = 0) -> str:
    return f"{tab}!{a1(area.first_row + down, area.first_column + right)}"


def _spot(spot: Spot, moves: list[tuple[str, CellRange, tuple[int, int]]]) -> Spot:
    tab, row, column = spot
    for moved, area, (down, right) in moves:
        if moved == tab and (row, column) in area:
            return tab, row + down, column + right
    return spot
