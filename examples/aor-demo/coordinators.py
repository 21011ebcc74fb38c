"""coordinators.xlsx: sign-ups, calendar, results and everything that the coordinators note beside them."""

from __future__ import annotations

from datetime import datetime, time
from pathlib import Path

from affairs import ABSENCES, BROKEN, LAG, MOVES
from cast import COORDINATOR, DRIVERS, TIME_TRIAL
from coordinators_results import results
from looks import (
    AT,
    BOLD,
    CENTRE,
    DAY,
    GREEN,
    MUTED,
    ORANGE,
    QUIET,
    RED,
    SHARE,
    Book,
    Value,
)
from panel import at
from season import ROUNDS


def build(path: Path) -> None:
    book = Book(path, "AOR GT Sport League - Season 14 - coordinators")
    sign_ups(book)
    calendar(book)
    results(
        book,
        "Qualifying",
        "qualifying",
        "Staggered Release Superpole",
        "one out-lap, one flying lap, two groups of 8",
    )
    results(
        book,
        "Feature",
        "feature",
        "Feature race",
        "Pen = game penalty not served, Sec = sectors driven with it",
    )
    results(book, "Sprint", "sprint", "Sprint race", "grid: result of the feature, the first 8 turned round")
    absences(book)
    moves(book)
    lag_checks(book)
    disconnections(book)
    book.workbook.close()


def sign_ups(book: Book) -> None:
    sheet = book.sheet("Sign-ups", ORANGE, "SEASON 14 SIGN-UPS", "22 full time, 4 reserves, then the waiting list",
                       (27, 19, 26, 13, 10, 9, 13, 20, 34))  # fmt: skip
    book.headings(
        sheet,
        3,
        ("Driver", "PSN ID", "Team", "Status", "Reserve no.", "Ping", "Time trial", "Signed up", "Remarks"),
    )
    remarks = {COORDINATOR: "coordinator: last out of the pits", "Núria Castellvell": "ping: second line ordered",
               "Fraser Kinnaird": "back after his year off the list", "Craig Hollowmere": "isn't he blacklisted?"}  # fmt: skip
    rows: list[tuple[Value, ...]] = []
    for number, each in enumerate(DRIVERS):
        signed = datetime(2020, 12, 6 + number * 5 // 6 % 25, 9 + number * 7 % 13, number * 17 % 60)
        rows.append((each.name, each.psn_id, each.team, each.status, each.order, each.ping, TIME_TRIAL[each.name],
                     signed, remarks.get(each.name)))  # fmt: skip
    book.table(
        sheet, 4, rows, [BOLD, {}, {"font_color": MUTED}, CENTRE, CENTRE, CENTRE, CENTRE, AT, QUIET], spare=3
    )
    book.choices(sheet, 4, 40, 3, ("full time", "reserve", "candidate"))
    high = book.workbook.add_format({"font_color": RED, "bold": True})
    sheet.conditional_format(4, 5, 40, 5, {"type": "cell", "criteria": ">=", "value": 150, "format": high})
    end = 4 + len(rows) + 4
    sheet.write_string(end, 2, "full time:", book.style(**QUIET, align="right"))
    sheet.write_formula(
        end, 3, f'=COUNTIF(D5:D{4 + len(rows)},"full time")', book.style(bold=True, align="center"), 22
    )
    sheet.freeze_panes(4, 1)


def calendar(book: Book) -> None:
    sheet = book.sheet(
        "Calendar",
        GREEN,
        "CALENDAR",
        "Thursdays 20:00 UK time, lobby from 19:30",
        (9, 19, 9, 20, 30, 10, 9, 20, 36),
    )
    book.headings(
        sheet, 3, ("Round", "Date", "Start", "Ended", "Track", "Car", "Laps", "Moved from", "Notes"), GREEN
    )
    rows: list[tuple[Value, ...]] = []
    for each in ROUNDS:
        ended = datetime.combine(each.day, time.fromisoformat(each.ended)) if each.ended else None
        note = "moved a week: PSN maintenance" if each.moved_from else ""
        note = "rooms by the best 6 of 7" if each.number == 8 else note
        rows.append(
            (
                f"R{each.number}",
                each.day,
                time(20, 0),
                ended,
                each.circuit,
                each.car,
                each.laps[0],
                each.moved_from,
                note,
            )
        )
    clock = {"align": "center", "num_format": "hh:mm"}
    book.table(sheet, 4, rows, [BOLD | CENTRE, DAY, clock, AT, BOLD, CENTRE, CENTRE, DAY, QUIET])
    sheet.freeze_panes(4, 1)


def absences(book: Book) -> None:
    sheet = book.sheet(
        "Absences",
        "#7A5C99",
        "ABSENCES",
        "from the race threads and private messages",
        (20, 27, 9, 44, 22, 14),
    )
    book.headings(sheet, 3, ("Posted", "Driver", "Round", "Reason", "Posted by", "Proper reason"), "#7A5C99")
    rows = [(at(a.posted), a.driver, f"R{a.round}", a.reason, a.by, a.proper) for a in ABSENCES]
    book.table(sheet, 4, rows, [AT, BOLD, CENTRE, {"text_wrap": True}, {}, CENTRE], spare=15)
    sheet.freeze_panes(4, 0)


def moves(book: Book) -> None:
    sheet = book.sheet("Moves", "#7A5C99", "MOVES", "up from the reserves or the waiting list, down to the reserves, to another league",
                       (18, 27, 12, 12, 26, 26, 36))  # fmt: skip
    book.headings(sheet, 3, ("On", "Driver", "From round", "Becomes", "Team", "League", "Why"), "#7A5C99")
    rows = [(m.on, m.driver, f"R{m.round}", m.status, m.team, m.league, m.reason) for m in MOVES]
    book.table(sheet, 4, rows, [DAY, BOLD, CENTRE, CENTRE, {}, {}, QUIET], spare=8)
    sheet.freeze_panes(4, 0)


def lag_checks(book: Book) -> None:
    sheet = book.sheet(
        "Lag checks",
        RED,
        "LAG CHECKS",
        "two of us look: one spectating, one on track (4.2.3)",
        (9, 27, 16, 20, 50, 24),
    )
    book.headings(sheet, 3, ("Round", "Driver", "Code", "At", "What we saw", "Who"), RED)
    rows = [
        (f"R{number}", driver, code, at(when), what, who) for number, driver, code, when, what, who in LAG
    ]
    book.table(sheet, 4, rows, [CENTRE, BOLD, CENTRE, AT, {}, {}], spare=10)
    book.choices(sheet, 4, 20, 2, ("LAG CHECK", "LAG BEFORE", "LAG FEATURE"))


def disconnections(book: Book) -> None:
    sheet = book.sheet("Disconnections", RED, "DISCONNECTIONS", "one is tough luck; 4 before the race, or half of them in it, are for this sheet",
                       (9, 12, 10, 14, 12, 14, 12, 50))  # fmt: skip
    book.headings(
        sheet,
        3,
        ("Round", "Race", "Room", "Kind", "Distance", "Drivers lost", "Restarted", "What happened"),
        RED,
    )
    rows: list[tuple[Value, ...]] = [(f"R{n}", *rest) for n, *rest in BROKEN]
    book.table(sheet, 4, rows, [CENTRE, CENTRE, CENTRE, CENTRE, SHARE, CENTRE, CENTRE, {}], spare=8)
