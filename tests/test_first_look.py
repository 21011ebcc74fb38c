"""`init` on workbooks of leagues that it was not made from, and on what is no league at all."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner
from openpyxl import Workbook

from sheets_sync import pipeline
from sheets_sync.cli import main
from sheets_sync.commands import init
from sheets_sync.league import load_league
from tests.first_look_leagues import BRITONS, LEAGUES, OTHER_LAYOUTS, OtherLeague


def run(*words: str) -> tuple[int, str]:
    result = CliRunner().invoke(main, ["init", *words])
    return result.exit_code, result.output


def found(folder: Path, *words: str) -> dict[str, object]:
    _, output = run(*words, "--to", str(folder / "league"), "--json")
    made: dict[str, object] = json.loads(output)
    return made


def read(made: dict[str, object]) -> dict[str, dict[str, object]]:
    """Tab -> what init says of it."""
    return {str(each["tab"]).partition("!")[2]: each for each in made["read"]}  # type: ignore[attr-defined]


@pytest.mark.parametrize("league", LEAGUES, ids=[each.name for each in LEAGUES])
def test_another_league_is_found(league: OtherLeague, tmp_path: Path) -> None:
    tabs = read(found(tmp_path, str(league.save(tmp_path))))
    kinds = {tab: str(each["kind"]) for tab, each in tabs.items()}
    assert kinds == {tab: each.kind for tab, each in league.wanted.items()}
    wrong = []
    for tab, wanted in league.wanted.items():
        have = {**tabs[tab]["columns"], **tabs[tab]["set"]}  # type: ignore[dict-item]
        wrong += [
            (tab, name) for name, text in {**wanted.columns, **wanted.set}.items() if have.get(name) != text
        ]
    every = sum(len(each.columns) + len(each.set) for each in league.wanted.values())
    assert len(wrong) <= 0.05 * every, wrong


@pytest.mark.parametrize("league", LEAGUES, ids=[each.name for each in LEAGUES])
def test_what_is_written_can_be_loaded(league: OtherLeague, tmp_path: Path) -> None:
    code, output = run(str(league.save(tmp_path)), "--to", str(tmp_path), "--yes")
    assert code in (0, 1), output
    loaded, problems = load_league(tmp_path / "league.yaml")
    assert loaded is not None and problems == []
    assert loaded.write == ()


@pytest.mark.parametrize(
    ("name", "said", "records"),
    [
        ("Finishing Positions", ["layout: matrix"], 18),
        ("One Tab", ["layout: matrix"], 18),
        ("Side by side", ["layout: blocks", "above: [round, pool]"], 12),
        ("Evening lists", ["layout: lists", "above: round"], 6),
    ],
)
def test_other_layouts_are_found(name: str, said: list[str], records: int, tmp_path: Path) -> None:
    league = next(each for each in OTHER_LAYOUTS if each.name == name)
    code, output = run(str(league.save(tmp_path)), "--to", str(tmp_path))
    assert code == 0, output
    text = (tmp_path / "league.yaml").read_text(encoding="utf-8")
    assert [line for line in said if f"    {line}\n" not in text] == []
    setup, _ = pipeline.set_up(tmp_path / "league.yaml")
    assert setup is not None
    facts = pipeline.compute(setup, datetime.now(UTC)).gathered.facts
    assert len(facts.entries) == 6
    assert len(facts.results) == records
    assert len(facts.choices) == (12 if name == "Evening lists" else 0)


def test_points_are_no_places(tmp_path: Path) -> None:
    """A table of standings with points in its rounds is what the software reckons, not what it reads."""
    league = next(each for each in OTHER_LAYOUTS if each.name == "Finishing Positions")
    made = found(tmp_path, str(league.save(tmp_path)))
    assert made["not_read"] == [{"tab": "finishing_positions!Championship", "standings": True}]


def book(folder: Path, **tabs: list[list[object]]) -> str:
    made = Workbook()
    made.remove(made.active)
    for name, rows in tabs.items():
        sheet = made.create_sheet(name.replace("_", " "))
        for row in rows:
            sheet.append(row)
    made.save(folder / "book.xlsx")
    return str(folder / "book.xlsx")


DRIVERS = [["Driver", "No."], *([name, n] for n, name in enumerate(BRITONS, 1))]
RESULTS = [["Round", "Pos", "Driver"], *([1, n, name] for n, name in enumerate(BRITONS, 1))]


def test_a_league_file_that_is_there_stays(tmp_path: Path) -> None:
    (tmp_path / "league.yaml").write_text("league: mine\n", encoding="utf-8")
    code, output = run(book(tmp_path, Drivers=DRIVERS), "--to", str(tmp_path))
    assert code == 3
    assert "A league.yaml stands here already; it is left as it is." in output
    assert (tmp_path / "league.yaml").read_text(encoding="utf-8") == "league: mine\n"


def test_a_file_that_is_no_workbook(tmp_path: Path) -> None:
    (tmp_path / "notes.xlsx").write_bytes(b"PK\x03\x04 nothing")
    code, output = run(str(tmp_path / "notes.xlsx"), str(tmp_path / "missing.xlsx"), "--to", str(tmp_path))
    assert code == 4
    assert "There is no such file." in output
    assert not (tmp_path / "league.yaml").exists()


def test_an_empty_workbook_says_what_is_missing(tmp_path: Path) -> None:
    code, output = run(book(tmp_path, Sheet1=[]), "--to", str(tmp_path))
    assert code == 2
    assert "'entries' is missing under 'read': without it nobody is known." in output


def test_paths_are_relative_to_the_league_file(tmp_path: Path) -> None:
    run(book(tmp_path, Drivers=DRIVERS, Results=RESULTS), "--to", str(tmp_path / "deep" / "folder"))
    league, problems = load_league(tmp_path / "deep" / "folder")
    assert league is not None and problems == []
    assert league.spreadsheets["book"].path == "../../book.xlsx"
    assert league.spreadsheets["book"].access == "private"


def test_sixty_tabs(tmp_path: Path) -> None:
    notes = {f"Notes_{n}": [["To do", "Who"], ["Ask the hosts", "Sam"]] for n in range(58)}
    made = found(tmp_path, book(tmp_path, Drivers=DRIVERS, Results=RESULTS, **notes))
    assert set(read(made)) == {"Drivers", "Results"}
    assert len(made["not_read"]) == 58  # type: ignore[arg-type]


def test_a_long_tab_is_known_by_its_beginning(tmp_path: Path) -> None:
    rows = [[1 + n // 6, 1 + n % 6, BRITONS[n % 6]] for n in range(6000)]
    made = read(found(tmp_path, book(tmp_path, Drivers=DRIVERS, Results=[RESULTS[0], *rows])))
    assert made["Results"]["columns"] == {"round": "Round", "driver": "Driver", "place": "Pos"}
    assert "more than 400 rows below" in (tmp_path / "league" / "league.yaml").read_text(encoding="utf-8")


def test_nothing_is_asked_where_nobody_answers(tmp_path: Path) -> None:
    """A tab of which only little is known: without a terminal the best guess stands, with a remark."""
    odd = [["Driver", "Round", "At"], [BRITONS[0], 1, "2024-02-03 20:00"]]
    code, _ = run(book(tmp_path, Drivers=DRIVERS, Results=RESULTS, Various=odd), "--to", str(tmp_path))
    text = (tmp_path / "league.yaml").read_text(encoding="utf-8")
    assert code == 0
    assert "# unsure: it may also be" in text


def test_names_of_tabs_and_headers_that_yaml_would_misread(tmp_path: Path) -> None:
    entries = [["Driver: name", "#"], *([name, n] for n, name in enumerate(BRITONS, 1))]
    made = {"Entries {2024}, all": entries, "- Race & results #1": RESULTS}
    code, output = run(book(tmp_path, **made), "--to", str(tmp_path))
    league, problems = load_league(tmp_path / "league.yaml")
    assert league is not None and problems == [], output
    assert league.read["entries"][0].tab.tab == "Entries {2024}, all"
    assert code == 0, output


def test_tabs_of_one_form_are_told_once(tmp_path: Path) -> None:
    league = next(each for each in LEAGUES if each.name == "Four Lobbies")
    run(str(league.save(tmp_path)), "--to", str(tmp_path))
    made, problems = load_league(tmp_path / "league.yaml")
    assert made is not None and problems == []
    assert [str(each.tab) for each in made.read["results"]] == ["four_lobbies!R{round} {pool}"]
    assert made.read["results"][0].set == {}
    setup, _ = pipeline.set_up(tmp_path / "league.yaml")
    assert setup is not None
    facts = pipeline.compute(setup, datetime.now(UTC)).gathered.facts
    assert {(row.round, row.pool) for row in facts.results} == {
        (n, pool) for n in (1, 2) for pool in ("ALPHA", "BETA")
    }
    assert len(facts.results) == 12


def test_a_person_is_asked_what_an_unsure_tab_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Only that tab is asked for; 0 leaves it out."""
    monkeypatch.setattr(init, "_asking", lambda settled: init._ask)
    odd = [["Driver", "Round", "At"], [BRITONS[0], 1, "2024-02-03 20:00"]]
    words = ["init", book(tmp_path, Drivers=DRIVERS, Results=RESULTS, Various=odd), "--to", str(tmp_path)]
    result = CliRunner().invoke(main, words, input="0\n")
    assert result.output.count("What is the tab") == 1
    assert "What is the tab book!Various?" in result.output
    assert "0  it isn't to be read" in result.output
    league, _ = load_league(tmp_path)
    assert league is not None
    assert set(league.read) == {"entries", "results"}
