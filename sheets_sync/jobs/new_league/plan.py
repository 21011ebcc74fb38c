"""Which tables a new league writes, and where."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

from sheets_sync.jobs.new_league.outputs import Output
from sheets_sync.jobs.new_league.room import Room
from sheets_sync.jobs.new_league.tables import is_shown, order, says, tab_name, widest_pools
from sheets_sync.records.facts import Facts
from sheets_sync.rules.fold import fold
from sheets_sync.rules.season.season import Season
from sheets_sync.rules.standings.rule import StandingTable
from sheets_sync.ruleset.model import Ruleset
from sheets_sync.standard.tabs import standard_tabs
from sheets_sync.tables.registry import known_tables, make_tables
from sheets_sync.tables.standings import standings_table
from sheets_sync.tables.table import Access, Column, Table

_BEFORE_ALL = datetime(1970, 2, 1, tzinfo=UTC)
"""When nothing has fallen due yet: then the list of due dates is at its longest."""


def outputs(ruleset: Ruleset, more_rounds: int = 0) -> list[Output]:
    """Every table that the ruleset fills and whose columns are known before the first entry. ``more_rounds``:
    so many rounds the calendar may still get, each a column of the standings."""
    season = fold(ruleset, Facts(), _BEFORE_ALL)
    made = make_tables(season, [])
    room = Room.of(ruleset, len(made["due dates"].rows))
    taken = {tab.tab.casefold() for tab in standard_tabs(ruleset)}
    found = [
        Output(name, access, tab_name(name, taken), says(name), columns, room.of_table(name), spare)
        for name, access in _names(ruleset)
        if (columns := _columns(season, made, name))
        for spare in [0 if name in made or name == "pool grid" else more_rounds]
    ]
    return sorted(found, key=lambda each: order(each.table))


def _names(ruleset: Ruleset) -> Iterator[tuple[str, Access]]:
    """A standing for each pool is one table a pool; those for each class are known once there are entries."""
    for name, access in known_tables(ruleset).items():
        if not name.endswith(" *"):
            yield from [(name, access)] if is_shown(name, ruleset) else []
        elif ruleset.standings[name[:-2]].usual.each == "pool":
            yield from ((f"{name[:-2]} {pool}", access) for pool in ruleset.pools.usual.names)


def _columns(season: Season, made: dict[str, Table], name: str) -> tuple[Column, ...]:
    """The columns that a range takes where nothing chooses them."""
    if name == "pool grid":
        return tuple(Column(pool, pool) for pool in widest_pools(season.ruleset))
    table = made.get(name)
    if table is None:
        table = _standing(season, name)
    return tuple(column for column in table.columns if not column.extra)


def _standing(season: Season, name: str) -> Table:
    """The standing as it will be, still without a line."""
    rule = next(each for each in season.ruleset.standings if name == each or name.startswith(f"{each} "))
    first = season.ruleset.rounds[0].number
    return standings_table(
        season, StandingTable(name=rule, group=name[len(rule) + 1 :], after=first, rows=())
    )
