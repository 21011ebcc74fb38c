"""The kinds of request of a batchUpdate: what their descriptions say they do."""

from __future__ import annotations

from typing import Any

import pytest

from tests.google import changes
from tests.google.areas import Area
from tests.google.book import Book
from tests.google.errors import ApiError
from tests.google.new_books import plain_book
from tests.google.presenting import spreadsheet
from tests.google.reading_values import get
from tests.google.writing_cells import put_value

ME = "me@example.com"
Rows = list[list[Any]]


def book_of(rows: Rows) -> Book:
    book = plain_book("Book")
    for row, line in enumerate(rows):
        for column, value in enumerate(line):
            put_value(book, book.sheets[0], row, column, value, {"valueInputOption": "USER_ENTERED"})
    return book


def do(book: Book, kind: str, given: dict[str, Any], email: str = ME) -> dict[str, Any]:
    replies = changes.apply(book, [{kind: given}], email, ME)
    return replies[0].get(kind, {})  # type: ignore[no-any-return]


def values(book: Book, where: str = "Sheet1", render: str = "FORMATTED_VALUE") -> Rows:
    return get(book, where, {"valueRenderOption": render}).get("values", [])  # type: ignore[no-any-return]


def grid(top: int, bottom: int, left: int, right: int) -> dict[str, int]:
    return {
        "sheetId": 0,
        "startRowIndex": top,
        "endRowIndex": bottom,
        "startColumnIndex": left,
        "endColumnIndex": right,
    }


def sheet(book: Book) -> dict[str, Any]:
    return spreadsheet(book, ME)["sheets"][0]  # type: ignore[no-any-return]


def refused(book: Book, kind: str, given: dict[str, Any], email: str = ME) -> str:
    with pytest.raises(ApiError) as error:
        do(book.copy(), kind, given, email)  # as the server does it: what failed is thrown away
    return error.value.message


def test_update_cells_clears_what_a_range_doesnt_give() -> None:
    book = book_of([["a", "b"], ["c", "d"]])
    rows = [{"values": [{"userEnteredValue": {"numberValue": 1}}]}]
    do(book, "updateCells", {"range": grid(0, 2, 0, 2), "rows": rows, "fields": "userEnteredValue"})
    assert values(book) == [["1"]]


def test_update_cells_beyond_its_range_is_refused() -> None:
    rows = [{"values": [{"note": "a"}, {"note": "b"}]}]
    given = {"range": grid(0, 1, 25, 26), "rows": rows, "fields": "note"}
    assert refused(book_of([]), "updateCells", given) == (
        "Invalid requests[0].updateCells: "
        "Attempting to write column: 26, beyond the last requested column of: 25"
    )


def test_only_the_masked_fields_change() -> None:
    book = book_of([["a"]])
    cell = {"userEnteredFormat": {"textFormat": {"bold": True, "italic": True}}, "note": "n"}
    do(
        book,
        "repeatCell",
        {"range": grid(0, 1, 0, 1), "cell": cell, "fields": "userEnteredFormat.textFormat.bold"},
    )
    assert book.sheets[0].cells[0, 0] == {
        "userEnteredValue": {"stringValue": "a"},
        "userEnteredFormat": {"textFormat": {"bold": True}},
    }


def test_a_repeated_formula_follows_its_cell() -> None:
    book = book_of([[1], [2]])
    cell = {"userEnteredValue": {"formulaValue": "=A1*$A$1"}}
    do(book, "repeatCell", {"range": grid(0, 2, 1, 2), "cell": cell, "fields": "userEnteredValue"})
    assert values(book, "B1:B2", "FORMULA") == [["=A1*$A$1"], ["=A2*$A$1"]]


def test_cells_are_appended_after_the_last_row_with_data() -> None:
    book = book_of([["a"], ["", "b"]])
    rows = [{"values": [{"userEnteredValue": {"stringValue": "c"}}]}]
    do(book, "appendCells", {"sheetId": 0, "rows": rows, "fields": "userEnteredValue"})
    assert values(book) == [["a"], ["", "b"], ["c"]]


def test_a_colour_is_given_back_in_both_forms_and_256_steps() -> None:
    book = book_of([])
    properties = {"sheetId": 0, "tabColor": {"red": 1, "blue": 0.5}}
    do(book, "updateSheetProperties", {"properties": properties, "fields": "tabColor"})
    wanted = {"red": 1, "blue": 0.49803922}
    assert sheet(book)["properties"]["tabColor"] == wanted
    assert sheet(book)["properties"]["tabColorStyle"] == {"rgbColor": wanted}


