"""stewards.xlsx: the Stewards Panel's private workbook, with the tracker that the software fills."""

from __future__ import annotations

from pathlib import Path

from affairs import ANSWERS, BLACKLIST, DECISIONS, LAST_SEASON
from looks import AT, BLACK, BOLD, CENTRE, GREEN, MUTED, ORANGE, QUIET, RED, Book, Value
from panel import ENQUIRIES, VOTES, Enquiry, at

OFFENCES = (
    "DANGEROUS", "MINOR COLLISION", "MODERATE COLLISION", "MAJOR COLLISION", "NOT WAITING", "TRACK LIMITS", "DELIBERATE",
    "LEFT THE PITS EARLY", "SLOW OUT-LAP", "ABUSE", "LEFT THE LEAGUE",
)  # fmt: skip
LADDER = (
    "5 s",
    "10 s",
    "20 s",
    "30 s",
    "qualifying ban",
    "disqualification",
    "round ban",
    "2 round bans",
    "removal",
)
HEADS = ("Enquiry", "Round", "Race", "Room", "Posted", "Posted by", "Driver at fault", "Affected", "Explanation", "Clip",
         "New video", "Not reported", "Offence", "Verdict", "Penalty", "Decided", "Driver told")  # fmt: skip
GROUPS = (("ENQUIRY", 0, 9, BLACK), ("", 10, 11, MUTED), ("PANEL", 12, 16, RED))
LAST_ROW = 70


def build(path: Path) -> None:
    book = Book(path, "AOR GT Sport League - Season 14 - stewards")
    enquiries(book)
    votes(book)
    decisions(book)
    answers(book)
    tracker(book)
    blacklist(book)
    for name, title in (("Penalty points", "PENALTY POINTS · 26 weeks"), ("Warnings", "STEWARDS WARNINGS · 26 weeks"),
                        ("Injunctions", "STEWARDS INJUNCTIONS · 26 weeks"), ("Reprimands", "REPRIMANDS"),
                        ("No-shows", "UNINFORMED ABSENCES · this season")):  # fmt: skip
        book.ours(name, ORANGE, title, (28, 27, 12, 34), 44, {0: BOLD, 1: {}})
    book.ours(
        "Out", RED, "WHO IS OUT OF THE NEXT ROUND, AND WHY", (9, 28, 27, 18, 20, 30), 30, {1: BOLD, 2: {}}
    )
    book.ours(
        "Blacklist check",
        BLACK,
        "BLACKLIST AND WHO IS STILL TO BE ADDED",
        (28, 14, 14, 60, 16, 20),
        30,
        {0: BOLD, 3: {}},
    )
    book.ours("Open decisions", GREEN, "OPEN DECISIONS · answer them in the tab Answers", (36, 54, 24, 40, 16, 12, 36), 34,
              {0: BOLD, 1: {}, 6: {}})  # fmt: skip
    book.ours(
        "Problems",
        RED,
        "PROBLEMS · cells that need a person's eye",
        (32, 10, 92, 44, 14),
        90,
        {0: BOLD, 2: {}, 3: {}},
    )
    book.workbook.close()


def enquiries(book: Book) -> None:
    widths = (10, 8, 12, 8, 18, 24, 24, 24, 46, 28, 9, 9, 24, 11, 18, 18, 18)
    sheet = book.sheet(
        "Enquiries",
        RED,
        "STEWARDS ENQUIRIES",
        "within 48 hours after the race · PRIVATE, no screenshots but of a driver's own record",
        widths,
    )
    for text, first, last, colour in GROUPS:
        sheet.merge_range(2, first, 2, last, text, book.head(colour, font_size=9))
    book.headings(sheet, 3, HEADS)
    quiet = {"text_wrap": True} | QUIET
    looks = [
        BOLD | CENTRE,
        CENTRE,
        CENTRE,
        CENTRE,
        AT,
        {},
        BOLD,
        {},
        quiet,
        QUIET,
        CENTRE,
        CENTRE,
        CENTRE,
        CENTRE,
        CENTRE,
        AT,
        AT,
    ]
    book.table(sheet, 4, [_line(each) for each in ENQUIRIES], looks, spare=LAST_ROW - 4 - len(ENQUIRIES))
    for column, words in ((2, ("qualifying", "feature", "sprint")), (3, ("Elite", "Pro", "Semi-Pro")), (12, OFFENCES),
                          (13, ("penalty", "no action")), (14, LADDER)):  # fmt: skip
        book.choices(sheet, 4, LAST_ROW, column, words)
    waiting = book.workbook.add_format({"bg_color": "#FFE9A8"})
    rule = {"type": "formula", "criteria": '=AND($A5<>"",$N5="")', "format": waiting}
    sheet.conditional_format(4, 0, LAST_ROW, 0, rule)
    sheet.freeze_panes(4, 1)
    sheet.autofilter(3, 0, LAST_ROW, len(HEADS) - 1)


