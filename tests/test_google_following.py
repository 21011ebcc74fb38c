"""Our ranges are found wherever they are by now, and league.yaml may be corrected or not."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from google_client import lay_out_cup, run, sign_in

from tests.google.local_sheets import LocalSheets

HEADER = ["Pos", "Driver", "Points"]
LATER = [HEADER, ["1", "-Cy", "55"], ["2", "=Ana", "43"], ["2", "@Ben", "43"]]
"""After a win of the third one in round 3: 30 + 25; the others have 25 + 18."""


@pytest.fixture(scope="module")
def server() -> Iterator[LocalSheets]:
    with LocalSheets() as running:
        yield running


@pytest.fixture
def cup(server: LocalSheets, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    sign_in(server, tmp_path, monkeypatch)
    return lay_out_cup(server, tmp_path)


def test_league_yaml_is_corrected_as_the_note_says(cup: str, server: LocalSheets, tmp_path: Path) -> None:
    """Two rows above and a column to the left: A3:C30 is B5:D32. What we remember of it comes along."""
    run(tmp_path)
    _change(server, cup, "insertDimension", "ROWS", 0, 2)
    _change(server, cup, "insertDimension", "COLUMNS", 0, 1)
    _edit(tmp_path, "A3:C30", "B5:D32")
    _third_round(server, cup)
    outcome = run(tmp_path)
    assert outcome.applied.written and not outcome.plan.problems
    assert server.values(cup, "Standings!B5:D8") == LATER
    (guard,) = _guards(server, cup)
    assert guard["description"].startswith("sheets-sync writes B5:D32 here")
    server.type(cup, "Standings!C6", [["somebody"]])
    assert "now holds 'somebody'" in run(tmp_path).plan.problems[0].message


def test_one_range_is_by_now_where_another_one_was(cup: str, server: LocalSheets, tmp_path: Path) -> None:
    """Two tables at A3:C12 and A13:C22, and ten rows above: A13:C22 and A23:C32. First league.yaml stays
    as it is, then it is corrected."""
    _edit(tmp_path, "A3:C30", "A3:C12")
    more = "  - {table: drivers, to: cup!Standings!A13:C22, columns: [rank, name, total]}\n"
    _edit(tmp_path, "rules:\n", f"{more}rules:\n")
    run(tmp_path)
    _change(server, cup, "insertDimension", "ROWS", 0, 10)
    as_it_was = run(tmp_path)
    assert not as_it_was.plan.changes and len(as_it_was.plan.problems) == 2
    _edit(tmp_path, "A13:C22", "A23:C32")
    _edit(tmp_path, "A3:C12", "A13:C22")
    _third_round(server, cup)
    outcome = run(tmp_path)
    assert outcome.applied.written and not outcome.plan.problems
    for cells in ("A13:C16", "A23:C26"):
        assert server.values(cup, f"Standings!{cells}") == LATER
    assert len(_guards(server, cup)) == 2
    assert not run(tmp_path).plan.changes


def test_the_new_name_of_a_tab_is_written_into_league_yaml(
    cup: str, server: LocalSheets, tmp_path: Path
) -> None:
    run(tmp_path)
    properties = {"sheetId": _sheet_id(server, cup), "title": "The table"}
    server.change(cup, {"updateSheetProperties": {"properties": properties, "fields": "title"}})
    _edit(tmp_path, "cup!Standings!A3:C30", "cup!The table!A3:C30")
    _third_round(server, cup)
    outcome = run(tmp_path)
    assert outcome.applied.written and not outcome.plan.problems
    assert server.values(cup, "'The table'!A3:C6") == LATER


def test_rows_inserted_inside_make_room_for_more(cup: str, server: LocalSheets, tmp_path: Path) -> None:
    """A3:C6 is full. A row is inserted inside and two above: A5:C9; a fourth driver comes, into row 9."""
    _edit(tmp_path, "A3:C30", "A3:C6")
    run(tmp_path)
    _change(server, cup, "insertDimension", "ROWS", 5, 1)
    _change(server, cup, "insertDimension", "ROWS", 0, 2)
    server.type(cup, "Standings!A8:C8", [[3, "'-Cy", 30]])
    server.type(cup, "Standings!A9:C9", [["", "", ""]])
    server.type(cup, "Entries!A5:B5", [["Di", "4"]])
    server.type(cup, "Results!A8:C8", [[3, "Di", 3]])
    outcome = run(tmp_path)
    assert outcome.applied.written
    assert server.values(cup, "Standings!A9:C9") == [["4", "Di", "15"]]
    again = run(tmp_path)
    assert not again.plan.changes and not again.plan.forbidden
    server.type(cup, "Standings!B9", [["somebody"]])
    assert any("now holds 'somebody'" in each.message for each in run(tmp_path).plan.problems)


def test_a_range_that_is_open_downward_moves_as_a_whole(
    cup: str, server: LocalSheets, tmp_path: Path
) -> None:
    """A3:C is A5:C after two rows above; nothing of it was deleted."""
    _edit(tmp_path, "A3:C30", "A3:C")
    run(tmp_path)
    _change(server, cup, "insertDimension", "ROWS", 0, 2)
    _third_round(server, cup)
    outcome = run(tmp_path)
    assert server.values(cup, "Standings!A5:C8") == LATER
    assert [each.proposal for each in outcome.plan.problems] == ["Write cup!Standings!A5:C in league.yaml."]
    assert not run(tmp_path).plan.changes


def test_a_part_of_our_range_is_deleted(cup: str, server: LocalSheets, tmp_path: Path) -> None:
    """The second column is gone with the names; the table doesn't fit, and there is a way out."""
    run(tmp_path)
    _change(server, cup, "deleteDimension", "COLUMNS", 1, 1)
    outcome = run(tmp_path)
    assert outcome.plan.forbidden
    note = next(each for each in outcome.plan.problems if "is at A3:B30 now" in each.message)
    assert "delete our warning on it" in note.proposal


