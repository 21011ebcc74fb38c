"""The tabs that both leagues keep in the same way: cases, votes, sign-outs, the race director's log, answers."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from affairs import CASE_COLUMNS, Answer, Case, Line, Stopped, Vote, moment
from looks import (
    AT,
    CENTRE,
    DATE,
    GOLD,
    GREEN,
    MOMENT,
    MUTED,
    NAME,
    NOTE,
    PAPER,
    RED,
    SILVER,
    Book,
    Look,
    Value,
    put,
)
from xlsxwriter.worksheet import Worksheet

GROUPS = (("REPORT", 0, 4, "#333B40"), ("INCIDENT", 5, 10, "#7A1F22"), ("DECISION", 11, 16, GREEN),
          ("PROTEST / APPEAL", 17, 20, "#8A5A00"), ("", 21, 21, SILVER))  # fmt: skip
MOMENTS, LEFT = {3, 15, 16, 19}, {4, 5, 9, 12, 17, 21}
CODES = ("DS01A", "DS02A", "DS02B", "DS03A", "DS03B", "DS03C", "DS04A", "DS04B", "DS04C", "DS05A", "DS05B", "DS05C",
         "DS06A", "DS06B", "DS07", "DS08", "DS09", "BEHAVIOUR", "CHAT", "LIVERY", "CHEATING")  # fmt: skip


def cases(
    book: Book, title: str, rows: Sequence[Case], year: int, pool_of: Callable[[Case], str], called: str
) -> None:
    """The warnings and penalties tracker: one row a decision; ``called``: Pool, or Division."""
    sheet = book.sheet("Penalty tracker", RED, [width for _, width in CASE_COLUMNS])
    book.banner(
        sheet, len(CASE_COLUMNS), title, "steward panel only · one row a decision, newest at the bottom", RED
    )
    for text, first, last, colour in GROUPS:
        look = book.header(colour, font_size=9)
        if first == last:
            sheet.write_string(2, first, text, look)
        else:
            sheet.merge_range(2, first, 2, last, text, look)
    book.headings(sheet, 3, [called if name == "Division" else name for name, _ in CASE_COLUMNS])
    for row in range(4, len(rows) + 16):
        _case(book, sheet, row, rows[row - 4] if row - 4 < len(rows) else None, year, pool_of)
    _drop_downs(book, sheet, len(rows) + 15)
    sheet.freeze_panes(4, 1)
    sheet.autofilter(3, 0, len(rows) + 15, len(CASE_COLUMNS) - 1)


def _case(
    book: Book, sheet: Worksheet, row: int, case: Case | None, year: int, pool_of: Callable[[Case], str]
) -> None:
    values: tuple[Value, ...] = (None,) * len(CASE_COLUMNS)
    if case is not None:
        values = (
            case.case, f"R{case.round}", pool_of(case), moment(case.reported, year), case.by, case.driver, case.code,
            case.lap, case.turn, case.video, "x" if case.no_advantage else None, case.verdict, case.penalty,
            "yes" if case.served else None, case.points, moment(case.decided, year), moment(case.published, year),
            case.panel, "yes" if case.fee else None, moment(case.protest, year), case.ruling, case.note,
        )  # fmt: skip
    bg = PAPER if row % 2 else "#FFFFFF"
    for column, value in enumerate(values):
        look: dict[str, object] = {"align": "left" if column in LEFT else "center"}
        if column in MOMENTS:
            look["num_format"] = MOMENT
        if column in (0, 6):
            look["bold"] = True
        if column == 21:
            look |= NOTE
        put(sheet, row, column, value, book.body(bg, **look))


def _drop_downs(book: Book, sheet: Worksheet, last: int) -> None:
    for column, words in ((6, CODES), (11, ("penalty", "no action")), (20, ("upheld", "overturned"))):
        sheet.data_validation(4, column, last, column, {
            "validate": "list", "source": list(words), "error_type": "warning", "error_title": "Not on the list",
            "error_message": "Pick a word from the list, please.",
        })  # fmt: skip
    for word, colour in {"penalty": "#F8D7D5", "no action": "#E5E7E7"}.items():
        look = book.workbook.add_format({"bg_color": colour})
        rule = {"type": "cell", "criteria": "==", "value": f'"{word}"', "format": look}
        sheet.conditional_format(4, 11, last, 11, rule)


TARIFF = (
    ("DS01A", "overtaking at the end of a safety car period", "5 s"),
    ("DS02A", "cut in, position lost", "5 s"),
    ("DS02B", "cut in, damage", "drive-through or 45 s"),
    ("DS03A / B", "edge-into, position won / lost", "5 s"),
    ("DS03C", "edge-into, damage", "drive-through or 45 s"),
    ("DS04A / B", "push-out, position won / lost", "5 s"),
    ("DS04C", "push-out, several positions or retirement", "drive-through or 45 s"),
    ("DS05A / B", "bump, position won / lost", "5 s"),
    ("DS05C", "bump, damage", "drive-through or 45 s"),
    ("DS06A / B", "weaving: one row an act", "2nd act 5 s, from the 3rd drive-through"),
    ("DS07", "corner cut: one row a cut", "same corner three times: drive-through"),
    ("DS08", "rage quit", "relegation, and what the panel decides"),
    ("DS09", "intentional contact", "1 race to life"),
    ("BEHAVIOUR, CHAT, LIVERY, CHEATING", "write the penalty into the row", "the panel decides"),
    ("no advantage", "x in the column", "1 warning instead"),
)


def tariff(book: Book) -> None:
    sheet = book.sheet("Cheat sheet", SILVER, (36, 46, 40))
    book.banner(sheet, 3, "Cheat sheet", "3 warnings = qualifying ban · 5 penalties = race ban and -10 points · protest R2000",
                "#5B6469")  # fmt: skip
    book.headings(sheet, 3, ("DS code", "For", "Costs"))
    book.rows(sheet, 4, TARIFF, [NAME, {}, {}])


def votes(book: Book, rows: Sequence[Vote], year: int) -> None:
    sheet = book.sheet("Votes", "#7A1F22", (10, 22, 13, 16, 10, 18))
    book.banner(sheet, 6, "Votes", "only where the panel didn't agree at once; in a dispute the senior steward decides",
                "#7A1F22")  # fmt: skip
    book.headings(sheet, 3, ("Case", "Steward", "Vote", "Penalty", "Senior", "At"))
    values = [
        (v.case, v.steward, v.vote, v.penalty, "yes" if v.senior else None, moment(v.at, year)) for v in rows
    ]
    book.rows(sheet, 4, values, [NAME, {}, CENTRE, CENTRE, CENTRE, AT], spare=8)
    sheet.freeze_panes(4, 0)


def sign_outs(book: Book, rows: Sequence[Line], year: int, channel: str) -> None:
    """Lines as they were posted, pasted one below the other."""
    sheet = book.sheet("Sign-outs", "#5B3E96", (18, 62, 46))
    book.banner(sheet, 3, "Sign-outs and load shedding", f"pasted from {channel} as they were posted, typos and all",
                "#5B3E96")  # fmt: skip
    book.note(sheet, 2, "pinned example: John Smith #555 Sign-out Round 5 Monza")
    book.headings(sheet, 3, ("Posted", "Line", "Our remarks"))
    values = [(moment(line.at, year), line.text, line.note) for line in rows]
    book.rows(sheet, 4, values, [AT, {}, NOTE], spare=12)
    sheet.freeze_panes(4, 0)


def log(book: Book, rows: Sequence[Stopped], year: int, called: str) -> None:
    """What broke a race."""
    widths = (8, 12, 26, 7, 8, 9, 24, 11, 16, 18, 46)
    sheet = book.sheet("Race director log", GREEN, widths)
    book.banner(
        sheet,
        11,
        "Race director's log",
        "disconnections, first-lap carnage, safety cars, load shedding",
        GREEN,
    )
    book.headings(sheet, 3, ("Round", called, "What", "Lap", "Of laps", "Drivers", "Cause", "Restarted", "Panel says",
                             "At", "Remarks"))  # fmt: skip
    values = [
        (f"R{r.round}", r.pool, r.kind, r.lap, r.laps, r.drivers, r.cause, "yes" if r.restarted else None, r.verdict,
         moment(r.at, year), r.note)
        for r in rows
    ]  # fmt: skip
    looks: list[Look] = [CENTRE, CENTRE, NAME, CENTRE, CENTRE, CENTRE, {}, CENTRE, CENTRE, AT, NOTE]
    book.rows(sheet, 4, values, looks, spare=8)
    sheet.freeze_panes(4, 0)


def answers(book: Book, rows: Sequence[Answer], year: int) -> None:
    sheet = book.sheet("Decisions", GOLD, (38, 18, 14, 18, 56))
    book.banner(
        sheet, 5, "Decisions", "our answers to what stands in 'Open decisions': copy the ID", "#8A5A00"
    )
    book.headings(sheet, 3, ("ID", "Choice", "By", "At", "Why"))
    values = [(each.decision, each.choice, each.by, moment(each.at, year), each.why) for each in rows]
    book.rows(sheet, 4, values, [NAME, CENTRE, CENTRE, AT, {}], spare=16)
    sheet.freeze_panes(4, 0)


def software_tab(book: Book, name: str, title: str, subtitle: str, widths: Sequence[float], last: int, colour: str,
                 looks: dict[int, Look] | None = None) -> None:  # fmt: skip
    """An empty tab whose range starts in row 4."""
    sheet = book.sheet(name, colour, widths)
    book.banner(sheet, len(widths), title, subtitle, colour)
    sheet.write_string(2, 0, "filled by the software from row 4 on, hands off please",
                       book.style(italic=True, font_color=MUTED, font_size=9))  # fmt: skip
    book.for_software(sheet, 3, last, len(widths), looks or {}, colour)
    sheet.freeze_panes(4, 0)


def desk(book: Book) -> None:
    """Problems and open decisions: texts that may be long."""
    wrapped: dict[int, Look] = {column: {"text_wrap": True, "valign": "top"} for column in range(7)}
    software_tab(book, "Open decisions", "Open decisions", "what the document leaves to people", (34, 52, 22, 26, 16, 20, 30),
                 39, "#5B3E96", wrapped)  # fmt: skip
    software_tab(
        book,
        "Problems",
        "Problems",
        "cells that need a person's eye",
        (34, 10, 88, 40, 26),
        119,
        RED,
        wrapped,
    )


__all__ = ["DATE", "answers", "cases", "desk", "log", "sign_outs", "software_tab", "tariff", "votes"]
