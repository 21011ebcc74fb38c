"""public.xlsx: what drivers and spectators see. The software fills ranges that are laid out here and empty."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from looks import BLACK, CENTRE, CREAM, GOLD, GREEN, INK, MUTED, NAME, SILVER, TIME, Book, Look

INFO = (
    ("What", "Pool racing in the Mercedes-AMG GT3 ’16 on Gran Turismo 7, MSA sanctioned."),
    (
        "Pools",
        "Three pools of 13, seeded in round 0. After every race the top three go up and the bottom three down.",
    ),
    ("Points", "25-22-20-18-16-14-12-10-8-6-4-2-1 in every pool, and one for the fastest lap of each pool."),
    ("Drop", "Your single worst round goes at the end of the season, a missed one too."),
    (
        "Can't make it?",
        "#sign-outs on Discord before your race: NAME #NUMBER Sign-out Round X. One in six is forgiven.",
    ),
    (
        "Reports",
        "Within six hours after your race, with driver, lap, turn and video. Incomplete = not looked at.",
    ),
    ("Stream", "Pool 1, qualifying and race, from 19:15 with commentary."),
)


def build(path: Path) -> None:
    book = Book(path, "Mercedes-Benz ATK ProSeries 2022", "ATK SimRacing", datetime(2022, 4, 11, 9, 0))
    standings(book)
    results(book)
    grid(book)
    race_control(book)
    info(book)
    book.workbook.close()


def standings(book: Book) -> None:
    sheet = book.sheet("Standings", GOLD, (6, 8, 26, 7, 24, *[7] * 7, 9, 9, 3, 12))
    book.banner(
        sheet, 14, "MERCEDES-BENZ ATK PROSERIES 2022", "Drivers' championship · all pools score the same"
    )
    book.note(
        sheet,
        2,
        "The worst round is dropped once the last race is in. Points stay provisional until the panel is done.",
    )
    looks: dict[int, Look] = {
        0: NAME | CENTRE, 1: {"align": "center", "num_format": "▲0;▼0;–", "font_color": MUTED}, 2: NAME,
        4: {"font_color": MUTED}, 12: {"align": "center", "font_color": "#C1272D"}, 13: NAME | CENTRE,
    }  # fmt: skip
    book.for_software(sheet, 4, 50, 14, looks, BLACK, CREAM)
    sheet.write_string(4, 15, "To next place", book.header(GOLD, font_color=INK))
    for row in range(6, 46):
        look = book.body("#FFFFFF", align="center", italic=True)
        sheet.write_formula(row - 1 + 0, 15, f'=IF(OR(N{row}="",ROW()=6),"",N{row - 1}-N{row})', look, "")
    sheet.freeze_panes(5, 3)


def results(book: Book) -> None:
    sheet = book.sheet("Last round", GREEN, (9, 10, 7, 26, 9, 13, 12, 9, 9, 10))
    book.banner(sheet, 10, "Results of the last round", "with the stewards' penalties", GREEN)
    looks: dict[int, Look] = {3: NAME, 5: TIME, 6: TIME}
    book.for_software(sheet, 3, 49, 10, looks, GREEN)
    sheet.freeze_panes(4, 0)


def grid(book: Book) -> None:
    sheet = book.sheet("Next round", "#1B3F8B", (26, 26, 26, 3, 9, 26, 9, 10, 10))
    book.banner(
        sheet,
        9,
        "Who races where next",
        "left: the pools of the next round, empty once the season is over · right: who moved after the last one",
        "#1B3F8B",
    )
    book.for_software(sheet, 3, 27, 3, {}, "#1B3F8B", "#E7EEF9")
    book.for_software(sheet, 3, 27, 0, {}, "#1B3F8B")
    for column in range(4, 9):
        sheet.write_blank(3, column, None, book.header(GREEN))
        for row in range(4, 28):
            sheet.write_blank(
                row, column, None, book.body("#F5F7F6" if row % 2 else "#FFFFFF", align="center")
            )
    sheet.freeze_panes(4, 0)


def race_control(book: Book) -> None:
    sheet = book.sheet("Race control", SILVER, (9, 9, 10, 26, 10, 9, 17, 66, 30))
    book.banner(
        sheet, 9, "Race control", "disconnections, safety cars and load shedding of the season", "#5B6469"
    )
    wrapped: dict[int, Look] = {7: {"text_wrap": True}, 8: {"font_color": MUTED}}
    book.for_software(sheet, 3, 23, 9, wrapped, "#5B6469")
    sheet.freeze_panes(4, 0)


def info(book: Book) -> None:
    sheet = book.sheet("Info", BLACK, (18, 110))
    book.banner(sheet, 2, "Good to know", "the short version of the racing regulations")
    for row, (topic, text) in enumerate(INFO, 3):
        sheet.set_row(row, 22)
        sheet.write_string(row, 0, topic, book.style(bold=True))
        sheet.write_string(row, 1, text, book.style(text_wrap=True))
