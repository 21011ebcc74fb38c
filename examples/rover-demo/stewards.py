"""stewards.xlsx: the private workbook of the stewards, with three tabs that the software fills."""

from __future__ import annotations

from pathlib import Path

from cases import ANSWERS, AWARDS, CASES, Case
from looks import AT, CENTRE, GOLD, MOMENT, MUTED, NAVY, PAPER, Book, Value, put
from moves import moment
from xlsxwriter.worksheet import Worksheet

CODES = (
    "ADM", "ADC", "ADA", "DB1", "DB2", "DB3", "DB4", "SP4", "SP2", "REF", "OBS", "DP1", "DP2", "RAD", "GEN",
)  # fmt: skip
PENALTIES = (
    ("Case", 9), ("Round", 7), ("Pool", 9), ("Reported at", 17), ("Reported by", 21), ("Driver", 24), ("Code", 8),
    ("Lap", 6), ("Turn", 13), ("Verdict", 11), ("Decided at", 17), ("Published at", 17), ("Contested at", 17),
    ("Ruling", 12), ("Article", 9), ("Note", 40),
)  # fmt: skip
GROUPS = (("CLAIM", 0, 4, NAVY), ("INCIDENT", 5, 8, "#7B241C"), ("DECISION", 9, 11, "#1E8449"),
          ("CONTESTATION", 12, 13, "#B9770E"), ("", 14, 15, "#5D6D7E"))  # fmt: skip
LAST_ROW = 119  # drop-downs and borders reach this far
MOMENTS, LEFT_ALIGNED = {3, 10, 11, 12}, {4, 5, 8, 15}


def build(path: Path) -> None:
    book = Book(path, "ROVER ALL SERIES Oceasia 2023 - stewards", "Committee of Simracing Officials")
    penalties(book)
    fair_play(book)
    decisions(book)
    for_software(book, "Licence credit", "#B9770E", "Licence credit", "15 points each · exhausted = out (article II)",
                 (27, 25, 10, 10, 10, 22), 69)  # fmt: skip
    for_software(book, "Problems", "#C0392B", "Problems", "cells that need a person's eye",
                 (30, 10, 84, 36, 14), 119, height=28)  # fmt: skip
    for_software(book, "Open decisions", "#8E44AD", "Open decisions", "answer them in the tab Decisions: copy the ID",
                 (30, 48, 22, 24, 14, 12, 30), 59)  # fmt: skip
    book.workbook.close()


def penalties(book: Book) -> None:
    sheet = book.sheet("Penalties", "#C0392B", [width for _, width in PENALTIES])
    book.banner(sheet, len(PENALTIES), "Race commission – cases", "one row a case · PRIVATE, never link this sheet",
                "#7B241C")  # fmt: skip
    for text, first, last, colour in GROUPS:
        sheet.merge_range(2, first, 2, last, text, book.header(colour, font_size=9))
    book.headings(sheet, 3, [name for name, _ in PENALTIES])
    for row in range(4, LAST_ROW + 1):
        case = CASES[row - 4] if row - 4 < len(CASES) else None
        _case_row(book, sheet, row, case)
    _penalty_rules(book, sheet)
    sheet.freeze_panes(4, 1)
    sheet.autofilter(3, 0, LAST_ROW, len(PENALTIES) - 1)


def _values(case: Case) -> tuple[Value, ...]:
    return (
        case.case, case.round, case.pool, moment(case.reported), case.by, case.driver, case.code, case.lap, case.turn,
        case.verdict, moment(case.decided), moment(case.published), moment(case.contested), case.ruling, case.article,
        case.note,
    )  # fmt: skip


def _case_row(book: Book, sheet: Worksheet, row: int, case: Case | None) -> None:
    bg = PAPER if row % 2 else "#FFFFFF"
    values = _values(case) if case else (None,) * len(PENALTIES)
    for column, value in enumerate(values):
        look: dict[str, object] = {"align": "left" if column in LEFT_ALIGNED else "center"}
        if column in MOMENTS:
            look["num_format"] = MOMENT
        if column in (0, 6):
            look["bold"] = True
        if column == 15:
            look |= {"italic": True, "font_color": MUTED}
        put(sheet, row, column, value, book.body(bg, **look))


def _penalty_rules(book: Book, sheet: Worksheet) -> None:
    lists = ((6, CODES), (9, ("penalty", "no action")), (13, ("upheld", "overturned")))
    for column, words in lists:
        sheet.data_validation(4, column, LAST_ROW, column, {
            "validate": "list", "source": list(words), "error_type": "warning", "error_title": "Not in the list",
            "error_message": "Please take a word from the list.",
        })  # fmt: skip
    colours = {"penalty": "#FADBD8", "no action": "#E8E8E8", "upheld": "#FDEBD0", "overturned": "#D5F5E3"}
    for word, colour in colours.items():
        column = 9 if word in ("penalty", "no action") else 13
        look = book.workbook.add_format({"bg_color": colour})
        rule = {"type": "cell", "criteria": "==", "value": f'"{word}"', "format": look}
        sheet.conditional_format(4, column, LAST_ROW, column, rule)
    waiting = book.workbook.add_format({"bg_color": "#FFF59D"})
    rule = {"type": "formula", "criteria": '=AND($A5<>"",$J5="")', "format": waiting}
    sheet.conditional_format(4, 0, LAST_ROW, 0, rule)


def fair_play(book: Book) -> None:
    sheet = book.sheet("Fair play", "#1E8449", (8, 26, 62, 18, 19))
    book.banner(sheet, 5, "Fair play", "+1 point each, several in a season are fine", "#1E8449")
    book.headings(sheet, 3, ("Round", "Driver", "What happened", "Awarded by", "At"))
    rows = [(award.round, award.driver, award.what, award.by, moment(award.at)) for award in AWARDS]
    book.table(sheet, 4, rows, [CENTRE, {"bold": True}, {"text_wrap": True}, CENTRE, AT], spare=10)
    sheet.freeze_panes(4, 0)


def decisions(book: Book) -> None:
    sheet = book.sheet("Decisions", GOLD, (32, 18, 16, 19, 56))
    book.banner(sheet, 5, "Decisions", "our answers to what stands in 'Open decisions'", "#9A7D0A")
    book.headings(sheet, 3, ("ID", "Choice", "By", "At", "Why"))
    rows = [(answer.decision, answer.choice, answer.by, moment(answer.at), answer.why) for answer in ANSWERS]
    book.table(sheet, 4, rows, [{"bold": True}, CENTRE, CENTRE, AT, {}], spare=29)
    sheet.freeze_panes(4, 0)


def for_software(
    book: Book,
    name: str,
    colour: str,
    title: str,
    subtitle: str,
    widths: tuple[float, ...],
    last_row: int,
    height: float | None = None,
) -> None:
    """A laid-out, empty tab: titles on top, from row 4 on the software's range with its header row."""
    sheet = book.sheet(name, colour, widths)
    book.banner(sheet, len(widths), title, subtitle, colour)
    by = book.style(italic=True, font_color=MUTED, font_size=9)
    sheet.write_string(2, 0, "filled by the software from row 4 on, don't type there", by)
    sheet.set_row(3, 24)
    for column in range(len(widths)):
        sheet.write_blank(3, column, None, book.header())
    for row in range(4, last_row + 1):
        sheet.set_row(row, height)
        for column in range(len(widths)):
            bg = PAPER if row % 2 else "#FFFFFF"
            sheet.write_blank(row, column, None, book.body(bg, text_wrap=True, valign="top"))
    sheet.freeze_panes(4, 1)
