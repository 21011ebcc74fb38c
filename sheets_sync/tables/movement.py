"""Who moved up or down after the last round."""

from __future__ import annotations

from sheets_sync.rules.movement.rule import Moved
from sheets_sync.rules.season.season import Season
from sheets_sync.tables.results import round_name
from sheets_sync.tables.table import Cellable, Column, Table

COLUMNS = (
    Column("round", "After"),
    Column("driver", "Driver"),
    Column("way", "Way"),
    Column("from", "From"),
    Column("to", "To"),
    Column("why", "Why", extra=True, private=True),
    Column("article", "Article", extra=True, private=True),
)


def movement_table(season: Season) -> Table:
    """In the order of the pools, downwards before upwards."""
    number = season.latest_round
    moved = season.moved.get(number, ()) if number is not None else ()
    rows = tuple(_row(season, each) for each in moved)
    title = f"Movement after {round_name(season, number)}" if number is not None else "Movement"
    return Table("movement", title, COLUMNS, rows, "public", comes_and_goes=True)


def _row(season: Season, moved: Moved) -> tuple[Cellable, ...]:
    return (
        round_name(season, moved.round),
        season.name(moved.person),
        moved.way,
        moved.from_pool,
        moved.to_pool,
        moved.says,
        moved.article or None,
    )
