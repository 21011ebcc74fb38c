"""What typing into a cell means, what it shows, and what formulas make of it."""

from __future__ import annotations

from typing import Any

import pytest

from tests.google import changes
from tests.google.book import Book
from tests.google.new_books import plain_book
from tests.google.reading_values import get
from tests.google.writing_cells import put_value

TYPED = {"valueInputOption": "USER_ENTERED"}
RAW = {"valueInputOption": "RAW"}


def typed(*values: Any, locale: str = "en_US") -> Book:
    """A spreadsheet with the values typed into A1, A2, ..."""
    book = plain_book("Typed")
    book.properties["locale"] = locale
    for row, value in enumerate(values):
        put_value(book, book.sheets[0], row, 0, value, TYPED)
    return book


def shown(book: Book, where: str = "A1", render: str = "FORMATTED_VALUE") -> Any:
    values = get(book, where, {"valueRenderOption": render}).get("values")
    return values[0][0] if values else None


@pytest.mark.parametrize(
    ("text", "value", "text_shown"),
    [
        ("42", 42, "42"),
        ("1,234", 1234, "1,234"),
        ("1,234.5", 1234.5, "1,234.50"),
        ("-3.25", -3.25, "-3.25"),
        ("12%", 0.12, "12%"),
        ("12.5%", 0.125, "12.50%"),
        ("$3.50", 3.5, "$3.50"),
        ("1e3", 1000, "1.00E+03"),
        ("007", 7, "7"),
        ("TRUE", True, "TRUE"),
        ("2024-02-29", 45351, "2024-02-29"),
        ("2/29/2024", 45351, "2/29/2024"),
        ("12:00", 0.5, "12:00"),
        ("6:00 PM", 0.75, "6:00 PM"),
        ("2024-02-29 18:00:00", 45351.75, "2024-02-29 18:00:00"),
        ("'=SUM(1)", "=SUM(1)", "=SUM(1)"),
        ("3_1_0", "3_1_0", "3_1_0"),
        ("2023-02-30", "2023-02-30", "2023-02-30"),
        ("+1 LAP", "#ERROR!", "#ERROR!"),
        ("+1+1", 2, "2"),
        ("-", "-", "-"),
        ("1:23.456", "1:23.456", "1:23.456"),
    ],
)
def test_what_typing_means(text: str, value: Any, text_shown: str) -> None:
    book = typed(text)
    assert shown(book, render="UNFORMATTED_VALUE") == value
    assert shown(book) == text_shown


@pytest.mark.parametrize(
    ("locale", "text", "value", "text_shown"),
    [
        ("de_DE", "1.234,5", 1234.5, "1.234,50"),
        ("de_DE", "29.02.2024", 45351, "29.02.2024"),
        ("de_DE", "3,5", 3.5, "3,5"),
        ("en_GB", "1/2/2024", 45323, "01/02/2024"),
        ("en_US", "1/2/2024", 45293, "1/2/2024"),
    ],
)
def test_typing_follows_the_locale(locale: str, text: str, value: float, text_shown: str) -> None:
    book = typed(text, locale=locale)
    assert shown(book, render="UNFORMATTED_VALUE") == value
    assert shown(book) == text_shown


def test_raw_text_stays_text() -> None:
    book = plain_book("Raw")
    for row, value in enumerate(["=1+1", "007", "1/2/2024"]):
        put_value(book, book.sheets[0], row, 0, value, RAW)
    assert get(book, "A1:A3", {})["values"] == [["=1+1"], ["007"], ["1/2/2024"]]


@pytest.mark.parametrize(
    ("number_format", "number", "text"),
    [
        ({"type": "NUMBER", "pattern": "0.000"}, 12.1, "12.100"),
        ({"type": "NUMBER", "pattern": "#,##0"}, 1234567.6, "1,234,568"),
        ({"type": "NUMBER", "pattern": "0.0#"}, 2, "2.0"),
        ({"type": "NUMBER", "pattern": "0;(0)"}, -5, "(5)"),
        ({"type": "PERCENT"}, 0.256, "25.60%"),
        ({"type": "CURRENCY"}, -12.5, "-$12.50"),
        ({"type": "SCIENTIFIC"}, 12345, "1.23E+04"),
        ({"type": "TIME", "pattern": "[m]:ss.000"}, (83.456) / 86400, "1:23.456"),
        ({"type": "DATE", "pattern": "ddd d mmm yyyy"}, 45351, "Thu 29 Feb 2024"),
        ({"type": "DATE_TIME", "pattern": "yyyy-mm-dd hh:mm"}, 45351.75, "2024-02-29 18:00"),
        ({"type": "NUMBER", "pattern": '0" pts"'}, 25, "25 pts"),
    ],
)
def test_number_formats(number_format: dict[str, str], number: float, text: str) -> None:
    book = typed(number)
    cell = {"userEnteredFormat": {"numberFormat": number_format}}
    request = {"range": {"endRowIndex": 1, "endColumnIndex": 1}, "cell": cell, "fields": "userEnteredFormat"}
    changes.apply(book, [{"repeatCell": request}], "a@b.c", "a@b.c")
    assert shown(book) == text


