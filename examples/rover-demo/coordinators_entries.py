"""coordinators.xlsx: the tab Entries, with its title rows, group headings, totals and legend."""

from __future__ import annotations

from datetime import datetime, timedelta
from random import Random

from cast import ENTRIES, NO_LICENCE, Driver, typed_number
from looks import CREAM, MOMENT, MUTED, NAVY, PAPER, RED, YELLOW, Book, put
from moves import REPLACEMENTS, awake, moment
from prequalification import LATECOMERS, NOT_FAST_ENOUGH
from xlsxwriter.worksheet import Worksheet

LEFT = {row.driver for row in REPLACEMENTS} | {"Luuk Janssen"}
PLATE_MISSING = {"Malik Benhaddou", "Andrei Vulpescu", "Ioana Bălănescu"}


def entries(book: Book) -> None:
    sheet = book.sheet("Entries", NAVY, (8, 26, 19, 25, 11, 11, 15, 19, 12))
    book.banner(sheet, 9, "ROVER ALL SERIES – Oceasia 2023", "Entry list · 56 drivers + 8 reserves", RED)
    sheet.write_string(2, 0, "last checked against the Discord roles: Sat 7 Oct, J.", book.style(
        italic=True, font_color=MUTED, font_size=9))  # fmt: skip
    for columns, text, colour in ((3, "WHO", NAVY), (5, "ROLE", "#34495E"), (8, "REGISTRATION", "#5D6D7E")):
        first = {3: 0, 5: 4, 8: 6}[columns]
        sheet.merge_range(3, first, 3, columns, text, book.header(colour, font_size=9))
    book.headings(
        sheet,
        4,
        ("No.", "Driver", "PSN ID", "Team", "Status", "Reserve no.", "MSL licence", "Registered", "Decision"),
    )
    rng = Random("entries")
    registered = datetime(2023, 8, 14, 18, 2)
    for row, driver in enumerate(ENTRIES, 5):
        registered += timedelta(minutes=int(720 * rng.random()), seconds=int(60 * rng.random()))
        registered = awake(registered)
        licence = "" if driver.name == NO_LICENCE else f"MSL-{10_000 + int(89_999 * rng.random())}"
        _entry(book, sheet, row, driver, licence, registered)
    _entries_foot(book, sheet, 5 + len(ENTRIES))
    _without_place(book, sheet, 5 + len(ENTRIES) + 5)
    sheet.freeze_panes(5, 2)
    sheet.autofilter(4, 0, 4 + len(ENTRIES), 8)


def _entry(
    book: Book, sheet: Worksheet, row: int, driver: Driver, licence: str, registered: datetime
) -> None:
    bg = CREAM if driver.reserve_no else (PAPER if row % 2 else "#FFFFFF")
    gone: dict[str, object] = {"font_strikeout": True, "font_color": "#A0A0A0"} if driver.name in LEFT else {}
    centre = book.body(bg, align="center", **gone)
    number, number_format = typed_number(driver)
    name_bg = YELLOW if driver.name in PLATE_MISSING else bg
    put(sheet, row, 0, number, book.body(bg, align="center", bold=True, num_format=number_format, **gone))
    put(sheet, row, 1, driver.name, book.body(name_bg, bold=True, **gone))
    put(sheet, row, 2, driver.psn_id, book.body(bg, **gone))
    put(sheet, row, 3, driver.team, book.body(bg, **gone))
    put(sheet, row, 4, "Reserve" if driver.reserve_no else "Driver", centre)
    put(sheet, row, 5, driver.reserve_no, centre)
    put(sheet, row, 6, licence, book.body(bg, align="center", font_name="Courier New", **gone))
    put(sheet, row, 7, registered, book.body(bg, align="center", num_format=MOMENT, **gone))
    put(sheet, row, 8, "admitted", book.body(bg, align="center", **gone))
    if not licence:
        sheet.write_comment(row, 6, "Asked for it on 9 Sep, MSL has not answered. Remind! (J.)")
    if driver.name in LEFT:
        sheet.write_comment(row, 1, "has left, see Replacements")


def _without_place(book: Book, sheet: Worksheet, first: int) -> None:
    """Who wasn't fast enough in the prequalification, and who came too late for it."""
    sheet.merge_range(first, 0, first, 8, "not in the field", book.header("#5D6D7E", font_size=9))
    rng = Random("without a place")
    for row, each in enumerate((*NOT_FAST_ENOUGH, *LATECOMERS), first + 1):
        bg = "#EEF1F4" if each in NOT_FAST_ENOUGH else CREAM
        licence = f"MSL-{10_000 + int(89_999 * rng.random())}"
        centre = book.body(bg, align="center")
        cells = (each.number, each.name, each.psn_id, "", "Candidate", "", licence)
        for column, value in enumerate(cells):
            put(sheet, row, column, value, book.body(bg) if column in (1, 2) else centre)
        at = book.body(bg, align="center", num_format=MOMENT)
        put(sheet, row, 7, moment(each.registered), at)
        put(sheet, row, 8, each.decision, centre)


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
