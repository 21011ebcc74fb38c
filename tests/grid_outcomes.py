"""Words of `expect` about grids and absences."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sheets_sync.rules.grids.rule import StartingGrid
from sheets_sync.rules.season.season import Season


def _grids(season: Season) -> dict[str, StartingGrid]:
    """By `R1 race ALPHA`, and by the round's name."""
    found = {}
    for grid in season.grids:
        event = grid.event
        for name in (season.ruleset.name_of(event.round), f"R{event.round}"):
            found[f"{name} {event.session} {event.pool}".strip()] = grid
    return found


def grid(season: Season, expected: Mapping[str, Any]) -> Any:
    """{R2 qualifying Elite: [Ben, Ann]}: the order; empty where there is no grid."""
    made = _grids(season)
    return {
        key: [season.name(each.person) for each in made[key].places] if key in made else []
        for key in expected
    }


def groups(season: Season, expected: Mapping[str, Any]) -> Any:
    """{R1 qualifying: [[Ann, Ben], [Cid]]}: the release groups."""
    return {key: _groups(season, _grids(season)[key]) for key in expected}


def _groups(season: Season, made: StartingGrid) -> list[list[str]]:
    numbers = sorted({each.group for each in made.places})
    return [[season.name(each.person) for each in made.places if each.group == n] for n in numbers]


def reasons(season: Season, expected: Mapping[str, Any]) -> Any:
    """{R1 race: {Ann: P1 in qualifying with 1:30.000}}: why the drivers listed stand there, or are out."""
    made = _grids(season)
    return {key: _reasons(season, made[key], people) for key, people in expected.items()}


def _reasons(season: Season, made: StartingGrid, people: Mapping[str, Any]) -> dict[str, str]:
    said = {season.name(each.person): each.why for each in made.places}
    said |= {season.name(person): f"out: {why}" for person, why in made.out}
    return {who: said.get(who, "not there") for who in people}


def articles(season: Season, expected: Mapping[str, Any]) -> Any:
    """{R1 race: {Ann: 8.2.4}}: the articles of their places."""
    made = _grids(season)
    found = {key: {season.name(each.person): each.article for each in made[key].places} for key in expected}
    return {key: {who: found[key].get(who, "") for who in people} for key, people in expected.items()}


def absences(season: Season, expected: Mapping[str, Any]) -> Any:
    """{R1: {Ann: NS, Ben: SO}}: everybody who was absent from the rounds listed."""
    return {
        key: {
            season.name(each.person): each.status
            for each in season.absences
            if key in (season.ruleset.name_of(each.event.round), f"R{each.event.round}")
        }
        for key in expected
    }
