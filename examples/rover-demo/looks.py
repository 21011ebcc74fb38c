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

NAVY, INK, PAPER, LINE, MUTED = "#1B2A41", "#22303F", "#F6F8FA", "#C9D1D9", "#6B7785"
RED, GOLD, CREAM, YELLOW = "#BC002D", "#E0A526", "#FFF8E7", "#FFF59D"
POOL = {"ALPHA": "#C0392B", "BETA": "#2471A3", "GAMMA": "#1E8449", "DELTA": "#B9770E"}
POOL_TINT = {"ALPHA": "#FBEAE8", "BETA": "#E8F1F8", "GAMMA": "#E6F4EA", "DELTA": "#FCF1DD"}

DATE = "ddd d mmm yyyy"
MOMENT = "yyyy-mm-dd hh:mm"
CENTRE: Look = {"align": "center"}
AT: Look = {"align": "center", "num_format": MOMENT}
DAY_MS = 86_400_000


@dataclass(frozen=True)
class Duration:
    """A time of so many milliseconds, kept as spreadsheets keep it: a fraction of a day."""

    ms: int

    @property
    def days(self) -> float:
        return self.ms / DAY_MS

    def __str__(self) -> str:
        minutes, ms = divmod(self.ms, 60_000)
        return f"{minutes}:{ms // 1000:02d}.{ms % 1000:03d}"


Value = str | int | float | bool | date | datetime | time | Duration | None


class Book:
    """A workbook whose bytes depend on nothing but its content."""

    def __init__(self, path: Path, title: str, author: str) -> None:
        self.workbook = Workbook(str(path))
        self.workbook.set_properties(
            {"title": title, "author": author, "created": datetime(2023, 9, 11, 9, 0)}
        )
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
        full = {"font_name": "Arial", "font_size": 10, "font_color": INK, "valign": "vcenter"} | properties
        key = tuple(sorted(full.items()))
        if key not in self._formats:
            self._formats[key] = self.workbook.add_format(full)
        return self._formats[key]

    def body(self, bg: str = "#FFFFFF", /, **properties: object) -> Format:
        """A bordered cell. Left and right keep a distance from the border; align=None is the application's."""
        look = {"bg_color": bg, "border": 1, "border_color": LINE, "align": "left"} | properties
        if look["align"] in ("left", "right"):
            look["indent"] = 1
        if look["align"] is None:
            del look["align"]
        return self.style(**look)

    def header(self, bg: str = NAVY, **properties: object) -> Format:
        look = {"bold": True, "font_color": "#FFFFFF", "bg_color": bg, "border": 1, "border_color": LINE,
                "text_wrap": True, "align": "center"}  # fmt: skip
        return self.style(**(look | properties))

    def banner(self, sheet: Worksheet, columns: int, title: str, subtitle: str, bg: str = NAVY) -> None:
        """The two title rows that every tab starts with."""
        big = self.style(bold=True, font_size=16, font_color="#FFFFFF", bg_color=bg, indent=1)
        small = self.style(italic=True, font_color="#FFFFFF", bg_color=bg, indent=1)
        sheet.set_row(0, 30)
        sheet.set_row(1, 18)
        sheet.merge_range(0, 0, 0, columns - 1, title, big)
        sheet.merge_range(1, 0, 1, columns - 1, subtitle, small)

    def headings(self, sheet: Worksheet, row: int, names: Iterable[str], bg: str = NAVY) -> None:
        sheet.set_row(row, 24)
        for column, name in enumerate(names):
            sheet.write_string(row, column, name, self.header(bg))

    def table(
        self, sheet: Worksheet, first: int, rows: Sequence[Sequence[Value]], looks: Sequence[Look], spare: int
    ) -> None:
        """The rows, each column with its look, and below them the frame for a few more."""
        empty: list[Sequence[Value]] = [(None,) * len(looks)] * spare
        for row, values in enumerate([*rows, *empty], first):
            for column, (value, look) in enumerate(zip(values, looks, strict=True)):
                put(sheet, row, column, value, self.body(**dict(look)))


def put(sheet: Worksheet, row: int, column: int, value: Value, style: Format) -> None:
    """Write a value as what it is. A text stays a text, whatever it looks like."""
    if value is None or value == "":
        sheet.write_blank(row, column, None, style)
    elif isinstance(value, bool):
        sheet.write_boolean(row, column, value, style)
    elif isinstance(value, str):
        sheet.write_string(row, column, value, style)
    elif isinstance(value, Duration):
        sheet.write_number(row, column, value.days, style)
    elif isinstance(value, date | time):
        sheet.write_datetime(row, column, value, style)
    else:
        sheet.write_number(row, column, value, style)
