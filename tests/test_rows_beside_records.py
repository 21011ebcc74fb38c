"""Rows of a tab that are no records: totals, legends, notes, blank lines, headers that are repeated."""

from __future__ import annotations

from dataclasses import replace

import pytest
from rule_cases import _league

from sheets_sync.cells import Grid, Value
from sheets_sync.league_file import TabRead
from sheets_sync.pipeline import reading_context
from sheets_sync.problems import Problem
from sheets_sync.records import words
from sheets_sync.records.facts import Facts
from sheets_sync.records.fields import Unreadable
from sheets_sync.records.gather import gather
from sheets_sync.ruleset.load import load_ruleset

NAMES = ["Ann", "Ben", "Total"]
HEADER: list[Value] = ["Round", "Driver", "Pos", "Points", "Remark"]
ANN: list[Value] = [1, "Ann", 1, 25, None]
BEN: list[Value] = [1, "Ben", 2, 18, None]


def read(
    rows: list[list[Value]],
    formulas: dict[tuple[int, int], str] | None = None,
    names: list[str] | None = None,
) -> tuple[Facts, list[str]]:
    """A tab of results, row by row under its header in row 1, with two drivers entered, or those named."""
    ruleset, problems = load_ruleset("aor-gtsport")
    assert ruleset is not None, problems
    entered: list[Value] = ["Driver", *(names or ["Ann", "Ben"])]
    tab: list[list[Value]] = [
        [*HEADER, "Session"],
        *([*row, "sprint" if row[0] in (1, "R1") else None] for row in rows),
    ]
    grids = {
        ("book", "entries"): grid("entries", [entered, ["No.", *range(1, len(entered))]], {}),
        ("book", "results"): grid("results", [list(each) for each in zip(*tab, strict=True)], formulas or {}),
    }
    gathered, found = gather(_league(grids), grids, reading_context(ruleset))
    return gathered.facts, [f"{said.severity.value} {where(said)}: {said.message}" for said in found]


def where(problem: Problem) -> str:
    return str(problem.at).rpartition("!")[2]


def grid(tab: str, columns: list[list[Value]], formulas: dict[tuple[int, int], str]) -> Grid:
    return Grid("book", tab, columns, [[""] * len(column) for column in columns], formulas)


def places(facts: Facts) -> list[tuple[str, int | None]]:
    return [(each.driver, each.place) for each in facts.results]


def test_a_driver_called_total_is_a_driver() -> None:
    facts, problems = read([ANN, BEN, [1, "Total", 3, 15, None]], names=NAMES)
    assert places(facts) == [("ann", 1), ("ben", 2), ("total", 3)]
    assert problems == []


@pytest.mark.parametrize("label", ["Total", "TOTAL:", "Grand total", "Summe:", "Average", "Sum ="])
def test_a_label_beside_formulas_is_a_total(label: str) -> None:
    facts, problems = read([ANN, BEN, [None, label, None, 43, None]], {(4, 4): "=D2+D3"})
    assert places(facts) == [("ann", 1), ("ben", 2)]
    said = f"The row is taken for a total, because it says '{label}'; it isn't read."
    assert problems == [f"note B4: {said}"]


def test_a_label_beside_typed_numbers_is_a_total() -> None:
    """The round, which every result needs, isn't typed."""
    facts, problems = read([ANN, BEN, [None, "Summe:", 2, 43, None]])
    assert places(facts) == [("ann", 1), ("ben", 2)]
    assert problems == ["note B4: The row is taken for a total, because it says 'Summe:'; it isn't read."]


def test_a_label_in_a_column_that_results_do_not_need() -> None:
    facts, problems = read([ANN, BEN, ["Total", None, 2, 43, None]])
    assert places(facts) == [("ann", 1), ("ben", 2)]
    assert problems == ["note A4: The row is taken for a total, because it says 'Total'; it isn't read."]


def test_a_total_that_could_be_a_result_is_an_unknown_driver() -> None:
    """Round, place and session are typed: somebody raced, whose name isn't in the entry list."""
    facts, problems = read([ANN, BEN, [1, "Total", 3, 15, None]])
    assert places(facts) == [("ann", 1), ("ben", 2)]
    assert problems == ["error B4: 'Total' isn't in the entry list. The row is left out."]


def test_a_row_that_counts_is_no_result_whatever_stands_beside_it() -> None:
    facts, problems = read(
        [ANN, BEN, [None, "2 drivers", None, None, None]], {(4, 2): '=COUNTA(B2:B3)&" drivers"'}
    )
    assert places(facts) == [("ann", 1), ("ben", 2)]
    assert problems == []


