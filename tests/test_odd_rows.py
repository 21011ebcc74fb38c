"""Rows that hold what no form of a tab foresees."""

from __future__ import annotations

import pytest
from rule_cases import _league

from sheets_sync.cells import Grid, Value
from sheets_sync.pipeline import reading_context
from sheets_sync.problems import Problem
from sheets_sync.records.facts import Facts
from sheets_sync.records.gather import gather
from sheets_sync.ruleset.load import load_ruleset


def _read(**tabs: list[list[Value]]) -> tuple[Facts, list[Problem]]:
    """Each tab by its columns, the header on top."""
    ruleset, problems = load_ruleset("msa-2021")
    assert ruleset is not None, problems
    grids = {
        ("book", kind): Grid("book", kind, columns, [[""] * len(column) for column in columns])
        for kind, columns in tabs.items()
    }
    gathered, found = gather(_league(grids), grids, reading_context(ruleset))
    return gathered.facts, found


def test_a_row_beside_an_empty_line_is_left_out() -> None:
    told = "Ann #7 Sign-out Round 1"
    facts, problems = _read(
        entries=[["Driver", "Ann"], ["No.", 7]],
        sign_outs=[["Sign-out", None, told], ["Reason", "ill", "ill"], ["At", "2021-03-01 10:00", None]],
    )
    assert [(each.driver, each.round) for each in facts.sign_outs] == [("ann", 1)]
    assert [(str(each.at), each.message) for each in problems] == [
        ("book!sign_outs!A2", "'Sign-out' is empty. The row is left out.")
    ]


@pytest.mark.parametrize("place", [float("nan"), float("inf"), 1.5])
def test_a_number_that_is_none_is_no_place(place: float) -> None:
    facts, problems = _read(
        entries=[["Driver", "Ann"], ["No.", 7]],
        results=[["Round", 1], ["Driver", "Ann"], ["Pool", "Pool 1"], ["Pos", place]],
    )
    assert facts.results == ()
    assert [each.message for each in problems] == [f"'{place}' is no whole number. The row is left out."]
