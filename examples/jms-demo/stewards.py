"""stewards.xlsx: the three stewards' private workbook, with what the software asks and reports."""

from __future__ import annotations

from pathlib import Path

from incidents import INCIDENTS, VOTES, Incident, at
from looks import AT, BLACK, BOLD, CENTRE, GOLD, GREEN, QUIET, RED, Book, Value

HEADS = ("No.", "Session", "Source", "Reported by", "Reported at", "Against", "Affected", "Incident", "Lap", "Turn", "Article 10",
         "Verdict", "Penalty", "Decided at", "Announced at", "Protest at", "Remarks")  # fmt: skip
GROUPS = (
    ("REPORT", 0, 4, BLACK),
    ("INCIDENT", 5, 10, GOLD),
    ("JUDGMENT", 11, 14, RED),
    ("9.1: NOT ACCEPTED", 15, 16, BLACK),
)
LADDER = ("5 s", "10 s", "30 s", "reprimand", "disqualification")
LAST_ROW = 49


def build(path: Path) -> None:
    book = Book(path, "MENA Digital Motorsport Cup 2021 - National Final - stewards")
    incidents(book)
    votes(book)
    book.ours(
        "Open decisions", GREEN, "OPEN DECISIONS", (32, 54, 24, 30, 16, 12, 34), 34, {0: BOLD, 1: {}, 6: {}}
    )
    book.ours("Problems", RED, "PROBLEMS", (30, 10, 92, 44, 14), 70, {0: BOLD, 2: {}, 3: {}})
    book.workbook.close()


def incidents(book: Book) -> None:
    widths = (6, 12, 14, 22, 18, 24, 24, 34, 6, 7, 11, 12, 16, 18, 18, 18, 40)
    sheet = book.sheet(
        "Incidents",
        RED,
        "INCIDENTS",
        "MENA Digital Motorsport Cup 2021 · National Final · 16 July · PRIVATE",
        widths,
    )
    for text, first, last, colour in GROUPS:
        sheet.merge_range(2, first, 2, last, text, book.head(colour, font_size=9))
    book.headings(sheet, 3, HEADS)
    looks = [BOLD | CENTRE, CENTRE, CENTRE, {}, AT, BOLD, {}, QUIET | {"text_wrap": True}, CENTRE, CENTRE, BOLD | CENTRE, CENTRE, CENTRE,
             AT, AT, AT, QUIET]  # fmt: skip
    book.table(sheet, 4, [_line(each) for each in INCIDENTS], looks, spare=LAST_ROW - 4 - len(INCIDENTS))
    for column, words in ((1, ("qualifying", "race")), (2, ("complaint", "race director", "stewards")), (11, ("penalty", "no action")),
                          (12, LADDER)):  # fmt: skip
        book.choices(sheet, 4, LAST_ROW, column, words)
    waiting = book.workbook.add_format({"bg_color": "#FFE9A8"})
    rule = {"type": "formula", "criteria": '=AND($A5<>"",$O5="")', "format": waiting}
    sheet.conditional_format(4, 0, LAST_ROW, 0, rule)
    sheet.freeze_panes(4, 1)
    sheet.autofilter(3, 0, LAST_ROW, len(HEADS) - 1)


def _line(each: Incident) -> tuple[Value, ...]:
    return (
        each.number, each.session, each.source, each.by, at(each.reported), each.driver, each.affected, each.what, each.lap,
        each.turn, each.code, each.verdict, each.penalty, at(each.decided), at(each.published), at(each.protest), each.note,
    )  # fmt: skip


def votes(book: Book) -> None:
    sheet = book.sheet(
        "Votes",
        GOLD,
        "VOTES",
        "art. 7.1.1.1: two of three; without a majority it stays open",
        (8, 26, 14, 16, 20, 34),
    )
    book.headings(sheet, 3, ("No.", "Steward", "Vote", "Penalty", "At", "Remarks"), GOLD)
    rows = [(number, who, vote, penalty, at(when), note) for number, who, vote, penalty, when, note in VOTES]
    book.table(sheet, 4, rows, [BOLD | CENTRE, {}, CENTRE, CENTRE, AT, QUIET], spare=12)
    book.choices(sheet, 4, 24, 2, ("penalty", "no action"))
    sheet.freeze_panes(4, 0)
