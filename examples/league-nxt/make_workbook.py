"""Lay the season NXTGT3S6 out as the workbook a league admin would keep, with its league file.

    python examples/league-nxt/make_workbook.py [DATA] [FOLDER]

DATA is the folder with the published rows (../shared/data/league_nxt beside the checkout); FOLDER
receives season.xlsx, league.yaml and the ruleset (./league-nxt). The rows are not part of this
project and neither is the workbook.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator, Sequence
from itertools import count
from pathlib import Path

from layout import BAND, LAP, TINT, Column, Value, banner, day_share, heading, line, tab
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet
from published import DEFAULT, SEASON, Published, Row, missing, read, session_name, start_of

HERE = Path(__file__).resolve().parent
CLASSES = ("Gold", "Silver", "Bronze", "Unclassified")
RANGES = {"Gold": (4, 29), "Silver": (32, 57), "Bronze": (60, 85), "Unclassified": (88, 98)}

ENTRIES = (Column("Driver", 12), Column("Class", 14), Column("Team", 18), Column("Remark", 34))
CALENDAR = (
    Column("Round", 8, align="center"), Column("Track", 10), Column("Date", 18, "ddd d mmm yyyy", "center"),
    Column("Format", 18), Column("Start", 9, "hh:mm", "center"), Column("2nd race", 10, "hh:mm", "center"),
)  # fmt: skip
RESULTS = (
    Column("Round", 8, align="center"), Column("Session", 18), Column("Pos", 6, align="center"),
    Column("Driver", 12), Column("Class", 14), Column("Car", 32), Column("Laps", 7, align="center"),
    Column("Best lap", 11, LAP, "right"), Column("Status", 14), Column("Incidents", 11, align="center"),
)  # fmt: skip
PENALTIES = (
    Column("Case", 8, align="center"), Column("Round", 8, align="center"), Column("Session", 18),
    Column("Driver", 12), Column("Class", 14), Column("Verdict", 11), Column("Penalty", 24),
    Column("Licence points", 15, align="center"), Column("Note", 64),
)  # fmt: skip
STANDINGS = (
    Column("Pos", 6, align="center"), Column("+/-", 7, align="center"), Column("Driver", 12),
    Column("Team", 18), *(Column(f"R{number}", 6, align="center") for number in range(1, 11)),
    Column("Pen.", 7, align="center"), Column("Points", 9, align="center"),
)  # fmt: skip
TEAMS = (
    Column("Pos", 6, align="center"), Column("+/-", 7, align="center"), Column("Team", 18), Column("Drivers", 22),
    *(Column(f"R{number}", 6, align="center") for number in range(1, 11)), Column("Points", 9, align="center"),
)  # fmt: skip
PROBLEMS = (
    Column("Where", 34), Column("Kind", 10), Column("What is wrong", 70), Column("What would be right", 46),
    Column("Article", 18),
)  # fmt: skip


def main(arguments: list[str]) -> int:
    if len(arguments) > 2 or arguments[:1] in (["-h"], ["--help"]):
        print(__doc__)
        return 0 if arguments[:1] in (["-h"], ["--help"]) else 2
    data = Path(arguments[0]) if arguments else DEFAULT
    folder = Path(arguments[1]) if len(arguments) > 1 else Path("league-nxt")
    if problem := missing(data):
        print(problem, file=sys.stderr)
        return 2
    make(data, folder)
    print(f"Laid the season out in {folder}")
    print(f"Next: sheets-sync sync {folder}")
    return 0


def make(data: Path, folder: Path) -> None:
    """Writes the workbook and, beside it, everything that makes the folder a league."""
    folder.mkdir(parents=True, exist_ok=True)
    workbook(read(data)).save(folder / "season.xlsx")
    shutil.copyfile(HERE / "league.yaml", folder / "league.yaml")
    shutil.copytree(HERE / "rulesets", folder / "rulesets", dirs_exist_ok=True)


def workbook(rows: Published) -> Workbook:
    book = Workbook()
    book.remove(book.worksheets[0])
    _entries(book, rows)
    _calendar(book, rows)
    _results(book, rows)
    _penalties(book, rows)
    _standings(book)
    _teams(book)
    _problems(book)
    return book


def _entries(book: Workbook, rows: Published) -> None:
    sheet = tab(
        book, "Entries", f"{SEASON}: entries", "One row a driver. The class is the one of today.", ENTRIES
    )
    moved = {row["driver"]: row for row in rows.class_changes}
    ordered = sorted(rows.roster, key=lambda row: (CLASSES.index(row["class"]), row["driver"]))
    for number, row in enumerate(ordered, 4):
        driver, change = row["driver"], moved.get(row["driver"])
        remark = f"{change['new_class']} from round {change['from_round']} on" if change else None
        values = (driver, row["class"], rows.team_of.get(driver), remark)
        line(sheet, number, ENTRIES, values, TINT[row["class"]])


def _calendar(book: Workbook, rows: Published) -> None:
    sheet = tab(book, "Calendar", f"{SEASON}: calendar", "All times are UTC.", CALENDAR)
    for number, (first, sessions) in enumerate(rows.sessions(), 4):
        start = start_of(first)
        track = first["label"].partition("-")[2].strip()
        second = start_of(sessions[1]).time() if len(sessions) > 1 else None
        kind = " + ".join(session["session_type"] for session in sessions)
        line(sheet, number, CALENDAR, (int(first["round"]), track, start.date(), kind, start.time(), second))


def _results(book: Workbook, rows: Published) -> None:
    says = "As exported from the simulator: qualifying and races, one row a driver and session."
    sheet = tab(book, "Results", f"{SEASON}: results", says, RESULTS)
    seen: dict[tuple[str, str], int] = {}
    for number, row in enumerate(rows.results, 4):
        session = session_name(row)
        band = seen.setdefault((row["round"], session), len(seen)) % 2
        line(sheet, number, RESULTS, _result(row, session, rows), BAND if band else "")
    sheet.auto_filter.ref = f"A3:J{3 + len(rows.results)}"


def _result(row: Row, session: str, rows: Published) -> tuple[Value, ...]:
    number, place, driver = int(row["round"]), int(row["finish_position"]), row["driver"]
    lap, laps, incidents = day_share(row["best_lap_ms"]), int(row["laps"]), int(row["incidents"])
    group = rows.class_of.get(driver)
    return (number, session, place, driver, group, row["car"], laps, lap, row["reason_out"], incidents)


def _penalties(book: Workbook, rows: Published) -> None:
    says = "Penalty: places in the class, points, disqualification; 'note' is a case without any of them."
    sheet = tab(book, "Penalties", f"{SEASON}: penalties", says, PENALTIES)
    numbers = {key: count(1) for key in {row["round"] for row in rows.penalties}}
    for number, row in enumerate(rows.penalties, 4):
        case = f"{int(row['round']):02d}-{next(numbers[row['round']])}"
        line(sheet, number, PENALTIES, _penalty(row, case, rows))


def _penalty(row: Row, case: str, rows: Published) -> tuple[Value, ...]:
    """A row that names a session in which its score event doesn't take place stays an open case."""
    held = next(each["session_type"] for each in rows.rounds if _same_session(each, row))
    clear = row["score_event"] == f"{held} Race"
    note = (
        None if clear else f"Entered for the {row['score_event']}, but in the session of the {held.lower()}."
    )
    return (
        case, int(row["round"]), held, row["driver"], rows.class_of.get(row["driver"]),
        "penalty" if clear else None, penalty_text(row), int(row["licence_points"]) or None, note,
    )  # fmt: skip


