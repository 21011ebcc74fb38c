"""Cells in workbooks of the gallery that aren't ours to write, whatever league.yaml says."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from sources.books import set_cell, snapshot_of

from sheets_sync.sources.workbook import refusals, write_workbook

from .registry import EXHIBITS

_BY_NAME = {exhibit.name: exhibit for exhibit in EXHIBITS}
_CLEAR = "Put the output range elsewhere, or clear the formula first."
_ELSEWHERE = "Put the output range elsewhere."
_PICTURE = "This cell holds a picture or a linked record"


@pytest.mark.parametrize(
    ("exhibit", "place", "reason", "instead"),
    [
        ("dynamic arrays", "Standings!I3", "This cell is filled by an array formula (I3:I8)", _CLEAR),
        ("dynamic arrays", "Standings!I8", "This cell is filled by an array formula (I3:I8)", _CLEAR),
        ("dynamic arrays", "Standings!K4", "This cell is filled by an array formula (K3:K4)", _CLEAR),
        ("what if", "Other!C4", "This cell is filled by a what-if data table (C3:C4)", _CLEAR),
        (
            "shared formulas",
            "Standings!E5",
            "This cell holds a formula that it shares with other cells",
            _CLEAR,
        ),
        (
            "shared formulas",
            "Standings!E8",
            "This cell holds a formula that it shares with other cells",
            _CLEAR,
        ),
        ("pivot table", "Standings!J6", "This cell lies inside of the pivot table 'Sums'", _ELSEWHERE),
        ("query table", "Other!C5", "This cell is filled by the query of the table 'Q'", _ELSEWHERE),
        ("merged", "Standings!J4", "This cell is hidden inside of the merged cells I3:K5", "Unmerge them."),
        (
            "excel table",
            "Standings!I3",
            "This cell is a column header of the table 'Cars'",
            "Start the output range below the header.",
        ),
        (
            "in cell picture",
            "Standings!F4",
            _PICTURE,
            "Put the output range elsewhere, or clear the cell first.",
        ),
        (
            "linked records",
            "Standings!A25",
            _PICTURE,
            "Put the output range elsewhere, or clear the cell first.",
        ),
    ],
)
def test_with_the_cell_and_the_reason(
    exhibit: str, place: str, reason: str, instead: str, tmp_path: Path
) -> None:
    path = tmp_path / "book.xlsx"
    _BY_NAME[exhibit].make(path)
    snapshot, before = snapshot_of(path), path.read_bytes()
    tab, _, cell = place.partition("!")
    write = replace(set_cell(cell, 1, tab), replaces_formula=True)
    (problem,) = refusals(snapshot, [write])
    assert str(problem) == f"League!{place}: {reason}; nothing is written. {instead}"
    assert write_workbook(snapshot, [write], "memory") == [problem]
    assert path.read_bytes() == before


def test_what_stands_below_a_query_is_no_part_of_it(tmp_path: Path) -> None:
    path = tmp_path / "book.xlsx"
    _BY_NAME["query table"].make(path)
    assert write_workbook(snapshot_of(path), [set_cell("C6", 1, "Other")], "") == []
    assert snapshot_of(path).grids["Other"].value(6, 3) == 1
