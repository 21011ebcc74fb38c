"""What a league's first weeks bring: names of every script, deleted rounds, sorted tables, late decisions."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
from conftest import computed

from sheets_sync.announce.viewing import penalties_view, results_view
from sheets_sync.jobs.run import sync
from sheets_sync.pipeline import plan
from sheets_sync.plan.safety import Consent
from sheets_sync.records.names import slug
from sheets_sync.sources.snapshot import CellWrite
from sheets_sync.sources.workbook import write_workbook

_LEAGUE = """
league: First weeks
ruleset: weekly
spreadsheets: {book: {path: book.xlsx, access: private}, front: {path: front.xlsx, access: public}}
read:
  entries: {tab: book!Drivers}
  results: {tab: book!Results}
  cases: {tab: book!Cases}
write:
  - {table: drivers, to: front!Standings!A1:N20}
"""
_RULES = """
document: Weekly
season: {zone: UTC, start: 20:00}
calendar: {R1: {dates: 2025-03-03}, R2: {dates: 2025-03-10}, R3: {dates: 2025-03-17}, R4: {dates: 2025-03-24}}
points: {race: {table: [10, 6, 4]}}
tariff: {unit: points lost, codes: {A: 2}}
"""
_DRIVERS = ("Мария Иванова", "李小龙", "محمد صلاح", "김민준", "Zoë")


def _league(folder: Path, rounds: int) -> Path:
    """Five drivers who finish in the order of the list, in every round."""
    (folder / "rulesets" / "weekly").mkdir(parents=True)
    (folder / "league.yaml").write_text(_LEAGUE, "utf-8")
    (folder / "rulesets" / "weekly" / "ruleset.yaml").write_text(_RULES, "utf-8")
    book = openpyxl.Workbook()
    drivers = book.active
    assert drivers is not None
    drivers.title = "Drivers"
    for row in [("Driver", "Team"), *((name, None) for name in _DRIVERS)]:
        drivers.append(row)
    results = book.create_sheet("Results")
    results.append(("Round", "Pos", "Driver"))
    for number in range(1, rounds + 1):
        for place, name in enumerate(_DRIVERS, 1):
            results.append((number, place, name))
    cases = book.create_sheet("Cases")
    cases.append(("Case", "Round", "Driver", "Code", "Verdict", "Decided at"))
    book.save(folder / "book.xlsx")
    front = openpyxl.Workbook()
    assert front.active is not None
    front.active.title = "Standings"
    front.save(folder / "front.xlsx")
    return folder


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("José Núñez-Ortiz", "jose-nunez-ortiz"),
        ("Мария Иванова", "мария-иванова"),
        ("李小龙", "李小龙"),
        ("😀", ""),
    ],
)
def test_keys_of_names_in_every_script(name: str, key: str) -> None:
    assert slug(name) == key


def test_drivers_of_every_script_score(tmp_path: Path) -> None:
    """10, 6, 4 and nothing for the fourth and fifth, in one round."""
    run = computed(_league(tmp_path, 1))
    (table,) = run.season.standings[1]
    totals = [(run.season.name(row.person), row.total, dict(row.rounds)) for row in table.rows]
    assert totals[:3] == [("Мария Иванова", 10, {1: 10}), ("李小龙", 6, {1: 6}), ("محمد صلاح", 4, {1: 4})]
    assert {rounds[1] for _, _, rounds in totals[3:]} == {0}


def test_a_round_cant_lose_its_results_in_silence(tmp_path: Path) -> None:
    """One round of four is 25 % of the rows, below the share; all its rows are gone all the same."""
    folder = _league(tmp_path, 4)
    assert not sync(computed(folder), Consent()).problems
    book = openpyxl.load_workbook(folder / "book.xlsx")
    book["Results"].delete_rows(17, 5)
    book.save(folder / "book.xlsx")
    run = computed(folder)
    made = plan(run, Consent())
    assert [problem.message for problem in made.problems] == [
        "The race of round 4 gives no results; at our last write it gave some. Nothing is written."
    ]
    assert made.forbidden and not plan(run, Consent(shrink=True)).forbidden


def test_what_is_private_is_not_in_a_public_workbook(tmp_path: Path) -> None:
    folder = _league(tmp_path, 1)
    sync(computed(folder), Consent())
    memory = computed(folder).snapshots["front"].memory
    assert memory is not None and "Cases" not in memory and "book" not in memory


def test_a_sorted_table_is_said_once(tmp_path: Path) -> None:
    folder = _league(tmp_path, 4)
    sync(computed(folder), Consent())
    snapshot = computed(folder).snapshots["front"]
    grid = snapshot.grids["Standings"]
    turned = [
        CellWrite("Standings", row, column, str(grid.value(8 - row, column)))
        for row in range(2, 7)
        for column in range(1, 12)
        if grid.value(8 - row, column) is not None
    ]
    assert not write_workbook(snapshot, turned, snapshot.memory or "")
    problems = plan(computed(folder), Consent()).problems
    assert len(problems) == 1 and "cells of the table 'drivers' were changed" in problems[0].message


def test_a_late_decision_is_told_with_the_next_ones(tmp_path: Path) -> None:
    """A case of R1, decided on Tuesday after R2's Monday race, stands among R2's decisions."""
    folder = _league(tmp_path, 2)
    book = openpyxl.load_workbook(folder / "book.xlsx")
    book["Cases"].append(("C1", 1, "Zoë", "A", "penalty", "2025-03-11 18:00"))
    book.save(folder / "book.xlsx")
    told = penalties_view(computed(folder).season)
    assert told is not None and told.round == "R2"
    assert [(case.case, case.round, case.penalty) for case in told.decided] == [("C1", "R1", "-2 points")]


def test_a_round_isnt_final_while_a_place_is_open(tmp_path: Path) -> None:
    folder = _league(tmp_path, 1)
    assert computed(folder).season.states[1].word == "final"
    book = openpyxl.load_workbook(folder / "book.xlsx")
    book["Results"]["C3"] = "Lee"
    book.save(folder / "book.xlsx")
    season = computed(folder).season
    assert season.states[1].word == "provisional"
    shown = results_view(season)
    assert shown is not None and shown.pools[0].missing == (2,)


def test_a_misspelt_class_is_asked_about(tmp_path: Path) -> None:
    folder = _league(tmp_path, 1)
    rules = (folder / "rulesets" / "weekly" / "ruleset.yaml").read_text("utf-8")
    (folder / "rulesets" / "weekly" / "ruleset.yaml").write_text(
        rules + "standings: {cups: {each: class}}\n", "utf-8"
    )
    book = openpyxl.load_workbook(folder / "book.xlsx")
    book["Drivers"]["C1"] = "Class"
    for row, name in enumerate(("Pro", "Pro", "Proo", "Am", "Am"), 2):
        book["Drivers"].cell(row, 3).value = name
    book.save(folder / "book.xlsx")
    problems = computed(folder).problems
    said = [(str(p.at), p.message, p.proposal) for p in problems if "class" in p.message]
    assert said == [
        ("book!Drivers!C4", "محمد صلاح is the only one in the class 'Proo'.", "Did you mean 'Pro'?")
    ]
