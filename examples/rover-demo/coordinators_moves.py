"""coordinators.xlsx: the tabs in which drivers choose, swap, sign out and are replaced."""

from __future__ import annotations

from looks import AT, CENTRE, MUTED, POOL, POOL_TINT, RED, Book, put
from moves import REPLACEMENTS, SIGN_OUTS, SWAPS, choices, moment
from moves_later import LATE_CHOICES
from season import POOLS

FORM_PURPLE, GREEN = "#673AB7", "#16A085"
SWAP_HEADER = (
    "Asked at", "Round", "Driver", "Swaps with", "Confirmed by driver", "Confirmed by partner", "Remark",
)  # fmt: skip


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
    later = [*LATE_CHOICES, *choices(4)]
    for row, choice in enumerate(later, len(rows) + 1):
        put(sheet, row, 0, choice.at, book.style(num_format="yyyy-mm-dd hh:mm:ss", align="left"))
        put(sheet, row, 1, choice.driver, book.style())
        put(sheet, row, 2, choice.round, book.style(align="center"))
        put(sheet, row, 3, choice.pool, book.style(align="center"))
    for pool in POOLS:
        look = book.workbook.add_format({"bg_color": POOL_TINT[pool], "font_color": POOL[pool], "bold": True})
        rule = {"type": "cell", "criteria": "==", "value": f'"{pool}"', "format": look}
        sheet.conditional_format(1, 3, 400, 3, rule)
    sheet.write_comment(len(rows), 0, "Sent me his choice by message on Saturday evening, added by hand. J.")
    sheet.freeze_panes(1, 0)


def swaps(book: Book) -> None:
    sheet = book.sheet("Swaps", GREEN, (19, 8, 26, 26, 14, 14, 34))
    book.banner(sheet, 7, "Swaps", "Both must confirm in #swap before the earlier of the two races", GREEN)
    book.headings(sheet, 3, SWAP_HEADER)
    sheet.set_row(3, 30)
    rows = [
        (moment(s.asked), s.round, s.driver, s.partner, s.confirmed, s.partner_confirmed, s.remark)
        for s in SWAPS
    ]
    looks = [AT, CENTRE, {}, {}, CENTRE, CENTRE, {"italic": True, "font_color": MUTED}]
    book.table(sheet, 4, rows, looks, spare=16)
    sheet.data_validation(4, 4, 60, 5, {"validate": "list", "source": ["yes", "no"], "error_type": "warning"})
    done = book.workbook.add_format({"bg_color": "#EAF7F4"})
    sheet.conditional_format(4, 0, 60, 6, {"type": "formula", "criteria": '=$B5="R2"', "format": done})
    sheet.freeze_panes(4, 0)


def sign_outs(book: Book) -> None:
    sheet = book.sheet("Sign-outs", "#7F8C8D", (19, 27, 9, 56))
    big = book.style(bold=True, font_size=14, font_color="#7F8C8D")
    sheet.write_string(0, 0, "Sign-outs (who can't race and found nobody to swap)", big)
    book.headings(sheet, 2, ("At", "Driver", "Round", "Reason"), "#7F8C8D")
    rows = [(moment(out.at), out.driver, out.round, out.reason) for out in SIGN_OUTS]
    book.table(sheet, 3, rows, [AT, {}, CENTRE, {}], spare=12)
    sheet.freeze_panes(3, 0)


def replacements(book: Book) -> None:
    sheet = book.sheet("Replacements", RED, (19, 26, 26, 13, 20))
    book.banner(sheet, 5, "Replacements", "Nobody named = the next reserve in the order of the times", RED)
    book.headings(sheet, 3, ("At", "Driver leaving", "Replaced by", "From round", "Reason"))
    rows = [(moment(row.at), row.driver, row.replacement, row.from_round, row.reason) for row in REPLACEMENTS]
    book.table(sheet, 4, rows, [AT, {"font_strikeout": True}, {"bold": True}, CENTRE, {}], spare=6)
    sheet.freeze_panes(4, 0)
