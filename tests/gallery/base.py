"""The list that stands in every workbook of the gallery, and what we write into it.

Tab Standings, our range A3:D20: a header, five drivers, blanks. Beside it and in the tab Other stand the
coordinators' own formulas.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

import xlsxwriter

from sheets_sync.cells import parse_a1
from sheets_sync.sources.snapshot import CellWrite, Written

TAB = "Standings"
RANGE = "A3:D20"
HEADER = ["Pos", "Driver", "Team", "Points"]
ROWS = [(1, "Ann", "Red", 25), (2, "Bob", "Blue", 18), (3, "Cid", "Red", 15), (4, "Dee", "Blue", 12)]
ROWS += [(5, "Eve", "Red", 10)]

WRITTEN: dict[str, Written] = {
    "D4": 26,
    "B5": "=1+1",
    "C5": " Blé & <Co> ",
    "D8": None,
    "A9": 6,
    "B9": "Fay",
    "D9": 8,
    "D11": Decimal("0.50"),
}
# 26 + 18 + 15 + 12 + 8 + 0.5, and 26 - 18; before 25 + 18 + 15 + 12 + 10, and 25 - 18.
RESULTS = {"Standings!G1": 79.5, "Standings!E4": 8, "Other!A1": 159}
BEFORE = {"Standings!G1": 80, "Standings!E4": 7, "Other!A1": 160}


@dataclass(frozen=True, slots=True)
class Book:
    """An XlsxWriter workbook with the list in it, to be given a feature."""

    book: Any
    sheet: Any
    other: Any
    folder: Path


Feature = Callable[[Book], None]


def writes() -> list[CellWrite]:
    return [CellWrite(TAB, *parse_a1(place), value) for place, value in WRITTEN.items()]


def make(path: Path, feature: Feature, options: dict[str, Any] | None = None) -> Path:
    """The list and one feature, as XlsxWriter writes them."""
    book = xlsxwriter.Workbook(path, options or {})
    sheet, other = book.add_worksheet(TAB), book.add_worksheet("Other")
    bold, points = book.add_format({"bold": True}), book.add_format({"num_format": "0.00", "border": 1})
    sheet.write("A1", "The cup", bold)
    sheet.write_formula("G1", "=SUM(D4:D20)", bold, BEFORE["Standings!G1"])
    sheet.write_row("A3", [*HEADER, "Gap"], bold)
    for row, (place, driver, team, total) in enumerate(ROWS, 4):
        sheet.write_row(row - 1, 0, [place, driver, team])
        sheet.write_number(row - 1, 3, total, points)
        if row == 4:
            sheet.write_formula("E4", "=D4-D5", points, BEFORE["Standings!E4"])
    sheet.write("B25", "A line of theirs")
    other.write_formula("A1", "=SUM(Standings!D4:D20)*2", None, BEFORE["Other!A1"])
    feature(Book(book, sheet, other, path.parent))
    book.close()
    return path