@pytest.mark.parametrize(
    ("formula", "text"),
    [
        ("=3/2", "1.5"),
        ("= 1 / 1024", "0.0009765625"),
        ("=1/3", "0.3333333333"),
        ("=-2^2", "4"),
        ("=10%*50", "5"),
        ('="a"&1', "a1"),
        ("=SUM(1;2;3)", "6"),
        ('=IF(1>2,"yes","no")', "no"),
        ('=IFERROR(1/0,"none")', "none"),
        ('=COUNTIF({1,2,3,4},">2")', "2"),
        ('=HYPERLINK("https://example.com","here")', "here"),
        ('=IMAGE("https://example.com/x.png")', ""),
        ('=VLOOKUP("b",{"a",1;"b",2},2,FALSE)', "2"),
        ('=TEXT(45351,"yyyy-mm-dd")', "2024-02-29"),
        ("=DATE(2024,2,28)+1", "2/29/2024"),
        ("=ROUND(2.5)", "3"),
        ("=1/0", "#DIV/0!"),
        ("=NA()", "#N/A"),
        ('="a"*2', "#VALUE!"),
        ("=SQRT(-1)", "#NUM!"),
        ("=NOSUCHTHING(1)", "#NAME?"),
        ("=Nobody!A1", "#REF!"),
        ("=1+", "#ERROR!"),
        ("=A1", "#REF!"),
    ],
)
def test_formulas(formula: str, text: str) -> None:
    assert shown(typed(formula)) == text


def test_whole_columns_are_as_long_as_each_other() -> None:
    book = typed("a", "b", "a", "", '=COUNTIFS(A:A,"a",B:B,"")', '=SUMIFS(B:B,A:A,"b")')
    put_value(book, book.sheets[0], 1, 1, 5, RAW)
    assert (shown(book, "A5"), shown(book, "A6")) == ("#REF!", "#REF!")  # they count themselves
    for row in (4, 5):
        cell = book.sheets[0].cells.pop((row, 0))
        book.sheets[0].put(row, 3, cell)
    book.edited()
    assert (shown(book, "D5"), shown(book, "D6")) == ("2", "5")


def test_a_formula_that_the_locale_writes_with_commas() -> None:
    assert shown(typed("=SUM(1,5;2)", locale="de_DE")) == "3,5"


def test_an_array_flows_into_the_cells_beside_it() -> None:
    book = typed("=TRANSPOSE({1;2;3})")
    assert get(book, "A1:C1", {})["values"] == [["1", "2", "3"]]


def test_formulas_follow_rows_that_come_and_go() -> None:
    book = typed("1", "2", "=SUM(A1:A2)", "=A2*10")
    rows = {"sheetId": 0, "dimension": "ROWS", "startIndex": 1, "endIndex": 2}
    changes.apply(book, [{"insertDimension": {"range": rows}}], "a@b.c", "a@b.c")
    assert shown(book, "A4", "FORMULA") == "=SUM(A1:A3)" and shown(book, "A5", "FORMULA") == "=A3*10"
    gone = {**rows, "startIndex": 2, "endIndex": 3}
    changes.apply(book, [{"deleteDimension": {"range": gone}}], "a@b.c", "a@b.c")
    assert shown(book, "A3") == "1" and shown(book, "A4") == "#REF!"


def test_a_renamed_tab_is_followed_by_formulas() -> None:
    book = typed("5", "=Sheet1!A1")
    new = {"properties": {"sheetId": 0, "title": "Round 1"}, "fields": "title"}
    changes.apply(book, [{"updateSheetProperties": new}], "a@b.c", "a@b.c")
    assert shown(book, "A2", "FORMULA") == "='Round 1'!A1" and shown(book, "A2") == "5"


@pytest.mark.parametrize(
    ("where", "name"),
    [
        ("Sheet1", "Sheet1!A1:Z1000"),
        ("B2", "Sheet1!B2"),
        ("A:B", "Sheet1!A1:B1000"),
        ("2:3", "Sheet1!A2:Z3"),
        ("A5:A", "Sheet1!A5:A1000"),
        ("C3:A1", "Sheet1!A1:C3"),
        ("R2C3", "Sheet1!C2"),
        ("Sheet1!R1C1:R2C2", "Sheet1!A1:B2"),
        ("'Sheet1'!A1:B9999", "Sheet1!A1:B1000"),
        ("points", "Sheet1!B1:B3"),
    ],
)
def test_ranges_are_read_and_named(where: str, name: str) -> None:
    book = typed("1")
    place = {"sheetId": 0, "startRowIndex": 0, "endRowIndex": 3, "startColumnIndex": 1, "endColumnIndex": 2}
    named = {"namedRange": {"name": "points", "range": place}}
    changes.apply(book, [{"addNamedRange": named}], "a@b.c", "a@b.c")
    assert get(book, where, {})["range"] == name


def test_empty_ends_are_left_out() -> None:
    book = plain_book("Ends")
    sheet = book.sheets[0]
    for row, column in ((0, 0), (3, 1)):
        put_value(book, sheet, row, column, "x", RAW)
    assert get(book, "A1:D9", {})["values"] == [["x"], [], [], ["", "x"]]
    assert get(book, "A1:D9", {"majorDimension": "COLUMNS"})["values"] == [["x"], ["", "", "", "x"]]
    assert "values" not in get(book, "C1:D9", {})
