"""Which cells are ours: checks what league.yaml says under ``write``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sheets_sync.league import League
from sheets_sync.problems import Problem
from sheets_sync.sources.files import FileKind, kind_of
from sheets_sync.tables.registry import access_of
from sheets_sync.tables.table import Access
from sheets_sync.validation import nearest


def check_writing(league: League, tables: Mapping[str, Access], sure: bool = True) -> Iterator[Problem]:
    """Tables that don't exist, and private ones that would go to a public spreadsheet. Where it isn't
    ``sure`` that these are all tables, only the slip of a known one is a mistake."""
    yield from _only_read(league)
    for index, write in enumerate(league.write):
        at = league.line("write", index, "table")
        access = access_of(write.table, tables)
        if access is None:
            hint = nearest(write.table, tables)
            if sure or hint.startswith("Did you mean"):
                yield Problem(f"There is no table '{write.table}'.", at, hint)
            continue
        spreadsheet = league.spreadsheets.get(write.to.tab.spreadsheet)
        if access == "private" and spreadsheet and spreadsheet.access == "public":
            where = f"the spreadsheet '{write.to.tab.spreadsheet}'"
            message = f"The table '{write.table}' is private, but {where} is public."
            yield Problem(message, at, "Write it to a private spreadsheet.")


def _only_read(league: League) -> Iterator[Problem]:
    """Ranges in files that can be read but not written."""
    kinds = {
        name: kind_of(league.file(name)) for name, entry in league.spreadsheets.items() if not entry.google
    }
    for index, write in enumerate(league.write):
        name = write.to.tab.spreadsheet
        kind = kinds.get(name, FileKind.WORKBOOK)
        if kind is not FileKind.WORKBOOK:
            path = league.spreadsheets[name].path
            message = f"'{name}' is {kind.value} ({path}), which is read but never written."
            hint = "Save it as a workbook (.xlsx) and name that, or write to another spreadsheet."
            yield Problem(message, league.line("write", index, "to"), hint)
