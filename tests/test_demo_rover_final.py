"""The demo's season to its end, looked at on 24 November 2023, noon.

``demo/expected_rover_final.yaml`` is worked out by ``demo/work_out_rover_final.py`` from the planted data
and the document alone; the standings of rounds 1 and 2 stay those of ``test_demo_league.py``.
"""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
import yaml
from conftest import computed

from sheets_sync.jobs.demo import lay_out
from sheets_sync.pipeline import Run
from sheets_sync.rules.ledger import Event
from sheets_sync.rules.standings.rule import StandingTable
from sheets_sync.tables.tallies import tally_table

END = "2023-11-24 12:00"
EXPECTED: dict[str, Any] = yaml.safe_load(
    (Path(__file__).parent / "demo" / "expected_rover_final.yaml").read_text("utf-8")
)
ROUNDS = {"third_finals": 5, "semi_finals": 6, "repechage": 7, "final": 8}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("final") / "rover"
    lay_out(made)
    return made


@pytest.fixture(scope="module")
def run(folder: Path) -> Run:
    return computed(folder, END)


def _table(run: Run, name: str, after: int = 8) -> StandingTable:
    return next(table for table in run.season.standings[after] if table.name == name)


def _names(run: Run, number: int) -> list[str]:
    return [run.season.name(person) for person in run.season.qualified[number].people]


def _raced(run: Run, number: int) -> dict[str, list[str]]:
    """pool -> who has a place in the race, in that order."""
    made = {event.pool: each for event, each in run.season.classifications.items() if event.round == number}
    found = {}
    for pool in made:
        race = run.season.classifications[Event(number, "race", pool)]
        rows = sorted((row for row in race.rows if row.place), key=lambda row: row.place or 0)
        found[pool] = [row.runner.person.driver for row in rows]
    return found


def test_the_prequalification_makes_the_field_and_the_reserves(run: Run) -> None:
    """56 by time; of the eight reserves the first three have followed somebody."""
    assert sorted(_names(run, 1)) == sorted(EXPECTED["field"])
    season = run.season
    assert [season.name(person) for person in season.seats.reserves()] == EXPECTED["reserves"][3:]
    followed = {season.name(season.seats.holder(seat, 4) or "") for seat in season.seats.holdings}
    assert set(EXPECTED["reserves"][:3]) < followed


def test_the_general_ranking_without_who_withdrew(run: Run) -> None:
    rows = [run.season.name(row.person) for row in _table(run, "drivers").rows]
    assert rows == EXPECTED["general_ranking"]


def test_two_parts_of_a_race_make_thirds_of_points(run: Run) -> None:
    """Callum P4 and P1: 54/3 + 35/3; Kenji P1 and P6: 70/3 + 23/3; Marco P3, P3 and the pole."""
    table = _table(run, "drivers")
    r4 = {run.season.name(row.person): row.rounds.get(4) for row in table.rows}
    assert r4["Callum McAllister"] == Fraction(89, 3)
    assert r4["Kenji Sato"] == 31
    assert r4["Marco De Angelis"] == 30


@pytest.mark.parametrize("name", ROUNDS)
def test_who_advances(run: Run, name: str) -> None:
    expected = EXPECTED[name]
    people = (
        [each for names in expected.values() for each in names] if isinstance(expected, dict) else expected
    )
    if name == "third_finals":  # before Bram van der Velde withdrew, who is erased afterwards
        assert sorted(_names(run, 5)) == sorted(people)
    else:
        assert sorted(_names(run, ROUNDS[name])) == sorted(people)


@pytest.mark.parametrize("name", ["third_finals", "semi_finals"])
def test_the_groups_are_a_snake(folder: Path, name: str) -> None:
    """The pools as they are computed on the day before the first of these races."""
    grid = computed(
        folder, {"third_finals": "2023-10-30 20:00", "semi_finals": "2023-11-06 12:00"}[name]
    ).season
    assert grid.pool_grid is not None and grid.pool_grid.round == ROUNDS[name]
    pools = {
        pool: sorted(grid.name(each.person) for each in own) for pool, own in grid.pool_grid.pools.items()
    }
    assert pools == {pool: sorted(names) for pool, names in EXPECTED[name].items()}


@pytest.mark.parametrize(
    ("key", "number"),
    [("third_finals_classified", 5), ("semi_finals_classified", 6), ("repechage_classified", 7)],
)
def test_seconds_make_the_order(run: Run, key: str, number: int) -> None:
    expected = EXPECTED[key] if isinstance(EXPECTED[key], dict) else {"": EXPECTED[key]}
    assert _raced(run, number) == expected


def test_the_best_tenth_and_the_place_of_who_withdrew(run: Run) -> None:
    qualified = run.season.qualified[6]
    ways = {
        run.season.name(person): says for person, says in zip(qualified.people, qualified.says, strict=True)
    }
    (tenth,), (next_up,) = EXPECTED["best_tenth"], EXPECTED["for_the_withdrawn"]
    assert "P10 of BETA" in ways[tenth] and "P10 of ALPHA" in ways[next_up]
    assert "Bram van der Velde" not in ways


def test_the_final_ranking(run: Run) -> None:
    rows = [run.season.name(row.person) for row in _table(run, "final ranking").rows]
    assert rows == EXPECTED["final_ranking"]


def test_points_and_seconds_leave_the_same_credit(run: Run) -> None:
    """Pedro 3 (DP1) + 10 (ADM), Kristján 3 (SP2) + 5 (ADC), Søren 2 (DP2) + 3 (DP1), Callum 3 (SP2)."""
    spent = {row[0]: row[3] for row in tally_table(run.season, "licence").rows}
    names = (
        "Pedro Gonçalves",
        "Kristján Þórsson",
        "Søren Kjærgaard",
        "Callum McAllister",
        "Bram van der Velde",
    )
    assert [spent.get(name, 0) or 0 for name in names] == [13, 8, 5, 3, 0]


def test_a_time_that_is_void_is_no_pole_and_stands_last(folder: Path) -> None:
    season = computed(folder, "2023-10-24 20:59").season
    grid = next(each for each in season.grids if each.event == Event(4, "race", "BETA"))
    names = [season.name(each.person) for each in grid.places]
    assert (names[0], names[-1]) == ("Tomáš Dvořák", "Riku Ōshima")


def test_refusals_of_the_end(run: Run) -> None:
    refused = {str(problem.at): problem.refusal for problem in run.problems if problem.refusal}
    assert refused["coordinators!Entries!I82"] == "not admitted"
    assert refused["coordinators!Interruptions!G5"] == "cause"
    assert refused["stewards!Penalties!D32"] == "late"
    said = [problem.message for problem in run.problems]
    assert sum("isn't admitted" in message for message in said) == 6
    assert any("Keoni Nakahara" in message and "check 'in time'" in message for message in said)


def test_a_move_is_refused_after_the_own_race(folder: Path) -> None:
    problems = computed(folder, "2023-10-25 12:00").problems
    assert any("move of Malik Benhaddou to DELTA is refused" in problem.message for problem in problems)


def test_looking_back_says_nothing_about_what_comes_later(demo_run: Run) -> None:
    """The workbooks hold the whole season; as of 8 October they are those of a league after round 2."""
    assert not any("before the race has ended" in problem.message for problem in demo_run.problems)
    assert demo_run.season.last_round == 2
    assert not demo_run.season.qualified
    assert len(demo_run.season.facts.entries) == 64 + 5  # five weren't fast enough; two enter later
