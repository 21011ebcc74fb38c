"""race_office.xlsx: entries, calendar, time sheets, race sheets, sign-outs, the race director's log."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, time
from pathlib import Path

import season
import tabs
from affairs import moment
from cast import CAR, DRIVERS, LICENCE_OF_2021, NATIONALITY, NO_LICENCE, OTHER_CAR, licence
from coordination import LINES, OVERRIDES, STOPPED
from looks import (
    AT,
    BLACK,
    CENTRE,
    CLOCK,
    DATE,
    GOLD,
    GREEN,
    NAME,
    NOTE,
    SILVER,
    TIME,
    TINTS,
    Book,
    Duration,
    Look,
    Value,
)
from racing import Driver, Raced
from season import NO_QUALIFYING, POOLS, ROUNDS
from xlsxwriter.worksheet import Worksheet

CREATED = datetime(2022, 4, 11, 9, 0)
TINT = dict(zip(POOLS, TINTS, strict=True))
DARK = dict(zip(POOLS, (GOLD, "#1B3F8B", GREEN), strict=True))


def build(path: Path) -> None:
    book = Book(path, "Mercedes-Benz ATK ProSeries 2022 - race office", "ATK SimRacing", CREATED)
    entries(book)
    calendar(book)
    round_zero(book)
    qualifying(book)
    results(book)
    tabs.sign_outs(book, LINES, 2022, "#sign-outs on the ProSeries Discord")
    tabs.log(book, STOPPED, 2022, "Pool")
    overrides(book)
    book.workbook.close()


def entries(book: Book) -> None:
    sheet = book.sheet("Entries", BLACK, (8, 24, 16, 24, 22, 13, 14, 24, 16, 17))
    book.banner(
        sheet,
        10,
        "Mercedes-Benz ATK ProSeries 2022 – entries",
        "39 paid entries · 3 pools of 13 after round 0 · eLicence via msasimracing portal",
    )
    book.headings(
        sheet,
        3,
        (
            "No.",
            "Driver",
            "PSN ID",
            "Town",
            "Team",
            "Nationality",
            "MSA eLicence",
            "Car",
            "Licence year",
            "Entered",
        ),
    )
    rows = [
        _entry(index, driver) for index, driver in enumerate(sorted(DRIVERS, key=lambda each: each.number))
    ]
    looks: list[Look] = [CENTRE, NAME, {}, {}, {}, CENTRE, CENTRE, {}, CENTRE, AT]
    last = book.rows(sheet, 4, rows, looks)
    book.note(
        sheet,
        last + 1,
        "Car is compulsory: Mercedes-AMG GT3 ’16. Residents: write resident and send the permit to Jonathan.",
    )
    sheet.write_string(last + 2, 0, "Paid:", book.style(bold=True))
    sheet.write_formula(last + 2, 1, f"=COUNTA(B5:B{last})", book.style(bold=True, align="left"), len(rows))
    sheet.freeze_panes(4, 2)


def _entry(index: int, driver: Driver) -> tuple[Value, ...]:
    number = None if driver.name == NO_LICENCE else licence(driver.number)
    year = None if number is None else 2021 if driver.name == LICENCE_OF_2021 else 2022
    at = datetime(2022, 4, 11, 10, 0).replace(
        day=11 + index % 12, hour=9 + index % 9, minute=(index * 17) % 60
    )
    return (driver.number, driver.name, driver.psn, driver.town, driver.team, NATIONALITY.get(driver.name, "South African"),
            number, OTHER_CAR.get(driver.name, CAR), year, at)  # fmt: skip


def calendar(book: Book) -> None:
    sheet = book.sheet("Calendar", GOLD, (9, 10, 18, 9, 18, 24, 7, 18, 40))
    book.banner(
        sheet,
        9,
        "Calendar 2022",
        "Wednesdays · Pool 2 and 3: qualifying 18:15, race 18:30 · Pool 1: 19:15 and 19:30 (SAST)",
    )
    book.headings(
        sheet, 3, ("Round", "Pool", "Date", "Start", "Ended", "Circuit", "Laps", "Moved from", "Notes")
    )
    row = 4
    for each in ROUNDS:
        for values in _slots(each):
            book.rows(sheet, row, [values], [NAME | CENTRE, CENTRE, DAY, {"align": "center", "num_format": CLOCK}, AT,
                                             {}, CENTRE, DAY, NOTE], TINT.get(str(values[1]), "#FFFFFF"))  # fmt: skip
            row += 1
    book.note(
        sheet, row + 1, "The season has seven rounds. Kyalami isn't in the game, so please stop asking ;)"
    )
    sheet.freeze_panes(4, 0)


DAY: Look = {"align": "center", "num_format": DATE}


def _slots(each: season.Round) -> Iterator[tuple[Value, ...]]:
    if each.number == 0:
        ended = datetime.combine(each.day, time(21, 5))
        yield (
            "Round 0",
            "",
            each.day,
            time(18, 15),
            ended,
            each.circuit,
            None,
            None,
            "seeding: fastest lap of the evening",
        )
        return
    for pool, ended_at in zip(POOLS, each.ended, strict=True):
        start = time(19, 30) if pool == "Pool 1" else time(18, 30)
        ended = moment(f"{each.day:%m-%d} {ended_at}", 2022)
        moved = "stage 6, Eskom says no" if each.moved_from and pool == "Pool 1" else ""
        shown: Value = f"{start:%H:%M}" if each.number == 4 else start
        yield f"R{each.number}", pool, each.day, shown, ended, each.circuit, each.laps, each.moved_from, moved


def round_zero(book: Book) -> None:
    sheet = book.sheet("Round 0", SILVER, (7, 8, 26, 12, 12, 30))
    book.banner(
        sheet,
        6,
        "Round 0 – seeding",
        "Trial Mountain · best lap of three open lobbies · places 1-13 Pool 1, 14-26 Pool 2, 27-39 Pool 3",
    )
    book.headings(sheet, 3, ("Pos", "No.", "Driver", "Best lap", "Pool", "Remarks"))
    for place, row in enumerate(season.round_zero(), 1):
        pool = POOLS[(place - 1) // 13]
        remark = {"Lerato Phiri": "wrong wheel profile"}.get(row.driver, "")
        values = (place, season.BY_NAME[row.driver].number, row.driver, Duration(row.best or 0), pool, remark)
        book.rows(sheet, place + 3, [values], [CENTRE, CENTRE, NAME, TIME, CENTRE, NOTE], TINT[pool])
    sheet.freeze_panes(4, 0)


def _blocks() -> Iterator[tuple[int, str]]:
    for each in ROUNDS[1:]:
        for pool in POOLS:
            yield each.number, pool


def _strip(book: Book, sheet: Worksheet, row: int, columns: int, number: int, pool: str) -> None:
    circuit = season.BY_NUMBER[number].circuit
    look = book.style(bold=True, font_color="#FFFFFF", bg_color=DARK[pool], indent=1)
    sheet.merge_range(row, 0, row, columns - 1, f"ROUND {number} – {circuit} – {pool.upper()}", look)


def qualifying(book: Book) -> None:
    sheet = book.sheet("Qualifying", "#1B3F8B", (8, 10, 7, 8, 26, 12, 34))
    book.banner(sheet, 7, "Qualifying", "10 to 15 minutes, straight into the race")
    book.headings(sheet, 3, ("Round", "Pool", "Pos", "No.", "Driver", "Best lap", "Remarks"))
    row = 4
    for number, pool in _blocks():
        _strip(book, sheet, row, 7, number, pool)
        lines = [
            (
                f"R{number}",
                pool,
                place,
                season.BY_NAME[each.driver].number,
                MISSPELT.get((number, each.driver), each.driver),
                _typed(place, each.best),
                "",
            )
            for place, each in enumerate(season.quali(number, pool), 1)
        ]
        row = book.rows(sheet, row + 1, lines, [CENTRE, CENTRE, CENTRE, CENTRE, NAME, TIME, NOTE], TINT[pool])
        without = [
            name
            for each, name in NO_QUALIFYING
            if each == number and name in season.raced_pools(number)[pool]
        ]
        for name in without:
            book.note(sheet, row, f"{name}: no time")
            row += 1
        row += 1
    sheet.freeze_panes(4, 0)


def _typed(place: int, best: int | None) -> Value:
    """Some hosts type the times, others paste them from the recorder."""
    if best is None:
        return None
    return str(Duration(best)) if place % 3 == 0 else Duration(best)


def results(book: Book) -> None:
    widths = (8, 10, 7, 8, 26, 10, 13, 12, 7, 10, 11, 38)
    sheet = book.sheet("Race results", GREEN, widths)
    book.banner(
        sheet, 12, "Race results", "as the game shows them: stewards' seconds are NOT in these times", GREEN
    )
    book.headings(
        sheet,
        3,
        (
            "Round",
            "Pool",
            "Pos",
            "No.",
            "Driver",
            "Status",
            "Race time",
            "Best lap",
            "Laps",
            "Part",
            "Gap",
            "Remarks",
        ),
        GREEN,
    )
    row = 4
    for number, pool in _blocks():
        _strip(book, sheet, row, 12, number, pool)
        first = season.broken_off(number, pool)
        for sheet_of in (first, season.counting(number, pool)) if first else (season.counting(number, pool),):
            lines = [_line(number, pool, each, sheet_of) for each in sheet_of]
            looks: list[Look] = [
                CENTRE,
                CENTRE,
                CENTRE,
                CENTRE,
                NAME,
                CENTRE,
                TIME,
                TIME,
                CENTRE,
                CENTRE,
                CENTRE,
                NOTE,
            ]
            row = book.rows(sheet, row + 1, lines, looks, TINT[pool])
        row += 1
    sheet.freeze_panes(4, 0)
    sheet.autofilter(3, 0, row, 11)


def _line(number: int, pool: str, each: Raced, rows: tuple[Raced, ...]) -> tuple[Value, ...]:
    winner = rows[0]
    total = Duration(each.total) if each.total is not None else None
    gap: Value = None
    if each.total is not None and each.laps == winner.laps and each.total != winner.total:
        gap = f"+{(each.total - (winner.total or 0)) / 1000:.3f}"
    elif each.total is not None and each.laps < winner.laps:
        gap = f"+{winner.laps - each.laps} lap"
    remark = REMARKS.get((number, each.driver), "")
    best = Duration(each.best) if each.best else None
    return (f"R{number}", pool, each.place, season.BY_NAME[each.driver].number, each.driver, each.status, total, best, each.laps,
            each.part, gap, remark)  # fmt: skip


MISSPELT = {(1, "Lwazi Dlamini"): "Lwasi Dlamini"}  # in the time sheet
REMARKS = {
    (6, "Yusuf Cassim"): "telemetry sent to the panel",
    (6, "Vuyo Mabena"): "should have been in Pool 2, nobody noticed before the grid",
    (3, "Renè Labuschagne"): "left after T1 contact, 'wheel base'",
    (7, "Werner Grobler"): "left after a penalty for the pit exit line",
    (4, "Ricardo Gonçalves"): "started last",
    (5, "Zoë Hendricks"): "started last",
}


def overrides(book: Book) -> None:
    sheet = book.sheet("Organisers", SILVER, (26, 26, 9, 16, 18, 52))
    book.banner(sheet, 6, "Organisers' decisions", "one row a decision, always with the reason", "#5B6469")
    book.headings(sheet, 3, ("Driver", "Decision", "From round", "By", "At", "Reason"))
    rows = [(who, what, None, by, moment(at, 2022), why) for who, what, by, at, why in OVERRIDES]
    book.rows(sheet, 4, rows, [NAME, {}, CENTRE, CENTRE, AT, {}], spare=6)
    sheet.freeze_panes(4, 0)
