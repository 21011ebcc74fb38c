"""A look at a spreadsheet that nothing is known of yet: all its tabs, of each only the first rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from sheets_sync.cells import CellRange
from sheets_sync.problems import Problem
from sheets_sync.sources.google import memory
from sheets_sync.sources.google.answer import Answer, home_of, is_of_cells
from sheets_sync.sources.google.home import SheetHome
from sheets_sync.sources.google.reading import asked, quoted
from sheets_sync.sources.snapshot import Needed, Snapshot

if TYPE_CHECKING:
    from sheets_sync.sources.google.opening import GoogleClient

_AT_ONCE = 40
_SIZES = "sheets(properties(sheetId,title,sheetType,gridProperties(rowCount,columnCount)))"


def look_at(client: GoogleClient, name: str, spreadsheet: str, rows: int) -> tuple[Snapshot, list[Problem]]:
    """Every tab down to that row. Our own hidden tab isn't one of them.

    Raises what `Calls` raises where the spreadsheet can't be read."""
    about: Mapping[str, Any] = client.calls.fetch_sheet_metadata(spreadsheet, {"fields": _SIZES})
    tabs = [home_of(each) for each in about.get("sheets", ()) if is_of_cells(each)]
    tabs = [tab for tab in tabs if tab.title != memory.TAB and tab.rows and tab.columns]
    found: dict[str, Any] = {"sheets": []}
    for start in range(0, len(tabs), _AT_ONCE):
        ranges = [_beginning(tab, rows) for tab in tabs[start : start + _AT_ONCE]]
        piece = asked(client.calls, spreadsheet, ranges)
        found = {**piece, "sheets": [*found["sheets"], *piece.get("sheets", ())]}
    answer = Answer(client, name, spreadsheet, found, "")
    return answer.snapshot("", _needed(tabs))


def _beginning(tab: SheetHome, rows: int) -> str:
    return f"{quoted(tab.title)}!{CellRange(1, 1, min(rows, tab.rows), tab.columns)}"


def _needed(tabs: Sequence[SheetHome]) -> list[Needed]:
    return [Needed(tab.title) for tab in tabs]
