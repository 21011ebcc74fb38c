"""The requests that keep our memory in a spreadsheet: as metadata where it fits, else in a hidden tab."""

from __future__ import annotations

import secrets
from collections.abc import Iterator, Sequence
from typing import Any

from sheets_sync.sources.google import memory
from sheets_sync.sources.google.home import GoogleHome

Request = dict[str, Any]
_ROWS = 1000


def keep(home: GoogleHome, text: str, tabs: Sequence[str]) -> Iterator[Request]:
    """``tabs``: those that we write to; each has room for a piece."""
    ids = {tab: sheet.id for tab, sheet in home.sheets.items()}
    pieces = memory.packed(memory.Remembered(text, ids), home.generation + 1)
    if len(pieces) > 1 + len(tabs):
        yield from _in_tab(home, pieces)
        pieces = [memory.pointer(home.generation + 1)]
    elif home.memory_tab is not None:
        yield {"deleteSheet": {"sheetId": home.memory_tab}}
    places: list[tuple[Request, int | None]] = [({"spreadsheet": True}, home.memory_id)]
    written = [home.sheets[tab] for tab in tabs]
    others = [sheet for tab, sheet in home.sheets.items() if tab not in tabs]
    places += [({"sheetId": sheet.id}, sheet.memory_id) for sheet in (*written, *others)]
    for index, (location, old) in enumerate(places):
        if index < len(pieces):
            yield memory.kept(location, pieces[index], old)
        elif old is not None:
            yield memory.forgotten(old)


def _in_tab(home: GoogleHome, pieces: Sequence[str]) -> Iterator[Request]:
    """Each piece in a cell of the first column of a new tab: people may have cut the old one short."""
    if home.memory_tab is not None:
        yield {"deleteSheet": {"sheetId": home.memory_tab}}
    tab = secrets.randbelow(2**31 - 2) + 1
    size = {"rowCount": len(pieces), "columnCount": 1}
    yield {
        "addSheet": {
            "properties": {"sheetId": tab, "title": memory.TAB, "hidden": True, "gridProperties": size}
        }
    }
    cells = [{"values": [{"userEnteredValue": {"stringValue": piece}}]} for piece in pieces]
    start = {"sheetId": tab, "rowIndex": 0, "columnIndex": 0}
    yield {"updateCells": {"start": start, "rows": cells, "fields": "userEnteredValue"}}


def fits(home: GoogleHome, text: str) -> bool:
    """Whether the memory can be kept at all."""
    return len(memory.packed(memory.Remembered(text, {}), home.generation + 1)) <= _ROWS
