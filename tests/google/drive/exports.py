"""Files from spreadsheets: csv, tsv, xlsx, ods, pdf, zipped html."""

from __future__ import annotations

import csv
import html
import io
import zipfile

import openpyxl

from ..areas import Area
from ..book import Book, Sheet
from ..errors import DriveError
from ..formulas.calculator import calculator
from ..reading_values import value_range
from .imports import ODS, XLSX


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
    del workbook[workbook.sheetnames[0]]
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
            # A reader of OpenDocument finds its kind uncompressed at the start.
            archive.writestr(name, text, zipfile.ZIP_STORED if name == "mimetype" else None)
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
