"""What a range may hold and lose: it may have no end, and rows are counted against those of the same
round."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
from conftest import computed
from openpyxl.worksheet.worksheet import Worksheet

from sheets_sync.cells import CellRange
from sheets_sync.jobs.run import sync
from sheets_sync.pipeline import plan
from sheets_sync.plan.safety import Consent
from sheets_sync.sources.snapshot import CellWrite
from sheets_sync.sources.workbook import write_workbook

_LEAGUE = """
league: Two races
ruleset: twice
spreadsheets: {book: {path: book.xlsx, access: private}, front: {path: front.xlsx, access: public}}
read: {entries: {tab: book!Drivers}, results: {tab: book!Results}}
write:
  - {table: drivers, to: front!Standings!A3:N}
  - {table: round results, to: front!Results!A1:J, columns: [pos, driver]}
"""
_RULES = """
document: Twice
season: {zone: UTC, programme: [sprint, feature]}
calendar: 3
points: {race: {table: [10, 6, 4]}}
"""
_DRIVERS = tuple(f"Driver {letter}" for letter in "ABCDEFGHIJKL")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Twelve drivers, and both races of the first round: 24 rows."""
    (tmp_path / "rulesets" / "twice").mkdir(parents=True)
    (tmp_path / "league.yaml").write_text(_LEAGUE, "utf-8")
    (tmp_path / "rulesets" / "twice" / "ruleset.yaml").write_text(_RULES, "utf-8")
    book = openpyxl.Workbook()
    drivers = book.create_sheet("Drivers", 0)
    for row in ("Driver", "Team"), *((name, None) for name in _DRIVERS):
        drivers.append(row)
    results = book.create_sheet("Results")
    results.append(("Round", "Session", "Pos", "Driver"))
    _race(results, 1, "sprint")
    _race(results, 1, "feature")
    book.save(tmp_path / "book.xlsx")
    front = openpyxl.Workbook()
    front.create_sheet("Standings")
    front.create_sheet("Results")
    front.save(tmp_path / "front.xlsx")
    return tmp_path


def _race(results: Worksheet, number: int, session: str) -> None:
    for place, name in enumerate(_DRIVERS, 1):
        results.append((number, session, place, name))


def _said(folder: Path) -> list[str]:
    return [problem.message for problem in plan(computed(folder), Consent()).problems]


def test_rows_are_counted_against_those_of_the_same_round(folder: Path) -> None:
    """24 rows of R1; then the 12 of R2's sprint; of these a third, more than 30 %, is gone."""
    assert not sync(computed(folder), Consent()).problems
    book = openpyxl.load_workbook(folder / "book.xlsx")
    _race(book["Results"], 2, "sprint")
    book.save(folder / "book.xlsx")
    assert not sync(computed(folder), Consent()).problems
    front = openpyxl.load_workbook(folder / "front.xlsx")["Results"]
    assert [front.cell(row, 2).value for row in (2, 13, 14)] == ["Driver A", "Driver L", None]
    book["Results"].delete_rows(34, 4)
    book.save(folder / "book.xlsx")
    assert _said(folder) == ["The table 'round results' would shrink from 12 rows to 8. Nothing is written."]


def test_a_range_without_an_end_takes_all_rows_and_blanks_what_is_below(folder: Path) -> None:
    """The header in row 3, twelve drivers in rows 4 to 15."""
    assert str(CellRange.parse("A3:N")) == "A3:N"
    assert not sync(computed(folder), Consent()).problems
    snapshot = computed(folder).snapshots["front"]
    note = CellWrite("Standings", 40, 2, "mine")
    assert not write_workbook(snapshot, [note], snapshot.memory or "")
    assert _said(folder) == [
        "This cell is ours, but somebody changed it since our last write; it now holds 'mine'. "
        "Nothing is written."
    ]
    sync(computed(folder), Consent(overwrite=True))
    front = openpyxl.load_workbook(folder / "front.xlsx")["Standings"]
    assert front["C15"].value == "Driver L" and front["B40"].value is None


def test_nothing_else_fits_below_a_range_without_an_end(folder: Path) -> None:
    text = (folder / "league.yaml").read_text("utf-8")
    text += "  - {table: drivers, to: front!Standings!A200:N240}\n"
    (folder / "league.yaml").write_text(text, "utf-8")
    with pytest.raises(AssertionError, match="The ranges of 'drivers' and 'drivers' overlap"):
        computed(folder)
