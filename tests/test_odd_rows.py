"""Rows that hold what no form of a tab foresees."""

from __future__ import annotations

import pytest
from rule_cases import _league

from sheets_sync.cells import Grid, Value
from sheets_sync.pipeline import reading_context
from sheets_sync.problems import Problem
from sheets_sync.records.facts import Facts
from sheets_sync.records.gather import gather
from sheets_sync.records.names import fold
from sheets_sync.rules.classification.session_names import with_sessions
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


def test_a_header_that_is_nearly_that_of_a_field_is_said_on_it() -> None:
    """Who signs out is read all the same; 'Reson' in C1 is near to 'reason', a column of one's own isn't."""
    facts, problems = _read(
        entries=[["Driver", "Ann"], ["No.", 7]],
        sign_outs=[["Driver", "Ann"], ["Round", 1], ["Reson", "ill"], ["Seen by", "Ben"]],
    )
    assert [(each.driver, each.reason) for each in facts.sign_outs] == [("ann", None)]
    assert [str(each) for each in problems] == [
        "book!sign_outs!C1: There is no column 'reason', but 'Reson' here is near. The column isn't read. "
        "If it is meant, write 'reason', or name it in league.yaml: columns: {reason: Reson}."
    ]


def test_a_tab_without_the_column_of_the_session_is_said_once() -> None:
    """Two races a round and no word which: both rows are left out, under the misspelt header's warning."""
    ruleset, _ = load_ruleset("aor-gtsport")
    assert ruleset is not None
    facts, problems = _read(
        entries=[["Driver", "Ann", "Ben"], ["No.", 7, 8]],
        results=[["Round", 1, 1], ["Driver", "Ann", "Ben"], ["Pos", 1, 2], ["Sesson", "sprint", "sprint"]],
    )
    assert [str(each.at) for each in problems] == ["book!results!D1"]
    named, found = with_sessions(ruleset, facts)
    assert named.results == ()
    assert [str(each) for each in found] == [
        "book!results: The tab has no column 'session' to say which of a round's races a row is about; "
        "2 rows are left out. Add the column, and write one of: qualifying, feature, sprint."
    ]


def test_entries_of_a_single_column() -> None:
    """A title above the header and a repeated header below don't disturb."""
    facts, problems = _read(entries=[["Our drivers", None, "Driver", "Ann", "Ben", "Driver", "Cid"]])
    assert problems == []
    assert [each.driver for each in facts.entries] == ["Ann", "Ben", "Cid"]


def test_a_single_column_beside_one_that_nobody_knows() -> None:
    facts, problems = _read(entries=[["Driver", "Ann"], ["Favourite colour", "red"]])
    assert problems == []
    assert [each.driver for each in facts.entries] == ["Ann"]


@pytest.mark.parametrize(
    "columns",
    [
        [["Drivers", "Ann", "Ben"]],  # nearly the header, but a title as well
        [["Team", "Red", "Blue"]],  # a header of a column that no entry needs
        [["Ann", "Ben"]],
        [["Driver", None, "Ann"], ["of the day", "Driver", "Ben"]],  # the word stands in two columns
    ],
)
def test_a_lone_word_that_is_no_header(columns: list[list[Value]]) -> None:
    facts, problems = _read(entries=columns)
    assert facts.entries == ()
    assert [each.message for each in problems] == [
        "No header row was found for the entries; the tab isn't read."
    ]


def test_results_need_more_than_a_driver() -> None:
    facts, problems = _read(entries=[["Driver", "Ann"], ["No.", 7]], results=[["Driver", "Ann"]])
    assert facts.results == ()
    assert [each.message for each in problems] == [
        "No header row was found for the results; the tab isn't read."
    ]


@pytest.mark.parametrize(
    ("capitals", "small"),
    [("SØREN KJÆRGAARD", "Søren Kjærgaard"), ("ŁUKASZ", "łukasz"), ("ŒUVRE", "œuvre"), ("STRAẞE", "Straße")],
)
def test_letters_that_no_accent_makes_fold_in_capitals_too(capitals: str, small: str) -> None:
    assert fold(capitals) == fold(small)
