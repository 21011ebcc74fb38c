"""Colours, formats and the one way in which the two South African demos put a value into a cell."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

Look = Mapping[str, object]

BLACK, INK, PAPER, LINE, MUTED = "#111416", "#1F2A30", "#F5F7F6", "#C8D0CD", "#6C7A75"
GREEN, GOLD, RED, BLUE, SILVER = "#00704A", "#E8A917", "#C1272D", "#1B3F8B", "#8A969B"
CREAM = "#FFF7E0"
TINTS = ("#FFF3D0", "#E7EEF9", "#E4F3EA")

DATE, CLOCK, MOMENT, RACE_TIME = "ddd d mmm yyyy", "hh:mm", "yyyy-mm-dd hh:mm", "[m]:ss.000"
CENTRE: Look = {"align": "center"}
NAME: Look = {"bold": True}
NOTE: Look = {"italic": True, "font_color": MUTED}
AT: Look = {"align": "center", "num_format": MOMENT}
TIME: Look = {"align": "right", "num_format": RACE_TIME}
DAY_MS = 86_400_000


@dataclass(frozen=True)
class Duration:
    """A time of so many milliseconds, kept as spreadsheets keep it: a fraction of a day."""

    ms: int

    def __str__(self) -> str:
        minutes, ms = divmod(self.ms, 60_000)
        return f"{minutes}:{ms // 1000:02d}.{ms % 1000:03d}"


Value = str | int | float | bool | date | datetime | time | Duration | None


class Book:
    """A workbook whose bytes depend on nothing but its content."""

    def __init__(self, path: Path, title: str, author: str, created: datetime) -> None:
        self.workbook = Workbook(str(path))
        self.workbook.set_properties({"title": title, "author": author, "created": created})
        self.workbook.set_size(1800, 1200)
        self._formats: dict[tuple[tuple[str, object], ...], Format] = {}

    def sheet(self, name: str, colour: str, widths: Iterable[float]) -> Worksheet:
        sheet = self.workbook.add_worksheet(name)
        sheet.set_tab_color(colour)
        sheet.hide_gridlines(2)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        for column, width in enumerate(widths):
            sheet.set_column(column, column, width, self.style())
        return sheet

    def style(self, **properties: object) -> Format:
        """A format; the same properties always give the same one."""
        full = {"font_name": "Calibri", "font_size": 10, "font_color": INK, "valign": "vcenter"} | properties
        key = tuple(sorted(full.items()))
        if key not in self._formats:
            self._formats[key] = self.workbook.add_format(full)
        return self._formats[key]

    def body(self, bg: str = "#FFFFFF", /, **properties: object) -> Format:
        look = {"bg_color": bg, "border": 1, "border_color": LINE, "align": "left"} | properties
        if look["align"] in ("left", "right"):
            look["indent"] = 1
        return self.style(**look)

    def header(self, bg: str = BLACK, **properties: object) -> Format:
        look = {"bold": True, "font_color": "#FFFFFF", "bg_color": bg, "border": 1, "border_color": LINE,
                "text_wrap": True, "align": "center"}  # fmt: skip
        return self.style(**(look | properties))

    def banner(self, sheet: Worksheet, columns: int, title: str, subtitle: str, bg: str = BLACK) -> None:
        """The two title rows that every tab starts with."""
        big = self.style(bold=True, font_size=16, font_color="#FFFFFF", bg_color=bg, indent=1)
        small = self.style(italic=True, font_color="#FFFFFF", bg_color=bg, indent=1)
        sheet.set_row(0, 30)
        sheet.set_row(1, 18)
        sheet.merge_range(0, 0, 0, columns - 1, title, big)
        sheet.merge_range(1, 0, 1, columns - 1, subtitle, small)

    def headings(self, sheet: Worksheet, row: int, names: Iterable[str], bg: str = BLACK) -> None:
        sheet.set_row(row, 26)
        for column, name in enumerate(names):
            sheet.write_string(row, column, name, self.header(bg))

    def rows(self, sheet: Worksheet, first: int, rows: Sequence[Sequence[Value]], looks: Sequence[Look],
             tint: str = PAPER, spare: int = 0) -> int:  # fmt: skip
        """The rows, each column with its look, and a frame for a few more; gives the row after them."""
        empty: list[Sequence[Value]] = [(None,) * len(looks)] * spare
        row = first
        for row, values in enumerate([*rows, *empty], first):
            bg = tint if row % 2 else "#FFFFFF"
            for column, (value, look) in enumerate(zip(values, looks, strict=True)):
                put(sheet, row, column, value, self.body(bg, **dict(look)))
        return row + 1

    def note(self, sheet: Worksheet, row: int, text: str) -> None:
        sheet.write_string(row, 0, text, self.style(italic=True, font_color=MUTED, font_size=9))

    def for_software(self, sheet: Worksheet, first: int, last: int, columns: int,
                     looks: Mapping[int, Look], colour: str = BLACK, tint: str = PAPER) -> None:  # fmt: skip
        """A laid-out, empty range: its header row and its body."""
        sheet.set_row(first, 26)
        for column in range(columns):
            sheet.write_blank(first, column, None, self.header(colour))
        for row in range(first + 1, last + 1):
            bg = tint if row % 2 else "#FFFFFF"
            for column in range(columns):
                sheet.write_blank(row, column, None, self.body(bg, **dict(looks.get(column, CENTRE))))


def put(sheet: Worksheet, row: int, column: int, value: Value, style: Format) -> None:
    """Write a value as what it is. A text stays a text, whatever it looks like."""
    if value is None or value == "":
        sheet.write_blank(row, column, None, style)
    elif isinstance(value, bool):
        sheet.write_boolean(row, column, value, style)
    elif isinstance(value, str):
        sheet.write_string(row, column, value, style)
    elif isinstance(value, Duration):
        sheet.write_number(row, column, value.ms / DAY_MS, style)
    elif isinstance(value, date | time):
        sheet.write_datetime(row, column, value, style)
    else:
        sheet.write_number(row, column, value, style)
