"""A table of points that a league keeps by hand: drivers down, rounds across."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import xlsxwriter

from sheets_sync.pipeline import compute, set_up

LEAGUE = """
league: By hand
ruleset: base
spreadsheets: {season: {path: season.xlsx, access: private}}
read:
  entries: {tab: season!Drivers}
  results: {tab: season!Results}
  opening: {tab: season!Points, layout: matrix, cells: amount, set: {account: race}}
rules: {calendar: 4, points: {race: {table: [25, 18, 15]}}}
"""
TABS = {
    "Drivers": [["Driver"], ["Ann"], ["Bob"], ["Cleo"]],
    "Points": [
        ["Points 2024"],
        ["Driver", "R1", "R2", "Total"],
        ["Ann", 25, "18", 43],
        ["Bob", "DNF", 25, 25],
        ["Cleo", "7,5", None, 7.5],
    ],
    "Results": [["Round", "Pos", "Driver"], [3, 1, "Cleo"], [3, 2, "Ann"], [3, 3, "Bob"]],
}


def test_points_of_a_matrix_stand_in_their_rounds(tmp_path: Path) -> None:
    """R3 is reckoned (25, 18, 15); R1 and R2 are as typed: Ann 61, Bob 0 + 25 + 15, Cleo 7.5 + 25."""
    (tmp_path / "league.yaml").write_text(LEAGUE, encoding="utf-8")
    with xlsxwriter.Workbook(tmp_path / "season.xlsx") as book:
        for tab, rows in TABS.items():
            sheet = book.add_worksheet(tab)
            for index, row in enumerate(rows):
                sheet.write_row(index, 0, row)
    setup, problems = set_up(tmp_path)
    assert setup is not None, problems
    run = compute(setup, datetime(2024, 6, 1, tzinfo=UTC))
    assert [str(each) for each in run.problems] == []
    table = run.tables["drivers"].chosen(["rank", "name", "R1", "R2", "R3", "total"])
    rows = [[getattr(value, "shown", value) for value in row] for row in table.rows]
    assert [[str(value) for value in row] for row in rows] == [
        ["1", "Ann", "25", "18", "18", "61"],
        ["2", "Bob", "0", "25", "15", "40"],
        ["3", "Cleo", "15/2", "None", "25", "65/2"],
    ]
