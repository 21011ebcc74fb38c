"""What everybody carries in the next round."""

from __future__ import annotations

from sheets_sync.rules.ballast.rule import carried_by
from sheets_sync.rules.season.season import Season
from sheets_sync.ruleset.values import Number
from sheets_sync.tables.results import round_name
from sheets_sync.tables.table import Cellable, Column, Kind, Table

COLUMNS = (
    Column("round", "Round"),
    Column("driver", "Driver"),
    Column("kg", "kg", Kind.POINTS),
    Column("seconds", "s", Kind.POINTS, extra=True),
)


def ballast_table(season: Season) -> Table:
    """The heaviest first; who carries nothing isn't listed."""
    grid = season.pool_grid
    if grid is None:
        return Table("ballast", "Ballast: every round is raced", COLUMNS, (), "public", comes_and_goes=True)
    seconds = carried_by(
        season.ruleset,
        season.schedule,
        season.entries,
        season.sentences,
        grid.round,
        season.seats.field(grid.round),
        "s",
    )
    people = {*season.ballast, *seconds}
    ordered = sorted(people, key=lambda person: (-season.ballast.get(person, 0), season.name(person)))
    called = round_name(season, grid.round)
    rows = tuple(_row(season, called, person, seconds) for person in ordered)
    return Table("ballast", f"Ballast of {called}", COLUMNS, rows, "public", comes_and_goes=True)


def _row(season: Season, called: str, person: str, seconds: dict[str, Number]) -> tuple[Cellable, ...]:
    return called, season.name(person), season.ballast.get(person), seconds.get(person)
