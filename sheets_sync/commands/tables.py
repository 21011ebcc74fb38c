"""`tables`: everything that was computed, for people or for machines."""

from __future__ import annotations

from pathlib import Path

from sheets_sync.commands.exit_codes import DONE
from sheets_sync.commands.opening import count_words, open_league
from sheets_sync.commands.terminal import print_json, print_table, say
from sheets_sync.tables.export.make import document
from sheets_sync.tables.export.model.document import schema


def run(league: Path | None, as_of: str | None, as_json: bool, as_schema: bool) -> int:
    """Prints every table, or with JSON the whole season; the output is private."""
    if as_schema or league is None:
        print_json(schema())
        return DONE
    opened = open_league(league, as_of, as_json, say_unread=True)
    if opened.run is None:
        return opened.code
    run_ = opened.run
    if as_json:
        made = document(run_.setup.league.name, run_.season, run_.tables, run_.problems)
        print_json(made.model_dump(mode="json"))
        return opened.code
    for table in run_.tables.values():
        print_table(table, [column.key for column in table.columns if not column.extra])
    if opened.code != DONE:
        say(f"{count_words(run_.problems)}: sheets-sync check lists them.")
    return opened.code
