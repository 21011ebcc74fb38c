"""What is seen in a cell is what LibreOffice shows there."""

from __future__ import annotations

import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pytest
import xlsxwriter

from .books import snapshot_of
from .test_libreoffice import SOFFICE, converted

TABLE, TEXT = (
    "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}",
    "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}",
)
# Excel and LibreOffice differ in days before 1 March 1900, negative times, General and the point of "#.".
CODES = (
    *("0", "0.00", "0.000", "000", "#,##0", "#,##0.00", "0.0%", '"P"0', '"#"0', '0" pts"', "\\R0", "0,"),
    *("0;(0)", '0;-0;"-"', "[Red]0;[Blue]-0", "+0;-0;0", "[<10]0.0;0", "#,##0.00 [$€-407]"),
    *("h:mm", "h:mm:ss", "mm:ss.000", "m:ss.00", "[h]:mm:ss", "[h]:mm:ss.000", "[mm]:ss", "h:mm AM/PM"),
)
DATES = ("yyyy-mm-dd", "dd/mm/yyyy", "d mmm yyyy", "dddd, mmmm dd, yyyy", "yyyy-mm-dd hh:mm", "dd.mm.yy")
NUMBERS = (0, 1, 7, 12, 12.5, 0.125, 1.25, 1234, 0.75, 1 / 3, 83.456 / 86400, 2.5)
DAYS = (61, 45000, 45000.75, 44196.5, 36525, 60000.25)


def shown_by_office(path: Path) -> list[list[str]]:
    """Of an .ods file each row's texts as they are displayed."""
    with zipfile.ZipFile(path) as archive:
        root = ElementTree.fromstring(archive.read("content.xml"))
    return [[text for cell in row for text in _texts(cell)] for row in root.iter(f"{TABLE}table-row")]


def _texts(cell: ElementTree.Element) -> list[str]:
    text = "".join("".join(each.itertext()) for each in cell.iter(f"{TEXT}p"))
    return [text] * int(cell.get(f"{TABLE}number-columns-repeated", "1"))


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice (soffice) is not installed")
def test_formats(tmp_path: Path) -> None:
    path = tmp_path / "formats.xlsx"
    formats = [*[(code, NUMBERS) for code in CODES], *[(code, DAYS) for code in DATES]]
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("Data")
        for row, (code, values) in enumerate(formats):
            sheet.write_row(row, 0, values, book.add_format({"num_format": code}))
    grid = snapshot_of(path).grids["Data"]
    shown = shown_by_office(converted(path, "ods", tmp_path))
    for row, (code, values) in enumerate(formats):
        ours = [grid.shown(row + 1, column) for column in range(1, len(values) + 1)]
        assert (code, ours) == (code, shown[row][: len(values)])