def _same_session(one: Row, other: Row) -> bool:
    return (one["round"], one["session_no"]) == (other["round"], other["session_no"])


def penalty_text(row: Row) -> str:
    """The penalty as the rules write it: ``3 places, -5 points``; this season knows no added time."""
    return ", ".join(_penalty_parts(row)) or "note"


def _penalty_parts(row: Row) -> Iterator[str]:
    places, points = int(row["positions"]), int(row["championship_points"])
    if places:
        yield f"{places} place{'' if places == 1 else 's'}"
    if points:
        yield f"-{points} points"
    if int(row["disqualified"]):
        yield "disqualification"


def _standings(book: Workbook) -> None:
    says = "Written by sheets-sync, one range for each class; whatever is typed here is not read."
    sheet = tab(book, "Standings", f"{SEASON}: standings", says, STANDINGS)
    for name, (first, last) in RANGES.items():
        banner(sheet, first - 1, len(STANDINGS), name, TINT[name])
        _frame(sheet, first, last, STANDINGS)
    sheet.freeze_panes = "D3"


def _teams(book: Workbook) -> None:
    says = "Written by sheets-sync: the two best drivers of each round."
    sheet = tab(book, "Teams", f"{SEASON}: teams", says, TEAMS)
    _frame(sheet, 3, 30, TEAMS)
    sheet.freeze_panes = "D4"


def _problems(book: Workbook) -> None:
    says = "Written by sheets-sync: cells that need a person's eye."
    sheet = tab(book, "Problems", f"{SEASON}: problems", says, PROBLEMS)
    _frame(sheet, 3, 60, PROBLEMS)


def _frame(sheet: Worksheet, first: int, last: int, columns: Sequence[Column]) -> None:
    """The header and the rows of a range that is filled later."""
    heading(sheet, first, [None] * len(columns))
    for row in range(first + 1, last + 1):
        line(sheet, row, columns, [None] * len(columns))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