def test_a_warning_that_is_there_twice(cup: str, server: LocalSheets, tmp_path: Path) -> None:
    """Somebody copied ours to two rows of the same range: the whole one counts, and the other one goes."""
    run(tmp_path)
    (guard,) = _guards(server, cup)
    area = guard["range"] | {"startRowIndex": 7, "endRowIndex": 9}
    copy = {"range": area, "description": guard["description"], "warningOnly": True}
    server.change(cup, {"addProtectedRange": {"protectedRange": copy}})
    _third_round(server, cup)
    outcome = run(tmp_path)
    assert outcome.applied.written and not outcome.plan.problems
    assert server.values(cup, "Standings!A3:C6") == LATER
    assert [each["protectedRangeId"] for each in _guards(server, cup)] == [guard["protectedRangeId"]]


def _edit(folder: Path, old: str, new: str) -> None:
    text = (folder / "league.yaml").read_text("utf-8")
    assert text.count(old) == 1
    (folder / "league.yaml").write_text(text.replace(old, new), "utf-8")


def _third_round(server: LocalSheets, spreadsheet: str) -> None:
    server.type(spreadsheet, "Results!A8:C8", [[3, "'-Cy", 1]])


def _change(server: LocalSheets, spreadsheet: str, kind: str, dimension: str, first: int, count: int) -> None:
    where = {"dimension": dimension, "startIndex": first, "endIndex": first + count}
    server.change(spreadsheet, {kind: {"range": {"sheetId": _sheet_id(server, spreadsheet), **where}}})


def _sheets(server: LocalSheets, spreadsheet: str) -> list[Any]:
    return list(server.session().get(f"{server.base_url}/v4/spreadsheets/{spreadsheet}").json()["sheets"])


def _sheet_id(server: LocalSheets, spreadsheet: str) -> int:
    titles = {each["properties"]["title"]: each["properties"] for each in _sheets(server, spreadsheet)}
    return int(titles["Standings"]["sheetId"])


def _guards(server: LocalSheets, spreadsheet: str) -> list[Any]:
    return [each for sheet in _sheets(server, spreadsheet) for each in sheet.get("protectedRanges", ())]
