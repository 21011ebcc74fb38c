"""coordinators.xlsx: its tabs in order, and the calendar."""

from __future__ import annotations

from datetime import datetime, time
from pathlib import Path

from coordinators_entries import entries
from coordinators_later import elimination, interruptions, moves, prequalification
from coordinators_moves import pool_choice, replacements, sign_outs, swaps
from coordinators_notes import notes
from coordinators_results import qualifying, results
from looks import DATE, GOLD, MOMENT, MUTED, POOL, POOL_TINT, Book, Value, put
from season import POOLS, ROUNDS

START_AS_TEXT = {(1, "GAMMA"), (2, "ALPHA"), (2, "BETA"), (3, "DELTA"), (4, "ALPHA")}
ENDED_AS_TEXT = {(1, "ALPHA"), (1, "DELTA"), (2, "GAMMA")}


def build(path: Path) -> None:
    book = Book(path, "ROVER ALL SERIES Oceasia 2023 - coordination", "Jacques & the coordinators")
    entries(book)
    calendar(book)
    qualifying(book)
    results(book)
    pool_choice(book)
    swaps(book)
    sign_outs(book)
    replacements(book)
    prequalification(book)
    elimination(book)
    moves(book)
    interruptions(book)
    notes(book)
    book.workbook.close()


def calendar(book: Book) -> None:
    sheet = book.sheet("Calendar", GOLD, (8, 11, 19, 9, 19, 30, 34))
    book.banner(
        sheet, 7, "Calendar – pool phase", "Lobby 20:30 · on track 20:50 · qualifying 15 min + 1 lap at 21:00"
    )
    book.headings(sheet, 3, ("Round", "Pool", "Date", "Start", "Ended", "Circuit", "Car"))
    row = 4
    for round_ in ROUNDS:
        for index, pool in enumerate(POOLS):
            bg = POOL_TINT[pool]
            edge = {"top": 2} if index == 0 else {}
            centre = book.body(bg, align="center", **edge)
            key = (round_.number, pool)
            start: Value = "21:00" if key in START_AS_TEXT else time(21, 0)
            put(sheet, row, 0, f"R{round_.number}", book.body(bg, align="center", bold=True, **edge))
            put(sheet, row, 1, pool, book.body(bg, bold=True, font_color=POOL[pool], align="center", **edge))
            put(sheet, row, 2, round_.days[index], book.body(bg, num_format=DATE, align="center", **edge))
            put(sheet, row, 3, start, book.body(bg, num_format="hh:mm", align="center", **edge))
            ended: Value = round_.ended[index] if round_.ended else None
            if ended and key not in ENDED_AS_TEXT:
                ended = datetime.strptime(str(ended), "%Y-%m-%d %H:%M")
            put(sheet, row, 4, ended, book.body(bg, num_format=MOMENT, align="center", **edge))
            put(sheet, row, 5, round_.circuit, centre)
            put(sheet, row, 6, round_.car, centre)
            row += 1
    sheet.write_string(row + 1, 0, "All times Paris. 1/3 finals from 1 Nov: dates in the Discord, not here yet.",
                       book.style(italic=True, font_color=MUTED))  # fmt: skip
    sheet.freeze_panes(4, 0)
