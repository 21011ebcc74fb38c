"""The tab Lists: the words that drop-downs offer, one column a list."""

from __future__ import annotations

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from sheets_sync.jobs.new_league.looks import FIRST_ROW, GREY, banner, body, frame, header, width

TAB = "Lists"
_NARROWEST, _WIDEST = 14, 40


class Lists:
    """Collects lists while tabs are made; equal lists stand once."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, ...], str] = {}

    def source(self, title: str, values: tuple[str, ...]) -> str:
        """The formula of a validation that offers these values."""
        self._known.setdefault(values, title)
        column = get_column_letter(list(self._known).index(values) + 1)
        return f"{TAB}!${column}${FIRST_ROW + 1}:${column}${FIRST_ROW + len(values)}"

    def write(self, sheet: Worksheet) -> None:
        banner(sheet, max(len(self._known), 4), TAB, "What the drop-downs of the other tabs offer.")
        frame(sheet, GREY, f"A{FIRST_ROW + 1}")
        for column, (values, title) in enumerate(self._known.items(), 1):
            header(sheet, column, title, strong=False)
            longest = max(map(len, (*values, title)))
            width(sheet, column, min(max(longest + 4, _NARROWEST), _WIDEST))
            for row, value in enumerate(values, FIRST_ROW + 1):
                body(sheet, row, column, "@")
                sheet.cell(row, column, value)