def test_rows_are_sorted_with_blanks_last() -> None:
    rows = [["b", 2], ["", 3], ["a", 1], [10, 4]]
    for order, first in (("ASCENDING", ["10", "a", "b", ""]), ("DESCENDING", ["b", "a", "10", ""])):
        book = book_of(rows)
        specs = [{"dimensionIndex": 0, "sortOrder": order}]
        do(book, "sortRange", {"range": grid(0, 4, 0, 2), "sortSpecs": specs})
        assert [line[0] for line in values(book)] == first
    assert values(book)[-1] == ["", "3"]


def test_find_and_replace_counts_what_it_did() -> None:
    book = book_of([["Ana A", "Ana"], ["Ben", "ana"]])
    found = do(book, "findReplace", {"find": "ana", "replacement": "Eva", "allSheets": True})
    assert found == {"valuesChanged": 3, "rowsChanged": 2, "sheetsChanged": 1, "occurrencesChanged": 3}
    assert values(book) == [["Eva A", "Eva"], ["Ben", "Eva"]]
    exact = {"find": "eva", "replacement": "Ina", "matchEntireCell": True, "matchCase": True, "sheetId": 0}
    assert do(book, "findReplace", exact) == {}


def test_a_copy_is_repeated_over_its_destination() -> None:
    book = book_of([[1, "=A1+1"]])
    do(book, "copyPaste", {"source": grid(0, 1, 0, 2), "destination": grid(1, 3, 0, 2)})
    assert values(book, render="FORMULA") == [[1, "=A1+1"], [1, "=A2+1"], [1, "=A3+1"]]


def test_values_are_pasted_turned() -> None:
    book = book_of([["=1+1", 3]])
    given = {"pasteType": "PASTE_VALUES", "pasteOrientation": "TRANSPOSE"}
    do(book, "copyPaste", {"source": grid(0, 1, 0, 2), "destination": grid(2, 3, 0, 1), **given})
    assert values(book, "A3:A4", "FORMULA") == [[2], [3]]


def test_cut_cells_leave_nothing_behind() -> None:
    book = book_of([["a", "b"]])
    do(
        book,
        "cutPaste",
        {"source": grid(0, 1, 0, 1), "destination": {"sheetId": 0, "rowIndex": 1, "columnIndex": 1}},
    )
    assert values(book) == [["", "b"], ["", "a"]]


def test_pasted_text_is_divided() -> None:
    book = book_of([])
    do(book, "pasteData", {"coordinate": {"rowIndex": 1}, "data": "a,2\nb,3", "delimiter": ","})
    assert values(book, "A2:B3", "UNFORMATTED_VALUE") == [["a", 2], ["b", 3]]


def test_text_is_divided_into_columns() -> None:
    book = book_of([["Ana;25"], ["Ben;18"]])
    do(book, "textToColumns", {"source": grid(0, 2, 0, 1), "delimiterType": "SEMICOLON"})
    assert values(book) == [["Ana", "25"], ["Ben", "18"]]


def test_a_series_goes_on() -> None:
    book = book_of([[1, "Round 1", "Monday"], [3, "Round 2", "Tuesday"]])
    do(book, "autoFill", {"range": grid(0, 4, 0, 3)})
    assert values(book, "A3:C4") == [["5", "Round 3", "Wednesday"], ["7", "Round 4", "Thursday"]]


def test_rows_that_are_alike_go() -> None:
    book = book_of([["a", 1], ["b", 1], ["a", 1]])
    assert do(book, "deleteDuplicates", {"range": grid(0, 3, 0, 2)}) == {"duplicatesRemovedCount": 1}
    assert values(book) == [["a", "1"], ["b", "1"]]


def test_blanks_are_trimmed() -> None:
    book = book_of([["  a  b "], ["c"]])
    assert do(book, "trimWhitespace", {"range": grid(0, 2, 0, 1)}) == {"cellsChangedCount": 1}
    assert values(book) == [["a b"], ["c"]]


def test_rows_move_with_what_is_on_them() -> None:
    book = book_of([["a"], ["b"], ["c"], ["=A1"]])
    place = {"sheetId": 0, "dimension": "ROWS", "startIndex": 0, "endIndex": 1}
    made = {"metadataKey": "row of a", "visibility": "DOCUMENT", "location": {"dimensionRange": place}}
    do(book, "createDeveloperMetadata", {"developerMetadata": made})
    do(book, "moveDimension", {"source": place, "destinationIndex": 3})
    assert values(book, render="FORMULA") == [["b"], ["c"], ["a"], ["=A3"]]
    (item,) = [item for _, item in book.all_metadata()]
    assert item["location"]["dimensionRange"]["startIndex"] == 2


