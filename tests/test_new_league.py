"""A new league: its workbooks hold the standard tabs, need no mapping, and take a first round."""

from __future__ import annotations

from datetime import datetime, time
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from sheets_sync import pipeline
from sheets_sync.commands import new
from sheets_sync.jobs.new_league.lay_out import lay_out
from sheets_sync.jobs.run import now_of, sync
from sheets_sync.league import load_league
from sheets_sync.plan.safety import Consent
from sheets_sync.problems import Problem, Severity
from sheets_sync.ruleset.files import known
from sheets_sync.ruleset.load import load_ruleset
from sheets_sync.ruleset.model import Ruleset

CUP = """
document: Tuesday Night Cup
season: {zone: Europe/Berlin, start: 20:30, programme: [qualifying, race], article: usage-calendar}
calendar: {Monza: {dates: 2024-03-05}, Spa: {dates: 2024-03-12}}
tariff: {unit: s, codes: {T1: 5, "10.1": 10 s}, article: usage-cases}
tallies: {penalties: {counts: every code, at: {3: reprimand}, article: usage-cases}}
classification: {by: time, article: usage-cases}
points: {race: {table: [3, 2, 1], sessions: race, article: usage-cases}}
"""


@pytest.fixture
def cup(tmp_path: Path) -> Ruleset:
    (tmp_path / "own" / "cup").mkdir(parents=True)
    (tmp_path / "own" / "cup" / "ruleset.yaml").write_text(CUP, encoding="utf-8")
    ruleset, problems = load_ruleset("cup", [tmp_path / "own"])
    assert ruleset is not None, [str(each) for each in problems]
    return ruleset


@pytest.fixture
def league(cup: Ruleset, tmp_path: Path) -> Path:
    folder = tmp_path / "cup"
    files, problems = lay_out(cup, folder, "Cup: 2024")
    assert not problems
    names = ["league.yaml", "coordinators.xlsx", "public.xlsx", "rulesets/cup/ruleset.yaml"]
    assert [path.relative_to(folder).as_posix() for path in files] == names
    return folder


def test_a_strange_folder_and_name_make_a_league_file_all_the_same(cup: Ruleset, tmp_path: Path) -> None:
    folder = tmp_path / "two\nlines"
    _, problems = lay_out(cup, folder, "Cup\n2024\x07")
    assert problems == []
    league, problems = load_league(folder)
    assert league is not None and league.name == "Cup 2024 ", problems


def found(folder: Path) -> list[Problem]:
    setup, problems = pipeline.set_up(folder)
    assert setup is not None, [str(each) for each in problems]
    now, _ = now_of(setup, None)
    return list(pipeline.compute(setup, now).problems)


def fill(sheet: Worksheet, number: int, values: dict[str, object]) -> None:
    """Types values under their headers."""
    headers = row(sheet, 3)
    for header, value in values.items():
        sheet.cell(number, headers.index(header) + 1).value = value


def row(sheet: Worksheet, number: int) -> list[object]:
    return [cell.value for cell in sheet[number]]


@pytest.mark.parametrize("name", [each for each in known([]) if each != "base"])
def test_a_fresh_league_has_nothing_but_notes(name: str, tmp_path: Path) -> None:
    ruleset, _ = load_ruleset(name)
    assert ruleset is not None
    _, problems = lay_out(ruleset, tmp_path / "league", "A league")
    assert not problems
    assert [str(each) for each in found(tmp_path / "league") if each.severity is not Severity.NOTE] == []


def test_the_tabs_of_a_small_league(league: Path) -> None:
    book = load_workbook(league / "coordinators.xlsx")
    assert book.sheetnames == [
        "Entries", "Calendar", "Results", "Penalties", "Answers", "Problems", "Open decisions",
        "Due dates", "Not in the next round", "Penalties count", "Lists",
    ]  # fmt: skip
    assert row(book["Entries"], 3) == ["Driver", "No.", "PSN ID", "Team"]
    assert row(book["Calendar"], 4)[:3] == ["Monza", datetime(2024, 3, 5), time(20, 30)]
    assert row(book["Calendar"], 5)[:3] == ["Spa", datetime(2024, 3, 12), time(20, 30)]
    assert book["Entries"].freeze_panes == "B4"
    assert book["Results"]["G4"].number_format == "[m]:ss.000"
    assert load_workbook(league / "public.xlsx").sheetnames == ["Standings", "Results"]


