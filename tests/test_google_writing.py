"""Writing to Google: text stays text, one batch, nothing of people's is lost, whoever else writes
meanwhile."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from google_client import lay_out_cup, run, sign_in

from sheets_sync import pipeline
from sheets_sync.cells import Grid
from sheets_sync.plan.safety import Consent
from sheets_sync.reading import read
from sheets_sync.sources.google import memory, reading, writing
from sheets_sync.sources.google.home import GoogleHome, SheetHome
from sheets_sync.sources.google.opening import GoogleClient
from sheets_sync.sources.snapshot import CellWrite, Snapshot
from tests.google.local_sheets import LocalSheets

SHOWN = [["1", "=Ana", "43"], ["1", "@Ben", "43"], ["3", "-Cy", "30"]]
"""25 + 18 each, with a win and a second place each; 15 + 15 for the third."""


@pytest.fixture(scope="module")
def server() -> Iterator[LocalSheets]:
    with LocalSheets() as running:
        yield running


@pytest.fixture
def cup(server: LocalSheets, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    sign_in(server, tmp_path, monkeypatch)
    return lay_out_cup(server, tmp_path)


def test_names_that_look_like_formulas_stay_names(cup: str, server: LocalSheets, tmp_path: Path) -> None:
    outcome = run(tmp_path)
    assert not outcome.problems
    assert server.values(cup, "Standings!A4:C6") == SHOWN
    assert [row[1] for row in server.values(cup, "Standings!A4:C6", "FORMULA")] == ["=Ana", "@Ben", "-Cy"]


def test_a_run_reads_once_and_writes_once_and_a_second_one_only_reads(
    cup: str, server: LocalSheets, tmp_path: Path
) -> None:
    """1 read + 1 write, and two small looks at Drive; unchanged 1 read and one look."""
    server.forget()
    run(tmp_path)
    assert (server.count("GET", "/v4/"), server.count("POST", "/v4/"), server.count("GET", "/drive/")) == (
        1,
        1,
        2,
    )
    server.forget()
    again = run(tmp_path)
    assert not again.applied.written and not again.problems
    assert (server.count("GET", "/v4/"), server.count("POST", "/v4/"), server.count("GET", "/drive/")) == (
        1,
        0,
        1,
    )


def test_our_range_warns_whoever_types_there(cup: str, server: LocalSheets, tmp_path: Path) -> None:
    run(tmp_path)
    run(tmp_path)
    asked = (
        server.session()
        .get(
            f"{server.base_url}/v4/spreadsheets/{cup}",
            params={"fields": "sheets(protectedRanges,properties/title)"},
        )
        .json()
    )
    ((guard,),) = [each["protectedRanges"] for each in asked["sheets"] if "protectedRanges" in each]
    assert guard["warningOnly"] is True
    corners = ("startRowIndex", "endRowIndex", "startColumnIndex", "endColumnIndex")
    assert [guard["range"].get(key, 0) for key in corners] == [2, 30, 0, 3]


def test_what_a_person_typed_into_our_cells_is_reported(
    cup: str, server: LocalSheets, tmp_path: Path
) -> None:
    run(tmp_path)
    server.type(cup, "Standings!B6", [["Cy the Great"]])
    outcome = run(tmp_path)
    assert outcome.plan.forbidden and not outcome.applied.written
    assert server.values(cup, "Standings!B6") == [["Cy the Great"]]
    assert any("somebody changed it" in problem.message for problem in outcome.plan.problems)
    assert run(tmp_path, Consent(overwrite=True)).applied.written
    assert server.values(cup, "Standings!B6") == [["-Cy"]]


def test_what_a_person_types_between_our_look_and_our_write_is_used(
    cup: str, server: LocalSheets, tmp_path: Path
) -> None:
    """The third round's results are typed in while we compute: the run looks anew before it writes."""
    outcome = run(
        tmp_path, between=lambda: server.type(cup, "Results!A8:C9", [[3, "'-Cy", 1], [3, "'@Ben", 2]])
    )
    assert not outcome.problems and outcome.applied.written
    assert server.values(cup, "Standings!A4:C6", "UNFORMATTED_VALUE") == [
        [1, "@Ben", 61],
        [2, "-Cy", 55],
        [3, "=Ana", 43],
    ]


