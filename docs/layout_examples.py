"""The tabs that docs/league-file.md shows for each layout. They are drawn, and a test reads them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import xlsxwriter

Rows = Sequence[Sequence[str | int | float | None]]


@dataclass(frozen=True)
class Example:
    """``tabs``: name -> rows; ``merged``: range -> its text; ``bold``: rows of headings, from 0; ``widths``:
    of the columns, in characters."""

    tabs: Mapping[str, Rows]
    merged: Mapping[str, str | int]
    bold: tuple[int, ...]
    widths: tuple[int, ...]


EXAMPLES = {
    "rows": Example(
        {
            "Results": [
                ["Season 2023"],
                ["", "", "Race", "", ""],
                ["Round", "Driver", "Pos", "Time", "Best lap"],
                ["R1", "Ann Rivers", 1, "31:02.111", "1:36.2"],
                ["", "Ben Hollow", 2, "31:04.002", "1:36.9"],
                ["R2", "Ben Hollow", 1, "29:58.400", "1:29.7"],
                ["", "Ann Rivers", 2, "30:01.913", "1:29.8"],
                ["Total", "", "", "", ""],
            ]
        },
        {"A1:E1": "Season 2023", "C2:E2": "Race", "A4:A5": "R1"},
        (0, 1, 2),
        (8, 14, 7, 11, 10),
    ),
    "matrix": Example(
        {
            "Points": [
                ["Season 2023", "", "", "", "", ""],
                ["No.", "Driver", "R1", "R2", "R3", "Total"],
                [7, "Ann Rivers", 1, 3, "", 40],
                [12, "Ben Hollow", 2, 1, "", 43],
                [33, "Cid Marsh", "", 2, "", 18],
            ]
        },
        {},
        (0, 1),
        (6, 14, 7, 7, 7, 7),
    ),
    "lists": Example(
        {
            "Pool lists": [
                ["Round 1 - Monza (5 March)", "", ""],
                ["Gold", "Silver", "Bronze"],
                ["Ann Rivers", "Cid Marsh", "Eve Stone"],
                ["Ben Hollow", "Dot Field", ""],
                ["", "", ""],
                ["Round 2 - Spa (12 March)", "", ""],
                ["Gold", "Silver", "Bronze"],
                ["Cid Marsh", "Ann Rivers", "Dot Field"],
            ]
        },
        {"A1:C1": "Round 1 - Monza (5 March)", "A6:C6": "Round 2 - Spa (12 March)"},
        (0, 1, 5, 6),
        (14, 14, 14),
    ),
    "blocks": Example(
        {
            "Rounds": [
                ["Round 1 - Monza", "", "", "", "Round 2 - Spa", "", ""],
                ["Pos", "Driver", "Best lap", "", "Pos", "Driver", "Best lap"],
                [1, "Ann Rivers", "1:36.2", "", 1, "Ben Hollow", "2:19.0"],
                [2, "Ben Hollow", "1:36.9", "", 2, "Ann Rivers", "2:19.4"],
                ["", "", "", "", "", "", ""],
                ["Round 3 - Suzuka", "", "", "", "", "", ""],
                ["Driver", "Pos", "Best lap", "", "", "", ""],
                ["Cid Marsh", 1, "1:59.1", "", "", "", ""],
            ]
        },
        {"A1:C1": "Round 1 - Monza", "E1:G1": "Round 2 - Spa"},
        (0, 1, 5, 6),
        (13, 13, 10, 3, 6, 13, 10),
    ),
    "pattern": Example(
        {
            "R1 Gold": [["Pos", "Driver"], [1, "Ann Rivers"], [2, "Ben Hollow"]],
            "R1 Silver": [["Pos", "Driver"], [1, "Dot Field"], [2, "Cid Marsh"]],
        },
        {},
        (0,),
        (6, 14),
    ),
    "form": Example(
        {
            "Form responses 1": [
                ["Timestamp", "Your name", "Which round do you sign out of?", "For what reason?"],
                ["2023-03-04 18:02", "Ann Rivers", "Round 1", "work"],
                ["2023-03-09 21:40", "Dot Field", "Round 2", "holidays"],
            ]
        },
        {},
        (0,),
        (17, 14, 30, 17),
    ),
}


def workbook(path: Path, example: Example, further: Mapping[str, Rows] | None = None) -> None:
    """The example as an .xlsx file; ``further`` tabs stand behind its own."""
    with xlsxwriter.Workbook(str(path)) as book:
        head = book.add_format({"bold": True, "bg_color": "#DCE6EC", "border": 4, "text_wrap": False})
        cell = book.add_format({"border": 4})
        for name, rows in {**example.tabs, **(further or {})}.items():
            sheet = book.add_worksheet(name)
            sheet.set_header(f'&L&"Liberation Sans,Bold"&11{name}')
            sheet.print_row_col_headers()
            sheet.set_landscape()
            sheet.fit_to_pages(1, 1)
            for column, width in enumerate(example.widths):
                sheet.set_column(column, column, width)
            for row, values in enumerate(rows):
                for column, value in enumerate(values):
                    sheet.write(row, column, value, head if row in example.bold else cell)
            for cells, text in example.merged.items() if name in example.tabs else ():
                sheet.merge_range(cells, text, head if int(cells[1]) - 1 in example.bold else cell)
