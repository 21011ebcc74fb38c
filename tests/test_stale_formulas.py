"""A formula used as a fact, in a workbook that nobody has recalculated since our last write."""

from __future__ import annotations

import pytest

from sheets_sync.cells import Grid
from sheets_sync.records.stale import is_doubtful, looks_only_at_its_tab


@pytest.mark.parametrize(
    ("formula", "safe"),
    [
        ("A1+B1*2", True),
        ('IF($C$4="","",SUM(C4:C9))', True),
        ("TRUE", True),
        ("Standings!A1", False),
        ("SUM('Our tab'!A1:A9)", False),
        ("INDIRECT(A1)", False),
        ("TotalPoints*2", False),
        ("[other.xlsx]Tab!A1", False),
    ],
)
def test_what_a_formula_may_look_at(formula: str, safe: bool) -> None:
    assert looks_only_at_its_tab(formula) is safe


def _grid(formula: str, old: bool) -> Grid:
    return Grid("stewards", "Penalties", [["x"]], [[""]], {(1, 1): formula}, (), False, old)


def test_only_results_older_than_our_write_are_doubted() -> None:
    assert is_doubtful(_grid("Standings!A1", old=True), 1, 1, {"Standings"})
    assert not is_doubtful(_grid("Standings!A1", old=False), 1, 1, {"Standings"})
    assert not is_doubtful(_grid("B1+1", old=True), 1, 1, {"Standings"})
    assert is_doubtful(_grid("B1+1", old=True), 1, 1, {"Penalties"})