def test_of_two_runs_with_the_same_look_one_writes_and_the_other_looks_anew(
    cup: str, server: LocalSheets, tmp_path: Path
) -> None:
    outcome = run(tmp_path, between=lambda: run(tmp_path) and None)
    assert not outcome.problems and not outcome.applied.written
    batches = [seen.status for seen in server.log if seen.method == "POST" and "batchUpdate" in seen.path]
    assert batches.count(200) == 1


def test_where_drive_is_late_the_count_of_our_writes_still_lets_only_one_through(
    cup: str, server: LocalSheets, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Drive tells the same number of changes all the time."""
    for module in (reading, writing):
        monkeypatch.setattr(module, "drive_version", lambda *_: "7")
    outcome = run(tmp_path, between=lambda: run(tmp_path) and None)
    assert not outcome.problems and not outcome.applied.written
    batches = [seen.status for seen in server.log if seen.method == "POST" and "batchUpdate" in seen.path]
    assert sorted(batches) == [200, 400]


def test_a_renamed_tab_is_found_by_its_id(cup: str, server: LocalSheets, tmp_path: Path) -> None:
    run(tmp_path)
    sheet = _sheet_id(server, cup, "Standings")
    change = {"properties": {"sheetId": sheet, "title": "The table"}, "fields": "title"}
    server.change(cup, {"updateSheetProperties": change})
    server.type(cup, "Results!A8:C8", [[3, "'-Cy", 1]])
    outcome = run(tmp_path)
    assert not outcome.problems and outcome.applied.written
    said = [problem for problem in outcome.run.problems if "is called 'The table' now" in problem.message]
    assert len(said) == 1
    assert server.values(cup, "'The table'!A4:C4") == [["1", "-Cy", "55"]]


def test_a_copy_isnt_taken_for_the_original(cup: str, server: LocalSheets, tmp_path: Path) -> None:
    """A copy carries the memory; its range is filled with what we wrote elsewhere, and isn't ours yet."""
    run(tmp_path)
    copy = server.gspread().copy(cup, title="Copy").id
    text = (tmp_path / "league.yaml").read_text("utf-8").replace(cup, copy)
    (tmp_path / "league.yaml").write_text(text, "utf-8")
    server.type(copy, "Results!A8:C8", [[3, "'-Cy", 1]])
    outcome = run(tmp_path)
    assert outcome.plan.forbidden
    assert any("a copy of another one" in problem.message for problem in outcome.plan.problems)
    assert run(tmp_path, Consent(adopt=True)).applied.written


def test_a_tab_that_is_too_short_grows(cup: str, server: LocalSheets, tmp_path: Path) -> None:
    sheet = _sheet_id(server, cup, "Standings")
    size = {"sheetId": sheet, "gridProperties": {"rowCount": 4, "columnCount": 2}}
    fields = "gridProperties(rowCount,columnCount)"
    server.change(cup, {"updateSheetProperties": {"properties": size, "fields": fields}})
    outcome = run(tmp_path)
    assert not outcome.problems
    assert len(server.values(cup, "Standings!A3:C30")) == 4


def test_a_table_is_followed_where_inserted_rows_and_columns_moved_it(
    cup: str, server: LocalSheets, tmp_path: Path
) -> None:
    """Two rows above and a column to the left: A3 is B5 by now. Two runs later it still is."""
    run(tmp_path)
    sheet = _sheet_id(server, cup, "Standings")
    for dimension, count in (("ROWS", 2), ("COLUMNS", 1)):
        where = {"sheetId": sheet, "dimension": dimension, "startIndex": 0, "endIndex": count}
        server.change(cup, {"insertDimension": {"range": where, "inheritFromBefore": False}})
    server.type(cup, "Standings!A1:A9", [[f"note {row}"] for row in range(9)])
    server.type(cup, "Results!A8:C8", [[3, "'-Cy", 1]])
    outcome = run(tmp_path)
    assert not outcome.problems and outcome.applied.written
    assert any("is at B5:D32 now" in problem.message for problem in outcome.plan.problems)
    assert server.values(cup, "Standings!B5:D8") == [
        ["Pos", "Driver", "Points"],
        ["1", "-Cy", "55"],
        ["2", "=Ana", "43"],
        ["2", "@Ben", "43"],
    ]
    assert len(server.values(cup, "Standings!A1:A9")) == 9
    server.type(cup, "Results!A9:C9", [[3, "'@Ben", 2]])
    assert run(tmp_path).applied.written
    assert server.values(cup, "Standings!B6:D6") == [["1", "@Ben", "61"]]
    assert not run(tmp_path).applied.written


@pytest.mark.parametrize("drive", [200, 403], ids=["with Drive", "Drive isn't switched on"])
def test_rows_inserted_while_we_compute_hurt_nobody(
    drive: int, cup: str, server: LocalSheets, tmp_path: Path
) -> None:
    run(tmp_path)
    if drive == 403:
        server.fault("status", status=403, path="/drive/", times=-1)
    server.type(cup, "Results!A8:C8", [[3, "'-Cy", 1]])
    sheet = _sheet_id(server, cup, "Standings")

    def insert() -> None:
        where = {"sheetId": sheet, "dimension": "ROWS", "startIndex": 0, "endIndex": 1}
        server.change(cup, {"insertDimension": {"range": where, "inheritFromBefore": False}})
        server.type(cup, "Standings!A1:A3", [["mine"], ["mine, too"], ["and this"]])

    outcome = run(tmp_path, between=insert)
    assert not outcome.problems
    assert server.values(cup, "Standings!A1:C5")[:3] == [["mine"], ["mine, too"], ["and this"]]
    assert server.values(cup, "Standings!A5:C5") == [["1", "-Cy", "55"]]


def _sheet_id(server: LocalSheets, spreadsheet: str, title: str) -> int:
    (found,) = [each for each in _properties(server, spreadsheet) if each["title"] == title]
    return int(found["sheetId"])


def test_a_very_long_memory_stands_in_a_hidden_tab(
    cup: str, server: LocalSheets, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With room for 60 characters a piece, the memory of twelve cells doesn't fit into two. Where it fits
    again the tab goes, and where it doesn't once more it comes back."""
    monkeypatch.setattr(memory, "ROOM", 100)
    run(tmp_path)
    (tab,) = [each for each in _properties(server, cup) if each["title"] == "sheets_sync_memory"]
    assert tab["hidden"] is True
    server.forget()
    again = run(tmp_path)
    assert not again.problems and not again.applied.written and not again.plan.changes
    assert (server.count("GET", "/v4/"), server.count("POST", "/v4/")) == (2, 0)
    server.type(cup, "Standings!B6", [["Cy the Great"]])
    assert run(tmp_path).plan.forbidden
    server.type(cup, "Standings!B6", [["'-Cy"]])
    monkeypatch.setattr(memory, "ROOM", 28_000)
    server.type(cup, "Results!A8:C8", [[3, "'-Cy", 1]])
    assert run(tmp_path).applied.written
    assert all(each["title"] != "sheets_sync_memory" for each in _properties(server, cup))
    monkeypatch.setattr(memory, "ROOM", 100)
    server.type(cup, "Results!A9:C9", [[3, "'@Ben", 2]])
    assert run(tmp_path).applied.written
    server.type(cup, "Standings!B6", [["Cy the Great"]])
    server.delete_tab(cup, "sheets_sync_memory")
    lost = run(tmp_path)
    assert any("no memory of our last write" in problem.message for problem in lost.plan.problems)
    assert run(tmp_path, Consent(adopt=True)).applied.written


def _properties(server: LocalSheets, spreadsheet: str) -> list[Any]:
    asked = server.session().get(f"{server.base_url}/v4/spreadsheets/{spreadsheet}").json()
    return [each["properties"] for each in asked["sheets"]]


def test_a_formula_in_our_range_goes_only_where_that_is_agreed(
    cup: str, server: LocalSheets, tmp_path: Path
) -> None:
    """It shows nothing, so that the cell looks empty; it is somebody's work all the same."""
    server.type(cup, "Standings!B5", [['=IF(A1="","x","")']])
    outcome = run(tmp_path)
    assert outcome.plan.forbidden and not outcome.applied.written
    (problem,) = outcome.plan.problems
    assert str(problem) == (
        "cup!Standings!B5: This cell holds a formula. Nothing is written. Put the output range elsewhere, "
        "clear the formula first, or have it replaced with: sync --overwrite"
    )
    assert server.values(cup, "Standings!B5", "FORMULA") == [['=IF(A1="","x","")']]
    agreed = run(tmp_path, Consent(adopt=True))
    assert [str(each) for each in agreed.plan.problems] == [
        """cup!Standings!B5: This cell is ours, but holds the formula '=IF(A1="","x","")'. It is replaced."""
    ]
    assert server.values(cup, "Standings!B5", "FORMULA") != [['=IF(A1="","x","")']]


def test_an_array_formula_goes_only_by_hand(cup: str, server: LocalSheets, tmp_path: Path) -> None:
    server.type(cup, "Standings!B5", [["=ARRAYFORMULA(Results!C2:C3)"]])
    outcome = run(tmp_path, Consent(adopt=True, overwrite=True))
    assert outcome.plan.forbidden and not outcome.applied.written
    assert str(outcome.plan.problems[-1]) == (
        "cup!Standings!B5: This cell holds a formula. Nothing is written. "
        "Put the output range elsewhere, or clear the formula first."
    )


def test_a_tab_that_is_missing_is_named_also_where_a_range_moved(
    cup: str, server: LocalSheets, tmp_path: Path
) -> None:
    run(tmp_path)
    where = {
        "sheetId": _sheet_id(server, cup, "Standings"),
        "dimension": "ROWS",
        "startIndex": 0,
        "endIndex": 2,
    }
    server.change(cup, {"insertDimension": {"range": where, "inheritFromBefore": False}})
    server.delete_tab(cup, "Calendar")
    said = [each.message for each in run(tmp_path).run.problems]
    assert "There is no tab 'Calendar'." in said and not any("refused" in each for each in said)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("x" * 50_000, None),
        ("x" * 50_001, "longer than the 50,000 characters"),
        ("\N{CHEQUERED FLAG}" * 25_001, "longer than the 50,000 characters"),
        ("Ana \ud83d", "half of a character"),
    ],
    ids=["50,000", "50,001", "25,001 flags of two units", "surrogate"],
)
def test_texts_that_no_cell_can_hold(text: str, says: str | None) -> None:
    grid = Grid("cup", "T", [[None]], [[""]])
    snapshot = Snapshot("cup", GoogleHome("id", None), "", "", ("T",), {"T": grid}, None)
    found = writing.refusals(snapshot, [CellWrite("T", 1, 1, text)], "")
    assert [problem.message for problem in found if says and says in problem.message] == [
        problem.message for problem in found
    ]
    assert len(found) == (says is not None)


