"""How the tabs of the workbook look."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, time

from openpyxl import Workbook
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

Value = str | int | float | date | time | None

HEADER_ROW = 3
LAP = "[m]:ss.000"
DAY_MS = 86_400_000
NAVY, INK, GREY, BAND = "FF1F2A44", "FF22303F", "FF6B7785", "FFF3F5F8"
TINT = {"Gold": "FFFFF3CD", "Silver": "FFE9ECEF", "Bronze": "FFF6E0CE", "Unclassified": "FFE3EEE6"}
_LINE = Side(style="thin", color="FFC9D1D9")
_BORDER = Border(_LINE, _LINE, _LINE, _LINE)
_HEADING = Font(name="Arial", size=10, bold=True, color="FFFFFFFF")
_BODY = Font(name="Arial", size=10, color=INK)


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a tab: its header, its width, how its values are shown."""

    header: str
    width: float
    number_format: str = "General"
    align: str = "left"


def tab(book: Workbook, name: str, title: str, says: str, columns: Sequence[Column]) -> Worksheet:
    """An empty tab with a title row, a line about it, and the header below; frozen down to the header."""
    sheet: Worksheet = book.create_sheet(name)
    sheet.sheet_view.showGridLines = False
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    _title(sheet, title, says)
    for index, column in enumerate(columns, 1):
        sheet.column_dimensions[get_column_letter(index)].width = column.width
    heading(sheet, HEADER_ROW, [column.header for column in columns])
    sheet.freeze_panes = f"A{HEADER_ROW + 1}"
    return sheet


def _title(sheet: Worksheet, title: str, says: str) -> None:
    sheet["A1"] = title
    sheet["A1"].font = Font(name="Arial", size=16, bold=True, color=NAVY)
    sheet["A2"] = says
    sheet["A2"].font = Font(name="Arial", size=9, italic=True, color=GREY)
    sheet.row_dimensions[1].height = 26
    sheet.row_dimensions[2].height = 18


def banner(sheet: Worksheet, row: int, columns: int, text: str, fill: str) -> None:
    """A coloured row that says what the rows below are."""
    sheet.row_dimensions[row].height = 20
    for column in range(1, columns + 1):
        cell = sheet.cell(row, column)
        cell.value = text if column == 1 else None
        cell.font = Font(name="Arial", size=12, bold=True, color=NAVY)
        cell.fill = PatternFill("solid", fgColor=fill)
        cell.border, cell.alignment = Border(), Alignment(vertical="center")


def heading(sheet: Worksheet, row: int, names: Sequence[str | None]) -> None:
    """A header row."""
    sheet.row_dimensions[row].height = 20
    for index, name in enumerate(names, 1):
        cell = sheet.cell(row, index)
        cell.value = name
        cell.font, cell.border = _HEADING, _BORDER
        cell.fill = PatternFill("solid", fgColor=NAVY)
        cell.alignment = Alignment(horizontal="center", vertical="center")


def line(
    sheet: Worksheet, row: int, columns: Sequence[Column], values: Iterable[Value], fill: str = ""
) -> None:
    """One row below the header, each value as its column shows it."""
    for index, (column, value) in enumerate(zip(columns, values, strict=True), 1):
        cell = sheet.cell(row, index)
        put(cell, value)
        cell.number_format = column.number_format
        cell.font, cell.border = _BODY, _BORDER
        indent = 0 if column.align == "center" else 1
        cell.alignment = Alignment(horizontal=column.align, vertical="center", indent=indent)
        if fill:
            cell.fill = PatternFill("solid", fgColor=fill)


def put(cell: Cell | MergedCell, value: Value) -> None:
    """A text stays a text, whatever it looks like."""
    cell.value = value
    if isinstance(value, str):
        cell.data_type = "s"


def day_share(ms: str) -> float | None:
    """A lap time in ms as spreadsheets keep it; None where there is none."""
    return float(ms) / DAY_MS if ms else None
