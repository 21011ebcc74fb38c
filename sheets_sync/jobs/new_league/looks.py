"""Colours, widths and formats of the workbooks of a new league."""

from __future__ import annotations

from functools import lru_cache

from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

NAVY, SLATE, LINE, INK, MUTED = "1B2A41", "5B6B82", "D5DBE2", "22303F", "6B7785"
RED, GREEN, GREY, PAPER = "BC002D", "1E8449", "8A94A0", "F4F6F9"
FIRST_ROW = 3
"""The row of the headers: a title and a line of explanation stand above it."""
_FACE = "Arial"
_THIN = Side(style="thin", color=LINE)
_BOX = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)


@lru_cache
def _font(size: int = 10, bold: bool = False, italic: bool = False, color: str = INK) -> Font:
    return Font(name=_FACE, size=size, bold=bold, italic=italic, color=color)


@lru_cache
def _fill(color: str) -> PatternFill:
    return PatternFill("solid", start_color=color, end_color=color)


@lru_cache
def _aligned(align: str, wrap: bool = False) -> Alignment:
    indent = 0 if align == "center" else 1
    return Alignment(vertical="center", horizontal=align, indent=indent, wrap_text=wrap)


def banner(sheet: Worksheet, columns: int, title: str, says: str) -> None:
    """The title of a tab, and below it what belongs there."""
    for row, height, text, font in (
        (1, 30, title, _font(16, bold=True, color="FFFFFF")),
        (2, 20, says, _font(10, italic=True, color="FFFFFF")),
    ):
        sheet.row_dimensions[row].height = height
        for column in range(1, columns + 1):
            sheet.cell(row, column).fill = _fill(NAVY)
        cell = sheet.cell(row, 1, text)
        cell.font, cell.alignment = font, Alignment(vertical="center", horizontal="left", indent=1)


def header(sheet: Worksheet, column: int, text: str, strong: bool, align: str = "left") -> None:
    """One header; a strong one is dark."""
    sheet.row_dimensions[FIRST_ROW].height = 24
    cell = sheet.cell(FIRST_ROW, column, text or None)
    cell.font, cell.fill = _font(bold=True, color="FFFFFF"), _fill(NAVY if strong else SLATE)
    cell.alignment = _aligned(align, wrap=True)
    cell.border = _BOX


def body(sheet: Worksheet, row: int, column: int, number_format: str, align: str = "left") -> None:
    """One cell below a header, with the look of its column."""
    cell = sheet.cell(row, column)
    cell.font, cell.border, cell.number_format = _font(), _BOX, number_format
    cell.alignment = _aligned(align)
    if row % 2:
        cell.fill = _fill(PAPER)


def frame(sheet: Worksheet, colour: str, freeze: str) -> None:
    """What all tabs share: no grid lines, frozen headers, one page wide in landscape."""
    sheet.sheet_view.showGridLines = False
    sheet.freeze_panes = freeze
    sheet.sheet_properties.tabColor = colour
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = f"1:{FIRST_ROW}"


def width(sheet: Worksheet, column: int, characters: float) -> None:
    sheet.column_dimensions[get_column_letter(column)].width = characters
