"""Workbooks to read and write: a rich one made by XlsxWriter, odd ones from their XML."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
import xlsxwriter

from .books import PNG, raw_parts, sheet_xml, write_parts


@pytest.fixture
def raw(tmp_path: Path) -> Callable[..., Path]:
    """A workbook from the XML of its rows."""

    def make(rows: str, before: str = "", behind: str = "", **other: str) -> Path:
        return write_parts(tmp_path / "raw.xlsx", raw_parts(sheet_xml(rows, before, behind), **other))

    return make


@pytest.fixture
def rich(tmp_path: Path) -> Path:
    """Everything that a rewrite of the whole file tends to lose."""
    path = tmp_path / "rich.xlsx"
    book = xlsxwriter.Workbook(path)
    data, other = book.add_worksheet("Data"), book.add_worksheet("Other")
    bold = book.add_format({"bold": True, "num_format": "0.00"})
    data.write_row("A1", ["Driver", "Points", "Sum"], bold)
    for row, (name, points) in enumerate([("Ann", 25), ("Bob", 18), ("Cid", 15)], 1):
        data.write_string(row, 0, name)
        data.write_number(row, 1, points, bold)
    data.write_formula("C2", "=SUM(B2:B4)", bold, 58)
    data.merge_range("E2:F3", "merged", bold)
    data.conditional_format("B2:B4", {"type": "3_color_scale"})
    data.data_validation("A2:A9", {"validate": "list", "source": ["Ann", "Bob"]})
    data.write_comment("A2", "a person's note")
    data.insert_textbox("H2", "a text box")
    data.insert_image("H9", "dot.png", {"image_data": BytesIO(PNG)})
    chart = book.add_chart({"type": "column"})
    chart.add_series({"values": "=Data!$B$2:$B$4"})
    data.insert_chart("J2", chart)
    other.add_table("B2:C5", {"name": "T", "total_row": True, "columns": [{"header": "X"}, {"header": "Y"}]})
    other.write_formula("A1", "=Data!B2*2", None, 50)
    sheet = book.add_chartsheet("Picture")
    series = book.add_chart({"type": "line"})
    series.add_series({"values": "=Data!$B$2:$B$4"})
    sheet.set_chart(series)
    book.define_name("Drivers", "=Data!$A$2:$A$4")
    book.close()
    return path