def test_drop_downs_offer_the_words_of_the_ruleset(league: Path) -> None:
    book = load_workbook(league / "coordinators.xlsx")
    results = {str(each.sqref): each for each in book["Results"].data_validations.dataValidation}
    assert results["B4:B1000"].formula1 == "Entries!$A$4:$A$1000"
    tab, cells = str(results["A4:A1000"].formula1).split("!")
    assert [cell.value for (cell,) in book[tab][cells.replace("$", "")]] == ["Monza", "Spa"]
    codes = {str(each.sqref): each for each in book["Penalties"].data_validations.dataValidation}["D4:D1000"]
    tab, cells = str(codes.formula1).split("!")
    assert [cell.value for (cell,) in book[tab][cells.replace("$", "")]] == ["T1", "10.1"]


def test_a_first_round_needs_no_mapping(league: Path) -> None:
    """Ann 20:00 with 10 s is behind Ben 20:05: he has 3 points, she has 2."""
    book = load_workbook(league / "coordinators.xlsx")
    for index, name in enumerate(("Ann", "Ben"), 4):
        book["Entries"].cell(index, 1).value = name
    finish = {"Round": "Monza", "Session": "race"}
    fill(book["Results"], 4, finish | {"Driver": "Ann", "Pos": 1, "Total time": "20:00.000"})
    fill(book["Results"], 5, finish | {"Driver": "Ben", "Pos": 2, "Total time": "20:05.000"})
    fill(book["Penalties"], 4, finish | {"Case": "1", "Driver": "Ann", "Code": "10.1", "Verdict": "penalty"})
    book.save(league / "coordinators.xlsx")
    setup, _ = pipeline.set_up(league)
    assert setup is not None
    now, _ = now_of(setup, "2024-03-06")
    outcome = sync(pipeline.compute(setup, now), Consent())
    assert outcome.problems == () and not outcome.plan.forbidden
    standings = load_workbook(league / "public.xlsx")["Standings"]
    assert [str(row(standings, line)[2]) for line in (3, 4, 5)] == ["Driver", "Ben", "Ann"]
    assert row(standings, 3)[-1] == "Points"
    assert [row(standings, line)[-1] for line in (4, 5)] == [3, 2]


def test_a_folder_that_is_not_empty_is_left_alone(
    cup: Ruleset, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / "notes.txt").write_text("mine", encoding="utf-8")
    assert new.run(str(tmp_path / "own" / "cup"), folder, None, as_json=False) == 4
    assert [each.name for each in folder.iterdir()] == ["notes.txt"]
    assert "The folder isn't empty. Nothing was written." in capsys.readouterr().err


SPREADSHEETS = "{a: {path: a.xlsx, access: private}, b: {path: b.xlsx, access: private}}"


@pytest.mark.parametrize(
    ("read", "message"),
    [
        ("standard", "3: Which spreadsheet keeps the standard tabs? Private are a, b. "),
        ("{standard: c}", "3: 'c' isn't listed under 'spreadsheets'. Known here: a, b."),
        ("{standard: [a]}", "3: 'standard' must name a spreadsheet. Write it like 'standard: coordinators'."),
        ("standrd", "3: read: here belong settings in the form 'key: value'."),
    ],
)
def test_a_short_form_that_is_not_clear(read: str, message: str, cup: Ruleset, tmp_path: Path) -> None:
    text = f"ruleset: cup\nleague: X\nread: {read}\nspreadsheets: {SPREADSHEETS}\n"
    (tmp_path / "own" / "league.yaml").write_text(text, encoding="utf-8")
    setup, problems = pipeline.set_up(tmp_path / "own")
    assert setup is None
    assert [str(each).partition("league.yaml:")[2][: len(message)] for each in problems][:1] == [message]


