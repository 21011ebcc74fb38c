"""Spreadsheets from files: csv, tsv, xlsx, ods."""

from __future__ import annotations

import csv
import io
import zipfile
from typing import Any

import openpyxl
from defusedxml.ElementTree import fromstring

from ..book import Book, Sheet
from ..errors import DriveError
from ..new_books import free_id, new_book, new_sheet
from ..writing_cells import put_value

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
ODS = "application/vnd.oasis.opendocument.spreadsheet"
TYPED = {"valueInputOption": "USER_ENTERED"}


def imported(mime_type: str, content: bytes, name: str) -> Book:
    """The spreadsheet that a file is turned into. Its tab is named like the file, and its time is Pacific."""
    kind = mime_type.split(";")[0].strip()
    if kind.endswith("vnd.oasis.opendocument.spreadsheet") or b"opendocument.spreadsheet" in content[:100]:
        return _from_ods(content, name)
    if kind == XLSX or content[:4] == b"PK\x03\x04":
        return _from_workbook(content, name)
    text = content.decode("utf-8-sig", "replace")
    tabs = kind == "text/tab-separated-values"
    rows = list(csv.reader(io.StringIO(text), delimiter="\t" if tabs else ","))
    book = new_book(name, {"timeZone": "America/Los_Angeles"})
    wide = max(map(len, rows), default=0)
    grid = {"rowCount": max(1000, len(rows)), "columnCount": max(26, wide)}
    sheet = new_sheet({"gridProperties": grid}, free_id(book), name[:100], 0)
    book.sheets.append(sheet)
    _fill(book, sheet, rows)
    return book


def _fill(book: Book, sheet: Sheet, rows: list[list[Any]]) -> None:
    for row, line in enumerate(rows):
        for column, value in enumerate(line):
            if value is not None:
                put_value(book, sheet, row, column, value, TYPED)


def _from_workbook(content: bytes, name: str) -> Book:
    try:
        workbook = openpyxl.load_workbook(io.BytesIO(content))
    except (zipfile.BadZipFile, KeyError, ValueError, OSError):
        raise DriveError(400, "badRequest", "Bad Request") from None
    book = new_book(name, {"timeZone": "America/Los_Angeles"})
    for index, found in enumerate(workbook.worksheets):
        grid = {"rowCount": max(1000, found.max_row), "columnCount": max(26, found.max_column)}
        sheet = new_sheet({"gridProperties": grid}, free_id(book), found.title, index)
        book.sheets.append(sheet)
        _fill(book, sheet, [[_plain(value) for value in line] for line in found.iter_rows(values_only=True)])
    return book


TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
PARAGRAPH = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}p"


def _from_ods(content: bytes, name: str) -> Book:
    try:
        root = fromstring(zipfile.ZipFile(io.BytesIO(content)).read("content.xml"))
    except (zipfile.BadZipFile, KeyError):
        raise DriveError(400, "badRequest", "Bad Request") from None
    book = new_book(name, {"timeZone": "America/Los_Angeles"})
    for index, table in enumerate(root.iter(f"{TABLE}table")):
        rows = [_ods_row(row) for row in table.iter(f"{TABLE}table-row")]
        grid = {"rowCount": max(1000, len(rows)), "columnCount": max(26, *map(len, rows), 0)}
        sheet = new_sheet(
            {"gridProperties": grid}, free_id(book), table.get(f"{TABLE}name", f"Sheet{index + 1}"), index
        )
        book.sheets.append(sheet)
        _fill(book, sheet, rows)
    return book


def _ods_row(row: Any) -> list[Any]:
    out: list[Any] = []
    for cell in row.iter(f"{TABLE}table-cell"):
        text = "\n".join("".join(line.itertext()) for line in cell.iter(PARAGRAPH)) or None
        number = cell.get(f"{OFFICE}value")
        value = float(number) if number and cell.get(f"{OFFICE}value-type") == "float" else text
        out += [value] * min(
            int(cell.get(f"{TABLE}number-columns-repeated", 1)), 1 if value is None else 1000
        )
    return out


def _plain(value: Any) -> Any:
    """A workbook's value as somebody would type it."""
    return (
        value
        if value is None or isinstance(value, bool | int | float | str)
        else str(value).removesuffix(" 00:00:00")
    )
