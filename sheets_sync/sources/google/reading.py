"""Reading a Google spreadsheet: one request for the ranges that are needed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from gspread.exceptions import APIError
from gspread.urls import DRIVE_FILES_API_V3_URL

from sheets_sync.cells import CellRange
from sheets_sync.problems import Problem
from sheets_sync.sources.google import memory
from sheets_sync.sources.google.answer import Answer, home_of, is_of_cells
from sheets_sync.sources.google.calls import Calls, Unanswered
from sheets_sync.sources.google.grids import FIELDS
from sheets_sync.sources.google.home import SheetHome
from sheets_sync.sources.package import WORKSHEET, Sheet
from sheets_sync.sources.snapshot import Needed, Snapshot
from sheets_sync.sources.tab_names import named_tabs
from sheets_sync.tab_pattern import fields_in

if TYPE_CHECKING:
    from sheets_sync.sources.google.opening import GoogleClient

Place = tuple[int, int, list[str]]
_METADATA = "developerMetadata(metadataId,metadataKey,metadataValue)"
_SHEET = (
    "properties(sheetId,title,sheetType,gridProperties(rowCount,columnCount)),merges,"
    f"protectedRanges(protectedRangeId,range,description),{_METADATA}"
)
_ABOUT = f"properties(title,timeZone),namedRanges(namedRangeId,name),{_METADATA}"


def read_spreadsheet(
    client: GoogleClient,
    name: str,
    spreadsheet: str,
    identity: str,
    needed: Sequence[Needed],
    writes: bool = False,
) -> tuple[Snapshot, list[Problem]]:
    """The tabs of a Google spreadsheet. Where one isn't there under its name, one more request looks for it
    by the id that it had at our last write, and where a range of ours has moved one more reads it there.
    ``writes``: whether we mean to write to it in this run.

    Raises what `Calls` raises where the spreadsheet itself can't be read."""
    calls = client.calls
    needed = _named(calls, spreadsheet, needed)
    version = drive_version(calls, spreadsheet) if writes else ""
    found, is_all = _first(calls, spreadsheet, needed)
    answer = _with_memory(Answer(client, name, spreadsheet, found, version), calls)
    moved = {(each.tab, each.written): each.now for each in answer.moved(needed) if each.now != each.written}
    if not is_all and any(
        (each.tab, area) in moved for each in needed if not each.whole for area in each.own
    ):
        ranges = [text for each in needed for text in _addresses(each, answer.title(each.tab), moved)]
        again = Answer(client, name, spreadsheet, asked(calls, spreadsheet, ranges), version)
        again.remembered, again.memory_tab = answer.remembered, answer.memory_tab
        answer = again
    return answer.snapshot(identity, needed)


def _named(calls: Calls, spreadsheet: str, needed: Sequence[Needed]) -> list[Needed]:
    """With every tab that a form such as `R{round}` stands for; where there is one, that costs a request."""
    if not any(fields_in(each.tab) for each in needed):
        return list(needed)
    fields = "sheets.properties(title,sheetType)"
    answer: Any = calls.fetch_sheet_metadata(spreadsheet, {"fields": fields})
    sheets = [each for each in answer.get("sheets", ()) if is_of_cells(each)]
    titles = [Sheet(str(each["properties"]["title"]), WORKSHEET, "") for each in sheets]
    found: dict[str, Needed] = {each.tab: each for each in needed if not fields_in(each.tab)}
    for name in named_tabs((each.tab for each in needed if fields_in(each.tab)), titles):
        if name != memory.TAB:
            found.setdefault(name, Needed(name))
    return list(found.values())


def _first(calls: Calls, spreadsheet: str, needed: Sequence[Needed]) -> tuple[Mapping[str, Any], bool]:
    """What is needed; where Google can't find a part of it, all of the spreadsheet."""
    ranges = [text for each in needed for text in _addresses(each, each.tab, {})]
    try:
        return asked(calls, spreadsheet, ranges), False
    except APIError as error:
        if error.code != 400:
            raise
    return asked(calls, spreadsheet, []), True


def places(calls: Calls, spreadsheet: str) -> dict[int, Place]:
    """How large each tab is by now and where our ranges are on it, by the tab's id."""
    about = "properties(sheetId,title,gridProperties(rowCount,columnCount)),protectedRanges"
    answer: Any = calls.fetch_sheet_metadata(spreadsheet, {"fields": f"sheets({about})"})
    homes = map(home_of, answer.get("sheets", ()))
    return {home.id: place_of(home) for home in homes}


def place_of(home: SheetHome) -> Place:
    return home.rows, home.columns, sorted(str(guard.now) for guard in home.guards.values())


def _with_memory(answer: Answer, calls: Calls) -> Answer:
    """A very long memory stands in a tab of its own, which costs one request more. Without that tab, as when
    somebody deleted it, there is no memory."""
    if answer.has_memory_in_tab:
        try:
            answer.take_memory(asked(calls, answer.id, [f"'{memory.TAB}'!A1:A"]))
        except APIError as error:
            if error.code != 400:
                raise
    return answer


def _addresses(needed: Needed, title: str, moved: Mapping[tuple[str, CellRange], CellRange]) -> list[str]:
    """What is asked of a tab: all of it, or our ranges where they are by now."""
    if needed.whole:
        return [quoted(title)]
    return [f"{quoted(title)}!{moved.get((needed.tab, area), area)}" for area in needed.own]


def quoted(title: str) -> str:
    """A tab's name as it stands in an address."""
    return "'" + title.replace("'", "''") + "'"


def asked(calls: Calls, spreadsheet: str, ranges: list[str]) -> Mapping[str, Any]:
    """What Google has there; without any range all of the spreadsheet."""
    fields = f"{_ABOUT},sheets({_SHEET},{FIELDS})"
    answer: Mapping[str, Any] = calls.fetch_sheet_metadata(spreadsheet, {"ranges": ranges, "fields": fields})
    return answer


def drive_version(calls: Calls, spreadsheet: str) -> str:
    """How many changes Drive has counted so far; empty where it doesn't tell, for it is only a hint."""
    params: dict[str, Any] = {"fields": "version", "supportsAllDrives": True}
    brief = replace(calls.patience, tries=2)
    try:
        answer = calls.request(
            "get", f"{DRIVE_FILES_API_V3_URL}/{spreadsheet}", params=params, patience=brief
        )
    except (APIError, Unanswered):
        return ""
    return str(answer.json().get("version", ""))
