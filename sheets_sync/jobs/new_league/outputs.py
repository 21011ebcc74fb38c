"""The tabs that are filled by a sync: a title, and an empty range with the look of its columns."""

from __future__ import annotations

from dataclasses import dataclass

from openpyxl.workbook import Workbook

from sheets_sync.cells import MAX_ROWS, CellRange
from sheets_sync.jobs.new_league.looks import FIRST_ROW, GREEN, banner, body, frame, header, width
from sheets_sync.tables.table import Access, Column, Kind

_FORMATS = {Kind.NUMBER: "0", Kind.POINTS: "General", Kind.TIME: "[m]:ss.000", Kind.CHANGE: "General"}
_WIDTHS = {Kind.NUMBER: 7, Kind.POINTS: 9, Kind.TIME: 13, Kind.CHANGE: 7}
_TEXTS = {"name": 30, "driver": 30, "team": 24, "message": 70, "proposal": 50, "question": 60, "cell": 26}
_USUAL = 15


@dataclass(frozen=True, slots=True)
class Output:
    """One table with its tab. So many ``rows`` below the header have its look; the range has no end, so that
    a table that grows beyond them still fits. ``spare``: so many further columns it may take."""

    table: str
    access: Access
    tab: str
    says: str
    columns: tuple[Column, ...]
    rows: int
    spare: int = 0

    @property
    def cells(self) -> CellRange:
        return CellRange(FIRST_ROW, 1, MAX_ROWS, len(self.columns) + self.spare)


def write_output(book: Workbook, output: Output) -> None:
    sheet = book.create_sheet(output.tab)
    banner(sheet, max(len(output.columns), 4), output.tab, output.says)
    frame(sheet, GREEN, f"A{FIRST_ROW + 1}")
    for index, column in enumerate(output.columns, 1):
        text = column.kind is Kind.TEXT
        align = "left" if text else "center"
        header(sheet, index, "", strong=True, align=align)
        usual = _TEXTS.get(column.key, _USUAL) if text else _WIDTHS.get(column.kind, _USUAL)
        width(sheet, index, max(usual, len(column.title) + 4))
        for row in range(FIRST_ROW + 1, FIRST_ROW + output.rows + 1):
            body(sheet, row, index, _FORMATS.get(column.kind, "General"), align)
