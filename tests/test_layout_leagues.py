"""Whole leagues whose workbooks keep their results in each layout: all give the same standing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest
import xlsxwriter

from sheets_sync.pipeline import Run, compute, set_up
from sheets_sync.problems import Severity

RULESET = """
document: The league of layouts
season: {zone: UTC, start: 21:00, duration: 60 min, programme: [qualifying, race]}
calendar: {R1: {dates: 2024-01-01}, R2: {dates: 2024-01-08}}
pools: {names: [Gold, Silver]}
points: {race: {sessions: race, table: [10, 6, 4]}}
standings: {drivers: {ties: [countback]}}
"""
LEAGUE = """
league: Layouts
ruleset: layouts
spreadsheets: {season: {path: season.xlsx, access: private}}
read:
  entries: {tab: season!Entries}
"""
ENTRIES = [["Driver"], ["Ann"], ["Ben"], ["Cid"]]
STANDING = [("Ben", 16), ("Ann", 14), ("Cid", 10)]
"""Round 1: Ann, Ben, Cid; round 2: Ben, Cid, Ann; for 10, 6 and 4 points."""
Rows = Sequence[Sequence[str | int | None]]


def run(folder: Path, read: str, tabs: Mapping[str, Rows], rules: str = RULESET) -> Run:
    """The league as it stands at the end of the season."""
    (folder / "rulesets" / "layouts").mkdir(parents=True)
    (folder / "rulesets" / "layouts" / "ruleset.yaml").write_text(rules, encoding="utf-8")
    (folder / "league.yaml").write_text(LEAGUE + read, encoding="utf-8")
    with xlsxwriter.Workbook(folder / "season.xlsx") as book:
        for name, rows in {"Entries": ENTRIES, **tabs}.items():
            sheet = book.add_worksheet(name)
            for row, cells in enumerate(rows):
                sheet.write_row(row, 0, cells)
    setup, problems = set_up(folder)
    assert setup is not None, problems
    return compute(setup, datetime(2024, 2, 1, tzinfo=UTC))


def standing(run: Run) -> list[tuple[object, object]]:
    table = run.tables["drivers"]
    keys = [column.key for column in table.columns]
    return [(row[keys.index("name")], row[keys.index("total")]) for row in table.rows]


LAYOUTS: dict[str, tuple[str, dict[str, Rows]]] = {
    "rows": (
        "  results: {tab: season!Results, set: {session: race, pool: Gold}}",
        {
            "Results": [
                ["Round", "Driver", "Pos"],
                ["R1", "Ann", 1],
                ["R1", "Ben", 2],
                ["R1", "Cid", 3],
                ["R2", "Ben", 1],
                ["R2", "Cid", 2],
                ["R2", "Ann", 3],
            ]
        },
    ),
    "matrix": (
        "  results: {tab: season!Points, layout: matrix, set: {session: race, pool: Gold}}",
        {
            "Points": [
                ["The season so far"],
                ["", "Driver", "R1", "R2", "Total"],
                [1, "Ben", 2, 1, 16],
                [2, "Ann", 1, 3, 14],
                [3, "Cid", 3, 2, 10],
            ]
        },
    ),
    "blocks": (
        "  results: {tab: season!Rounds, layout: blocks, above: round, set: {session: race, pool: Gold}}",
        {
            "Rounds": [
                ["Round 1 - Monza (1 January)", "", "", "Round 2 - Spa (8 January)"],
                ["Pos", "Driver", "", "Driver", "Pos"],
                [1, "Ann", "", "Ben", 1],
                [2, "Ben", "", "Cid", 2],
                [3, "Cid", "", "Ann", 3],
            ]
        },
    ),
    "a tab for each round and pool": (
        '  results: {tab: "season!R{round} {pool}", set: {session: race}}',
        {
            "R1 Gold": [["Pos", "Driver"], [1, "Ann"], [2, "Ben"], [3, "Cid"]],
            "R2  gold": [["Pos", "Driver"], [1, "Ben"], [2, "Cid"], [3, "Ann"]],
            "Rules": [["Pos", "Driver"], [1, "Cid"]],
        },
    ),
    "a tab for each round, with its circuit": (
        '  results: {tab: "season!Lauf {round}", set: {session: race, pool: Gold}}',
        {
            "Lauf 1 Spa": [["Platz", "Fahrer"], [1, "Ann"], [2, "Ben"], [3, "Cid"]],
            "Lauf 2 Monza (8.1.)": [["Platz", "Fahrer"], [1, "Ben"], [2, "Cid"], [3, "Ann"]],
        },
    ),
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_layout_gives_the_same_standing(layout: str, tmp_path: Path) -> None:
    read, tabs = LAYOUTS[layout]
    found = run(tmp_path, read, tabs)
    assert [str(each) for each in found.problems if each.severity is Severity.ERROR] == []
    assert standing(found) == STANDING


def test_the_cells_of_a_result_are_those_that_say_it(tmp_path: Path) -> None:
    """Ben's second place in round 1 of the matrix comes from B3, C3 and the round's heading C2."""
    found = run(tmp_path, *LAYOUTS["matrix"])
    [ben] = [row for row in found.gathered.facts.results if (row.driver, row.round) == ("ben", 1)]
    cells = [ben.row.cell(name).a1 for name in ("driver", "round", "place", "session")]
    assert cells == ["B3", "C2", "C3", "B3"]


def test_a_tab_named_like_the_others_that_names_no_round_is_said(tmp_path: Path) -> None:
    read, tabs = LAYOUTS["a tab for each round and pool"]
    found = run(tmp_path, read, {**tabs, "R3 Gold": [["Pos", "Driver"], [1, "Ann"]]})
    assert [
        str(each) for each in found.problems if each.severity is Severity.NOTE and "named like" in str(each)
    ] == [
        "season: Of the tabs named like 'R{round} {pool}' these name no round and pool, and aren't read: "
        "'Rules', 'R3 Gold'. If one holds records, mend its name."
    ]


def test_lists_give_the_pools_that_drivers_chose(tmp_path: Path) -> None:
    read = "  choices: {tab: season!Pool lists, layout: lists, above: round}"
    lists: Rows = [
        ["Round 1 (1 January)"],
        ["Gold", "Silver"],
        ["Ann", "Ben"],
        ["Cid"],
        [],
        ["Round 2"],
        ["Gold", "Silver"],
        ["", "Ann"],
    ]
    found = run(tmp_path, read, {"Pool lists": lists})
    assert [(each.driver, each.round, each.pool) for each in found.gathered.facts.choices] == [
        ("ann", 1, "Gold"),
        ("cid", 1, "Gold"),
        ("ben", 1, "Silver"),
        ("ann", 2, "Silver"),
    ]


def test_a_form_gives_the_sign_outs(tmp_path: Path) -> None:
    read = "  sign_outs: {tab: season!Form responses 1, layout: form}"
    form: Rows = [
        ["Timestamp", "Your name", "Which round do you sign out of?"],
        ["2023-12-30 18:00", "Cid", "Round 1"],
    ]
    found = run(tmp_path, read, {"Form responses 1": form})
    assert [(each.driver, each.round) for each in found.gathered.facts.sign_outs] == [("cid", 1)]
    assert [str(each) for each in found.problems if each.severity is Severity.ERROR] == []


def test_a_circuit_names_the_one_round_that_is_held_there(tmp_path: Path) -> None:
    """Two rounds are in Monza, so that nobody can tell which is meant; Spa is round 3."""
    read = (
        "  calendar: {tab: season!Calendar}\n"
        "  results: {tab: season!Points, layout: matrix, set: {session: race, pool: Gold}}"
    )
    calendar: Rows = [["Round", "Circuit"], [1, "Monza"], [2, "Monza"], [3, "Spa"]]
    points: Rows = [["Driver", "R1", "Monza", "Spa"], ["Ann", 1, 2, 3]]
    rules = RULESET.replace("R2: {dates: 2024-01-08}", "R2: {dates: 2024-01-08}, R3: {dates: 2024-01-15}")
    found = run(tmp_path, read, {"Calendar": calendar, "Points": points}, rules)
    assert [(each.round, each.place) for each in found.gathered.facts.results] == [(1, 1), (3, 3)]
    assert [each.message for each in found.problems if "Monza" in each.message] == [
        "'Monza' names no round; the column below it isn't read."
    ]
