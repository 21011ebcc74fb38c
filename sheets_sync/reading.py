"""Every spreadsheet of a league is read, and of each what is needed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from sheets_sync.addresses import RangeAddress
from sheets_sync.cells import CellRange, Grid
from sheets_sync.league import League
from sheets_sync.problems import Problem, Severity
from sheets_sync.records.names import fold
from sheets_sync.sources.snapshot import Needed, Snapshot
from sheets_sync.sources.spreadsheets import Asked, Library
from sheets_sync.tab_pattern import is_like

Progress = Callable[[str], None]
_OPEN_REACH, _WIDE = 1000, 40
"""So many rows and columns of a range without an end are looked at for the formats of their blank cells."""


def read(
    league: League, progress: Progress = lambda _: None, writes: bool = False
) -> tuple[dict[str, Snapshot], list[Problem]]:
    """Every spreadsheet of the league, with the tabs that are read or written."""
    snapshots: dict[str, Snapshot] = {}
    problems: list[Problem] = []
    library = Library(league.folder, writes)
    for name in league.spreadsheets:
        progress(f"Reading {name}")
        snapshot, found = library.read(asked_for(league, name))
        problems += [replace(each, blocks=each.severity is Severity.ERROR) for each in found]
        if snapshot is not None:
            snapshots[name] = snapshot
    return snapshots, problems


def asked_for(league: League, name: str) -> Asked:
    """What is needed of a spreadsheet: the tabs that are read, and our ranges."""
    google, path = league.spreadsheets[name].google, league.file(name)
    identity = f"{league.name}/{name}/{google or path.name}"
    return Asked(name, identity, _tabs(league, name), _reach(league, name), path, google)


def _tabs(league: League, spreadsheet: str) -> tuple[Needed, ...]:
    """The tabs that are needed: as a whole those that are read and those where a table has no range of its
    own, of the others our ranges."""
    read = [
        tab.tab.tab for tabs in league.read.values() for tab in tabs if tab.tab.spreadsheet == spreadsheet
    ]
    whole = set(read)
    own: dict[str, list[CellRange]] = {}
    for each in (write.to for write in league.write if write.to.tab.spreadsheet == spreadsheet):
        own.setdefault(each.tab.tab, []).extend([each.area] if each.area else [])
        if each.area is None:
            whole.add(each.tab.tab)
    tabs = dict.fromkeys([*read, *own])
    return tuple(Needed(tab, tuple(own.get(tab, ())), tab in whole) for tab in tabs)


def _reach(league: League, spreadsheet: str) -> dict[str, tuple[int, int]]:
    """The far corners of our ranges: their blank cells' formats decide how a value is written."""
    corners: dict[str, tuple[int, int]] = {}
    for write in league.write:
        if write.to.tab.spreadsheet == spreadsheet:
            row, column = corners.get(write.to.tab.tab, (0, 0))
            last = _far_corner(write.to)
            corners[write.to.tab.tab] = (max(row, last[0]), max(column, last[1]))
    return corners


def _far_corner(to: RangeAddress) -> tuple[int, int]:
    """The last row and column that a table may reach, as far as that is known before the tab is read."""
    area, (row, column) = to.area, to.anchor or (1, 1)
    if area is None:
        return row + _OPEN_REACH, column + _WIDE
    return area.first_row + _OPEN_REACH if area.is_open else area.last_row, area.last_column


def as_named(league: League, grids: Mapping[tuple[str, str], Grid]) -> dict[tuple[str, str], Grid]:
    """The grids under the tab names that league.yaml uses, which may differ in case and spaces."""
    by_fold = {(name, fold(tab)): grid for (name, tab), grid in grids.items()}
    named = {}
    for tabs in league.read.values():
        for tab in tabs:
            grid = by_fold.get((tab.tab.spreadsheet, fold(tab.tab.tab)))
            if grid is not None:
                named[tab.tab.spreadsheet, tab.tab.tab] = grid
            home, form = tab.tab.spreadsheet, tab.tab.tab
            named |= {(b, t): each for (b, t), each in grids.items() if b == home and is_like(form, t)}
    return named
