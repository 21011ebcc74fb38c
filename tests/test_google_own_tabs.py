"""Tables without a range of their own on Google: an anchor, and a header that the coordinator has."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from google_client import lay_out_cup, run, sign_in

from tests.google.local_sheets import LocalSheets

RANGE = "cup!Standings!A3:C30, columns: [rank, name, total]"
HEADER = ["Punkte", "Abstand", "Fahrer", "", "Platz"]


@pytest.fixture(scope="module")
def server() -> Iterator[LocalSheets]:
    with LocalSheets() as running:
        yield running


@pytest.fixture
def cup(server: LocalSheets, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    sign_in(server, tmp_path, monkeypatch)
    return lay_out_cup(server, tmp_path)


def test_a_list_below_a_header_in_two_requests(cup: str, server: LocalSheets, tmp_path: Path) -> None:
    """One request reads and one writes; each run of adjacent columns has a warning."""
    _headed(cup, server, tmp_path)
    server.forget()
    (note,) = run(tmp_path).plan.problems
    assert note.message == "Not known as columns of the table 'drivers', and left as they are: 'Abstand'."
    methods = [seen.method for seen in server.log if "/v4/" in seen.path]
    assert methods == ["GET", "POST"]
    rows = server.values(cup, "Standings!A4:E6")
    assert rows == [["43", "", "=Ana", "", "1"], ["43", "", "@Ben", "", "1"], ["30", "", "-Cy", "", "3"]]
    assert server.values(cup, "Standings!A3:E3") == [HEADER]
    assert _warned(server, cup) == {"drivers": [(3, 6, 0, 1), (3, 6, 2, 3), (3, 6, 4, 5)]}
    assert not run(tmp_path).applied.written


def test_inserted_and_left_out_columns(cup: str, server: LocalSheets, tmp_path: Path) -> None:
    """A row above and a column inside of adjacent ones: the warnings are where the list is by now."""
    server.type(cup, "Standings!A3", [["Platz", "Fahrer", "Punkte"]])
    _edit(tmp_path, RANGE, "cup!Standings")
    run(tmp_path)
    assert _warned(server, cup) == {"drivers": [(3, 6, 0, 3)]}
    _insert(server, cup, "ROWS", 0, 1)
    _insert(server, cup, "COLUMNS", 1, 2)
    server.type(cup, "Standings!B4", [["Flagge"], ["AT"]])
    (note,) = run(tmp_path).plan.problems
    assert note.message == (
        "The list of 'drivers' moved (its first row is 5 now; B is C now, C is D now) and was followed."
    )
    assert _warned(server, cup) == {"drivers": [(4, 7, 0, 1), (4, 7, 2, 4)]}
    _edit(tmp_path, "cup!Standings", "cup!Standings, columns: [rank, name]")
    assert run(tmp_path).applied.written
    assert server.values(cup, "Standings!A4:D5") == [
        ["Platz", "Flagge", "Fahrer", "Punkte"],
        ["1", "AT", "=Ana"],
    ]
    assert _warned(server, cup) == {"drivers": [(4, 7, 0, 1), (4, 7, 2, 3)]}


def test_an_anchor_is_followed(cup: str, server: LocalSheets, tmp_path: Path) -> None:
    _edit(tmp_path, "A3:C30", "A3")
    assert not run(tmp_path).plan.problems
    assert server.values(cup, "Standings!A3:C4") == [["Pos", "Driver", "Points"], ["1", "=Ana", "43"]]
    assert _warned(server, cup) == {"drivers": [(2, 6, 0, 3)]}
    _insert(server, cup, "ROWS", 0, 2)
    (note,) = run(tmp_path).plan.problems
    assert "begins at A5 now, not at A3" in note.message
    assert server.values(cup, "Standings!A5:C5") == [["Pos", "Driver", "Points"]]
    assert _warned(server, cup) == {"drivers": [(4, 8, 0, 3)]}
    server.type(cup, "Standings!B6", [["somebody"]])
    assert "now holds 'somebody'" in run(tmp_path).plan.problems[-1].message


def test_a_tab_that_was_renamed(cup: str, server: LocalSheets, tmp_path: Path) -> None:
    """It is found by its id, and league.yaml may be corrected or not."""
    _headed(cup, server, tmp_path)
    run(tmp_path)
    tabs = {each["properties"]["title"]: each["properties"]["sheetId"] for each in _sheets(server, cup)}
    properties = {"sheetId": tabs["Standings"], "title": "The table"}
    server.change(cup, {"updateSheetProperties": {"properties": properties, "fields": "title"}})
    outcome = run(tmp_path)
    assert not outcome.plan.forbidden and not outcome.plan.changes
    _edit(tmp_path, "cup!Standings", "cup!The table")
    outcome = run(tmp_path)
    assert not outcome.plan.problems and not outcome.plan.changes
    server.type(cup, "The table!C4", [["somebody"]])
    assert "now holds 'somebody'" in run(tmp_path).plan.problems[0].message


def _headed(cup: str, server: LocalSheets, folder: Path) -> None:
    server.type(cup, "Standings!A3", [HEADER])
    _edit(folder, RANGE, "cup!Standings")


def _edit(folder: Path, old: str, new: str) -> None:
    path = folder / "league.yaml"
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def _insert(server: LocalSheets, spreadsheet: str, dimension: str, first: int, last: int) -> None:
    tabs = {
        each["properties"]["title"]: each["properties"]["sheetId"] for each in _sheets(server, spreadsheet)
    }
    area = {"sheetId": tabs["Standings"], "dimension": dimension, "startIndex": first, "endIndex": last}
    server.change(spreadsheet, {"insertDimension": {"range": area, "inheritFromBefore": False}})


def _sheets(server: LocalSheets, spreadsheet: str) -> list[dict[str, Any]]:
    book = server.gspread().open_by_key(spreadsheet)
    found: list[dict[str, Any]] = book.fetch_sheet_metadata()["sheets"]
    return found


def _warned(server: LocalSheets, spreadsheet: str) -> dict[str, list[tuple[int, ...]]]:
    """What our warnings name, with their ranges: first and last row, first and last column, from 0."""
    found: dict[str, list[tuple[int, ...]]] = {}
    for sheet in _sheets(server, spreadsheet):
        for each in sheet.get("protectedRanges", ()):
            named = each["description"].removeprefix("sheets-sync writes ").partition(" here;")[0]
            area = each["range"]
            sides = ("startRowIndex", "endRowIndex", "startColumnIndex", "endColumnIndex")
            found.setdefault(named, []).append(tuple(area.get(side, 0) for side in sides))
    return {named: sorted(areas) for named, areas in found.items()}
