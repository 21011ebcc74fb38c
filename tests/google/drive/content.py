"""Spreadsheets from files (csv, tsv, xlsx, ods), and files from spreadsheets (these, pdf, zipped html)."""

from __future__ import annotations

import csv
import html
import io
import zipfile
from typing import Any

import openpyxl
from defusedxml.ElementTree import fromstring

from ..areas import Area
from ..book import Book, Sheet
from ..errors import DriveError
from ..formulas.calculator import calculator
from ..new_books import free_id, new_book, new_sheet
from ..reading_values import value_range
from ..writing_cells import put_value

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
ODS = "application/vnd.oasis.opendocument.spreadsheet"
TYPED = {"valueInputOption": "USER_ENTERED"}


def imported(mime_type: str, content: bytes, name: str) -> Book:
    """The spreadsheet that a file is turned into. Its tab is named like the file, and its time is Pacific."""
    kind = mime_type.split(";")[0].strip()
    if kind == ODS or b"opendocument.spreadsheet" in content[:100]:
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


def exported(book: Book, mime_type: str) -> bytes:
    """A spreadsheet as a file of another kind; csv and tsv have its first tab alone."""
    if mime_type in ("text/csv", "text/tab-separated-values"):
        return _csv(book, "\t" if mime_type.startswith("text/tab") else ",")
    if mime_type == XLSX:
        return _workbook(book)
    if mime_type == "application/pdf":
        return _pdf(book)
    if mime_type == "application/zip":
        return _zip({f"{sheet.title}.html": _html(book, sheet) for sheet in book.sheets})
    if mime_type in (ODS, "application/x-vnd.oasis.opendocument.spreadsheet"):
        return _ods(book)
    message = "The requested conversion is not supported."
    raise DriveError(400, "badRequest", message, "convertTo")


def _texts(book: Book, sheet: Sheet) -> list[list[str]]:
    rows = value_range(book, Area(sheet), {}).get("values", [])
    wide = max(map(len, rows), default=0)
    return [[*line, *[""] * (wide - len(line))] for line in rows]


def _csv(book: Book, delimiter: str) -> bytes:
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, lineterminator="\r\n").writerows(_texts(book, book.sheets[0]))
    return out.getvalue().removesuffix("\r\n").encode()


def _workbook(book: Book) -> bytes:
    workbook = openpyxl.Workbook()
    workbook.remove(workbook.active)
    calculating = calculator(book)
    for sheet in book.sheets:
        page = workbook.create_sheet(sheet.title[:31])
        for (row, column), cell in sheet.cells.items():
            entered = cell.get("userEnteredValue", {})
            value = entered.get("formulaValue") or next(
                iter((calculating.extended(sheet, row, column) or {}).values()), None
            )
            if not isinstance(value, dict):
                page.cell(row + 1, column + 1, value)
            form = cell.get("userEnteredFormat", {}).get("numberFormat", {}).get("pattern")
            if form:
                page.cell(row + 1, column + 1).number_format = form
    out = io.BytesIO()
    workbook.save(out)
    return out.getvalue()


def _zip(parts: dict[str, str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return out.getvalue()


def _html(book: Book, sheet: Sheet) -> str:
    rows = "".join(
        "<tr>" + "".join(f"<td>{html.escape(text)}</td>" for text in line) + "</tr>"
        for line in _texts(book, sheet)
    )
    return f"<html><body><table>{rows}</table></body></html>"


def _ods(book: Book) -> bytes:
    tables = "".join(
        f'<table:table table:name="{html.escape(sheet.title)}">'
        + "".join(
            "<table:table-row>"
            + "".join(
                '<table:table-cell office:value-type="string">'
                f"<text:p>{html.escape(text)}</text:p></table:table-cell>"
                for text in line
            )
            + "</table:table-row>"
            for line in _texts(book, sheet)
        )
        + "</table:table>"
        for sheet in book.sheets
    )
    names = "urn:oasis:names:tc:opendocument:xmlns"
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="{names}:office:1.0" '
        f'xmlns:table="{names}:table:1.0" xmlns:text="{names}:text:1.0" office:version="1.2"><office:body>'
        f"<office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"
    )
    manifest = (
        f'<?xml version="1.0" encoding="UTF-8"?><manifest:manifest xmlns:manifest="{names}:manifest:1.0">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{ODS}"/>'
        '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
        "</manifest:manifest>"
    )
    return _zip({"mimetype": ODS, "content.xml": content, "META-INF/manifest.xml": manifest})


def _pdf(book: Book) -> bytes:
    """A page with the texts of the first tab: a real, if plain, document."""
    lines = ["  ".join(line) for line in _texts(book, book.sheets[0])][:60]
    shown_lines = "".join(f"({_escaped(line)}) Tj T* " for line in lines)
    stream = f"BT /F1 9 Tf 12 TL 36 806 Td {shown_lines}ET".encode("latin-1", "replace")
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R "
        b"/Resources << /Font << /F1 4 0 R >> >> >>",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
    ]
    out, places = bytearray(b"%PDF-1.4\n"), []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, table)
    trailer = b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, len(out))
    return bytes(out + end + trailer)


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
