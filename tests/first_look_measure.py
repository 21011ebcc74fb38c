"""Compares what a first look finds with a league file that people wrote: tab by tab, column by column."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sheets_sync.cells import Grid
from sheets_sync.league import League, load_league
from sheets_sync.league_file import TabRead
from sheets_sync.records.facts import KINDS
from sheets_sync.records.layouts.rows import find_headers
from sheets_sync.sources.workbook import read_workbook

Tab = tuple[str, str]
Column = tuple[str, object]


@dataclass(frozen=True)
class Measure:
    """``tabs`` and ``columns``: (right, all); a value under `set` is a column. ``wrong``: what isn't as
    people have it, in words; ``more``: columns that people didn't name, such as remarks read as notes."""

    tabs: tuple[int, int]
    columns: tuple[int, int]
    wrong: tuple[str, ...]
    more: tuple[str, ...]

    def __str__(self) -> str:
        shares = [f"{right} of {every} {what}" for (right, every), what in self._counts()]
        return "; ".join([*shares, f"{len(self.more)} more", *self.wrong, *self.more])

    def _counts(self) -> Iterator[tuple[tuple[int, int], str]]:
        yield self.tabs, "tabs"
        yield self.columns, "columns"

    def is_good(self) -> bool:
        """At least 95 % of the tabs and of the columns, and at most 5 % beside them."""
        return all(right >= 0.95 * every for (right, every), _ in self._counts()) and (
            len(self.more) <= 0.05 * self.columns[1]
        )


def measure(made: Path, own: Path) -> Measure:
    """``made``: the file that init wrote; ``own``: the league's."""
    theirs, ours = _league(own), _league(made)
    grids = _grids(theirs)
    expected, found = _tabs(theirs), _tabs(ours)
    wrong = [f"{tab} is {_kind(found, tab)}, not {_kind(expected, tab)}" for tab in grids
             if _kind(found, tab) != _kind(expected, tab)]  # fmt: skip
    right, every, more = 0, 0, list[str]()
    for tab, (kind, read) in expected.items():
        wanted = _columns(grids[tab], kind, read)
        same = tab in found and found[tab][0] == kind
        there = _columns(grids[tab], kind, found[tab][1]) if same else {}
        every += len(wanted)
        right += sum(there.get(name) == place for name, place in wanted.items())
        wrong += [
            f"{tab} {name}: {there.get(name)}" for name, place in wanted.items() if there.get(name) != place
        ]
        more += [f"{tab} {name} too" for name in there if name not in wanted]
    return Measure(
        (len(grids) - _differ(grids, expected, found), len(grids)), (right, every), tuple(wrong), tuple(more)
    )


def _differ(
    grids: dict[Tab, Grid], expected: dict[Tab, tuple[str, TabRead]], found: dict[Tab, tuple[str, TabRead]]
) -> int:
    return sum(_kind(found, tab) != _kind(expected, tab) for tab in grids)


def _league(path: Path) -> League:
    league, problems = load_league(path)
    assert league is not None and not problems, [str(each) for each in problems]
    return league


def _grids(league: League) -> dict[Tab, Grid]:
    """Every tab of its workbooks, by file and name."""
    found = {}
    for name in league.spreadsheets:
        snapshot, _ = read_workbook(name, league.file(name), "")
        assert snapshot is not None
        found |= {(league.file(name).name, tab): grid for tab, grid in snapshot.grids.items()}
    return found


def _tabs(league: League) -> dict[Tab, tuple[str, TabRead]]:
    return {
        (league.file(tab.tab.spreadsheet).name, tab.tab.tab): (kind, tab)
        for kind, tabs in league.read.items()
        for tab in tabs
    }


def _kind(tabs: dict[Tab, tuple[str, TabRead]], tab: Tab) -> str:
    return tabs[tab][0] if tab in tabs else "not read"


def _columns(grid: Grid, kind: str, tab: TabRead) -> dict[str, object]:
    """Field -> its column as a run finds it, or its value for the whole tab."""
    headers, _ = find_headers(grid, KINDS[kind], tab)
    return {**(headers[0].columns.columns if headers else {}), **tab.set}
