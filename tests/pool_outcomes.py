"""What cases may expect of pools, movement and ballast."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sheets_sync.rules.season.season import Season


def called(season: Season, number: int, words: Any) -> str:
    """A round by its name where the case calls it so, else R1."""
    name = season.ruleset.name_of(number)
    return name if name in words else f"R{number}"


def out(season: Season, expected: Mapping[str, Any]) -> Any:
    """{R2: {Ann: round ban}}: who may not take part in the next round; who signed out only where it is
    named."""
    grid = season.pool_grid
    if grid is None:
        return {}
    key = called(season, grid.round, expected)
    named = expected.get(key) or {}
    people = {season.name(each.person): each.why for each in grid.out}
    return {key: {who: why for who, why in people.items() if why != "signed out" or who in named}}


def movement(season: Season, expected: Mapping[str, Any]) -> Any:
    """{R1: {Ann: up, Ben: down}}: everybody who moves after that round."""
    made = {
        called(season, number, expected): {season.name(each.person): each.way for each in moved}
        for number, moved in season.moved.items()
    }
    return {key: made.get(key, {}) for key in expected}


def moved_because(season: Season, expected: Mapping[str, Any]) -> Any:
    """{Ann: why}, of the drivers named, after the last round."""
    moved = season.moved.get(season.last_round or 0, ())
    says = {season.name(each.person): each.says for each in moved}
    return {who: says.get(who) for who in expected}


def ballast(season: Season, expected: Mapping[str, Any]) -> Any:
    """{R2: {Ann: 80}}: kg carried in the next round."""
    grid = season.pool_grid
    if grid is None:
        return {}
    key = called(season, grid.round, expected)
    return {key: {season.name(person): str(weight) for person, weight in season.ballast.items()}}


def waits_for(season: Season, _: Any) -> Any:
    """The session that the next round's pools still wait for."""
    return season.pool_grid.waits_for if season.pool_grid else ""
