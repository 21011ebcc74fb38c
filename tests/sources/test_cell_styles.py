"""Number formats that cells of ours get, and the look of the row above: appended, nothing else changed."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from sheets_sync.sources.workbook import write_workbook

from .books import MAIN, raw_parts, read_parts, set_cell, sheet_xml, snapshot_of, write_parts

Raw = Callable[..., Path]
XF = '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
RED = '<xf numFmtId="4" fontId="1" fillId="2" xfId="0" quotePrefix="1"><alignment wrapText="1"/></xf>'


def styles(xfs: str, count: int, before: str = "", behind: str = "") -> str:
    return f'<styleSheet xmlns="{MAIN}">{before}<cellXfs count="{count}">{xfs}</cellXfs>{behind}</styleSheet>'


def written(path: Path, place: str, code: str, like: tuple[int, int] | None = None) -> tuple[str, str]:
    """The cell's tag and the styles after a 1 was written with this number format."""
    write = replace(set_cell(place, 1), number_format=code or None, like=like)
    assert write_workbook(snapshot_of(path), [write], "") == []
    parts = read_parts(path)
    tag = re.search(rf'<c r="{place}"[^>]*>', parts["xl/worksheets/sheet1.xml"].decode())
    assert tag
    return tag[0], parts["xl/styles.xml"].decode()


def test_a_style_is_appended_that_differs_in_its_number_format_alone(raw: Raw) -> None:
    path = raw('<row r="2"><c r="B2" s="1"/></row>', styles=styles(XF + RED, 2))
    new = RED.replace('numFmtId="4"', 'numFmtId="2"').replace(
        'quotePrefix="1"', 'quotePrefix="1" applyNumberFormat="1"'
    )
    assert written(path, "B2", "0.00") == ('<c r="B2" s="2">', styles(XF + RED + new, 3))
    assert snapshot_of(path).grids["Data"].number_format(2, 2) == "0.00"


def test_one_of_the_workbooks_own_formats_is_used_again(raw: Raw) -> None:
    formats = '<numFmts count="1"><numFmt numFmtId="170" formatCode="0.0&quot; pts&quot;"/></numFmts>'
    there = styles(XF + XF.replace('"0" fontId', '"170" fontId'), 2, formats)
    path = raw('<row r="2"><c r="B2"/></row>', styles=there)
    assert written(path, "B2", '0.0" pts"') == ('<c r="B2" s="1">', there)


def test_a_new_format_gets_the_next_number(raw: Raw) -> None:
    formats = '<numFmts count="1"><numFmt numFmtId="170" formatCode="0.0"/>{}</numFmts>'
    path = raw('<row r="2"><c r="B2"/></row>', styles=styles(XF, 1, formats.format("")))
    tag, after = written(path, "B2", '[h]:mm:ss.000;"<&>"')
    mine = '<numFmt numFmtId="171" formatCode=\'[h]:mm:ss.000;"&lt;&amp;&gt;"\'/>'
    new = '<xf numFmtId="171" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>'
    whole = formats.replace('count="1"', 'count="2"').format(mine)
    assert (tag, after) == ('<c r="B2" s="1">', styles(XF + new, 2, whole))
    assert snapshot_of(path).grids["Data"].number_format(2, 2) == '[h]:mm:ss.000;"<&>"'


def test_formats_of_languages_are_never_told_by_their_numbers(raw: Raw) -> None:
    """What number 14 shows depends on who looks."""
    path = raw('<row r="2"><c r="B2"/></row>', styles=styles(XF, 1, behind="<dxfs/>"))
    _, after = written(path, "B2", "mm-dd-yy")
    assert (
        '<numFmts count="1"><numFmt numFmtId="164" formatCode="mm-dd-yy"/></numFmts><cellXfs count="2">'
        in after
    )


def test_general_again(raw: Raw) -> None:
    path = raw('<row r="2"><c r="B2" s="1"/></row>', styles=styles(XF + RED, 2))
    write = replace(set_cell("B2", 1), number_format="")
    assert write_workbook(snapshot_of(path), [write], "") == []
    assert snapshot_of(path).grids["Data"].number_format(2, 2) == ""
    assert b'<xf numFmtId="0" fontId="1" fillId="2"' in read_parts(path)["xl/styles.xml"]


def test_a_format_that_is_there_changes_nothing(raw: Raw) -> None:
    there = styles(XF + RED, 2)
    path = raw('<row r="2"><c r="B2" s="1"/></row>', styles=there)
    assert written(path, "B2", "#,##0.00") == ('<c r="B2" s="1">', there)


@pytest.mark.parametrize(
    "empty", [f'<styleSheet xmlns="{MAIN}"/>', f'<styleSheet xmlns="{MAIN}"><cellXfs/></styleSheet>']
)
def test_styles_without_any(raw: Raw, empty: str) -> None:
    path = raw('<row r="2"><c r="B2"/></row>', styles=empty)
    tag, _ = written(path, "B2", "0.00")
    assert snapshot_of(path).grids["Data"].number_format(2, 2) == "0.00", tag


def test_a_workbook_without_styles_gets_them(tmp_path: Path) -> None:
    parts = raw_parts(sheet_xml('<row r="2"><c r="B2"/></row>'))
    del parts["xl/styles.xml"]
    links = "xl/_rels/workbook.xml.rels"
    parts[links] = re.sub(r"<Relationship [^>]*/styles[^>]*/>", "", str(parts[links]))
    path = write_parts(tmp_path / "bare.xlsx", parts)
    tag, _ = written(path, "B2", "0.00")
    after = read_parts(path)
    assert tag == '<c r="B2" s="1">'
    assert snapshot_of(path).grids["Data"].number_format(2, 2) == "0.00"
    assert b'Id="rIdStyles1"' in after[links] and b'Target="styles.xml"' in after[links]
    assert b'PartName="/xl/styles.xml"' in after["[Content_Types].xml"]


def test_a_new_row_takes_the_look_of_the_row_above(raw: Raw) -> None:
    rows = '<row r="2"><c r="B2" s="1"/></row><row r="3"><c r="B3" s="0"/><c r="C3" s="1"/></row>'
    there = styles(XF + RED + XF, 3)
    path = raw(rows, styles=there)
    assert written(path, "B3", "", (2, 2))[0] == '<c r="B3" s="1">'
    assert written(path, "B4", "", (2, 2)) == ('<c r="B4" s="1">', there)


def test_a_look_of_its_own_stays(raw: Raw) -> None:
    rows = '<row r="2"><c r="B2" s="1"/></row><row r="4" s="2" customFormat="1"/>'
    path = raw(rows, '<cols><col min="3" max="3" style="2"/></cols>', styles=styles(XF + RED + XF, 3))
    assert written(path, "B4", "", (2, 2))[0] == '<c r="B4" s="2">'
    assert written(path, "C5", "", (2, 2))[0] == '<c r="C5" s="2">'
