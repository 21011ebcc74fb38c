"""A table that has no range but a cell where it begins: it is as large as it is, and only that is ours."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from own_tabs import NAMES, POINTS, Cup

from sheets_sync.plan.memory import Memory
from sheets_sync.plan.safety import Consent

WRITE = "to: own!Standings!B3, columns: [rank, name, total]"
LISTED = [
    ["Pos", "Driver", "Points"],
    *([n, *pair] for n, pair in enumerate(zip(NAMES, POINTS, strict=True), 1)),
]
TITLE = [["Cup 2026"], []]


def test_a_longer_list_then_a_shorter_one(tmp_path: Path) -> None:
    """Six drivers, then four: the two rows left over are blank, and the legend below stays."""
    cup = Cup(tmp_path, [WRITE], [*TITLE, *[[]] * 10, [None, "Legend"]])
    cup.synced()
    assert cup.cells("B3:D9") == LISTED
    cup.edit(lambda sheet: sheet.__setitem__("E5", "remark"))
    cup.drivers(NAMES[:4])
    cup.synced()
    assert cup.cells("B3:D9") == [*LISTED[:5], [None] * 3, [None] * 3]
    assert (cup.cells("A1:A1"), cup.cells("B13:B13"), cup.cells("E5:E5")) == (
        [["Cup 2026"]],
        [["Legend"]],
        [["remark"]],
    )
    cup.edit(lambda sheet: sheet.__setitem__("B9", "now mine"))
    cup.synced()
    cup.drivers(NAMES[:3])
    cup.synced()
    assert cup.cells("B7:B9") == [[None], [None], ["now mine"]]


def test_a_narrower_table_clears_its_own_column_only(tmp_path: Path) -> None:
    cup = Cup(tmp_path, [WRITE], TITLE)
    cup.synced()
    cup.edit(lambda sheet: [sheet.__setitem__(f"E{row}", f"note {row}") for row in range(3, 10)])
    cup.writes("to: own!Standings!B3, columns: [rank, name]")
    cup.synced()
    assert cup.cells("B3:E4") == [["Pos", "Driver", None, "note 3"], [1, "Ana", None, "note 4"]]
    assert cup.cells("D9:E9") == [[None, "note 9"]]


def test_what_stands_where_the_table_grows_is_refused(tmp_path: Path) -> None:
    """A legend in the second row below, then a remark to the right of it."""
    cup = Cup(tmp_path, [WRITE], TITLE)
    cup.drivers(NAMES[:3])
    cup.synced()
    cup.edit(lambda sheet: sheet.__setitem__("C8", "Legend: points of all rounds that count"))
    cup.drivers(NAMES)
    assert cup.refused(Consent(adopt=True, overwrite=True)) == [
        "own!Standings!C8: The table 'drivers' needs this cell, but it holds 'Legend: points of all "
        "rounds that count'. Nothing is written. Insert 2 rows above row 8, or move what stands there."
    ]
    cup.edit(lambda sheet: sheet.insert_rows(8, 2))
    cup.synced()
    assert cup.cells("B9:D9") == [LISTED[6]]
    assert cup.cells("C10:C10") == [["Legend: points of all rounds that count"]]
    cup.edit(lambda sheet: sheet.__setitem__("E5", "=1+1"))
    cup.writes("to: own!Standings!B3, columns: [rank, name, total, team]")
    assert cup.refused() == [
        "own!Standings!E5: The table 'drivers' needs this cell, but it holds a formula. Nothing is "
        "written. Insert 1 column before column E, or move what stands there."
    ]


def test_a_filled_place_is_adopted_up_to_its_first_blank_row(tmp_path: Path) -> None:
    """The coordinator's list has two rows more than ours; what stands behind the blank row is theirs."""
    rows = [[None, "Pos", "Driver", "Points"], *([None, n, f"Old {n}", n] for n in range(1, 9))]
    cup = Cup(tmp_path, [WRITE], [*TITLE, *rows, [], [None, "Legend"]])
    assert cup.refused() == [
        "own!Standings!C4: The range of 'drivers' is filled, and there is no memory of our last write. "
        "Nothing is written. If the range is ours to write, run once with: sync --adopt"
    ]
    cup.synced(Consent(adopt=True))
    assert cup.cells("B3:D11") == [*LISTED, [None] * 3, [None] * 3]
    assert cup.cells("B13:B13") == [["Legend"]]


