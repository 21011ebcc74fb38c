"""Colours, formats and the one way in which these workbooks put a value into a cell."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

Look = Mapping[str, object]

BLACK, INK, PAPER, LINE, MUTED = "#16161D", "#24242E", "#F4F4F7", "#C8C8D2", "#74747F"
RED, GREEN, SAND, GOLD = "#B5202E", "#1D6B45", "#F7F1E3", "#A9812B"

CENTRE: Look = {"align": "center"}
BOLD: Look = {"bold": True}
QUIET: Look = {"italic": True, "font_color": MUTED}
AT: Look = {"align": "center", "num_format": "dd/mm/yyyy hh:mm"}
DAY: Look = {"align": "center", "num_format": "ddd dd mmm yyyy"}
LAP: Look = {"align": "right", "num_format": "m:ss.000"}
LONG: Look = {"align": "right", "num_format": "[m]:ss.000"}
SHARE: Look = {"align": "center", "num_format": "0%"}


@dataclass(frozen=True)
class Duration:
    """A time of so many milliseconds, kept as spreadsheets keep it: a fraction of a day."""

    ms: int


Value = str | int | float | bool | date | datetime | time | Duration | None


def duration(ms: int | None) -> Duration | None:
    return None if ms is None else Duration(ms)


class Book:
    """A workbook whose bytes depend on nothing but its content."""

    def __init__(self, path: Path, title: str) -> None:
        self.workbook = Workbook(str(path))
        self.workbook.set_properties(
            {"title": title, "author": "National Final office", "created": datetime(2021, 6, 14, 9, 0)}
        )
        self.workbook.set_size(1800, 1200)
        self._formats: dict[tuple[tuple[str, object], ...], Format] = {}

    def style(self, **properties: object) -> Format:
        """A format; the same properties always give the same one."""
        full = {"font_name": "Calibri", "font_size": 11, "font_color": INK, "valign": "vcenter"} | properties
        key = tuple(sorted(full.items()))
        if key not in self._formats:
            self._formats[key] = self.workbook.add_format(full)
        return self._formats[key]

    def body(self, row: int, look: Look) -> Format:
        bg = PAPER if row % 2 else "#FFFFFF"
        full = {"bg_color": bg, "bottom": 1, "bottom_color": LINE, "align": "left"} | dict(look)
        if full["align"] != "center":
            full["indent"] = 1
        return self.style(**full)

    def head(self, bg: str = BLACK, **properties: object) -> Format:
        look = {"bold": True, "font_color": "#FFFFFF", "bg_color": bg, "align": "center", "text_wrap": True}
        return self.style(**(look | properties))

    def sheet(self, name: str, colour: str, title: str, subtitle: str, widths: Sequence[float]) -> Worksheet:
        """A tab with its two title rows."""
        sheet = self.workbook.add_worksheet(name)
        sheet.set_tab_color(colour)
        sheet.hide_gridlines(2)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        for column, width in enumerate(widths):
            sheet.set_column(column, column, width, self.style())
        last = len(widths) - 1
        sheet.set_row(0, 32)
        big = self.style(bold=True, font_size=18, font_color="#FFFFFF", bg_color=colour, indent=1)
        small = self.style(italic=True, font_color="#FFFFFF", bg_color=BLACK, indent=1)
        sheet.merge_range(0, 0, 0, last, title, big)
        sheet.merge_range(1, 0, 1, last, subtitle, small)
        return sheet

    def headings(self, sheet: Worksheet, row: int, names: Iterable[str], bg: str = BLACK) -> None:
        sheet.set_row(row, 32)
        for column, name in enumerate(names):
            sheet.write_string(row, column, name, self.head(bg))

    def table(
        self,
        sheet: Worksheet,
        first: int,
        rows: Sequence[Sequence[Value]],
        looks: Sequence[Look],
        spare: int = 0,
    ) -> None:
        """The rows, each column with its look, and below them the frame for a few more."""
        empty: list[Sequence[Value]] = [(None,) * len(looks)] * spare
        for row, values in enumerate([*rows, *empty], first):
            for column, (value, look) in enumerate(zip(values, looks, strict=True)):
                put(sheet, row, column, value, self.body(row, look))

    def ours(
        self,
        name: str,
        colour: str,
        title: str,
        widths: Sequence[float],
        rows: int,
        looks: Mapping[int, Look],
    ) -> Worksheet:
        """A laid-out, empty tab: from row 4 on the software's range with its header row."""
        sheet = self.sheet(
            name, colour, title, "filled by sheets-sync from row 4 on: don't type there", widths
        )
        sheet.set_row(3, 26)
        for column in range(len(widths)):
            sheet.write_blank(3, column, None, self.head())
            for row in range(4, rows):
                look = {"text_wrap": True} | dict(looks.get(column, CENTRE))
                sheet.write_blank(row, column, None, self.body(row, look))
        sheet.freeze_panes(4, 1)
        return sheet

    def choices(self, sheet: Worksheet, first: int, last: int, column: int, words: Sequence[str]) -> None:
        sheet.data_validation(first, column, last, column, {
            "validate": "list", "source": list(words), "error_type": "warning", "error_title": "Not in the list",
            "error_message": "Please take a word from the list.",
        })  # fmt: skip


def put(sheet: Worksheet, row: int, column: int, value: Value, style: Format) -> None:
    """Write a value as what it is. A text stays a text, whatever it looks like."""
    if value is None or value == "":
        sheet.write_blank(row, column, None, style)
    elif isinstance(value, bool):
        sheet.write_boolean(row, column, value, style)
    elif isinstance(value, str):
        sheet.write_string(row, column, value, style)
    elif isinstance(value, Duration):
        sheet.write_number(row, column, value.ms / 86_400_000, style)
    elif isinstance(value, date | time):
        sheet.write_datetime(row, column, value, style)
    else:
        sheet.write_number(row, column, value, style)
