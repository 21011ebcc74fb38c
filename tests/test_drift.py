"""What people change in a tab between two runs: a column or a tab gets another name, or another place."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter
from test_layout_leagues import ENTRIES, RULESET, STANDING, standing

from sheets_sync.jobs.run import Outcome, sync
from sheets_sync.pipeline import compute, set_up
from sheets_sync.plan.safety import Consent
from sheets_sync.problems import Severity

LEAGUE = """
league: Drift
ruleset: layouts
spreadsheets: {season: {path: season.xlsx, access: private}, out: {path: out.xlsx, access: public}}
read:
  entries: {tab: season!Entries}
  results: {tab: season!Results, set: {session: race}}
write:
  - {table: drivers, to: out!Standings!A1:J20}
"""
HEADER = ["Round", "Driver", "Pos", "Laps"]
RESULTS = [["R1", "Ann", 1, 9], ["R1", "Ben", 2, 9], ["R1", "Cid", 3, 9]]
RESULTS += [["R2", "Ben", 1, 8], ["R2", "Cid", 2, 8], ["R2", "Ann", 3, 8]]
Rows = Sequence[Sequence[str | int | None]]


@pytest.fixture
def league(tmp_path: Path) -> Path:
    """A league that was synced once."""
    (tmp_path / "rulesets" / "layouts").mkdir(parents=True)
    rules = RULESET.replace("pools: {names: [Gold, Silver]}\n", "")
    (tmp_path / "rulesets" / "layouts" / "ruleset.yaml").write_text(rules, encoding="utf-8")
    (tmp_path / "league.yaml").write_text(LEAGUE, encoding="utf-8")
    book = openpyxl.Workbook()
    book.worksheets[0].title = "Standings"
    book.save(tmp_path / "out.xlsx")
    results(tmp_path, [HEADER, *RESULTS])
    outcome = again(tmp_path)
    assert outcome.applied.written
    assert standing(outcome.run) == STANDING
    return tmp_path


def results(folder: Path, rows: Rows, tab: str = "Results", **further: Rows) -> None:
    """The season's workbook, made anew."""
    with xlsxwriter.Workbook(folder / "season.xlsx") as book:
        for name, cells in {"Entries": ENTRIES, tab: rows, **further}.items():
            sheet = book.add_worksheet(name)
            for row, values in enumerate(cells):
                sheet.write_row(row, 0, values)


def again(folder: Path, shrink: bool = False) -> Outcome:
    setup, problems = set_up(folder)
    assert setup is not None, problems
    run = compute(setup, datetime(2024, 2, 1, tzinfo=UTC), writes=True)
    return sync(run, Consent(shrink=shrink))


def said(outcome: Outcome, severity: Severity | None = None) -> list[str]:
    """All but warnings, or those of one sort."""
    wanted = {severity} if severity else {Severity.ERROR, Severity.NOTE}
    return [str(each) for each in outcome.run.problems if each.severity in wanted]


def test_nothing_is_said_where_nothing_changed(league: Path) -> None:
    assert said(again(league)) == []


def test_a_renamed_column_is_followed_and_said(league: Path) -> None:
    results(league, [["Round", "Wheel", "Pos", "Laps"], *RESULTS])
    outcome = again(league)
    assert standing(outcome.run) == STANDING
    assert said(outcome) == [
        "season!Results!B1: 'Wheel' stands where 'driver' stood at our last write; it is read as the driver. "
        "Write it in league.yaml: columns: {driver: Wheel}. Or call the column 'driver' again."
    ]


def test_a_renamed_column_that_need_not_be_there_is_followed_too(league: Path) -> None:
    results(league, [["Round", "Driver", "Finish at", "Laps"], *RESULTS])
    outcome = again(league)
    assert standing(outcome.run) == STANDING
    assert [each.place for each in outcome.run.gathered.facts.results] == [1, 2, 3, 1, 2, 3]


@pytest.mark.parametrize(
    "header",
    [
        ["Round", "Wheel", "Pos", "Turns"],
        ["Wheel", "Round", "Pos", "Laps"],
        ["Round", "Pos", "Wheel", "Laps"],
    ],
)
def test_what_is_not_certain_is_not_followed(league: Path, header: list[str]) -> None:
    """Two new names; one that stands in another place; and one whose cells are no drivers."""
    results(league, [header, *RESULTS])
    outcome = again(league)
    assert any("There is no column 'driver'" in each for each in said(outcome))
    assert not outcome.applied.written


