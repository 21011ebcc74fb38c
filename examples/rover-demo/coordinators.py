"""coordinators.xlsx, first part: who takes part, when, and who goes where."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from pathlib import Path
from random import Random

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from cast import BY_NAME, ENTRIES, NO_LICENCE, PLAIN_NUMBER, TEXT_NUMBER, Driver
from coordinators_notes import notes
from coordinators_results import qualifying, results
from looks import (
    CREAM,
    DATE,
    GOLD,
    MOMENT,
    MUTED,
    NAVY,
    PAPER,
    POOL,
    POOL_TINT,
    RED,
    YELLOW,
    Book,
    Value,
    put,
)
from moves import REPLACEMENTS, SIGN_OUTS, SWAPS, choices, moment
from season import POOLS, ROUNDS

LEFT = {row.driver for row in REPLACEMENTS}
PLATE_MISSING = {"Malik Benhaddou", "Andrei Vulpescu", "Ioana Bălănescu"}
FORM_PURPLE = "#673AB7"
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
    notes(book)
    book.workbook.close()


def number_cell(driver: Driver) -> tuple[Value, str]:
    """A car number as this coordinator typed it, and the number format of its cell."""
    if driver.name == TEXT_NUMBER:
        return f"{driver.number:03d}", "@"
    return driver.number, "General" if driver.name == PLAIN_NUMBER else "000"


def entries(book: Book) -> None:
    sheet = book.sheet("Entries", NAVY, (8, 26, 19, 25, 11, 11, 15, 19))
    book.banner(sheet, 8, "ROVER ALL SERIES – Oceasia 2023", "Entry list · 56 drivers + 8 reserves", RED)
    sheet.write_string(2, 0, "last checked against the Discord roles: Sat 7 Oct, J.", book.style(
        italic=True, font_color=MUTED, font_size=9))  # fmt: skip
    for columns, text, colour in ((3, "WHO", NAVY), (5, "ROLE", "#34495E"), (7, "REGISTRATION", "#5D6D7E")):
        first = {3: 0, 5: 4, 7: 6}[columns]
        sheet.merge_range(3, first, 3, columns, text, book.header(colour, font_size=9))
    book.headings(
        sheet, 4, ("No.", "Driver", "PSN ID", "Team", "Status", "Reserve no.", "MSL licence", "Registered")
    )
    rng = Random("entries")
    registered = datetime(2023, 8, 14, 18, 2)
    for row, driver in enumerate(ENTRIES, 5):
        registered += timedelta(minutes=int(1_100 * rng.random()), seconds=int(60 * rng.random()))
        licence = "" if driver.name == NO_LICENCE else f"MSL-{10_000 + int(89_999 * rng.random())}"
        _entry(book, sheet, row, driver, licence, registered)
    _entries_foot(book, sheet, 5 + len(ENTRIES))
    sheet.freeze_panes(5, 2)
    sheet.autofilter(4, 0, 4 + len(ENTRIES), 7)


def _entry(
    book: Book, sheet: Worksheet, row: int, driver: Driver, licence: str, registered: datetime
) -> None:
    bg = CREAM if driver.reserve_no else (PAPER if row % 2 else "#FFFFFF")
    gone: dict[str, object] = {"font_strikeout": True, "font_color": "#A0A0A0"} if driver.name in LEFT else {}
    centre = book.body(bg, align="center", **gone)
    number, number_format = number_cell(driver)
    name_bg = YELLOW if driver.name in PLATE_MISSING else bg
    put(sheet, row, 0, number, book.body(bg, align="center", bold=True, num_format=number_format, **gone))
    put(sheet, row, 1, driver.name, book.body(name_bg, bold=True, **gone))
    put(sheet, row, 2, driver.psn_id, book.body(bg, **gone))
    put(sheet, row, 3, driver.team, book.body(bg, **gone))
    put(sheet, row, 4, "Reserve" if driver.reserve_no else "Driver", centre)
    put(sheet, row, 5, driver.reserve_no, centre)
    put(sheet, row, 6, licence, book.body(bg, align="center", font_name="Courier New", **gone))
    put(sheet, row, 7, registered, book.body(bg, align="center", num_format=MOMENT, **gone))
    if not licence:
        sheet.write_comment(row, 6, "Asked for it on 9 Sep, MSL has not answered. Remind! (J.)")
    if driver.name in LEFT:
        sheet.write_comment(row, 1, "has left, see Replacements")


def _entries_foot(book: Book, sheet: Worksheet, below: int) -> None:
    label, value = book.style(bold=True, align="right"), book.style(bold=True, align="center", top=6)
    for offset, (text, role) in enumerate((("Drivers:", "Driver"), ("Reserves:", "Reserve"))):
        row = below + 1 + offset
        put(sheet, row, 3, text, label)
        count = sum(("Reserve" if entry.reserve_no else "Driver") == role for entry in ENTRIES)
        sheet.write_formula(row, 4, f'=COUNTIF(E6:E{below},"{role}")', value, count)
    sheet.write_string(
        below + 1, 0, "yellow = number plate not posted yet", book.style(bg_color=YELLOW, font_size=9)
    )
    sheet.write_blank(below + 1, 1, None, book.style(bg_color=YELLOW))
    sheet.write_string(below + 2, 0, "struck out = has left", book.style(font_strikeout=True, font_size=9))


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


def pool_choice(book: Book) -> None:
    """The answers of the form, as forms leave them: plain, no title."""
    sheet = book.sheet("Pool choice", FORM_PURPLE, (21, 27, 9, 12))
    book.headings(sheet, 0, ("Timestamp", "Driver", "Round", "Pool"), FORM_PURPLE)
    rows = [choice for number in (1, 2, 3) for choice in choices(number)]
    for row, choice in enumerate(rows, 1):
        put(sheet, row, 0, choice.at, book.style(num_format="yyyy-mm-dd hh:mm:ss", align="left"))
        put(sheet, row, 1, choice.driver, book.style())
        put(sheet, row, 2, choice.round, book.style(align="center"))
        put(sheet, row, 3, choice.pool, book.style(align="center"))
    for pool in POOLS:
        look = book.workbook.add_format({"bg_color": POOL_TINT[pool], "font_color": POOL[pool], "bold": True})
        sheet.conditional_format(
            1, 3, 400, 3, {"type": "cell", "criteria": "==", "value": f'"{pool}"', "format": look}
        )
    sheet.write_comment(len(rows), 0, "Sent me his choice by message on Saturday evening, added by hand. J.")
    sheet.freeze_panes(1, 0)


def swaps(book: Book) -> None:
    names = (
        "Asked at",
        "Round",
        "Driver",
        "Swaps with",
        "Confirmed by driver",
        "Confirmed by partner",
        "Remark",
    )
    sheet = book.sheet("Swaps", "#16A085", (19, 8, 26, 26, 14, 14, 34))
    book.banner(
        sheet, 7, "Swaps", "Both must confirm in #swap before the earlier of the two races", "#16A085"
    )
    book.headings(sheet, 3, names)
    sheet.set_row(3, 30)
    for row, swap in enumerate(SWAPS, 4):
        bg = "#EAF7F4" if swap.round == "R2" else "#FFFFFF"
        cells = (
            moment(swap.asked),
            swap.round,
            swap.driver,
            swap.partner,
            swap.confirmed,
            swap.partner_confirmed,
        )
        for column, value in enumerate((*cells, swap.remark)):
            put(sheet, row, column, value, _swap_style(book, column, bg))
    for row in range(4 + len(SWAPS), 30):
        for column in range(7):
            put(sheet, row, column, None, _swap_style(book, column, "#FFFFFF"))
    sheet.data_validation(4, 4, 60, 5, {"validate": "list", "source": ["yes", "no"], "error_type": "warning"})
    sheet.freeze_panes(4, 0)


def _swap_style(book: Book, column: int, bg: str) -> Format:
    if column == 0:
        return book.body(bg, num_format=MOMENT, align="center")
    if column == 6:
        return book.body(bg, italic=True, font_color=MUTED)
    return book.body(bg, align="left" if column in (2, 3) else "center")


def sign_outs(book: Book) -> None:
    sheet = book.sheet("Sign-outs", "#7F8C8D", (19, 27, 9, 56))
    big = book.style(bold=True, font_size=14, font_color="#7F8C8D")
    sheet.write_string(0, 0, "Sign-outs (who can't race and found nobody to swap)", big)
    book.headings(sheet, 2, ("At", "Driver", "Round", "Reason"), "#7F8C8D")
    for row, row_data in enumerate(SIGN_OUTS, 3):
        put(sheet, row, 0, moment(row_data.at), book.body(num_format=MOMENT, align="center"))
        put(sheet, row, 1, row_data.driver, book.body())
        put(sheet, row, 2, row_data.round, book.body(align="center"))
        put(sheet, row, 3, row_data.reason, book.body())
    sheet.freeze_panes(3, 0)


def replacements(book: Book) -> None:
    sheet = book.sheet("Replacements", RED, (19, 26, 26, 13, 20))
    book.banner(sheet, 5, "Replacements", "Nobody named = the next reserve in the order of the times", RED)
    book.headings(sheet, 3, ("At", "Driver leaving", "Replaced by", "From round", "Reason"))
    for row, entry in enumerate(REPLACEMENTS, 4):
        assert entry.driver in BY_NAME
        put(sheet, row, 0, moment(entry.at), book.body(num_format=MOMENT, align="center"))
        put(sheet, row, 1, entry.driver, book.body(font_strikeout=True))
        put(sheet, row, 2, entry.replacement, book.body(bold=True))
        put(sheet, row, 3, entry.from_round, book.body(align="center"))
        put(sheet, row, 4, entry.reason, book.body())
    sheet.freeze_panes(4, 0)
