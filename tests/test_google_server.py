"""The real gspread and google-auth against the local server: what comes back is what Google documents."""

from __future__ import annotations

from collections.abc import Iterator

import gspread
import pytest

from tests.google.local_sheets import OWNER, ROBOT, LocalSheets

PAST = {"sheetId": 0, "startRowIndex": 1000, "startColumnIndex": 0, "endColumnIndex": 2}


@pytest.fixture(scope="module")
def server() -> Iterator[LocalSheets]:
    with LocalSheets() as running:
        yield running


@pytest.fixture
def sheets(server: LocalSheets) -> LocalSheets:
    server.reset()
    return server


def test_what_is_written_is_read_back(sheets: LocalSheets) -> None:
    book = sheets.gspread().create("Round 1")
    tab = book.sheet1
    tab.update([["Driver", "Points"], ["Ana", 25], ["Ben", 18]], "A1")
    assert tab.get_all_values() == [["Driver", "Points"], ["Ana", "25"], ["Ben", "18"]]
    assert tab.get("B2:B3", value_render_option="UNFORMATTED_VALUE") == [[25], [18]]
    assert tab.row_count == 1000 and tab.col_count == 26


def test_rows_are_appended_below_the_table(sheets: LocalSheets) -> None:
    tab = sheets.gspread().create("Round 1").sheet1
    first = tab.append_row(["Ana", 25])
    second = tab.append_row(["Ben", 18])
    assert "tableRange" not in first
    assert second["tableRange"] == "Sheet1!A1:B1"
    assert second["updates"]["updatedRange"] == "Sheet1!A2:B2"


def test_a_shared_spreadsheet_is_found_by_its_title(sheets: LocalSheets) -> None:
    wanted = sheets.create("Season 4", {"Results": [["Ana", 1]], "Grid": []})
    sheets.create("Season 5", share={})
    client = sheets.gspread()
    book = client.open("Season 4")
    assert book.id == wanted
    assert [tab.title for tab in book.worksheets()] == ["Results", "Grid"]
    assert [file["name"] for file in client.list_spreadsheet_files()] == ["Season 4"]


def test_who_isnt_asked_in_stays_out(sheets: LocalSheets) -> None:
    closed = sheets.create("Private", share={})
    with pytest.raises(PermissionError) as refused:
        sheets.gspread().open_by_key(closed)
    assert "403" in str(refused.value.__cause__ or refused.value)
    with pytest.raises(gspread.SpreadsheetNotFound):
        sheets.gspread().open_by_key("1nothing")


def test_a_reader_cant_write(sheets: LocalSheets) -> None:
    book = sheets.create("Season 4", [["Ana"]], share={ROBOT: "reader"})
    tab = sheets.gspread().open_by_key(book).sheet1
    assert tab.acell("A1").value == "Ana"
    with pytest.raises(gspread.exceptions.APIError) as refused:
        tab.update_acell("A1", "Ben")
    assert refused.value.error == {
        "code": 403,
        "message": "The caller does not have permission",
        "status": "PERMISSION_DENIED",
    }


def test_a_protected_tab_refuses_others_than_its_owner(sheets: LocalSheets) -> None:
    book = sheets.create("Season 4", [["Ana"]])
    sheets.protect_tab(book, "Sheet1")
    tab = sheets.gspread().open_by_key(book).sheet1
    with pytest.raises(gspread.exceptions.APIError) as refused:
        tab.update_acell("A1", "Ben")
    assert refused.value.error["message"].startswith("You are trying to edit a protected cell or object.")
    assert sheets.gspread(OWNER).open_by_key(book).sheet1.acell("A1").value == "Ana"


def test_one_bad_request_undoes_its_whole_batch(sheets: LocalSheets) -> None:
    book = sheets.create("Season 4", [["Ana"]])
    opened = sheets.gspread().open_by_key(book)
    requests = [
        {"updateCells": {"start": {}, "rows": [{"values": [{"note": "new"}]}], "fields": "note"}},
        {"addSheet": {"properties": {"title": "Grid"}}},
        {"deleteSheet": {"sheetId": 7}},
    ]
    with pytest.raises(gspread.exceptions.APIError) as refused:
        opened.batch_update({"requests": requests})
    assert refused.value.error["message"] == "Invalid requests[2].deleteSheet: No sheet with id: 7"
    assert [tab.title for tab in opened.worksheets()] == ["Sheet1"]
    assert opened.sheet1.get_note("A1") == ""


def test_the_lock_of_two_writers_is_refused_in_googles_words(sheets: LocalSheets) -> None:
    book = sheets.create("Season 4", [["Ana"]])
    opened = sheets.gspread().open_by_key(book)
    opened.sheet1.define_named_range("A1", "generation_2")
    with pytest.raises(gspread.exceptions.APIError) as refused:
        opened.sheet1.define_named_range("A1", "generation_2")
    assert refused.value.error["message"] == (
        "Invalid requests[0].addNamedRange: Cannot add named range with name generation_2, "
        "a named range with that name already exists."
    )


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ({"requests": []}, "Must specify at least one request."),
        (
            {"requests": [{"addSheets": {}}]},
            "Invalid JSON payload received. Unknown name \"addSheets\" at 'requests[0]': Cannot find field.",
        ),
        (
            {"requests": [{"mergeCells": {"range": {"sheetId": "one"}}}]},
            "Invalid value at 'requests[0].merge_cells.range.sheet_id' (TYPE_INT32), \"one\"",
        ),
        (
            {"requests": [{"repeatCell": {"range": PAST, "fields": "note"}}]},
            "Invalid requests[0].repeatCell: Range (Sheet1!A1001:B) exceeds grid limits. "
            "Max rows: 1000, max columns: 26",
        ),
        (
            {"requests": [{"updateCells": {"start": {}, "rows": [], "fields": ""}}]},
            "Invalid requests[0].updateCells: At least one field must be listed in 'fields'. "
            "(Use '*' to indicate all fields.)",
        ),
    ],
)
def test_a_batch_that_doesnt_fit_is_refused(
    sheets: LocalSheets, body: dict[str, object], message: str
) -> None:
    opened = sheets.gspread().open_by_key(sheets.create("Season 4"))
    with pytest.raises(gspread.exceptions.APIError) as refused:
        opened.batch_update(body)
    assert refused.value.error["message"] == message


