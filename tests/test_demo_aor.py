"""The demo league of AOR against tables that were worked out by hand (demo/expected_aor.yaml)."""

from __future__ import annotations

from collections import defaultdict
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
import yaml
from conftest import computed

from sheets_sync.jobs.demo import lay_out
from sheets_sync.pipeline import Run
from sheets_sync.problems import Severity
from sheets_sync.rules.standings.rule import StandingTable
from sheets_sync.tables.export.make import document

EXPECTED: dict[str, Any] = yaml.safe_load(
    (Path(__file__).parent / "demo" / "expected_aor.yaml").read_text("utf-8")
)


@pytest.fixture(scope="module")
def aor(tmp_path_factory: pytest.TempPathFactory) -> Run:
    folder = tmp_path_factory.mktemp("demo") / "aor"
    fresh, problems = lay_out(folder, "aor")
    assert fresh and not problems
    return computed(folder)


def _table(run: Run, name: str) -> StandingTable:
    return next(each for each in run.season.standings[7] if each.name == name)


def test_the_first_of_the_championship(aor: Run) -> None:
    rows = _table(aor, "drivers").rows
    for line, row in zip(EXPECTED["standings"], rows, strict=False):
        rounds = {f"R{number}": points for number, points in row.rounds.items()}
        figures = {key: Fraction(value) for key, value in line.items() if key not in ("rank", "name")}
        assert (line["rank"], line["name"]) == (row.rank, aor.season.name(row.person))
        assert figures == {**rounds, "total": row.total}


def test_equal_points_are_parted_by_countback(aor: Run) -> None:
    ahead, behind = (row for row in _table(aor, "drivers").rows if row.total == Fraction(379, 2))
    assert [aor.season.name(row.person) for row in (ahead, behind)] == EXPECTED["tie"]
    assert ahead.rank + 1 == behind.rank


def test_teams(aor: Run) -> None:
    table = aor.tables["teams"].chosen(["rank", "name", "total"])
    totals = [(rank, name, Fraction(str(total))) for rank, name, total in table.rows]
    assert totals == [(line["rank"], line["name"], Fraction(line["total"])) for line in EXPECTED["teams"]]


@pytest.mark.parametrize("tally", list(EXPECTED["tallies"]))
def test_tallies(aor: Run, tally: str) -> None:
    """What is active now: 26 weeks back, this season, or for ever."""
    counted = {row[0]: row[2] for row in aor.tables[tally].rows if row[2]}
    assert counted == EXPECTED["tallies"][tally]


def test_sanctions_and_where_they_were_served(aor: Run) -> None:
    found = [
        [
            aor.season.name(each.penalty.person),
            str(each.penalty.phrase),
            each.penalty.event.round,
            list(each.served),
        ]
        for each in aor.season.sentences
    ]
    assert sorted(found) == sorted(EXPECTED["sanctions"])


def test_absences(aor: Run) -> None:
    found: dict[str, dict[int, list[str]]] = defaultdict(lambda: defaultdict(list))
    for each in aor.season.absences:
        found[each.status][each.event.round].append(aor.season.name(each.person))
    assert {
        status: {number: sorted(names) for number, names in rounds.items()}
        for status, rounds in found.items()
    } == EXPECTED["absences"]


def test_broken_races(aor: Run) -> None:
    rows = aor.tables["interruptions"].rows
    found = {f"{row[0]} {row[1]} {row[2] or ''}".strip().removeprefix("R"): row[6] for row in rows}
    assert found == EXPECTED["interruptions"]


def test_rooms_of_the_last_round(aor: Run) -> None:
    grid = aor.season.pool_grid
    assert grid is not None and grid.round == 8
    rooms = {name: sorted(aor.season.name(each.person) for each in own) for name, own in grid.pools.items()}
    assert rooms == EXPECTED["rooms"]
    assert ("Rhys Llewellyn-Davies", "round ban") in [(aor.season.name(e.person), e.why) for e in grid.out]


def test_release_order_of_the_last_round(aor: Run) -> None:
    found: dict[str, list[list[str]]] = {}
    for grid in aor.season.grids:
        groups: dict[int, list[str]] = defaultdict(list)
        for each in grid.places:
            groups[each.group].append(aor.season.name(each.person))
        found[grid.event.pool] = list(groups.values())
    assert found == EXPECTED["release"]


def test_only_what_was_planted_is_reported(aor: Run) -> None:
    planted = EXPECTED["problems"]
    said = [each for each in aor.problems if each.severity is not Severity.NOTE]
    found = {str(each.at).split("!", 1)[1]: each for each in said}
    assert set(found) == set(planted) and len(said) == len(planted)
    for cell, word in planted.items():
        assert word in (found[cell].refusal, found[cell].rule) or word in found[cell].message, cell


def test_decisions_and_cases(aor: Run) -> None:
    assert [each.id for each in aor.season.decisions if each.is_open] == EXPECTED["open"]
    states: dict[str, list[str]] = defaultdict(list)
    for case in aor.season.cases:
        states[case.state.value].append(case.row.case)
    assert {word: states[word] for word in EXPECTED["cases"]} == EXPECTED["cases"]


def test_conduct_is_for_stewards_only(aor: Run) -> None:
    """5.4: a driver sees the own record only."""
    private = ("pp", "warning", "injunction", "reprimands", "no-shows", "out", "blacklist", "best six")
    assert {aor.tables[name].access for name in private} == {"private"}


def test_drivers_are_told_of_their_own_cases(aor: Run) -> None:
    """5.3: "the driver will always be informed"; what couldn't be applied isn't told as no action."""
    told = [
        (aor.season.name(each.person), each.says)
        for each in aor.season.notices
        if each.name == "decision" and each.round == 7
    ]
    assert ("Rhys Llewellyn-Davies", "The outcome of your case: round ban") in told
    silent = [each for each in aor.season.notices if "no action" in each.says]
    assert [aor.season.name(each.person) for each in silent] == ["Rhys Llewellyn-Davies"]


def test_everything_can_be_exported(aor: Run) -> None:
    made = document("AOR", aor.season, aor.tables, aor.problems)
    assert made.pools is not None and len(made.pools.out) == 10
