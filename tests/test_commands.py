"""The commands as a person or a machine calls them: output, JSON and exit codes."""

from __future__ import annotations

import json
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner, Result

from sheets_sync.cli import main

COMMANDS = ("announce", "check", "demo", "explain", "plan", "rules show", "standings", "sync")


def call(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(each) for each in arguments], catch_exceptions=False)


@pytest.mark.parametrize("command", COMMANDS)
def test_help_fits_on_one_screen(command: str) -> None:
    result = call(*command.split(), "--help")
    assert result.exit_code == 0
    assert len(result.stdout.splitlines()) <= 24


def test_standings_json_has_the_stable_shape(demo_folder: Path) -> None:
    """An object of tables, each a list of rows with rank, name and exact points as text."""
    result = call("standings", demo_folder, "--json")
    tables = json.loads(result.stdout)
    assert list(tables) == ["drivers", "final ranking"]
    assert len(tables["drivers"]) == 56
    first = tables["drivers"][0]
    assert (first["rank"], first["name"], first["points"]) == (1, "Søren Kjærgaard", "72")
    assert first["rounds"] == {"R1": "36", "R2": "36"}
    ryo = next(row for row in tables["drivers"] if row["name"] == "Ryo Tachibana")
    assert ryo["replaces"] == ["Hugo Lindström"] and ryo["points"] == "30"


def test_problems_in_the_data_give_exit_code_1(demo_folder: Path) -> None:
    result = call("check", demo_folder)
    assert result.exit_code == 1
    assert "coordinators!Results!E123" in result.stderr
    assert "Did you mean 'Matteo Rossi'?" in result.stderr


def test_check_json_names_each_cell(demo_folder: Path) -> None:
    found = json.loads(call("check", demo_folder, "--json").stdout)
    at = {"spreadsheet": "coordinators", "tab": "Results", "cell": "E123"}
    assert any(problem["at"] == at for problem in found["problems"])
    assert [each["id"] for each in found["open_decisions"]] == [
        "rq-r2-luuk-janssen",
        "licence-r2-zoltan-kertesz",
    ]


def test_as_of_looks_back(demo_folder: Path) -> None:
    """After R1 only: Kenji Sato leads with P1 35 + pole 1 + fastest lap 1."""
    result = call("standings", demo_folder, "--as-of", "2023-10-01 12:00", "--json")
    first = json.loads(result.stdout)["drivers"][0]
    assert (first["name"], first["points"]) == ("Kenji Sato", "37")


def test_explain_names_rule_article_and_cells(demo_folder: Path) -> None:
    result = call("explain", demo_folder, "Pedro Goncalves", "--round", "R2")
    assert result.exit_code == 0
    assert "-3  points > deductions: DP1 in case R2-08" in result.stdout
    assert "article: Sanctions" in result.stdout
    assert "stewards!Penalties A24 R2-08" in result.stdout
    assert "R1:" not in result.stdout


def test_explain_of_a_replacement_shows_both_names(demo_folder: Path) -> None:
    data = json.loads(call("explain", demo_folder, "Ryo Tachibana", "--json").stdout)
    assert data["seat_held_by"] == ["Hugo Lindström", "Ryo Tachibana"]
    assert data["points"] == "30"
    assert (
        sum(int(entry["amount"]) for entry in data["entries"] if entry["account"].startswith("points.")) == 30
    )


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("explain", "LEAGUE", "Kenny Sato"), "Did you mean 'Kenji Sato'?"),
        (("explain", "LEAGUE", "Kenji Sato", "--round", "9"), "The calendar has prequalification, R1, R2,"),
        (("standings", "LEAGUE", "--as-of", "yesterday"), "Write it like"),
        (("check", "nowhere"), "There is no such file or folder."),
        (("rules", "show", "rover-oceania-2023"), "Did you mean 'rover-oceasia-2023'?"),
    ],
)
def test_wrong_words_give_exit_code_2_and_a_proposal(
    demo_folder: Path, arguments: tuple[str, ...], says: str
) -> None:
    result = call(*(str(demo_folder) if word == "LEAGUE" else word for word in arguments))
    assert result.exit_code == 2
    assert says in result.stderr


def test_plan_writes_nothing(demo_folder: Path) -> None:
    before = {path: path.read_bytes() for path in demo_folder.rglob("*") if path.is_file()}
    result = call("plan", demo_folder)
    assert result.exit_code == 0
    assert "public!Standings" in result.stdout
    assert before == {path: path.read_bytes() for path in demo_folder.rglob("*") if path.is_file()}


def test_a_saved_plan_is_applied_exactly_or_refused(demo_folder: Path, tmp_path: Path) -> None:
    saved = tmp_path / "plan.json"
    assert call("plan", demo_folder, "--save", saved).exit_code == 0
    assert saved.stat().st_mode & 0o077 == 0
    planned = json.loads(call("plan", demo_folder, "--json").stdout)["changes"]
    done = json.loads(call("sync", saved, "--json").stdout)
    assert sum(done["written"].values()) == len(planned)
    again = call("sync", saved)
    assert again.exit_code == 3
    assert "was changed since the plan was saved" in again.stderr


def test_an_answer_closes_a_decision_and_the_next_reserve_follows(demo_folder: Path) -> None:
    """Luuk Janssen is excluded for his rage quit: reserve 3, Filipe Azevedo, holds the seat from R3 on."""
    book = openpyxl.load_workbook(demo_folder / "stewards.xlsx")
    for column, value in enumerate(("rq-r2-luuk-janssen", "exclusion", "Jacques", "2023-10-08 10:00"), 1):
        book["Decisions"].cell(6, column).value = value
    book.save(demo_folder / "stewards.xlsx")
    found = json.loads(call("check", demo_folder, "--json").stdout)
    assert [each["id"] for each in found["open_decisions"]] == ["licence-r2-zoltan-kertesz"]
    data = json.loads(call("explain", demo_folder, "Luuk Janssen", "--json").stdout)
    assert data["seat_held_by"] == ["Luuk Janssen", "Filipe Azevedo"]


def test_announcements_are_printed_and_fit_into_a_message(demo_folder: Path) -> None:
    data = json.loads(call("announce", demo_folder, "--json").stdout)["announcements"]
    assert list(data) == ["round-results", "penalty-decisions", "pool-grid", "stewards-brief"]
    assert all(len(message) <= 2000 for messages in data.values() for message in messages)


def test_a_league_overrides_one_template(demo_folder: Path) -> None:
    (demo_folder / "templates").mkdir()
    (demo_folder / "templates" / "pool-grid.md.j2").write_text("Pools of {{ pools.round }}", "utf-8")
    data = json.loads(call("announce", demo_folder, "--json").stdout)["announcements"]
    assert data["pool-grid"] == ["Pools of R3"]
    assert data["round-results"][0].startswith("# R2: results")


def test_rules_show_prints_articles_and_assumptions() -> None:
    data = json.loads(call("rules", "show", "rover-oceasia-2023", "--json").stdout)
    table = next(
        each for each in data["rules"] if (each["rule"], each["setting"]) == ("points: race", "table")
    )
    assert table["article"] == "points-distribution"
    assert table["value"].startswith("35, 32, 29")
    assert any(each["assumption"] for each in data["rules"])


def test_every_setting_of_a_shipped_ruleset_cites_an_article() -> None:
    data = json.loads(call("rules", "show", "rover-oceasia-2023", "--json").stdout)
    assert [each for each in data["rules"] if not each["article"]] == []
