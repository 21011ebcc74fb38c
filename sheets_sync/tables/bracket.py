"""The bracket: who has advanced into which round, and how; then the reserves in order."""

from __future__ import annotations

from collections.abc import Iterator

from sheets_sync.rules.advance.rule import Qualified
from sheets_sync.rules.season.season import Season
from sheets_sync.tables.results import round_name
from sheets_sync.tables.table import Cellable, Column, Kind, Table

COLUMNS = (
    Column("round", "Round"),
    Column("seed", "Seed", Kind.NUMBER),
    Column("driver", "Driver"),
    Column("how", "How"),
    Column("state", "State"),
    Column("team", "Team", extra=True),
    Column("article", "Article", extra=True),
)


def bracket(season: Season) -> Table:
    """Everybody who has advanced, round by round; a place that is still to be decided says by what."""
    rows = [row for _, each in sorted(season.qualified.items()) for row in _of_round(season, each)]
    rows += _reserves(season)
    return Table("bracket", "Bracket", COLUMNS, tuple(rows), "public", comes_and_goes=True)


def _of_round(season: Season, qualified: Qualified) -> Iterator[tuple[Cellable, ...]]:
    where = round_name(season, qualified.round)
    state = "provisional" if qualified.provisional else None
    for seed, (person, says) in enumerate(zip(qualified.people, qualified.says, strict=True), 1):
        entrant = season.entrant(person)
        yield where, seed, entrant.driver, says, state, entrant.team, qualified.article
    for name in qualified.missing:
        rules = season.ruleset.advance[name].usual
        yield where, None, None, name, f"open until after {rules.after}", None, rules.cite("after")


def _reserves(season: Season) -> list[tuple[Cellable, ...]]:
    """Only where a selection makes them: other leagues have their reserves in the entry list."""
    rules = [rule.usual for rule in season.ruleset.advance.values() if rule.usual.into == "reserves"]
    if not rules or not season.qualified:
        return []
    people = [season.entrant(person) for person in season.seats.reserves()]
    cite = rules[0].cite("take")
    return [("reserves", each.reserve_order, each.driver, None, None, each.team, cite) for each in people]
