"""Leagues with conduct for the laws: two divisions, penalty points, warnings, bans, movement, ballast."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path

from hypothesis import strategies as st

from sheets_sync.cells import Grid
from sheets_sync.league import League, load_league
from sheets_sync.pipeline import reading_context
from sheets_sync.records.gather import gather
from sheets_sync.rules.fold import fold
from sheets_sync.rules.season.season import Season
from sheets_sync.ruleset.load import load_ruleset
from sheets_sync.ruleset.model import Ruleset

Row = tuple[str | int | None, ...]
DRIVERS = ("Ann", "Bob", "Cleo", "Dai", "Eve", "Finn", "Gus", "Hal")
RULESET = """
document: The league of conduct
season: {zone: UTC, start: 21:00, duration: 60 min, programme: [qualifying, race]}
calendar:
  {R1: {dates: 2024-01-01}, R2: {dates: 2024-01-08}, R3: {dates: 2024-01-15}, R4: {dates: 2024-01-22}}
pools: {names: [Gold, Silver], size: 8, fill: keep}
grids: {race: {by: qualifying, banned: back}}
absence: {notice: at race start}
statuses: {NS: {then: 2 pp}}
cases: {contest: {within: 24 h after publication}}
tariff:
  unit: pp
  codes: {A: 3, B: 6, W: 1 warning, P: [2 places, 1 pp], D: disqualification, G: 3 grid places}
tallies:
  pp: {over: 26 weeks, at: {6: qualifying ban, 12: round ban, 15: {decide: exclusion}}}
  warning: {every: {2: [5 pp, -2 points]}}
points:
  race: {sessions: race, table: [10, 6, 4, 3]}
  fastest lap: {sessions: race, for: best lap, table: [1]}
ballast: {success: {sessions: race, table: [20, 10], lasts: 2 rounds, at_most: 30}}
movement: {up: 1, down: 1, by: race}
standings: {drivers: {count: [{drop: 1}], ties: [countback, pp]}}
"""
LEAGUE = """
league: Conduct
ruleset: conduct
spreadsheets: {in: {path: in.xlsx, access: private}}
read: {entries: {tab: in!Entries}, results: {tab: in!Results}, cases: {tab: in!Cases}}
"""
HEADERS: Mapping[str, Row] = {
    "Entries": ("Driver", "Pool"),
    "Results": ("Round", "Session", "Pool", "Driver", "Pos", "Best lap"),
    "Cases": ("Case", "Round", "Session", "Driver", "Code", "Reported at", "Verdict", "Decided at"),
}
ENTRIES: tuple[Row, ...] = tuple((name, "Gold" if name < "E" else "Silver") for name in DRIVERS)
END = datetime(2024, 1, 1, 22, tzinfo=UTC)


@dataclass(frozen=True)
class Conduct:
    """The rows of a league's tabs; no two steps of cases at one moment."""

    results: tuple[Row, ...]
    cases: tuple[Row, ...]
    entries: tuple[Row, ...] = ENTRIES

    @property
    def tabs(self) -> Mapping[str, Sequence[Row]]:
        return {"Entries": self.entries, "Results": self.results, "Cases": self.cases}

    @property
    def rounds(self) -> list[int]:
        return sorted({int(row[0] or 0) for row in self.results})

    def until(self, number: int) -> Conduct:
        """Without the results of later rounds, and what came up after that round's race."""
        results = tuple(row for row in self.results if int(row[0] or 0) <= number)
        return replace(self, results=results)

    def known_at(self, moment: datetime) -> Conduct:
        """The rows as they would have stood at that moment, had nobody written ahead."""
        limit = text(moment)
        cases = (_case_at(row, limit) for row in self.cases if str(row[5]) <= limit)
        return replace(
            self, results=tuple(r for r in self.results if _raced(r) <= moment), cases=tuple(cases)
        )


def text(moment: datetime) -> str:
    return f"{moment:%Y-%m-%d %H:%M}"


def _raced(row: Row) -> datetime:
    """A race counts from its end on, its qualifying from the day before."""
    end = END + timedelta(days=7 * (int(row[0] or 0) - 1))
    return end if row[1] == "race" else end.replace(hour=0) - timedelta(days=1)


def _case_at(row: Row, limit: str) -> Row:
    return row if row[7] is None or str(row[7]) <= limit else (*row[:6], None, None)


@st.composite
def _session(draw: st.DrawFn, number: int, session: str) -> list[Row]:
    """Both divisions; in each the drivers who take part have places and laps of their own."""
    rows: list[Row] = []
    for pool in ("Gold", "Silver"):
        members = [str(name) for name, own in ENTRIES if own == pool]
        order = draw(st.permutations(members))[: draw(st.integers(2, len(members)))]
        laps = draw(st.lists(st.integers(0, 999), min_size=4, max_size=4, unique=True))
        for place, (driver, lap) in enumerate(zip(order, laps, strict=False), 1):
            rows.append((number, session, pool, driver, place, f"1:30.{lap:03}"))
    return rows


@st.composite
def conducts(draw: st.DrawFn) -> Conduct:
    rounds = draw(st.integers(1, 4))
    results = [
        row
        for number in range(1, rounds + 1)
        for session in ("qualifying", "race")
        for row in draw(_session(number, session))
    ]
    count = draw(st.integers(0, 8))
    minutes = draw(st.lists(st.integers(1, 5_000), min_size=2 * count, max_size=2 * count, unique=True))
    cases = [draw(_case(f"C{index}", rounds, minutes[2 * index : 2 * index + 2])) for index in range(count)]
    return Conduct(tuple(results), tuple(cases))


@st.composite
def _case(draw: st.DrawFn, name: str, rounds: int, minutes: list[int]) -> Row:
    number = draw(st.integers(1, rounds))
    end = END + timedelta(days=7 * (number - 1))
    reported, decided = (text(end + timedelta(minutes=minute)) for minute in sorted(minutes))
    verdict = draw(st.sampled_from(["penalty", "penalty", "no action", None]))
    driver, code = draw(st.sampled_from(DRIVERS)), draw(st.sampled_from("AABBWWPDG"))
    return (name, number, "race", driver, code, reported, verdict, decided if verdict else None)


@cache
def set_up(folder: Path) -> tuple[League, Ruleset]:
    (folder / "rulesets" / "conduct").mkdir(parents=True, exist_ok=True)
    (folder / "rulesets" / "conduct" / "ruleset.yaml").write_text(RULESET, encoding="utf-8")
    (folder / "league.yaml").write_text(LEAGUE, encoding="utf-8")
    league, problems = load_league(folder)
    assert league is not None and not problems, problems
    ruleset, found = load_ruleset("conduct", [folder / "rulesets"])
    assert ruleset is not None, found
    return league, ruleset


def season(folder: Path, tabs: Mapping[str, Sequence[Row]], now: datetime) -> Season:
    league, ruleset = set_up(folder)
    grids = {("in", tab): _grid(tab, rows) for tab, rows in tabs.items()}
    gathered, problems = gather(league, grids, reading_context(ruleset))
    assert problems == []
    return fold(ruleset, gathered.facts, now)


def _grid(tab: str, rows: Sequence[Row]) -> Grid:
    whole = [HEADERS[tab], *rows]
    columns = [list(column) for column in zip(*whole, strict=True)]
    return Grid("in", tab, columns, [[""] * len(whole) for _ in columns], {}, ())
