"""`licences`: tallies of a licence over several leagues."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from sheets_sync.commands.exit_codes import DONE
from sheets_sync.commands.opening import open_league
from sheets_sync.commands.terminal import print_json, print_table, say
from sheets_sync.rules.roster.licences import LicenceLine, by_licence
from sheets_sync.rules.season.season import Season
from sheets_sync.tables.table import Column, Kind, Table


def run(leagues: Iterable[Path], as_of: str | None, as_json: bool) -> int:
    """Every licence that has something counted; private, as the tallies are."""
    opened: list[tuple[str, Season]] = []
    code = DONE
    for league in leagues:
        each = open_league(league, as_of, as_json, say_unread=True)
        if each.run is None:
            return each.code
        opened.append((each.run.setup.league.name, each.run.season))
        code = max(code, each.code)
    lines = by_licence(opened)
    if as_json:
        print_json({"licences": [_json(line) for line in lines]})
    elif lines:
        table = _table(lines)
        print_table(table, [column.key for column in table.columns])
    else:
        say("No tally of these leagues belongs to a licence, or nothing is counted.")
    return code


def _json(line: LicenceLine) -> dict[str, object]:
    return {
        "licence": line.licence,
        "driver": line.driver,
        "tally": line.tally,
        "total": str(line.total),
        "leagues": {league: str(count) for league, count in line.by_league},
    }


def _table(lines: Iterable[LicenceLine]) -> Table:
    columns = (
        Column("licence", "Licence"),
        Column("driver", "Driver"),
        Column("tally", "Tally"),
        Column("total", "Total", Kind.POINTS),
        Column("leagues", "Of it"),
    )
    rows = tuple(
        (
            line.licence,
            line.driver,
            line.tally,
            line.total,
            ", ".join(f"{league} {count}" for league, count in line.by_league),
        )
        for line in lines
    )
    return Table("licences", "Tallies by licence", columns, rows, "private")
