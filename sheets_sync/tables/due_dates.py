"""What falls due: notices and deadlines, from the last week on. Private, for it names who is told what."""

from __future__ import annotations

from datetime import timedelta

from sheets_sync.rules.notices.due import Due, in_order
from sheets_sync.rules.season.season import Season
from sheets_sync.tables.table import Cellable, Column, Kind, Table

_LOOK_BACK = timedelta(days=7)

COLUMNS = (
    Column("due", "Due", Kind.MOMENT),
    Column("name", "What"),
    Column("round", "Round"),
    Column("pool", "Pool"),
    Column("says", "What it says"),
    Column("to", "To"),
    Column("waits", "Waits for"),
    Column("missing", "Missing"),
    Column("article", "Article"),
)


def due_dates(season: Season) -> Table:
    """Everything that falls due, in the order of the moments; what has none stands last."""
    earliest = season.now - _LOOK_BACK
    found = sorted((*season.notices, *season.deadlines), key=in_order)
    rows = tuple(_row(season, each) for each in found if each.due is None or each.due >= earliest)
    return Table("due dates", "Due dates", COLUMNS, rows, "private", comes_and_goes=True)


def _row(season: Season, due: Due) -> tuple[Cellable, ...]:
    zone = season.ruleset.season.usual.zone
    return (
        due.due.astimezone(zone) if due.due else None,
        due.name,
        season.ruleset.name_of(due.round),
        due.pool or None,
        due.says or None,
        season.name(due.person) if due.person else due.to or None,
        due.waits or None,
        ", ".join(due.missing) or None,
        due.article or None,
    )
