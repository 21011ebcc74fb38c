"""asn.xlsx: the office's workbook: qualifiers, time schedule, briefings, the two sessions, signatures."""

from __future__ import annotations

from pathlib import Path

from cast import ADMITTED, BRIEFING, FURTHER, MISSED, QUALIFIERS, ROWS
from event import APPROVALS, CALENDAR, DAY, ENDED, OVERRIDES, QUALIFYING, RACE, START, best_lap, ms
from looks import AT, BLACK, BOLD, CENTRE, GOLD, GREEN, LAP, LONG, MUTED, QUIET, RED, Book, Value, duration
from looks import DAY as DAY_LOOK

EVENT = "National Final"


def build(path: Path) -> None:
    book = Book(path, "MENA Digital Motorsport Cup 2021 - National Final - office")
    qualifiers(book)
    schedule(book)
    briefings(book)
    qualifying(book)
    race(book)
    approvals(book)
    exceptions(book)
    book.workbook.close()


def qualifiers(book: Book) -> None:
    widths = (11, 27, 8, 16, 14, 14, 11, 14, 12, 19, 38)
    sheet = book.sheet(
        "Qualifiers",
        RED,
        "QUALIFIERS  ·  أسماء المتأهلين",
        "closing date 1 July 2021 (art. 5); the top 12 race (art. 4.1)",
        widths,
    )
    book.headings(sheet, 3, ("Qualifiers place", "Driver", "Car no.", "PSN ID", "Date of birth", "Nationality", "Passport copy", "Digital licence",
                             "Friend of the host", "Submitted", "Remarks"))  # fmt: skip
    rows: list[tuple[Value, ...]] = [
        (
            q.place,
            q.name,
            q.number,
            q.psn_id,
            q.born,
            q.nationality,
            q.passport,
            q.licence,
            q.friend,
            q.submitted,
            q.remark,
        )
        for q in ROWS
    ]
    born = {"align": "center", "num_format": "dd/mm/yyyy"}
    book.table(
        sheet,
        4,
        rows,
        [BOLD | CENTRE, BOLD, CENTRE, {}, born, CENTRE, CENTRE, CENTRE, CENTRE, AT, QUIET],
        spare=2,
    )
    end = 4 + len(ROWS)
    for row, (text, formula, value) in enumerate((
        ("Names handed in", f"=COUNTA(B5:B{end})", len(QUALIFIERS)),
        ("Without licence", f"=COUNTBLANK(H5:H{end})", 1),
    ), 4):  # fmt: skip
        sheet.write_string(row, 12, text, book.style(**QUIET))
        sheet.write_formula(row, 13, formula, book.style(bold=True, align="center"), value)
    for column in (6, 8):
        book.choices(sheet, 4, end, column, ("yes", "no"))
    sheet.freeze_panes(4, 2)


def schedule(book: Book) -> None:
    widths = (17, 19, 11, 19, 19, 26, 20, 8, 17, 11, 9)
    sheet = book.sheet(
        "Time schedule",
        GREEN,
        "TIME SCHEDULE  ·  البرنامج الزمني",
        "all times Amman; track seven days, everything else 48 hours before",
        widths,
    )
    book.headings(
        sheet, 3, ("Event", "Date", "Race start", "Race ended", "Drivers' briefing", *CALENDAR), GREEN
    )
    clock = {"align": "center", "num_format": "hh:mm"}
    looks = [BOLD | CENTRE, DAY_LOOK, clock, AT, AT, BOLD, CENTRE, CENTRE, CENTRE, CENTRE, CENTRE]
    book.table(sheet, 4, [(EVENT, DAY, START, ENDED, BRIEFING, *CALENDAR.values())], looks)
    notes = ("19:00  drivers' briefing (video call)", f"{FURTHER:%H:%M}  further briefing: shortcut at turn 1", "20:35  practice, 15 minutes",
             "20:50  qualifying, 10 minutes", "21:00  race", "21:51  end of complaints")  # fmt: skip
    for row, text in enumerate(notes, 3):
        sheet.write_string(row, 12, text, book.style(font_color=MUTED))