def test_what_was_written_before_another_spreadsheet_was_overtaken_is_told(
    cup: str, server: LocalSheets, tmp_path: Path
) -> None:
    """The desk is written, then it turns out that somebody typed into the cup: both are looked at anew."""
    desk = server.create("Desk", {"Standings": [[]]})
    text = (tmp_path / "league.yaml").read_text("utf-8")
    text = text.replace("spreadsheets:\n", f"spreadsheets:\n  desk: {{google: {desk}, access: private}}\n")
    more = "  - {table: drivers, to: desk!Standings!A1:C30, columns: [rank, name, total]}\n"
    (tmp_path / "league.yaml").write_text(text.replace("rules:\n", f"{more}rules:\n"), "utf-8")
    outcome = run(tmp_path, between=lambda: server.type(cup, "Results!H1", [["a remark"]]))
    assert outcome.applied.written == (("desk", 12), ("cup", 12))
    assert server.values(desk, "Standings!A2:C4") == server.values(cup, "Standings!A4:C6") == SHOWN


def test_a_saved_plan_outlives_what_changes_with_every_look(
    cup: str, server: LocalSheets, tmp_path: Path
) -> None:
    """A formula's result isn't what somebody typed; another formula is."""
    server.type(cup, "Results!H1", [["=RAND()"]])
    before, result = _digest(tmp_path), server.values(cup, "Results!H1")
    server.type(cup, "Standings!Z50", [["elsewhere, so that all is calculated anew"]])
    assert server.values(cup, "Results!H1") != result and _digest(tmp_path) == before
    server.type(cup, "Results!H1", [["=RAND()+1"]])
    assert _digest(tmp_path) != before