def test_ranges_grow_shrink_and_vanish_with_their_rows() -> None:
    book = book_of([["a"]])
    do(book, "addNamedRange", {"namedRange": {"name": "results", "range": grid(2, 5, 0, 2)}})
    do(book, "mergeCells", {"range": grid(3, 4, 0, 2)})

    def rows(start: int, end: int) -> dict[str, Any]:
        return {"range": {"sheetId": 0, "dimension": "ROWS", "startIndex": start, "endIndex": end}}

    do(book, "insertDimension", rows(3, 5))
    assert book.named_ranges[0]["range"] == grid(2, 7, 0, 2)
    assert book.sheets[0].parts["merges"] == [grid(5, 6, 0, 2)]
    do(book, "deleteDimension", rows(5, 7))
    assert book.named_ranges[0]["range"] == grid(2, 5, 0, 2)
    assert book.sheets[0].parts["merges"] == []
    do(book, "deleteDimension", rows(0, 9))
    assert book.named_ranges == []


def test_not_every_row_can_go() -> None:
    rows = {"range": {"sheetId": 0, "dimension": "ROWS", "startIndex": 0, "endIndex": 1001}}
    assert refused(book_of([]), "deleteDimension", rows) == (
        "Invalid requests[0].deleteDimension: Cannot delete a row that doesn't exist. "
        "Tried to delete row index 1000 but there are only 1000 rows."
    )
    book = book_of([])
    frozen = {
        "properties": {"gridProperties": {"frozenRowCount": 1}},
        "fields": "gridProperties.frozenRowCount",
    }
    do(book, "updateSheetProperties", frozen)
    rows["range"] |= {"startIndex": 1, "endIndex": 1000}
    assert refused(book, "deleteDimension", rows) == (
        "Invalid requests[0].deleteDimension: Sorry, it is not possible to delete all non-frozen rows."
    )


@pytest.mark.parametrize(
    ("title", "index", "order"),
    [("S1", 2, "S2 S1 S3"), ("S1", 1, "S1 S2 S3"), ("S3", 0, "S3 S1 S2"), ("S1", 3, "S2 S3 S1")],
)
def test_sheets_move_by_indexes_from_before_the_move(title: str, index: int, order: str) -> None:
    book = book_of([])
    do(book, "updateSheetProperties", {"properties": {"title": "S1"}, "fields": "title"})
    for name in ("S2", "S3"):
        do(book, "addSheet", {"properties": {"title": name}})
    moved = book.titled(title)
    assert moved is not None
    do(
        book,
        "updateSheetProperties",
        {"properties": {"sheetId": moved.id, "index": index}, "fields": "index"},
    )
    assert " ".join(one.title for one in book.sheets) == order
    assert [one.properties["index"] for one in book.sheets] == [0, 1, 2]


def test_titles_are_used_once() -> None:
    message = 'A sheet with the name "sheet1" already exists. Please enter another name.'
    given = {"properties": {"title": "sheet1"}}
    assert refused(book_of([]), "addSheet", given) == f"Invalid requests[0].addSheet: {message}"


def test_a_duplicate_has_its_own_ids() -> None:
    book = book_of([["a"]])
    made = {"metadataKey": "k", "visibility": "DOCUMENT", "location": {"sheetId": 0}}
    do(book, "createDeveloperMetadata", {"developerMetadata": made})
    do(book, "addProtectedRange", {"protectedRange": {"range": grid(0, 1, 0, 1)}})
    copy = do(book, "duplicateSheet", {"sourceSheetId": 0, "insertSheetIndex": 1, "newSheetName": "Copy"})
    assert copy["properties"]["title"] == "Copy" and values(book, "Copy") == [["a"]]
    metadata = [item["metadataId"] for _, item in book.all_metadata()]
    ranges = [item["protectedRangeId"] for one in book.sheets for item in one.parts["protectedRanges"]]
    assert len(set(metadata)) == 2 and len(set(ranges)) == 2
    assert book.sheets[1].parts["protectedRanges"][0]["range"]["sheetId"] == book.sheets[1].id


def test_part_of_a_merge_cant_be_merged() -> None:
    book = book_of([])
    do(book, "mergeCells", {"range": grid(0, 2, 0, 2)})
    assert refused(book, "unmergeCells", {"range": grid(0, 1, 0, 1)}) == (
        "Invalid requests[0].unmergeCells: "
        "You must select all cells in a merged range to merge or unmerge them."
    )


