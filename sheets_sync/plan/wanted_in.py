"""What the tables of a league want in one spreadsheet, each where it goes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from sheets_sync.cells import Grid
from sheets_sync.league import League
from sheets_sync.plan.found_headers import found_headers, search
from sheets_sync.plan.memory import Memory
from sheets_sync.plan.wanted import WantedRange, wanted_range, wrong_columns
from sheets_sync.problems import Problem
from sheets_sync.records.names import fold
from sheets_sync.sources.snapshot import Snapshot
from sheets_sync.tables.table import Table

Asked = Mapping[int, tuple[Table, Grid]]
"""By the place of a ``write`` in league.yaml: its table and the tab where it goes."""


def wanted_in(
    league: League,
    indexes: Sequence[int],
    snapshot: Snapshot,
    tables: Mapping[str, Table],
    memory: Memory | None,
) -> tuple[dict[int, WantedRange], list[Problem]]:
    """What each ``write`` of these ``indexes`` wants that can be done at all. ``memory``: only one of this
    very spreadsheet."""
    there = _there(league, indexes, snapshot, tables)
    wrong = {index: wrong_columns(league, index, table) for index, (table, _) in there.items()}
    asked = {index: each for index, each in there.items() if not wrong[index]}
    headed = [index for index in asked if league.write[index].to.cells is None]
    headers, problems = found_headers([search(league, index, *asked[index]) for index in headed])
    problems = [*(each for found in wrong.values() for each in found), *problems]
    wanted: dict[int, WantedRange] = {}
    for index, (table, grid) in asked.items():
        if index in headers or index not in headed:
            made, found = wanted_range(league, index, table, grid, memory, headers.get(index))
            problems += found
            wanted |= {index: made} if made is not None else {}
    return dict(_apart(wanted)), problems


def _there(league: League, indexes: Sequence[int], snapshot: Snapshot, tables: Mapping[str, Table]) -> Asked:
    """The tables that there are, with the tabs where they go."""
    grids = {fold(name): grid for name, grid in snapshot.grids.items()}
    places = ((index, league.write[index]) for index in indexes)
    return {
        index: (tables[write.table], grids[fold(write.to.tab.tab)])
        for index, write in places
        if write.table in tables and fold(write.to.tab.tab) in grids
    }


def _apart(wanted: Mapping[int, WantedRange]) -> Iterator[tuple[int, WantedRange]]:
    """What one table leaves another may fill: then it isn't blanked."""
    filled = {index: each.filled for index, each in wanted.items() if not each.placed.is_range}
    for index, each in wanted.items():
        others = (spots for other, spots in filled.items() if other != index)
        yield index, each.without(set().union(*others) - filled[index]) if index in filled else each
