"""Small leagues for the laws: seven drivers, up to three rounds, results and cases as rows of cells."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path

import xlsxwriter
from hypothesis import strategies as st

from sheets_sync.cells import Grid
from sheets_sync.league import League, load_league
from sheets_sync.marked_yaml import parse
from sheets_sync.pipeline import reading_context
from sheets_sync.records.gather import gather
from sheets_sync.rules.fold import fold
from sheets_sync.rules.season.season import Season
from sheets_sync.ruleset.load import load_ruleset
from sheets_sync.ruleset.model import Ruleset

DRIVERS = ("Ann", "Bob", "Cleo", "Dai", "Eve", "Finn", "Gus")
Row = tuple[str | int | None, ...]
Tabs = Mapping[str, Sequence[Row]]

RULESET = """
document: The league of laws
season: {zone: Europe/Paris, start: 21:00, duration: 60 min, programme: [qualifying, race]}
calendar: {R1: {dates: 2024-01-01}, R2: {dates: 2024-01-08}, R3: {dates: 2024-01-15}}
cases: {report: {within: 48 h after own race end}, contest: {within: 24 h after publication}}
tariff: {unit: points lost, codes: {A: 3, B: 1/2, C: 2 places, D: disqualification}}
tallies: {licence: {adds: amount, credit: 15, at: {5: {decide: exclusion}}}}
points:
  race: {sessions: race, table: [10, 6, 9/2, 3, 2, 1]}
  pole: {sessions: qualifying, table: [1]}
  fastest lap: {sessions: race, for: best lap, ties: split, table: [1]}
standings: {drivers: {ties: [countback, licence, best lap]}}
"""
LEAGUE = """
league: Laws
ruleset: laws
spreadsheets: {in: {path: in.xlsx, access: private}, out: {path: out.xlsx, access: public}}
read:
  entries: {tab: in!Entries}
  results: {tab: in!Results}
  cases: {tab: in!Cases}
write:
  - {table: drivers, to: out!Standings!A1:J20}
  - {table: round results, to: out!Results!B2:K30}
  - {table: problems, to: in!Problems!A1:E60}
"""
HEADERS: Mapping[str, Row] = {
    "Entries": ("Driver", "No."),
    "Results": ("Round", "Session", "Driver", "Pos", "Status", "Best lap"),
    "Cases": (
        "Case",
        "Round",
        "Driver",
        "Code",
        "Reported at",
        "Verdict",
        "Decided at",
        "Published at",
        "Contested at",
        "Ruling",
    ),
}
ENTRIES: tuple[Row, ...] = tuple((name, f"{number:02}") for number, name in enumerate(DRIVERS, 1))
END = datetime(2024, 1, 1, 22)


@dataclass(frozen=True)
class Written:
    """The rows of a league's tabs. ``results`` are in the order of the rounds."""

    results: tuple[Row, ...]
    cases: tuple[Row, ...]

    @property
    def tabs(self) -> Tabs:
        return {"Entries": ENTRIES, "Results": self.results, "Cases": self.cases}

    def until(self, number: int) -> Written:
        """Without the results of later rounds."""
        return replace(self, results=tuple(row for row in self.results if int(row[0] or 0) <= number))


def text(moment: datetime) -> str:
    return f"{moment:%Y-%m-%d %H:%M}"


_laps = st.integers(90_000, 90_030)
_statuses = st.sampled_from([None] * 8 + ["DNF", "DNS", "DSQ"])


def _lap(ms: int) -> str:
    return f"{ms // 60_000}:{ms % 60_000 // 1000:02}.{ms % 1000:03}"


@st.composite
def _session(draw: st.DrawFn, number: int, session: str) -> list[Row]:
    order = draw(st.permutations(DRIVERS))
    rows: list[Row] = []
    for place, driver in enumerate(order[: draw(st.integers(2, len(order)))], 1):
        status = draw(_statuses)
        rows.append((number, session, driver, place, status, _lap(draw(_laps))))
    return rows


@st.composite
def _case(draw: st.DrawFn, name: str, rounds: int) -> Row:
    """A case of any round, in any state; each moment is a step behind the one before."""
    number = draw(st.integers(1, rounds))
    moments = [END + timedelta(days=7 * (number - 1))]
    for _ in range(4):
        moments.append(moments[-1] + timedelta(hours=draw(st.integers(1, 40)), minutes=1))
    depth = draw(st.integers(1, 4))
    reported, decided, published, contested = (
        text(moment) if step <= depth else None for step, moment in enumerate(moments[1:], 1)
    )
    verdict = draw(st.sampled_from(["penalty", "penalty", "no action"])) if decided else None
    ruling = draw(st.sampled_from([None, "upheld", "overturned"])) if contested else None
    driver, code = draw(st.sampled_from(DRIVERS)), draw(st.sampled_from("ABCD"))
    return (name, number, driver, code, reported, verdict, decided, published, contested, ruling)


@st.composite
def leagues(draw: st.DrawFn) -> Written:
    rounds = draw(st.integers(1, 3))
    results: list[Row] = []
    for number in range(1, rounds + 1):
        results += draw(_session(number, "qualifying"))
        results += draw(_session(number, "race"))
    cases = [draw(_case(f"C{index}", rounds)) for index in range(draw(st.integers(0, 5)))]
    return Written(tuple(results), tuple(cases))


def grid(spreadsheet: str, tab: str, rows: Sequence[Row]) -> Grid:
    whole = [HEADERS[tab], *rows]
    columns = [list(column) for column in zip(*whole, strict=True)]
    return Grid(spreadsheet, tab, columns, [[""] * len(whole) for _ in columns], {}, ())


@cache
def set_up(folder: Path) -> tuple[League, Ruleset]:
    """The league without its workbooks."""
    (folder / "rulesets" / "laws").mkdir(parents=True, exist_ok=True)
    (folder / "rulesets" / "laws" / "ruleset.yaml").write_text(RULESET, encoding="utf-8")
    (folder / "league.yaml").write_text(LEAGUE, encoding="utf-8")
    league, problems = load_league(folder)
    assert league is not None and not problems, problems
    return league, scaled(folder, "")


def scaled(folder: Path, changes: str) -> Ruleset:
    """The ruleset with changes laid on top."""
    node = parse(changes, folder / "changes.yaml")[0] if changes else None
    ruleset, problems = load_ruleset("laws", [folder / "rulesets"], None, node)
    assert ruleset is not None, problems
    return ruleset


def season(folder: Path, tabs: Tabs, now: datetime, ruleset: Ruleset | None = None) -> Season:
    league, usual = set_up(folder)
    grids = {("in", tab): grid("in", tab, rows) for tab, rows in tabs.items()}
    rules = ruleset or usual
    gathered, problems = gather(league, grids, reading_context(rules))
    assert problems == []
    return fold(rules, gathered.facts, now)


def write_workbooks(folder: Path, tabs: Tabs) -> None:
    with xlsxwriter.Workbook(folder / "in.xlsx") as book:
        for tab, rows in tabs.items():
            sheet = book.add_worksheet(tab)
            for index, row in enumerate([HEADERS[tab], *rows]):
                sheet.write_row(index, 0, row)
        book.add_worksheet("Problems")
    with xlsxwriter.Workbook(folder / "out.xlsx") as book:
        book.add_worksheet("Standings")
        book.add_worksheet("Results")