def test_a_protected_range_lets_its_editors_in() -> None:
    book = book_of([["a"]])
    protected = {"range": grid(0, 1, 0, 1), "editors": {"users": ["steward@example.com"]}}
    do(book, "addProtectedRange", {"protectedRange": protected})
    write = {"range": grid(0, 1, 0, 1), "rows": [], "fields": "userEnteredValue"}
    assert "protected cell" in refused(book, "updateCells", write, "visitor@example.com")
    do(book, "updateCells", write, "steward@example.com")
    seen = spreadsheet(book, "visitor@example.com")["sheets"][0]["protectedRanges"][0]
    assert "editors" not in seen and "requestingUserCanEdit" not in seen


def test_conditional_formats_are_kept_in_their_order() -> None:
    book = book_of([])
    for color, index in (("red", 0), ("blue", 0)):
        condition = {"type": "NUMBER_GREATER", "values": [{"userEnteredValue": "5"}]}
        rule = {"condition": condition, "format": {"backgroundColor": {color: 1}}}
        given = {"rule": {"ranges": [grid(0, 5, 0, 1)], "booleanRule": rule}, "index": index}
        do(book, "addConditionalFormatRule", given)
    kept = sheet(book)["conditionalFormats"]
    assert [rule["booleanRule"]["format"]["backgroundColor"] for rule in kept] == [{"blue": 1}, {"red": 1}]
    gone = do(book, "deleteConditionalFormatRule", {"sheetId": 0, "index": 1})
    assert gone["rule"]["booleanRule"]["condition"]["type"] == "NUMBER_GREATER"
    assert refused(book, "deleteConditionalFormatRule", {"index": 4}) == (
        "Invalid requests[0].deleteConditionalFormatRule: No conditional format on sheet: 0 at index: 4"
    )


def test_borders_are_drawn_outside_and_inside() -> None:
    book = book_of([])
    line, thick = {"style": "SOLID"}, {"style": "SOLID_THICK"}
    do(book, "updateBorders", {"range": grid(0, 2, 0, 1), "top": thick, "innerHorizontal": line})
    first = book.sheets[0].cells[0, 0]["userEnteredFormat"]["borders"]
    assert {name: side["style"] for name, side in first.items()} == {"top": "SOLID_THICK", "bottom": "SOLID"}
    assert first["top"]["width"] == 3 and first["top"]["colorStyle"] == {"rgbColor": {}}


def test_a_rule_of_choices_lies_on_its_cells() -> None:
    book = book_of([])
    condition = {"type": "ONE_OF_LIST", "values": [{"userEnteredValue": "yes"}, {"userEnteredValue": "no"}]}
    rule = {"condition": condition, "strict": True, "showCustomUi": True}
    do(book, "setDataValidation", {"range": grid(0, 2, 0, 1), "rule": rule})
    data = spreadsheet(book, ME, [Area(book.sheets[0])], True)["sheets"][0]["data"][0]
    assert [row["values"][0]["dataValidation"] for row in data["rowData"]] == [rule, rule]
    do(book, "setDataValidation", {"range": grid(0, 2, 0, 1)})
    assert book.sheets[0].cells == {}


def test_developer_metadata_has_a_limit() -> None:
    book = book_of([])
    made = {"metadataKey": "k", "visibility": "DOCUMENT", "location": {"spreadsheet": True}}
    do(book, "createDeveloperMetadata", {"developerMetadata": {**made, "metadataValue": "x" * 29_999}})
    assert "30000 characters" in refused(book, "createDeveloperMetadata", {"developerMetadata": made})
    on_sheet = {**made, "location": {"sheetId": 0}}
    do(book, "createDeveloperMetadata", {"developerMetadata": on_sheet})
    lookup = {"developerMetadataLookup": {"metadataKey": "k", "locationType": "SHEET"}}
    gone = do(book, "deleteDeveloperMetadata", {"dataFilter": lookup})["deletedDeveloperMetadata"]
    assert [item["location"]["locationType"] for item in gone] == ["SHEET"]


def test_a_filter_view_says_its_criteria_twice() -> None:
    book = book_of([["a"]])
    view = {"title": "Mine", "range": grid(0, 3, 0, 1), "criteria": {"0": {"hiddenValues": ["a"]}}}
    made = do(book, "addFilterView", {"filter": view})["filter"]
    assert made["filterSpecs"] == [{"columnIndex": 0, "filterCriteria": {"hiddenValues": ["a"]}}]
    do(book, "deleteFilterView", {"filterId": made["filterViewId"]})
    assert "filterViews" not in sheet(book)


def test_kinds_that_arent_done_say_so() -> None:
    with pytest.raises(ApiError) as error:
        do(book_of([]), "refreshDataSource", {})
    assert error.value.code == 501
