"""The JMS demo against ``demo/expected_jms.yaml``, worked out by hand from its data and the document."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import pytest
import yaml
from conftest import computed

from sheets_sync.jobs.demo import lay_out
from sheets_sync.pipeline import Run
from sheets_sync.rules.ledger import Event

EXPECTED: dict[str, Any] = yaml.safe_load(
    (Path(__file__).parent / "demo" / "expected_jms.yaml").read_text("utf-8")
)
END = "2021-07-19 12:00"


@cache
def _run(as_of: str) -> Run:
    """The league as it stood then; nothing writes to it."""
    folder = Path(mkdtemp()) / "jms"
    lay_out(folder, "jms")
    return computed(folder, as_of)


def _order(run: Run, session: str) -> dict[str, int | None]:
    rows = run.season.classifications[Event(1, session, "")].rows
    return {row.runner.person.driver: row.place for row in rows}


def test_grid_before_the_race() -> None:
    grid = next(each for each in _run("2021-07-16 20:59").season.grids if each.event.session == "race")
    season = _run("2021-07-16 20:59").season
    assert [season.name(each.person) for each in grid.places] == EXPECTED["grid"]


def test_a_late_decision_changes_the_qualifying_only() -> None:
    order = _order(_run(END), "qualifying")
    assert {name: order[name] for name in EXPECTED["qualifying_after_case_2"]} == EXPECTED[
        "qualifying_after_case_2"
    ]
    assert any(
        str(problem.at).endswith("O6") and "stays as it was" in problem.message
        for problem in _run(END).problems
    )


@pytest.mark.parametrize("as_of", EXPECTED["places"])
def test_classification(as_of: str) -> None:
    order = _order(_run(as_of), "race")
    placed = {place: name for name, place in order.items() if place is not None}
    assert [placed[place] for place in sorted(placed)] == EXPECTED["places"][as_of]


@pytest.mark.parametrize("as_of", EXPECTED["cup"])
def test_two_qualify_for_the_cup(as_of: str) -> None:
    season = _run(as_of).season
    marked = [season.name(each.person) for each in season.marked if each.text == "qualified for the Cup"]
    assert marked == EXPECTED["cup"][as_of]


@pytest.mark.parametrize("as_of", EXPECTED["states"])
def test_state_of_the_results(as_of: str) -> None:
    state = _run(as_of).season.states[1]
    assert state.word == EXPECTED["states"][as_of]
    if as_of in EXPECTED["final_at"]:
        assert state.turns_final is not None
        assert f"{state.turns_final:%Y-%m-%d %H:%M}" == EXPECTED["final_at"][as_of]


def test_states_of_cases() -> None:
    cases = sorted(_run(END).season.cases, key=lambda case: case.row.row.row)
    assert [[case.row.case, case.state.value] for case in cases] == EXPECTED["cases"]


def test_what_is_refused() -> None:
    refused = {str(problem.at): problem.refusal for problem in _run(END).problems if problem.refusal}
    assert refused == EXPECTED["refusals"]


def test_what_the_checks_report() -> None:
    found = {
        str(each.at): each.rule.removeprefix("checks.")
        for each in _run(END).problems
        if "checks." in each.rule
    }
    assert found == EXPECTED["checks"]


def test_cases_that_come_up_by_themselves() -> None:
    season = _run("2021-07-16 22:00").season
    raised = [[season.name(case.row.driver), case.row.code] for case in season.cases if case.row.raised_by]
    assert sorted(raised) == sorted(EXPECTED["raised"])