def _line(each: Enquiry) -> tuple[Value, ...]:
    told = at(each.decided) if each.decided else None
    return (
        each.number, f"R{each.round}", each.race, each.room, at(each.posted), each.by, each.driver, each.affected,
        each.explanation, each.evidence, "yes" if each.new_video else "", "yes" if each.unreported else "", each.offence,
        each.verdict, each.penalty, at(each.decided), told,
    )  # fmt: skip


def votes(book: Book) -> None:
    sheet = book.sheet(
        "Votes", RED, "VOTES", "nobody who may be affected, no team mates (5.3)", (12, 27, 14, 18, 30)
    )
    book.headings(sheet, 3, ("Enquiry", "Steward", "Vote", "Penalty", "Notes"), RED)
    rows = [(*vote, "") for vote in VOTES]
    book.table(sheet, 4, rows, [BOLD | CENTRE, {}, CENTRE, CENTRE, QUIET], spare=20)


def decisions(book: Book) -> None:
    sheet = book.sheet(
        "Decisions",
        GREEN,
        "COORDINATORS' DECISIONS",
        "what we decide without an enquiry",
        (27, 27, 20, 10, 60, 20),
    )
    book.headings(sheet, 3, ("Driver", "Second driver", "Decision", "Round", "Reason", "At"), GREEN)
    rows: list[tuple[Value, ...]] = []
    for driver, also, what, number, reason, when in DECISIONS:
        rows.append((driver, also, what, f"R{number}" if number else "", reason, at(when)))
    book.table(sheet, 4, rows, [BOLD, BOLD, CENTRE, CENTRE, {"text_wrap": True}, AT], spare=10)


def answers(book: Book) -> None:
    sheet = book.sheet(
        "Answers", GREEN, "ANSWERS", "to the tab Open decisions: copy the ID", (36, 32, 20, 20, 44)
    )
    book.headings(sheet, 3, ("ID", "Choice", "By", "At", "Why"), GREEN)
    rows = [(key, choice, "Callum Pridmore", at(when), why) for key, choice, when, why in ANSWERS]
    book.table(sheet, 4, rows, [BOLD, CENTRE, CENTRE, AT, {}], spare=12)


def tracker(book: Book) -> None:
    sheet = book.sheet("Tracker S13", MUTED, "PENALTY TRACKER SEASON 13", "carried over: it counts for 26 weeks from the incident",
                       (27, 16, 10, 20, 44))  # fmt: skip
    book.headings(sheet, 3, ("Driver", "Tally", "Amount", "Happened", "What for"), MUTED)
    book.table(sheet, 4, LAST_SEASON, [BOLD, CENTRE, CENTRE, AT, QUIET], spare=3)


def blacklist(book: Book) -> None:
    sheet = book.sheet("Blacklist", BLACK, "BLACKLIST", "nobody on it is let in again · Blacklist check says who is still to be added",
                       (27, 18, 18, 56))  # fmt: skip
    book.headings(sheet, 3, ("Driver", "Since", "Until", "Why"))
    book.table(sheet, 4, BLACKLIST, [BOLD, AT, AT, QUIET], spare=6)
