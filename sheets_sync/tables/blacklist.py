"""The blacklist: who stands in the tab, and who has to be added to it by a sanction of this season."""

from __future__ import annotations

from sheets_sync.records.names import fold
from sheets_sync.rules.season.rule import LONG_AGO
from sheets_sync.rules.season.season import Season
from sheets_sync.ruleset.phrases import Sanction
from sheets_sync.tables.table import Cellable, Column, Table

COLUMNS = (
    Column("name", "Driver"),
    Column("since", "Since"),
    Column("until", "Until"),
    Column("reason", "Reason"),
    Column("state", "State"),
    Column("article", "Article"),
)


def blacklist(season: Season) -> Table:
    """The tab's rows, then who is to be added."""
    zone = season.ruleset.season.usual.zone
    rows: list[tuple[Cellable, ...]] = [
        (
            each.name,
            f"{each.since.astimezone(zone):%Y-%m-%d}" if each.since else None,
            f"{each.until.astimezone(zone):%Y-%m-%d}" if each.until else None,
            each.reason,
            None,
            None,
        )
        for each in season.facts.blacklist
    ]
    return Table("blacklist", "Blacklist", COLUMNS, (*rows, *_additions(season)), "private")


def _additions(season: Season) -> list[tuple[Cellable, ...]]:
    """Drivers whom a sanction puts on the list, and who aren't in the tab under their name or id."""
    zone = season.ruleset.season.usual.zone
    known = {fold(each.name) for each in season.facts.blacklist}
    found: dict[str, tuple[Cellable, ...]] = {}
    for penalty in season.penalties:
        entrant = season.entrant(penalty.person)
        names = {fold(name) for name in (entrant.driver, entrant.platform_id) if name}
        if penalty.sanction is Sanction.BLACKLIST and penalty.holds and not names & known:
            since = f"{penalty.known.astimezone(zone):%Y-%m-%d}" if penalty.known > LONG_AGO else None
            row = (entrant.driver, since, None, penalty.says, "to be added", penalty.article)
            found.setdefault(penalty.person, row)
    return list(found.values())
