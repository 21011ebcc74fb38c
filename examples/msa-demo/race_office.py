"""race_office.xlsx: entries, calendar, a tab for each division's qualifying and races, sign-outs, the log."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, time
from pathlib import Path

import season
import tabs
from affairs import moment
from cast import DRIVERS, LICENCE_OF_2020, NO_LICENCE, division, licence
from coordination import CARRIED, LINES, STOPPED, TRANSFERS
from looks import (
    AT,
    BLUE,
    CENTRE,
    CLOCK,
    DATE,
    GOLD,
    GREEN,
    NAME,
    NOTE,
    RED,
    SILVER,
    TIME,
    TINTS,
    Book,
    Duration,
    Look,
    Value,
)  # fmt: skip
from racing import Raced
from season import POOLS, ROUNDS, UNSERVED
from xlsxwriter.worksheet import Worksheet

CREATED = datetime(2021, 2, 15, 9, 0)
SHORT = dict(zip(POOLS, ("Div 1", "Div 2", "Div 3"), strict=True))
TINT = dict(zip(POOLS, TINTS, strict=True))
DARK = dict(zip(POOLS, (GOLD, BLUE, GREEN), strict=True))
DAY: Look = {"align": "center", "num_format": DATE}
HOUR: Look = {"align": "center", "num_format": CLOCK}
RACED = ROUNDS[:7]


def build(path: Path) -> None:
    book = Book(path, "Jacaranda GT Cup 2021 - race office", "Jacaranda Sim Racing Club", CREATED)
    entries(book)
    calendar(book)
    for pool in POOLS:
        qualifying(book, pool)
        races(book, pool)
    tabs.sign_outs(book, LINES, 2021, "the series' WhatsApp group and Discord")
    tabs.log(book, STOPPED, 2021, "Division")
    carried(book)
    transfers(book)
    book.workbook.close()


def entries(book: Book) -> None:
    sheet = book.sheet("Entry list", BLUE, (8, 26, 17, 22, 24, 13, 15, 14))
    book.banner(
        sheet,
        8,
        "Jacaranda GT Cup 2021 – entry list",
        "GT Sport · three divisions of 13 by last season's standing",
        BLUE,
    )
    book.headings(
        sheet, 3, ("Car #", "Driver", "PSN", "Town", "Team", "Division", "MSA eLicense", "Licence year"), BLUE
    )
    rows: list[tuple[Value, ...]] = []
    for index, each in enumerate(DRIVERS):
        number = None if each.name == NO_LICENCE else licence(each.number)
        year = None if number is None else 2020 if each.name == LICENCE_OF_2020 else 2021
        rows.append((each.number, each.name, each.psn, each.town, each.team, division(index), number, year))
    last = book.rows(sheet, 4, rows, [CENTRE, NAME, {}, {}, {}, CENTRE, CENTRE, CENTRE], "#E7EEF9")
    sheet.write_string(last + 1, 0, "Total:", book.style(bold=True))
    sheet.write_formula(last + 1, 1, f"=COUNTA(B5:B{last})", book.style(bold=True, align="left"), len(rows))
    sheet.freeze_panes(4, 2)


def calendar(book: Book) -> None:
    sheet = book.sheet("Calendar", GOLD, (8, 12, 18, 9, 18, 32, 9, 7, 18, 34))
    book.banner(
        sheet,
        10,
        "Calendar",
        "every second Monday · Division 2 and 3 at 20:00, Division 1 at 21:00 (stream)",
        "#8A5A00",
    )
    book.headings(
        sheet,
        3,
        ("Round", "Division", "Date", "Start", "Flag", "Circuit", "Cars", "Laps", "Moved from", "Notes"),
    )
    row = 4
    for each in ROUNDS:
        for index, pool in enumerate(POOLS):
            start = time(21, 0) if index == 0 else time(20, 0)
            ended = moment(f"{each.day:%m-%d} {each.ended[index]}", 2021) if each.ended else None
            note = "load shedding, see the log" if each.moved_from and index == 0 else ""
            values = (
                f"R{each.number}",
                pool,
                each.day,
                start,
                ended,
                each.circuit,
                each.car,
                each.laps,
                each.moved_from,
                note,
            )
            looks: list[Look] = [NAME | CENTRE, CENTRE, DAY, HOUR, AT, {}, CENTRE, CENTRE, DAY, NOTE]
            book.rows(sheet, row, [values], looks, TINT[pool])
            row += 1
    sheet.freeze_panes(4, 0)


def _strip(book: Book, sheet: Worksheet, row: int, columns: int, number: int, pool: str) -> None:
    look = book.style(bold=True, font_color="#FFFFFF", bg_color=DARK[pool], indent=1)
    sheet.merge_range(row, 0, row, columns - 1, f"R{number} · {season.BY_NUMBER[number].circuit}", look)


def qualifying(book: Book, pool: str) -> None:
    sheet = book.sheet(f"Q {SHORT[pool]}", DARK[pool], (8, 7, 8, 28, 12, 8))
    book.banner(
        sheet, 6, f"{pool} – qualifying", "top 3 go up, bottom 3 go down for the next round", DARK[pool]
    )
    book.headings(sheet, 3, ("Round", "Pos", "Car #", "Driver", "Best lap", "Move"))
    row = 4
    for each in RACED:
        _strip(book, sheet, row, 6, each.number, pool)
        lines = season.quali(each.number, pool)
        rows = [
            (f"R{each.number}", place, season.BY_NAME[line.driver].number, line.driver, Duration(line.best or 0),
             _arrow(each.number, pool, line.driver))
            for place, line in enumerate(lines, 1)
        ]  # fmt: skip
        row = (
            book.rows(sheet, row + 1, rows, [CENTRE, CENTRE, CENTRE, NAME, TIME, NAME | CENTRE], TINT[pool])
            + 1
        )
    sheet.freeze_panes(4, 0)


def _arrow(number: int, pool: str, name: str) -> str:
    """As the coordinators had it on paper."""
    then = next((p for p, people in season.pools(number + 1).items() if name in people), pool)
    step = POOLS.index(then) - POOLS.index(pool)
    return {-1: "▲", 1: "▼"}.get(step, "")


def races(book: Book, pool: str) -> None:
    sheet = book.sheet(SHORT[pool], DARK[pool], (8, 7, 8, 28, 9, 13, 12, 10, 7, 10, 34))
    book.banner(
        sheet,
        11,
        f"{pool} – races",
        "as the game shows them; column Unserved: seconds the game gave and nobody took",
        DARK[pool],
    )
    book.headings(
        sheet,
        3,
        (
            "Round",
            "Pos",
            "Car #",
            "Driver",
            "Status",
            "Race time",
            "Best lap",
            "Unserved",
            "Laps",
            "Part",
            "Remarks",
        ),
    )
    looks: list[Look] = [CENTRE, CENTRE, CENTRE, NAME, CENTRE, TIME, TIME, CENTRE, CENTRE, CENTRE, NOTE]
    row = 4
    for each in RACED:
        _strip(book, sheet, row, 11, each.number, pool)
        row += 1
        for lines in _sheets(each.number, pool):
            row = book.rows(sheet, row, [_line(each.number, line) for line in lines], looks, TINT[pool])
        row += 1
    sheet.freeze_panes(4, 0)


def _sheets(number: int, pool: str) -> Iterator[tuple[Raced, ...]]:
    first = season.broken_off(number, pool)
    if first:
        yield first
    yield season.counting(number, pool)


def _line(number: int, each: Raced) -> tuple[Value, ...]:
    total = None if each.total is None else Duration(each.total)
    best = None if each.best is None else Duration(each.best)
    unserved = UNSERVED.get((number, each.driver))
    shown = f"{unserved}.000" if unserved and each.part != "first" else None
    return (f"R{number}", each.place, season.BY_NAME[each.driver].number, each.driver, each.status, total, best, shown,
            each.laps, each.part, REMARKS.get((number, each.driver), ""))  # fmt: skip


REMARKS = {
    (1, "Rudi Strydom"): "T1 with Sanele, both left",
    (1, "Sanele Gumede"): "T1 with Rudi, both left",
    (5, "Jean-Pierre Blignaut"): "belongs in Division 2!",
    (7, "Mpho Tladi"): "'this game is a joke'",
}


def carried(book: Book) -> None:
    sheet = book.sheet("eLicense carry-over", RED, (28, 14, 10, 18, 34))
    book.banner(
        sheet,
        5,
        "Warnings and penalties from other sanctioned series",
        "as MSA sent them · reset at the end of each year",
        RED,
    )
    book.headings(sheet, 3, ("Driver", "Tally", "How many", "Date", "From"))
    rows = [
        (who, what, count, datetime.strptime(at, "%Y-%m-%d %H:%M"), why)
        for who, what, count, at, why in CARRIED
    ]
    book.rows(sheet, 4, rows, [NAME, CENTRE, CENTRE, AT, {}], spare=6)
    sheet.freeze_panes(4, 0)


def transfers(book: Book) -> None:
    sheet = book.sheet("Organisers", SILVER, (28, 14, 11, 44))
    book.banner(
        sheet, 4, "Division changes by the organisers", "outside of promotion and relegation", "#5B6469"
    )
    book.headings(sheet, 3, ("Driver", "New division", "From round", "Why"))
    rows = [(who, where, f"R{number}", why) for who, where, number, why in TRANSFERS]
    book.rows(sheet, 4, rows, [NAME, CENTRE, CENTRE, {}], spare=6)
    sheet.freeze_panes(4, 0)
