"""What a case may expect of selections and brackets."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sheets_sync.rules.season.season import Season
from sheets_sync.tables.registry import make_tables
from sheets_sync.tables.table import Cellable, Column, Kind, shown


def field(season: Season, expected: Mapping[str, Any]) -> Any:
    """{final: [Ann, Ben]}: who has advanced into a round; in whichever order the case lists them."""
    return {key: _listed(season, key, expected[key]) for key in expected}


def seeds(season: Season, expected: Mapping[str, Any]) -> Any:
    """The same in the order of the seeds."""
    return {key: _people(season, key) for key in expected}


def how(season: Season, expected: Mapping[str, Any]) -> Any:
    """{final: {Ann: P1 in the semi-finals}}: how these drivers came there."""
    found: dict[str, Any] = {}
    for key, people in expected.items():
        qualified = season.qualified[_round(season, key)]
        said = dict(zip(map(season.name, qualified.people), qualified.says, strict=True))
        found[key] = {who: said.get(who) for who in people}
    return found


def undecided(season: Season, expected: Mapping[str, Any]) -> Any:
    """{final: [second chance]}: the rules that lead there and aren't decided yet."""
    return {key: list(season.qualified[_round(season, key)].missing) for key in expected}


def provisional(season: Season, _: Any) -> Any:
    """The rounds into which people have advanced by results that aren't final."""
    return [season.ruleset.name_of(n) for n, each in sorted(season.qualified.items()) if each.provisional]


def reserves(season: Season, _: Any) -> Any:
    """The reserves in order."""
    return [season.name(person) for person in season.seats.reserves()]


def marks(season: Season, _: Any) -> Any:
    """{Ann: the text beside the name}."""
    return {season.name(each.person): each.text for each in season.marked}


def tables(season: Season, expected: Mapping[str, Any]) -> Any:
    """{bracket: [[final, 1, Ann]]}: every row of a table, so far as the case writes it."""
    made = make_tables(season, season.problems)
    found: dict[str, Any] = {}
    for name, rows in expected.items():
        width = max((len(row) for row in rows), default=0)
        columns = made[name].columns[:width]
        found[name] = [
            [_cell(c, value) for c, value in zip(columns, row, strict=False)] for row in made[name].rows
        ]
    return found


def _listed(season: Season, key: str, expected: list[str]) -> list[str]:
    people = _people(season, key)
    return expected if sorted(people) == sorted(expected) else people


def _people(season: Season, key: str) -> list[str]:
    qualified = season.qualified.get(_round(season, key))
    return [season.name(person) for person in qualified.people] if qualified else []


def _round(season: Season, key: str) -> int:
    names = season.ruleset.round_names
    return names[key] if key in names else int(key.removeprefix("R"))


def _cell(column: Column, value: Cellable) -> str:
    """Days and moments as people read them, numbers exactly."""
    if column.kind in (Kind.DAY, Kind.MOMENT):
        return shown(column, value)
    return "" if value is None else str(value)
