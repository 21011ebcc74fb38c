"""public.xlsx: what drivers and spectators see. The software fills ranges that are laid out here and empty."""

from __future__ import annotations

from pathlib import Path

from event import CIRCUIT, LAPS
from looks import BLACK, BOLD, CENTRE, GREEN, LONG, MUTED, RED, SAND, Book

ADDED = {"align": "right", "num_format": "+[s].000"}
INFO = {
    "Event": f"National Final, Friday 16 July 2021, {CIRCUIT}, {LAPS} laps, Gr.3 with balance of power",
    "Format": "15 minutes of practice, 10 minutes of qualifying, then the race at once; rolling start",
    "Tyres": "soft, medium, hard: two of the three have to be used in the race",
    "Connection": "whose connection is lost in qualifying or race is disqualified (2.2)",
    "Complaints": "by e-mail until 15 minutes after the race: what happened, lap and turn, a short video if there is one (9.2)",
    "Protests": "judgments are final (9.1)",
    "The Cup": "the first two of the official classification qualify for the 2021 MENA Digital Motorsport Cup",
}


def build(path: Path) -> None:
    book = Book(path, "MENA Digital Motorsport Cup 2021 - National Final")
    classification(book)
    grid(book)
    info(book)
    book.workbook.close()


def classification(book: Book) -> None:
    sheet = book.sheet("Classification", RED, "CLASSIFICATION  ·  النتائج الرسمية", "2021 MENA Digital Motorsport Cup · National Final",
                       (8, 30, 10, 14, 12, 14, 26))  # fmt: skip
    sheet.set_row(3, 26)
    looks = {1: BOLD, 3: LONG, 4: ADDED, 5: LONG | BOLD, 6: BOLD | CENTRE | {"font_color": GREEN}}
    for column in range(7):
        sheet.write_blank(3, column, None, book.head())
        for row in range(4, 19):
            look = looks.get(column, BOLD | CENTRE if not column else CENTRE)
            sheet.write_blank(
                row, column, None, book.body(row, look | ({"bg_color": SAND} if row < 6 else {}))
            )
    note = book.style(italic=True, font_color=MUTED, font_size=9)
    sheet.write_string(
        20,
        0,
        "Added: penalties of the game that weren't served, and those of the stewards. DSQ: disqualified; DISC: connection lost.",
        note,
    )
    sheet.write_string(21, 0, "Subject to amendments (14.2).", note)
    sheet.freeze_panes(4, 0)


def grid(book: Book) -> None:
    sheet = book.sheet("Starting grid", BLACK, "STARTING GRID  ·  خط الانطلاق", "filled between qualifying and the race, empty afterwards",
                       (10, 32, 10, 44))  # fmt: skip
    sheet.set_row(3, 26)
    for column in range(4):
        sheet.write_blank(3, column, None, book.head())
        for row in range(4, 18):
            sheet.write_blank(row, column, None, book.body(row, BOLD if column == 1 else CENTRE))
    sheet.freeze_panes(4, 0)


def info(book: Book) -> None:
    sheet = book.sheet(
        "Info", MUTED, "INFO  ·  معلومات", "the racing regulations are with your ASN", (18, 104)
    )
    for row, (topic, text) in enumerate(INFO.items(), 3):
        sheet.set_row(row, 30)
        sheet.write_string(row, 0, topic, book.style(bold=True, valign="top"))
        sheet.write_string(row, 1, text, book.style(text_wrap=True, valign="top"))
