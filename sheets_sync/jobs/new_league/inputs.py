"""The tabs that people fill: headers, drop-downs, number formats, and the rounds of the calendar."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, time

from openpyxl.utils import get_column_letter
from openpyxl.workbook import Workbook
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from sheets_sync.jobs.new_league.lists import Lists
from sheets_sync.jobs.new_league.looks import FIRST_ROW, NAVY, RED, banner, body, frame, header, width
from sheets_sync.ruleset.model import Round, Ruleset
from sheets_sync.standard.tabs import StandardColumn, StandardTab

_FORMATS = {
    "date": "yyyy-mm-dd",
    "date and time": "yyyy-mm-dd hh:mm",
    "time of day": "hh:mm",
    "time": "[m]:ss.000",
    "share": "0 %",
    "whole number": "0",
    "place": "0",
    "number": "General",
}
_WIDTHS = {"name": 26, "driver": 26, "date and time": 18, "date": 13, "text": 18, "code": 18, "time": 13}
_WIDE = {
    "line": 50,
    "note": 36,
    "reason": 36,
    "description": 36,
    "evidence": 30,
    "why": 36,
    "circuit": 24,
    "team": 24,
}
_CENTRED = ("whole number", "place", "yes or no", "time of day", "date", "date and time", "time", "share")
_STEWARDS = ("cases", "votes", "interruptions", "decisions", "blacklist", "approvals", "answers")
_READY, _LAST = 60, 1000
_LONGEST_PROMPT = 250


def write_inputs(book: Workbook, tabs: Sequence[StandardTab], ruleset: Ruleset, lists: Lists) -> None:
    """Every standard tab, empty but for the calendar's rounds."""
    for tab in tabs:
        sheet = book.create_sheet(tab.tab)
        _write_tab(sheet, tab, lists)
        if tab.kind == "calendar":
            _write_rounds(sheet, [column.field for column in tab.columns], ruleset)


def _write_tab(sheet: Worksheet, tab: StandardTab, lists: Lists) -> None:
    says = f"{tab.rows} Dark headers must be filled."
    banner(sheet, max(len(tab.columns), 4), tab.tab, says)
    frame(sheet, RED if tab.kind in _STEWARDS else NAVY, f"B{FIRST_ROW + 1}")
    for index, column in enumerate(tab.columns, 1):
        align = "center" if column.sort.type in _CENTRED else "left"
        header(sheet, index, column.header, column.required, align)
        width(sheet, index, _width(column))
        for row in range(FIRST_ROW + 1, FIRST_ROW + _READY + 1):
            body(sheet, row, index, _FORMATS.get(column.sort.type, "@"), align)
        sheet.add_data_validation(_validation(index, column, lists))


def _width(column: StandardColumn) -> float:
    usual = _WIDE.get(column.field, _WIDTHS.get(column.sort.type, 12))
    longest = max(map(len, column.sort.values), default=0)
    return max(usual, len(column.header) + 5, min(longest + 5, 28))


def _validation(index: int, column: StandardColumn, lists: Lists) -> DataValidation:
    """A drop-down where there are words to choose from, and what the column holds beside the cell.

    It warns and doesn't forbid: `R1` and `1` are the same round, and an entry's name may be on its way.
    """
    source = _source(column, lists)
    made = DataValidation(
        type="list" if source else None, formula1=source, allow_blank=True, errorStyle="warning"
    )
    made.showErrorMessage = bool(source) and (column.sort.only or column.sort.type == "driver")
    made.errorTitle, made.error = column.header, "This isn't in the list. Use it all the same?"
    made.showInputMessage, made.promptTitle = True, column.header[:32]
    made.prompt = column.says[:_LONGEST_PROMPT]
    letter = get_column_letter(index)
    made.add(f"{letter}{FIRST_ROW + 1}:{letter}{_LAST}")
    return made


def _source(column: StandardColumn, lists: Lists) -> str:
    if column.sort.type == "driver":
        return f"Entries!$A${FIRST_ROW + 1}:$A${_LAST}"
    return lists.source(column.header, column.sort.values) if column.sort.values else ""


def _write_rounds(sheet: Worksheet, fields: list[str], ruleset: Ruleset) -> None:
    """The rounds that the ruleset prints, with their days, ready to be completed."""
    known = [(each, pool, day) for each in ruleset.rounds for pool, day in _days(each)]
    for row, (each, pool, day) in enumerate(known, FIRST_ROW + 1):
        values: dict[str, str | date | time | None] = {"round": each.name, "pool": pool or None, "date": day}
        values["start"] = _start(ruleset, each, pool) if day else None
        for field, value in values.items():
            if field in fields:
                sheet.cell(row, fields.index(field) + 1).value = value


def _start(ruleset: Ruleset, each: Round, pool: str) -> time | None:
    """When that pool starts in that round, as the document prints it."""
    return (ruleset.season.at(ruleset.where(each.number, "", pool)) or ruleset.season.usual).start


def _days(each: Round) -> Iterator[tuple[str, date | None]]:
    yield from each.dates.items() if each.dates else [("", None)]
