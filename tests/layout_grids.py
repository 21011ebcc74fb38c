"""Tabs drawn as text: cells between bars, columns as letters."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from sheets_sync.cells import CellRange, Grid, Value
from sheets_sync.league_file import TabRead
from sheets_sync.problems import Problem
from sheets_sync.records.context import ReadingContext
from sheets_sync.records.facts import KINDS
from sheets_sync.records.name_book import NameBook
from sheets_sync.records.names import fold
from sheets_sync.records.reading import read_tab

DRIVERS = ["Ann", "Ben", "Cid", "Dot", "Eve", "Fay", "Gus", "Hal"]
CONTEXT = ReadingContext(
    ZoneInfo("UTC"),
    rounds={word: number for number in range(1, 6) for word in (str(number), f"r{number}", f"round {number}")}
    | {"suzuka": 3},
    pools={"gold": "Gold", "silver": "Silver", "bronze": "Bronze", "rookie": "Rookie"},
    sessions={"qualifying": "qualifying", "race": "race"},
    statuses={"dnf": "DNF"},
    names=NameBook({fold(name): fold(name) for name in DRIVERS}, {fold(name): name for name in DRIVERS}),
    round_names=("R1", "R2", "R3", "R4", "R5"),
)


def drawn(text: str, merges: str = "", hidden: frozenset[int] = frozenset()) -> Grid:
    """A grid from lines such as ``Ann | 1 | 2``; numbers are numbers, and what is blank is blank."""
    rows = [[_value(cell) for cell in line.split("|")] for line in text.strip("\n").split("\n")]
    width = max(map(len, rows))
    columns = [[row[index] if index < len(row) else None for row in rows] for index in range(width)]
    formats = [[""] * len(rows) for _ in columns]
    found = tuple(map(CellRange.parse, merges.split()))
    return Grid("book", "tab", columns, formats, merges=found, hidden_rows=hidden)


def _value(cell: str) -> Value:
    text = cell.strip()
    return int(text) if text.isdigit() else text or None


def read(grid: Grid, kind: str = "results", **settings: object) -> tuple[list[str] | None, list[str]]:
    """Each fact as its fields with the cells that they come from, and what is said."""
    tab = TabRead.model_validate({"tab": "book!tab", **settings})
    facts, problems = read_tab(grid, KINDS[kind], tab, CONTEXT)
    return None if facts is None else [_told(fact) for fact in facts], [_said(each) for each in problems]


def _told(fact: object) -> str:
    """``round 3 (B1), driver ann (A4), place 2 (B4)``: the fields that have a cell, as the tab has them."""
    row = fact.row  # type: ignore[attr-defined]
    names = (name for name in type(fact).__dataclass_fields__ if name in row.source.columns)  # type: ignore[attr-defined]
    return ", ".join(f"{name} {getattr(fact, name)} ({row.cell(name).a1})" for name in names)


def _said(problem: Problem) -> str:
    where = str(problem.at).rpartition("!")[2]
    return f"{problem.severity.value} {where}: {problem.message}"
