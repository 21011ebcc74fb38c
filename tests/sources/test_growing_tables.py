"""Rows of ours directly below an Excel table make it longer, or are refused where that can't be done."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from sheets_sync.cells import CellRange
from sheets_sync.problems import Problem
from sheets_sync.sources.snapshot import OwnRange
from sheets_sync.sources.workbook import write_workbook

from .books import read_parts, set_cell, snapshot_of, write_parts

Fill = Callable[[Any, Any], None]
BY_HAND = "Let it grow to row 5 in your spreadsheet program, then run again."


def listed(path: Path, fill: Fill = lambda book, sheet: None, **options: Any) -> Path:
    """A table in B2:C4: a header and two rows."""
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet("Data")
    columns = options.pop("columns", [{"header": "Driver"}, {"header": "Points"}])
    sheet.add_table("B2:C4", {"name": "T", "columns": columns, **options})
    fill(book, sheet)
    book.close()
    return path


def write(path: Path, *places: str, own: str = "B2:C20") -> list[Problem]:
    ranges = [OwnRange("Data", own, CellRange.parse(own))] if own else None
    return write_workbook(snapshot_of(path), [set_cell(place, "x") for place in places], "", ranges)


def table_of(path: Path) -> str:
    return read_parts(path)["xl/tables/table1.xml"].decode()


def test_the_table_and_its_filter_grow(tmp_path: Path) -> None:
    path = listed(tmp_path / "t.xlsx")
    before = table_of(path)
    assert before.count('ref="B2:C4"') == 2
    assert write(path, "B5", "C6") == []
    assert table_of(path) == before.replace("B2:C4", "B2:C6")


def test_rows_that_leave_a_gap_are_no_part_of_it(tmp_path: Path) -> None:
    path = listed(tmp_path / "t.xlsx")
    before = table_of(path)
    assert write(path, "B6", "D5") == []
    assert table_of(path) == before


def test_a_range_that_begins_below_the_table_is_no_part_of_it(tmp_path: Path) -> None:
    path = listed(tmp_path / "t.xlsx")
    before = table_of(path)
    assert write(path, "B5", "C5", own="B5:C20") == []
    assert table_of(path) == before


def test_without_known_ranges_it_is_as_if_somebody_typed(tmp_path: Path) -> None:
    path = listed(tmp_path / "t.xlsx")
    assert write(path, "B5", own="") == []
    assert 'ref="B2:C5"' in table_of(path)


def refused(path: Path, own: str = "B2:C20") -> str:
    before = path.read_bytes()
    (problem,) = write(path, "B5", own=own)
    assert path.read_bytes() == before
    return str(problem)


def test_a_calculated_column(tmp_path: Path) -> None:
    columns = [{"header": "Driver"}, {"header": "Gap", "formula": "=LEN([@Driver])"}]
    path = listed(tmp_path / "t.xlsx", columns=columns)
    assert refused(path) == (
        "League!Data!B5: The table 'T' would have to grow for this row, but its column 'Gap' is calculated; "
        f"nothing is written. {BY_HAND}"
    )


def test_something_below_that_is_not_ours(tmp_path: Path) -> None:
    path = listed(tmp_path / "t.xlsx", lambda book, sheet: sheet.write("C5", "theirs"))
    assert refused(path, own="B2:B20") == (
        "League!Data!B5: The table 'T' would have to grow for this row, but in the way of it C5 is filled; "
        f"nothing is written. {BY_HAND}"
    )
    assert write(path, "B5") == []


@pytest.mark.parametrize(
    ("fill", "what"),
    [
        (lambda book, sheet: sheet.merge_range("C5:D6", "x"), "the merged cells C5:D6 are"),
        (lambda book, sheet: sheet.add_table("C5:D8", {"name": "U"}), "what stands in C5:D5 is"),
        (lambda book, sheet: sheet.write_array_formula("C5:C6", "{=A1:A2}"), "what stands in C5:C6 is"),
    ],
)
def test_what_no_table_can_hold(tmp_path: Path, fill: Fill, what: str) -> None:
    path = listed(tmp_path / "t.xlsx", fill)
    assert f"for this row, but {what} in the way; nothing" in refused(path)


def test_rows_below_a_totals_row_are_no_part_of_it(tmp_path: Path) -> None:
    path = listed(tmp_path / "t.xlsx", total_row=True)
    before = table_of(path)
    assert write(path, "B5", own="B5:C9") == []
    assert table_of(path) == before


def test_a_table_that_was_empty(tmp_path: Path) -> None:
    """Excel marks the blank row of a table without rows."""
    path = listed(tmp_path / "t.xlsx")
    parts = read_parts(path)
    marked = parts["xl/tables/table1.xml"].replace(b"<table ", b'<table insertRow="1" ')
    write_parts(path, {**parts, "xl/tables/table1.xml": marked})
    assert write(path, "B3") == []
    assert table_of(path).encode() == parts["xl/tables/table1.xml"]