def _digest(folder: Path) -> str:
    setup, _ = pipeline.set_up(folder)
    assert setup is not None
    return read(setup.league)[0]["cup"].digest


@pytest.mark.parametrize(("row", "says"), [(500_000, None), (500_001, "10,000,010 cells")])
def test_more_cells_than_a_spreadsheet_holds(row: int, says: str | None) -> None:
    """Two tabs of 500,000 rows and 10 columns are full; one row more is too many."""
    sheets = {name: SheetHome(id, name, 500_000, 10) for id, name in enumerate(("One", "Two"))}
    grids = {name: Grid("cup", name, [[None]], [[""]]) for name in sheets}
    home = GoogleHome("id", None, sheets=sheets)
    snapshot = Snapshot("cup", home, "", "", tuple(sheets), grids, None)
    found = writing.refusals(snapshot, [CellWrite("Two", row, 1, 5)], "")
    assert [says in problem.message for problem in found if says] == [True] * (says is not None)
    assert len(found) == (says is not None)


def test_a_write_that_is_too_large_is_refused_before_anything_is_written(
    cup: str, server: LocalSheets, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Twelve cells and the memory are more than 500 bytes."""
    monkeypatch.setattr(writing, "LARGEST", 500)
    outcome = run(tmp_path)
    assert outcome.plan.forbidden and not server.count("POST", "/v4/")
    assert any("are sent at once" in problem.message for problem in outcome.plan.problems)
    monkeypatch.setattr(writing, "LARGEST", 10_000_000)
    assert run(tmp_path).applied.written


def test_a_large_write_gets_more_time(cup: str, server: LocalSheets, tmp_path: Path) -> None:
    """Five megabytes are two and a half times what is recommended: 150 s in place of 60."""
    client, _ = GoogleClient.opened(tmp_path, writes=True)
    assert client is not None
    client.calls.wait_for(2.5)
    assert client.calls.timeout == (10.0, 150.0)
    client.calls.wait_for(0.01)
    assert client.calls.timeout == (10.0, 60.0)


def test_what_stewards_do_in_their_own_cells_during_a_run_stays(
    cup: str, server: LocalSheets, tmp_path: Path
) -> None:
    """Results are sorted by driver from the bottom up, filtered, pushed down by a row and noted beside, and
    the third round's winner is typed in, all between look and write: what stands there then is theirs."""
    sheet = _sheet_id(server, cup, "Results")
    area = {
        "sheetId": sheet,
        "startRowIndex": 1,
        "endRowIndex": 7,
        "startColumnIndex": 0,
        "endColumnIndex": 3,
    }
    seen: list[Any] = []

    def work() -> None:
        order = [{"dimensionIndex": 1, "sortOrder": "DESCENDING"}]
        server.change(cup, {"sortRange": {"range": area, "sortSpecs": order}})
        server.change(cup, {"setBasicFilter": {"filter": {"range": {**area, "startRowIndex": 0}}}})
        where = {"sheetId": sheet, "dimension": "ROWS", "startIndex": 3, "endIndex": 4}
        server.change(cup, {"insertDimension": {"range": where, "inheritFromBefore": False}})
        server.type(cup, "Results!A4:E4", [[3, "'-Cy", 1, None, "photo finish"]])
        seen.append(server.values(cup, "Results!A1:E9", "FORMULA"))

    outcome = run(tmp_path, between=work)
    assert not outcome.problems
    assert server.values(cup, "Results!A1:E9", "FORMULA") == seen[0]
    assert seen[0][3] == [3, "-Cy", 1, "", "photo finish"] and len(seen[0]) == 8
    assert server.values(cup, "Standings!A4:C6") == [
        ["1", "-Cy", "55"],
        ["2", "=Ana", "43"],
        ["2", "@Ben", "43"],
    ]
    assert not run(tmp_path).applied.written