def test_cells_that_the_field_cannot_have_are_not_followed(league: Path) -> None:
    results(league, [["Round", "Wheel", "Pos", "Laps"], *([r, "Nobody", p, n] for r, _, p, n in RESULTS)])
    assert any("There is no column 'driver'" in each for each in said(again(league)))


def test_columns_that_moved_are_read_and_said(league: Path) -> None:
    """A column of the coordinator's own was inserted, and Laps stands first now."""
    moved = [["Laps", "Round", "Seen", "Driver", "Pos"], *([n, r, "x", d, p] for r, d, p, n in RESULTS)]
    results(league, moved)
    outcome = again(league)
    assert standing(outcome.run) == STANDING
    assert said(outcome) == [
        "season!Results!B1: Columns stand elsewhere than at our last write, and are read there: "
        "'Round' in B, 'Driver' in D, 'Pos' in E and 1 more."
    ]


def test_a_renamed_tab_is_followed_and_said(league: Path) -> None:
    results(league, [HEADER, *RESULTS], "All results", Notes=[["To do"]])
    outcome = again(league)
    assert standing(outcome.run) == STANDING
    assert said(outcome) == [
        "season!All results: There is no tab 'Results', but 'All results' has its headers; that one is read. "
        "Write 'season!All results' in league.yaml, or give the tab its name back."
    ]


def test_of_two_tabs_with_the_same_headers_neither_is_taken(league: Path) -> None:
    results(league, [HEADER, *RESULTS], "One", Two=[HEADER, *RESULTS])
    outcome = again(league)
    assert any("There is no tab 'Results'." in each for each in said(outcome))
    assert not outcome.applied.written


def test_a_public_spreadsheet_holds_no_word_of_a_private_header(league: Path) -> None:
    setup, _ = set_up(league)
    assert setup is not None
    memory = compute(setup, datetime(2024, 2, 1, tzinfo=UTC)).snapshots["out"].memory
    assert memory is not None and '"headers"' in memory
    assert "Pos" not in memory and "Results" not in memory


def test_a_column_that_can_hold_anything_is_not_followed_but_missed(league: Path) -> None:
    """Whether a sponsor is what the car was, nobody can tell by the cells."""
    cars = [[*row, "GT3"] for row in RESULTS]
    results(league, [[*HEADER, "Car"], *cars[:-1], [*cars[-1][:2], 2, 8, "GT3"]])
    again(league)
    results(league, [[*HEADER, "Car"], *cars])
    assert again(league).applied.written
    results(league, [[*HEADER, "Sponsor"], *cars])
    outcome = again(league)
    assert {each.car for each in outcome.run.gathered.facts.results} == {None}
    assert said(outcome, Severity.WARNING) == [
        "season!Results!E1: The column 'car' is gone since our last write; the car counts as empty "
        "everywhere. If it has another name now, write it in league.yaml: columns: {car: ...}."
    ]


def test_a_column_that_cannot_be_spared_is_missed_before_anything_is_written(league: Path) -> None:
    """Without places nobody has points: that is published only once somebody says that it is meant."""
    results(league, [[*HEADER[:2], "", "Laps"], *RESULTS])
    outcome = again(league)
    assert not outcome.applied.written
    assert (
        "season!Results!C1: The column 'pos' is gone since our last write; the place counts as empty "
        "everywhere. Nothing is written before that is mended. If it has another name now, write it in "
        "league.yaml: columns: {place: ...}. If it was taken out on purpose, run once with: sync "
        "--allow-shrink"
    ) in [str(each) for each in outcome.plan.problems]
    assert again(league, shrink=True).applied.written
    assert not any("is gone" in each for each in said(again(league)))


def test_a_round_whose_places_are_gone_is_missed_before_anything_is_written(league: Path) -> None:
    """Its rows are still there, but none of them says how the race ended."""
    results(league, [HEADER, *RESULTS[:3], *([*row[:2], "", row[3]] for row in RESULTS[3:])])
    outcome = again(league)
    assert not outcome.applied.written
    assert [str(each) for each in outcome.plan.problems if each.severity is Severity.ERROR] == [
        "The race of round 2 gives no results; at our last write it gave some. Nothing is written. Restore "
        "the rows; if it is right, run with: sync --allow-shrink"
    ]
