"""What tables show: their cells and titles."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sheets_sync.rules.season.season import Season
from sheets_sync.tables.registry import make_tables
from sheets_sync.tables.table import Table, shown_column


def cells(season: Season, expected: Mapping[str, Any]) -> Any:
    """{drivers: {Ann: {R1: (18), total: 30}}}: the cells of a table as it shows them; `no column` where the
    table doesn't show that one unless it is asked for."""
    made = make_tables(season, season.problems)
    return {name: _lines(made[name], lines) for name, lines in expected.items()}


def _lines(table: Table, expected: Mapping[str, Mapping[str, str]]) -> Any:
    keys = {column.key: index for index, column in enumerate(table.columns)}
    shown = [
        shown_column(column, (row[index] for row in table.rows)) for index, column in enumerate(table.columns)
    ]
    who = shown[keys.get("name", keys.get("driver", 0))]
    return {
        person: {key: _cell(table, shown, keys, key, who.index(person)) for key in wanted}
        for person, wanted in expected.items()
    }


def _cell(table: Table, shown: list[list[str]], keys: Mapping[str, int], key: str, line: int) -> str:
    hidden = key not in keys or table.columns[keys[key]].extra
    return "no column" if hidden else shown[keys[key]][line]


def titles(season: Season, expected: Mapping[str, Any]) -> Any:
    """{drivers: Standings ...}: what stands above a table."""
    made = make_tables(season, season.problems)
    return {name: made[name].title for name in expected}


def headers(season: Season, expected: Mapping[str, Any]) -> Any:
    """{pool grid: [ALPHA, BETA]}: the titles of the columns that a table shows of itself."""
    made = make_tables(season, season.problems)
    return {name: [each.title for each in made[name].columns if not each.extra] for name in expected}