def test_a_round_that_a_formula_counts_is_that_of_a_result() -> None:
    """The driver is typed: the row is somebody's, also where the name is misspelt."""
    formulas = {(2, 1): "=MAX(Calendar!A:A)", (3, 1): "=MAX(A$2:A2)", (4, 1): "=MAX(A$2:A3)"}
    facts, problems = read(
        [ANN, [1, "Annabell", 2, 18, None], [1, "Fastest", 1, None, None]], formulas, ["Ann", "Annabel"]
    )
    assert places(facts) == [("ann", 1)]
    assert [problem.partition(":")[0] for problem in problems] == ["error B3"]


def test_a_result_may_say_what_stands_in_the_header() -> None:
    """In the columns Sprint and DNF; the round and the driver aren't those of a header."""
    rows: list[list[Value]] = [["Round", "Driver", "Pos", "DNF", "sprint"], [1, "Ben", None, "DNF", "sprint"]]
    columns = [list(each) for each in zip(*rows, strict=True)]
    ruleset, _ = load_ruleset("aor-gtsport")
    assert ruleset is not None
    grids = {
        ("book", "entries"): grid("entries", [["Driver", "Ben"], ["No.", 1]], {}),
        ("book", "results"): grid("results", columns, {}),
    }
    named = {"tab": "book!results", "columns": {"status": "DNF", "session": "sprint"}}
    league = _league(grids)
    league = replace(league, read={**league.read, "results": (TabRead.model_validate(named),)})
    gathered, problems = gather(league, grids, reading_context(ruleset))
    assert places(gathered.facts) == [("ben", None)]
    assert problems == []


def test_a_word_that_is_nearly_one_of_the_league_is_proposed_as_it_is_spelt() -> None:
    ruleset, _ = load_ruleset("aor-gtsport")
    assert ruleset is not None
    cell = grid("results", [["DNFF"]], {}).cell(1, 1)
    with pytest.raises(Unreadable) as refused:
        words.status(cell, reading_context(ruleset))
    assert refused.value.proposal == "Did you mean 'DNF'?"


def test_blank_rows_and_a_header_in_the_middle_are_passed_over() -> None:
    facts, problems = read([ANN, [None] * 5, HEADER, BEN, [None, " ", None, None, None]])
    assert places(facts) == [("ann", 1), ("ben", 2)]
    assert problems == []


def test_a_header_in_the_middle_may_lack_columns_and_have_others() -> None:
    facts, problems = read([ANN, ["ROUND", "Driver", "Pos.", None, "Notes"], BEN])
    assert places(facts) == [("ann", 1), ("ben", 2)]
    assert problems == []


def test_a_note_below_the_table_is_a_remark() -> None:
    said = "The row holds nothing but this cell; it is taken for a remark."
    facts, problems = read([ANN, BEN, [None] * 5, [None, "From the live timing", None, None, None]])
    assert places(facts) == [("ann", 1), ("ben", 2)]
    assert problems == [f"note B5: {said}"]


def test_a_legend_below_the_table_is_said_and_not_read() -> None:
    """Two cells a row: what stands in the columns of the round and of the driver is neither."""
    legend: list[list[Value]] = [
        ["DNF", "did not finish", None, None, None],
        ["DSQ", "disqualified", None, None, None],
    ]
    facts, problems = read([ANN, BEN, [None] * 5, *legend])
    assert places(facts) == [("ann", 1), ("ben", 2)]
    said = "Below an empty row, and nothing in it can be read: the row is taken for a legend."
    assert problems == [f"note A5: {said}", f"note A6: {said}"]


def test_a_misspelt_name_below_an_empty_row_is_no_legend() -> None:
    facts, problems = read(
        [["R1", "Annabel", 1, 25, None], [None] * 5, ["X", "Anabel", 2, 18, None]], names=["Annabel"]
    )
    assert places(facts) == [("annabel", 1)]
    assert [problem.partition(":")[0] for problem in problems] == ["error A4", "error B4"]


def test_a_round_below_an_empty_row_is_read() -> None:
    facts, problems = read([ANN, [None] * 5, BEN])
    assert places(facts) == [("ann", 1), ("ben", 2)]
    assert problems == []


def test_one_mistake_down_a_column_is_said_once() -> None:
    """Six rows of a driver whom nobody entered are one problem; five stay five."""
    said = "'Zed' isn't in the entry list. The row is left out."
    _, problems = read([ANN, *([1, "Zed", place, 0, None] for place in range(2, 8))])
    assert problems == [f"error B3: {said} The same in 5 further cells down to B8."]
    _, problems = read([ANN, *([1, "Zed", place, 0, None] for place in range(2, 7))])
    assert problems == [f"error B{row}: {said}" for row in range(3, 8)]