def test_what_is_written_out_comes_before_the_standard_tabs(cup: Ruleset, tmp_path: Path) -> None:
    read = "{standard: b, cases: {tab: a!Stewards}, votes: {tab: a!Votes}}"
    text = f"ruleset: cup\nleague: X\nread: {read}\nspreadsheets: {SPREADSHEETS}\n"
    (tmp_path / "own" / "league.yaml").write_text(text, encoding="utf-8")
    setup, problems = pipeline.set_up(tmp_path / "own")
    assert setup is not None, [str(each) for each in problems]
    assert {kind: str(tabs[0].tab) for kind, tabs in setup.league.read.items()} == {
        "cases": "a!Stewards",
        "votes": "a!Votes",
        "entries": "b!Entries",
        "calendar": "b!Calendar",
        "results": "b!Results",
        "answers": "b!Answers",
    }
    league, _ = load_league(tmp_path / "own")
    assert league is not None and league.standard == "b"


def test_the_ordinary_usage_makes_a_league_that_begins_with_rounds_and_points(tmp_path: Path) -> None:
    """`base` has no calendar and no points; Ann's win in the league that is laid out is worth 25."""
    folder = tmp_path / "tuesday"
    assert new.run("base", folder, None, as_json=False) == 0
    setup, problems = pipeline.set_up(folder)
    assert setup is not None, problems
    assert setup.league.name == "tuesday"
    assert len(setup.ruleset.rounds) == 8
    assert found(folder) == []
    book = load_workbook(folder / "coordinators.xlsx")
    book["Entries"]["A4"] = "Ann"
    fill(book["Results"], 4, {"Round": "R1", "Driver": "Ann", "Pos": 1})
    book.save(folder / "coordinators.xlsx")
    now, _ = now_of(setup, None)
    assert [line.total for line in pipeline.compute(setup, now).season.standings[1][0].rows] == [25]


def test_a_league_that_begins_with_8_rounds_has_room_for_30(tmp_path: Path) -> None:
    folder = tmp_path / "long"
    assert new.run("base", folder, None, as_json=False) == 0
    text = (folder / "league.yaml").read_text("utf-8").replace("calendar: 8", "calendar: 30")
    (folder / "league.yaml").write_text(text, encoding="utf-8")
    book = load_workbook(folder / "coordinators.xlsx")
    book["Entries"]["A4"] = "Ann"
    fill(book["Results"], 4, {"Round": "R1", "Driver": "Ann", "Pos": 1})
    book.save(folder / "coordinators.xlsx")
    setup, problems = pipeline.set_up(folder)
    assert setup is not None, problems
    now, _ = now_of(setup, None)
    outcome = sync(pipeline.compute(setup, now), Consent())
    assert not outcome.plan.forbidden, outcome.plan.problems


def test_what_a_document_leaves_open_is_said_and_listed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """MSA prints no points, no size of a grid, and not how many lost drivers make a race count as broken."""
    folder = tmp_path / "series"
    assert new.run("msa-2021", folder, None, as_json=False) == 0
    said = capsys.readouterr().out.splitlines()
    assert said[-2:] == [
        "The document gives no points, so that standings stay at 0: "
        "fill in 'points' under 'rules' in league.yaml.",
        "The document leaves open, and league.yaml lists to be filled in: pools > size, "
        "interruptions > mass > counts_from, interruptions > load shedding > counts_from.",
    ]
    text = (folder / "league.yaml").read_text("utf-8")
    assert text.endswith(
        """\
# What the document leaves open: fill it in, and take the # away.
# rules:
#   points: {race: {table: [25, 18, 15, 12, 10, 8, 6, 4, 2, 1]}}
#   pools:
#     size: ...
#   interruptions:
#     mass:
#       counts_from: ...
#     load shedding:
#       counts_from: ...
"""
    )
    assert str(found(folder)[0]) == (
        "MSA Sim Racing Ruleset 2021 v1.1 gives no points, so that every standing stays at 0. "
        "Write them into league.yaml, as 'rules: {points: {race: {table: [25, 18, 15]}}}'."
    )
    filled = text.replace("# rules:", "rules:").replace("#   ", "  ").replace("#     ", "    ")
    filled = filled.replace("#       ", "      ").replace("size: ...", "size: 13")
    filled = filled.replace("counts_from: ...", "counts_from: 3 drivers")
    (folder / "league.yaml").write_text(filled, encoding="utf-8")
    assert found(folder) == []
