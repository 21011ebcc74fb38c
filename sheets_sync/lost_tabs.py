"""Tabs that are called otherwise than at our last write: found by their headers, where one alone has them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from sheets_sync.cells import Grid
from sheets_sync.league import League
from sheets_sync.league_file import TabRead
from sheets_sync.problems import Problem, Severity, TabRef
from sheets_sync.records.names import fold
from sheets_sync.records.seen_headers import AllSeen, Seen, keys_in, place_of
from sheets_sync.sources.snapshot import Snapshot
from sheets_sync.tab_pattern import fields_in, is_like

_ROWS_SEARCHED = 60
_FEWEST = 3
Snapshots = Mapping[str, Snapshot]
Look = Callable[[str, list[str]], Mapping[str, Grid]]
"""Spreadsheet and further tabs of it -> their grids."""


def with_lost_tabs(
    league: League, snapshots: Snapshots, problems: list[Problem], before: AllSeen, look: Look
) -> tuple[dict[str, Snapshot], list[Problem]]:
    """The snapshots with every lost tab under the name that league.yaml has, and the problems without those
    that said it was missing. ``before``: the headers of the tabs at our last write."""
    found = dict(snapshots)
    for tab, seen in _lost(league, snapshots, before):
        home, name = tab.tab.spreadsheet, tab.tab.tab
        strange = _unnamed(league, home, snapshots[home])
        grids = look(home, strange) if strange else {}
        alike = [grid for title, grid in grids.items() if title in strange and _has(grid, seen)]
        if len(alike) == 1:
            found[home] = replace(found[home], grids={**found[home].grids, name: alike[0]})
            problems = [each for each in problems if each.at != TabRef(home, name)]
            message = f"There is no tab '{name}', but '{alike[0].tab}' has its headers; that one is read."
            hint = f"Write '{home}!{alike[0].tab}' in league.yaml, or give the tab its name back."
            problems.append(Problem(message, TabRef(home, alike[0].tab), hint, Severity.NOTE))
    return found, problems


def _lost(league: League, snapshots: Snapshots, before: AllSeen) -> Iterator[tuple[TabRead, Seen]]:
    """The tabs that aren't there and whose header we remember."""
    for kind, tabs in league.read.items():
        for tab in tabs:
            snapshot = snapshots.get(tab.tab.spreadsheet)
            seen = before.get(place_of(kind, tab), ())
            if snapshot is None or len(seen) < _FEWEST or fields_in(tab.tab.tab):
                continue
            if fold(tab.tab.tab) not in map(fold, snapshot.grids):
                yield tab, seen


def _unnamed(league: League, spreadsheet: str, snapshot: Snapshot) -> list[str]:
    """The tabs that league.yaml doesn't speak of."""
    named = [tab.tab for tabs in league.read.values() for tab in tabs] + [
        each.to.tab for each in league.write
    ]
    own = [each.tab for each in named if each.spreadsheet == spreadsheet]
    return [
        tab
        for tab in snapshot.tabs
        if fold(tab) not in map(fold, own) and not any(is_like(form, tab) for form in own)
    ]


def _has(grid: Grid, seen: Seen) -> bool:
    """Whether a row holds all of these headers."""
    keys = {each.key for each in seen}
    rows = range(1, min(grid.rows, _ROWS_SEARCHED) + 1)
    return any(keys <= set(keys_in(grid, row).values()) for row in rows)
