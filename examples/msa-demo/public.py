"""public.xlsx: what drivers and spectators see. The software fills ranges that are laid out here and empty."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from looks import BLACK, BLUE, CENTRE, GOLD, GREEN, MUTED, NAME, RED, TIME, TINTS, Book, Look
from season import POOLS

INFO = (
    ("What", "The Jacaranda GT Cup on GT Sport: MSA sanctioned, three divisions of 13, eight rounds."),
    (
        "Up and down",
        "By the pre-race qualifying: top three up, bottom three down. Rage quits and no-shows go down first.",
    ),
    (
        "Can't race?",
        "Sign out before your race: John Smith #555 Sign-out Round 5 Monza. One in six rounds is forgiven.",
    ),
    (
        "Ballast",
        "P1 80 kg, P2 60, P3 50, P4 40, P5 30: for the next round only. Set it in the lobby yourself, we check.",
    ),
    ("Points", "20-17-15-13-11-10-9-8-7-6-5-4-3 in every division."),
    ("Protest", "In writing, R2000 to the promoter; MSA decides, and you get it back if you win."),
)


def build(path: Path) -> None:
    book = Book(path, "Jacaranda GT Cup 2021", "Jacaranda Sim Racing Club", datetime(2021, 2, 15, 9, 0))
    standings(book)
    results(book)
    next_round(book)
    grids(book)
    race_control(book)
    info(book)
    book.workbook.close()


def standings(book: Book) -> None:
    sheet = book.sheet("Standings", GOLD, (6, 8, 28, 8, 26, *[7] * 8, 9, 10))
    book.banner(sheet, 15, "JACARANDA GT CUP 2021", "Drivers · all divisions score the same", BLUE)
    looks: dict[int, Look] = {
        0: NAME | CENTRE, 1: {"align": "center", "num_format": "▲0;▼0;–", "font_color": MUTED}, 2: NAME,
        4: {"font_color": MUTED}, 13: {"align": "center", "font_color": RED}, 14: NAME | CENTRE,
    }  # fmt: skip
    book.for_software(sheet, 3, 49, 15, looks, BLUE, "#E7EEF9")
    sheet.freeze_panes(4, 3)


def results(book: Book) -> None:
    sheet = book.sheet("Last round", GREEN, (9, 12, 7, 28, 9, 13, 12, 9, 9, 10))
    book.banner(
        sheet, 10, "Results of the last round", "with everything the stewards and the game added", GREEN
    )
    looks: dict[int, Look] = {3: NAME, 5: TIME, 6: TIME}
    book.for_software(sheet, 3, 49, 10, looks, GREEN)
    sheet.freeze_panes(4, 0)


def next_round(book: Book) -> None:
    sheet = book.sheet("Divisions", BLUE, (28, 28, 28, 3, 9, 28, 8, 13, 13, 3, 9, 28, 8))
    book.banner(
        sheet,
        13,
        "Divisions of the next round",
        "left: who races where · middle: who moved · right: success ballast",
        BLUE,
    )
    sheet.set_row(3, 26)
    for column, _ in enumerate(POOLS):
        sheet.write_blank(3, column, None, book.header(BLUE))
    for row in range(4, 28):
        for column in range(3):
            sheet.write_blank(
                row, column, None, book.body(TINTS[column] if row % 2 else "#FFFFFF", align="center")
            )
        for column in (*range(4, 9), *range(10, 13)):
            bold = {"bold": True} if column in (5, 11) else {}
            sheet.write_blank(
                row, column, None, book.body("#F5F7F6" if row % 2 else "#FFFFFF", align="center", **bold)
            )
    for column in (*range(4, 9), *range(10, 13)):
        sheet.write_blank(3, column, None, book.header(GREEN if column < 9 else RED))
    sheet.freeze_panes(4, 0)


def grids(book: Book) -> None:
    sheet = book.sheet("Grid", BLACK, (12, 12, 8, 28, 8, 8, 8))
    book.banner(
        sheet, 7, "Starting grids", "once qualifying has been driven; qualifying bans start from the back"
    )
    book.for_software(sheet, 3, 93, 7, {3: NAME}, BLACK)
    sheet.freeze_panes(4, 0)


def race_control(book: Book) -> None:
    sheet = book.sheet("Race control", RED, (9, 9, 12, 26, 10, 9, 17, 66, 30))
    book.banner(sheet, 9, "Race control", "disconnections, safety cars and load shedding of the season", RED)
    wrapped: dict[int, Look] = {7: {"text_wrap": True}, 8: {"font_color": MUTED}}
    book.for_software(sheet, 3, 23, 9, wrapped, RED)
    sheet.freeze_panes(4, 0)


def info(book: Book) -> None:
    sheet = book.sheet("Info", "#5B6469", (18, 110))
    book.banner(sheet, 2, "Good to know", "the short version of the series' rules", "#5B6469")
    for row, (topic, text) in enumerate(INFO, 3):
        sheet.set_row(row, 22)
        sheet.write_string(row, 0, topic, book.style(bold=True))
        sheet.write_string(row, 1, text, book.style(text_wrap=True))
