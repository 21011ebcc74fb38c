"""Reading a Google spreadsheet: one request for the ranges that are needed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from gspread.exceptions import APIError
from gspread.urls import DRIVE_FILES_API_V3_URL

from sheets_sync.cells import CellRange, Grid
from sheets_sync.problems import Problem, Severity, TabRef
from sheets_sync.sources.google import memory
from sheets_sync.sources.google.calls import Calls, Unanswered
from sheets_sync.sources.google.grids import FIELDS, grid_of, range_of
from sheets_sync.sources.google.home import GoogleHome, SheetHome
from sheets_sync.sources.package import WORKSHEET, Sheet
from sheets_sync.sources.snapshot import Snapshot
from sheets_sync.sources.tab_names import find_tab

if TYPE_CHECKING:
    from sheets_sync.sources.google.opening import GoogleClient

GENERATION = "sheets_sync_write_"
"""The named range that counts our writes: its name ends in their number."""
_METADATA = "developerMetadata(metadataId,metadataKey,metadataValue)"
_SHEET = (
    "properties(sheetId,title,sheetType,gridProperties(rowCount,columnCount)),merges,"
    f"protectedRanges(protectedRangeId,range,description,warningOnly),{_METADATA}"
)
_ABOUT = f"properties(title,locale,timeZone),namedRanges(namedRangeId,name),{_METADATA}"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is needed of a tab: all of it, or only these ranges."""

    tab: str
    ranges: tuple[CellRange, ...] = ()

    def addresses(self, title: str) -> list[str]:
        quoted = "'" + title.replace("'", "''") + "'"
        return [f"{quoted}!{each}" for each in self.ranges] or [quoted]


def read_spreadsheet(
    client: GoogleClient,
    name: str,
    spreadsheet: str,
    identity: str,
    wanted: Sequence[Wanted],
    writes: bool = False,
) -> tuple[Snapshot, list[Problem]]:
    """The tabs of a Google spreadsheet. Where one isn't there under its name, one more request looks for it
    by the id that it had at our last write. ``writes``: whether we mean to write to it in this run.

    Raises what `Calls` raises where the spreadsheet itself can't be read."""
    calls = client.calls
    version = drive_version(calls, spreadsheet) if writes else ""
    addresses = [address for each in wanted for address in each.addresses(each.tab)]
    try:
        found = _asked(calls, spreadsheet, addresses)
    except APIError as error:
        if error.code != 400:
            raise
        found = _asked(calls, spreadsheet, [])
    return _Answer(client, name, spreadsheet, found, version).snapshot(identity, wanted)


def _asked(calls: Calls, spreadsheet: str, ranges: list[str]) -> Mapping[str, Any]:
    fields = f"{_ABOUT},sheets({_SHEET},{FIELDS})"
    answer: Mapping[str, Any] = calls.fetch_sheet_metadata(spreadsheet, {"ranges": ranges, "fields": fields})
    return answer


def drive_version(calls: Calls, spreadsheet: str) -> str:
    """How many changes Drive has counted so far; empty where it doesn't tell, for it is only a hint."""
    params: dict[str, Any] = {"fields": "version", "supportsAllDrives": True}
    try:
        answer = calls.request("get", f"{DRIVE_FILES_API_V3_URL}/{spreadsheet}", params=params)
    except (APIError, Unanswered):
        return ""
    return str(answer.json().get("version", ""))


class _Answer:
    def __init__(
        self, client: GoogleClient, name: str, spreadsheet: str, found: Mapping[str, Any], version: str
    ) -> None:
        self.client, self.name, self.id = client, name, spreadsheet
        self.found, self.version = found, version
        sheets = list(found.get("sheets", ()))
        self.sheets = {str(each["properties"]["title"]): each for each in sheets}
        self.piece, self.piece_id = memory.piece_in(found.get("developerMetadata", ()))
        pieces = [memory.piece_in(each.get("developerMetadata", ()))[0] for each in sheets]
        self.remembered = memory.unpacked([self.piece, *pieces])

    def snapshot(self, identity: str, wanted: Sequence[Wanted]) -> tuple[Snapshot, list[Problem]]:
        grids: dict[str, Grid] = {}
        homes: dict[str, SheetHome] = {}
        zone = str(self.found.get("properties", {}).get("timeZone", ""))
        problems: list[Problem] = []
        for each in wanted:
            sheet, said = self._sheet(each.tab)
            problems += said
            if sheet is not None:
                grids[each.tab] = grid_of(self.name, each.tab, sheet, zone)
                homes[each.tab] = _home(sheet)
        home = self._home(homes)
        text = self.remembered.text if self.remembered else None
        tabs = tuple(title for title, sheet in self.sheets.items() if _kind(sheet) == WORKSHEET)
        return Snapshot(self.name, home, identity, self._digest(), tabs, grids, text), problems

    def _sheet(self, tab: str) -> tuple[Mapping[str, Any] | None, list[Problem]]:
        listed = [Sheet(title, _kind(sheet), "") for title, sheet in self.sheets.items()]
        there, problem = find_tab(self.name, listed, tab)
        said = [problem] if problem is not None else []
        if there is not None:
            return self.sheets[there.name], said
        known = self.remembered.tabs.get(tab) if self.remembered else None
        for title, sheet in self.sheets.items():
            if known is not None and sheet["properties"].get("sheetId", 0) == known:
                message = f"The tab '{tab}' is called '{title}' now; it was found all the same."
                hint = f"Write '{title}' in league.yaml."
                return sheet, [Problem(message, TabRef(self.name, title), hint, Severity.NOTE)]
        return None, said

    def _home(self, sheets: Mapping[str, SheetHome]) -> GoogleHome:
        number, identity = generation(self.found.get("namedRanges", ()))
        title = str(self.found.get("properties", {}).get("title", ""))
        return GoogleHome(self.id, self.client, title, sheets, number, identity, self.piece_id, self.version)

    def _digest(self) -> str:
        data = [[title, sheet.get("data")] for title, sheet in self.sheets.items()]
        return hashlib.sha256(json.dumps(data, sort_keys=True).encode()).hexdigest()


def _kind(sheet: Mapping[str, Any]) -> str:
    """A chart, or a table of a database, can have a tab of its own."""
    kind = sheet["properties"].get("sheetType", "GRID")
    return WORKSHEET if kind == "GRID" else "chartsheet"


def generation(named: Iterable[Mapping[str, str]]) -> tuple[int, str]:
    """The number of our last write and the id of the range that says so."""
    found = [
        (int(each["name"].removeprefix(GENERATION)), each["namedRangeId"])
        for each in named
        if each["name"].removeprefix(GENERATION).isdecimal()
    ]
    return max(found, default=(0, ""))


def _home(sheet: Mapping[str, Any]) -> SheetHome:
    about = sheet["properties"]
    size = about.get("gridProperties", {})
    piece, identity = memory.piece_in(sheet.get("developerMetadata", ()))
    guards = {
        each["protectedRangeId"]: _corners(range_of(each.get("range", {})))
        for each in sheet.get("protectedRanges", ())
        if each.get("warningOnly")
    }
    rows, columns = size.get("rowCount", 0), size.get("columnCount", 0)
    return SheetHome(about.get("sheetId", 0), str(about["title"]), rows, columns, piece, identity, guards)


def _corners(area: CellRange) -> tuple[int, int, int, int]:
    return area.first_row, area.first_column, area.last_row, area.last_column