def briefings(book: Book) -> None:
    sheet = book.sheet(
        "Briefings",
        GOLD,
        "BRIEFINGS  ·  اجتماع السائقين",
        "art. 13: everybody, at both",
        (17, 28, 12, 19, 36),
    )
    book.headings(sheet, 3, ("Event", "Driver", "Briefing", "Further briefing", "Remarks"), GOLD)
    rows: list[tuple[Value, ...]] = []
    for each in ADMITTED:
        first, second = MISSED.get(each.name, ("yes", "yes"))
        said = {("no", "yes"): "telephoned", ("yes", "no"): "camera off, no answer"}.get((first, second))
        rows.append((EVENT, each.name, first, second, said))
    book.table(sheet, 4, rows, [CENTRE, BOLD, CENTRE, CENTRE, QUIET])
    book.choices(sheet, 4, 15, 2, ("yes", "no"))
    book.choices(sheet, 4, 15, 3, ("yes", "no"))
    sheet.write_formula(17, 2, '=COUNTIF(C5:C16,"yes")', book.style(bold=True, align="center"), 11)
    sheet.write_formula(17, 3, '=COUNTIF(D5:D16,"yes")', book.style(bold=True, align="center"), 11)
    sheet.freeze_panes(4, 2)


def qualifying(book: Book) -> None:
    sheet = book.sheet(
        "Qualifying",
        BLACK,
        "QUALIFYING  ·  التجارب التأهيلية",
        "10 minutes, from the host's screen",
        (17, 8, 28, 14, 10, 34),
    )
    book.headings(sheet, 3, ("Event", "#", "Driver", "Best lap", "Status", "Remarks"))
    remarks = {"Karim Zurayqat": "line down at 20:57", "Dana Ar-Rashdan": "no full lap"}
    rows = [(EVENT, place, name, duration(ms(lap)) if lap else None, status, remarks.get(name))
            for place, (name, lap, status) in enumerate(QUALIFYING, 1)]  # fmt: skip
    book.table(sheet, 4, rows, [CENTRE, CENTRE, BOLD, LAP, CENTRE | {"font_color": RED}, QUIET], spare=1)
    sheet.freeze_panes(4, 0)


def race(book: Book) -> None:
    sheet = book.sheet(
        "Race",
        BLACK,
        "RACE  ·  السباق",
        "as the game showed it, without any penalty that wasn't served",
        (17, 7, 28, 8, 8, 13, 12, 22, 15, 10, 30),
    )
    book.headings(sheet, 3, ("Event", "Flag", "Driver", "Grid", "Laps", "Total time", "Best lap", "Compounds used", "Not served (s)", "Status",
                             "Remarks"))  # fmt: skip
    rows: list[tuple[Value, ...]] = []
    for place, each in enumerate(RACE, 1):
        total = duration(ms(each.time)) if each.time else None
        rows.append((EVENT, place, each.name, each.grid, each.laps, total, duration(best_lap(each)), each.tyres, each.unserved,
                     each.status, each.note))  # fmt: skip
    figure = CENTRE | {"num_format": "0.0"}
    looks = [
        CENTRE,
        CENTRE,
        BOLD,
        CENTRE,
        CENTRE,
        LONG,
        LAP,
        CENTRE,
        figure,
        CENTRE | {"font_color": RED},
        QUIET,
    ]
    book.table(sheet, 4, rows, looks)
    sheet.freeze_panes(4, 3)


def approvals(book: Book) -> None:
    sheet = book.sheet(
        "Signatures",
        GREEN,
        "SIGNATURES  ·  التواقيع",
        "entry list: race director; results: the stewards",
        (20, 44, 20, 34),
    )
    book.headings(sheet, 3, ("Document", "Signed by", "Signed at", "Remarks"), GREEN)
    book.table(sheet, 4, APPROVALS, [BOLD, {}, AT, QUIET], spare=2)


def exceptions(book: Book) -> None:
    sheet = book.sheet(
        "Exceptions", MUTED, "EXCEPTIONS  ·  استثناءات", "what we let pass, and why", (28, 24, 50, 18, 20)
    )
    book.headings(sheet, 3, ("Driver", "Decision", "Reason", "By", "At"), MUTED)
    book.table(sheet, 4, OVERRIDES, [BOLD, CENTRE, {}, CENTRE, AT], spare=3)
