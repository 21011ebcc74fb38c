"""Starting grids: the order of every session that is still to be driven, and why."""

from __future__ import annotations

from sheets_sync.rules.grids.rule import GridPlace, StartingGrid
from sheets_sync.rules.season.season import Season
from sheets_sync.tables.results import round_name, shown_columns
from sheets_sync.tables.table import Cellable, Column, Kind, Table

COLUMNS = (
    Column("round", "Round", extra=True),
    Column("session", "Session"),
    Column("pool", "Pool"),
    Column("place", "Grid", Kind.NUMBER),
    Column("driver", "Driver"),
    Column("number", "No."),
    Column("ballast", "kg", Kind.POINTS),
    Column("group", "Group", Kind.NUMBER),
    Column("why", "Why", extra=True, private=True),
    Column("article", "Article", extra=True, private=True),
)


def starting_grids(season: Season) -> Table:
    """One line for each driver of each grid; who isn't on it stands below, without a place."""
    rows = [row for grid in season.grids for row in _rows(season, grid)]
    names = list(dict.fromkeys(round_name(season, grid.event.round) for grid in season.grids))
    title = f"Starting grids of {' and '.join(names)}" if names else "Starting grids: none can be told yet"
    return Table(
        "starting grid", title, shown_columns(season, COLUMNS), tuple(rows), "public", comes_and_goes=True
    )


def _rows(season: Season, grid: StartingGrid) -> list[tuple[Cellable, ...]]:
    rows = [_row(season, grid, each) for each in grid.places]
    return [*rows, *(_out(season, grid, person, why) for person, why in grid.out)]


def _row(season: Season, grid: StartingGrid, place: GridPlace) -> tuple[Cellable, ...]:
    entrant = season.entrant(place.person)
    return (
        *_where(season, grid),
        place.place,
        entrant.driver,
        entrant.number,
        place.ballast or None,
        place.group or None,
        place.why,
        place.article or None,
    )


def _out(season: Season, grid: StartingGrid, person: str, why: str) -> tuple[Cellable, ...]:
    entrant = season.entrant(person)
    return (*_where(season, grid), None, entrant.driver, entrant.number, None, None, f"out: {why}", None)


def _where(season: Season, grid: StartingGrid) -> tuple[Cellable, ...]:
    event = grid.event
    return round_name(season, event.round), event.session, event.pool or None