@pytest.mark.parametrize(
    ("where", "message"),
    [
        ("Nobody!A1", "Unable to parse range: Nobody!A1"),
        ("A1001", "Range (Sheet1!A1001) exceeds grid limits. Max rows: 1000, max columns: 26"),
        ("Sheet1!A1:[5", "Unable to parse range: Sheet1!A1:[5"),
    ],
)
def test_a_range_that_isnt_there_is_refused(sheets: LocalSheets, where: str, message: str) -> None:
    opened = sheets.gspread().open_by_key(sheets.create("Season 4"))
    with pytest.raises(gspread.exceptions.APIError) as refused:
        opened.values_get(where)
    assert refused.value.error == {"code": 400, "message": message, "status": "INVALID_ARGUMENT"}


def test_values_dont_flow_over_a_range_that_has_an_end(sheets: LocalSheets) -> None:
    opened = sheets.gspread().open_by_key(sheets.create("Season 4"))
    with pytest.raises(gspread.exceptions.APIError) as refused:
        opened.sheet1.update([[1, 2], [3, 4]], "A1:B1")
    assert "but tried writing to row [2]" in refused.value.error["message"]
    assert opened.sheet1.get_all_values() == [[]]


def test_an_unknown_field_is_refused(sheets: LocalSheets) -> None:
    opened = sheets.gspread().open_by_key(sheets.create("Season 4"))
    with pytest.raises(gspread.exceptions.APIError) as refused:
        opened.fetch_sheet_metadata({"fields": "sheets.color"})
    violation = refused.value.response.json()["error"]["details"][0]["fieldViolations"][0]
    assert violation == {
        "field": "sheets.color",
        "description": "Error expanding 'fields' parameter. "
        "Cannot find matching fields for path 'sheets.color'.",
    }


def test_grid_data_comes_only_with_its_flag_or_its_field(sheets: LocalSheets) -> None:
    opened = sheets.gspread().open_by_key(sheets.create("Season 4", [["Ana"]]))
    assert "data" not in opened.fetch_sheet_metadata()["sheets"][0]
    whole = opened.fetch_sheet_metadata({"includeGridData": "true"})["sheets"][0]["data"][0]
    assert whole["rowData"][0]["values"][0]["formattedValue"] == "Ana"
    assert len(whole["rowMetadata"]) == 1000 and whole["columnMetadata"][0] == {"pixelSize": 100}
    cut = opened.fetch_sheet_metadata({"includeGridData": "true", "fields": "sheets.properties.title"})
    assert cut == {"sheets": [{"properties": {"title": "Sheet1"}}]}
    asked = opened.fetch_sheet_metadata({"fields": "sheets.data.rowData.values.userEnteredValue"})
    assert asked["sheets"][0]["data"] == [
        {"rowData": [{"values": [{"userEnteredValue": {"stringValue": "Ana"}}]}]}
    ]


def test_developer_metadata_is_found_again(sheets: LocalSheets) -> None:
    opened = sheets.gspread().open_by_key(sheets.create("Season 4"))
    made = {"metadataKey": "sheets-sync", "metadataValue": "7", "visibility": "DOCUMENT"}
    opened.batch_update(
        {
            "requests": [
                {
                    "createDeveloperMetadata": {
                        "developerMetadata": {**made, "location": {"spreadsheet": True}}
                    }
                }
            ]
        }
    )
    found = opened.fetch_sheet_metadata({"fields": "developerMetadata"})["developerMetadata"]
    assert found[0]["metadataValue"] == "7"
    assert found[0]["location"] == {"locationType": "SPREADSHEET", "spreadsheet": True}


def test_export_gives_files_that_programs_read(sheets: LocalSheets) -> None:
    opened = sheets.gspread().open_by_key(sheets.create("Season 4", [["Ana", 25], ["Ben", 18]]))
    assert opened.export(gspread.utils.ExportFormat.CSV) == b"Ana,25\r\nBen,18"
    assert opened.export(gspread.utils.ExportFormat.EXCEL)[:2] == b"PK"
    assert opened.export(gspread.utils.ExportFormat.PDF)[:5] == b"%PDF-"


def test_the_version_counts_up_with_every_write(sheets: LocalSheets) -> None:
    book = sheets.create("Season 4")
    session = sheets.session()
    address = f"https://www.googleapis.com/drive/v3/files/{book}?fields=version,modifiedTime"
    before = session.get(address).json()
    sheets.type(book, "A1", [["Ana"]])
    after = session.get(address).json()
    assert int(after["version"]) > int(before["version"]) and after["modifiedTime"] > before["modifiedTime"]
