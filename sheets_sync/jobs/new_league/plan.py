"""Which tables a new league writes, where, and with how many rows."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from datetime import UTC, datetime

from sheets_sync.jobs.new_league.outputs import Output
from sheets_sync.records.facts import Facts
from sheets_sync.rules.fold import fold
from sheets_sync.rules.season import Season
from sheets_sync.rules.standings import StandingTable
from sheets_sync.ruleset.model import Ruleset
from sheets_sync.standard.tabs import standard_tabs
from sheets_sync.tables.registry import known_tables, make_tables
from sheets_sync.tables.standings import standings_table
from sheets_sync.tables.table import Access, Column, Table

_SAYS = {
    "drivers": "After the last round. Written by sheets-sync; what is typed here is reported.",
    "round results": "The last round that was raced. Written by sheets-sync.",
    "pool grid": "Who races where in the next round. Written by sheets-sync.",
    "problems": "What is wrong in the other tabs, cell by cell. Written by sheets-sync.",
    "open decisions": "What people must decide; answer in the tab Answers. Written by sheets-sync.",
}
_USUAL = "Written by sheets-sync."
_TABS = {"drivers": "Standings", "round results": "Results", "pool grid": "Pool grid"}
_ORDER = ("drivers", "pool grid", "round results")
_LEAST, _PROBLEMS = 60, 200
_FORBIDDEN = re.compile(r"[\[\]:*?/\\]")
_LONGEST = 31


def outputs(ruleset: Ruleset) -> list[Output]:
    """Every table whose name and columns are known before the first entry, the standings first."""
    season = fold(ruleset, Facts(), datetime.now(UTC))
    made = make_tables(season, [])
    taken = {tab.tab.casefold() for tab in standard_tabs(ruleset)}
    found = [
        Output(name, access, tab_name(name, taken), _SAYS.get(name, _USUAL), columns, _rows(name, ruleset))
        for name, access in _names(ruleset)
        if (columns := _columns(season, made, name))
    ]
    return sorted(found, key=lambda each: _ORDER.index(each.table) if each.table in _ORDER else len(_ORDER))


def tab_name(table: str, taken: Collection[str] = ()) -> str:
    """``open decisions`` -> ``Open decisions``; one that people fill already is called ``... count``."""
    if table in _TABS:
        return _TABS[table]
    name = _FORBIDDEN.sub(" ", table[:1].upper() + table[1:])[:_LONGEST]
    return f"{name[: _LONGEST - 6]} count" if name.casefold() in taken else name


def _names(ruleset: Ruleset) -> Iterator[tuple[str, Access]]:
    """A standing for each pool is one table a pool; those for each class are known once there are entries."""
    for name, access in known_tables(ruleset).items():
        if name == "pool grid" and len(_widest(ruleset)) == 1:
            continue
        if not name.endswith(" *"):
            yield name, access
        elif ruleset.standings[name[:-2]].usual.each == "pool":
            yield from ((f"{name[:-2]} {pool}", access) for pool in ruleset.pools.usual.names)


def _columns(season: Season, made: dict[str, Table], name: str) -> tuple[Column, ...]:
    """The columns that a range takes where nothing chooses them."""
    if name == "pool grid":
        return tuple(Column(pool, pool) for pool in _widest(season.ruleset))
    table = made.get(name)
    if table is None:
        table = _standing(season, name)
    return tuple(column for column in table.columns if not column.extra)


def _widest(ruleset: Ruleset) -> list[str]:
    """The pools of the round that has the most: the same range holds the grid of every round."""
    found = [ruleset.pools.at(ruleset.where(each.number)) or ruleset.pools.usual for each in ruleset.rounds]
    return max((pools.names for pools in found), key=len)


def _standing(season: Season, name: str) -> Table:
    """The standing as it will be, still without a line."""
    rule = next(each for each in season.ruleset.standings if name == each or name.startswith(f"{each} "))
    first = season.ruleset.rounds[0].number
    return standings_table(
        season, StandingTable(name=rule, group=name[len(rule) + 1 :], after=first, rows=())
    )


def _rows(name: str, ruleset: Ruleset) -> int:
    """Room for a full field, and some."""
    if name in ("problems", "open decisions"):
        return _PROBLEMS
    size = ruleset.pools.usual.size
    if name == "pool grid":
        return (size if isinstance(size, int) else _LEAST) + 10
    field = size * len(ruleset.pools.usual.names) if isinstance(size, int) else 0
    return max(_LEAST, field + field // 4)