def test_rows_and_columns_that_were_inserted_before_it_are_followed(tmp_path: Path) -> None:
    cup = Cup(tmp_path, [WRITE], TITLE)
    cup.synced()
    cup.edit(lambda sheet: (sheet.insert_rows(1, 2), sheet.insert_cols(1)))
    cup.drivers(NAMES[:5])
    note = [
        "line 6: The table 'drivers' begins at C5 now, not at B3; it was followed there. "
        "Write own!Standings!C5 in league.yaml."
    ]
    assert [each.replace(f"{tmp_path}/league.yaml:", "line ") for each in cup.synced()] == note
    assert cup.cells("C5:E11") == [*LISTED[:6], [None] * 3]
    cup.writes(WRITE.replace("B3", "C5"))
    assert cup.synced() == []
    cup.edit(lambda sheet: sheet.__setitem__("D6", "Somebody"))
    assert "now holds 'Somebody'" in cup.refused()[0]


def test_another_anchor_takes_the_table_away_from_the_old_one(tmp_path: Path) -> None:
    cup = Cup(tmp_path, [WRITE], TITLE)
    cup.synced()
    cup.writes(WRITE.replace("B3", "C5"))
    cup.synced()
    assert cup.cells("C5:E11") == LISTED
    assert set(cup.everything()) == {"A1"} | {f"{c}{r}" for c in "CDE" for r in range(5, 12)}


def test_two_tables_side_by_side_that_grow_into_each_other(tmp_path: Path) -> None:
    cup = Cup(tmp_path, [WRITE, "to: own!Standings!F3, columns: [name]"])
    cup.synced()
    cup.writes(
        "to: own!Standings!B3, columns: [rank, name, total, team, R1]",
        "to: own!Standings!F3, columns: [name]",
    )
    assert cup.refused() == [
        "league.yaml:7: The tables 'drivers' and 'drivers' both need Standings!F3. Make room between them, "
        "or move one."
    ]


def test_headers_of_ones_own_in_ones_own_order(tmp_path: Path) -> None:
    cup = Cup(tmp_path, ["to: own!Standings!A1, columns: {Fahrer: name, Punkte: total}"])
    cup.synced()
    assert cup.cells("A1:B2") == [["Fahrer", "Punkte"], ["Ana", 10]]


def test_a_range_becomes_an_anchor_without_consent(tmp_path: Path) -> None:
    """What stands there is what we wrote; rows below the range's last filled one aren't ours then."""
    cup = Cup(tmp_path, ["to: own!Standings!B3:D40, columns: [rank, name, total]"], TITLE)
    cup.synced()
    cup.writes(WRITE)
    cup.drivers(NAMES[:4])
    cup.synced()
    assert cup.cells("B3:D9") == [*LISTED[:5], [None] * 3, [None] * 3]


def test_two_tables_change_places(tmp_path: Path) -> None:
    """Each goes where the other was; what neither needs any more is blank."""
    one, two = WRITE, "to: own!Standings!F3, columns: [name]"
    cup = Cup(tmp_path, [one, two])
    cup.synced()
    cup.writes(one.replace("B3", "F3"), two.replace("F3", "B3"))
    cup.synced()
    assert cup.cells("F3:H9") == LISTED and [row[0] for row in cup.cells("B3:B4")] == ["Driver", "Ana"]
    assert len(cup.everything()) == 21 + 7


@pytest.mark.parametrize(("top", "last"), [(2, 999_999_999), (0, 7), (-5, 7), (9, 7)])
def test_a_memory_of_rows_that_no_sheet_has_is_none(top: int, last: int) -> None:
    """Workbooks come from other people: nobody counts to a thousand million for one."""
    extent = {"at": "", "top": top, "last": last, "columns": [["name", "B"]]}
    data = {"version": 1, "identity": "", "generation": 1, "cells": {}, "inputs": {}}
    assert Memory.parse(json.dumps(data)) is not None
    assert Memory.parse(json.dumps({**data, "extents": {"Standings!drivers": extent}})) is None
