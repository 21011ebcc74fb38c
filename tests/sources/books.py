"""Workbooks put together by hand, and short ways to read and change them."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Mapping
from pathlib import Path

from sheets_sync.cells import parse_a1
from sheets_sync.sources.snapshot import CellWrite, Snapshot, Written
from sheets_sync.sources.workbook import read_workbook

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
STRICT_OFFICE = "http://purl.oclc.org/ooxml/officeDocument/relationships"
_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6360000002000001e221bc330000000049454e44ae426082"
)


def relationships(office: str, **targets: str) -> str:
    """``styles="styles.xml"`` -> the relationships part; ids are rId1, rId2 in order."""
    items = (
        f'<Relationship Id="rId{number}" Type="{office}/{kind.split("_")[0]}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets.items(), 1)
    )
    return f'<Relationships xmlns="{_RELS}">{"".join(items)}</Relationships>'


def write_parts(path: Path, parts: Mapping[str, str | bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return path


def read_parts(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def sheet_xml(rows: str, before: str = "", behind: str = "", namespace: str = MAIN) -> str:
    return f'<worksheet xmlns="{namespace}">{before}<sheetData>{rows}</sheetData>{behind}</worksheet>'


def raw_parts(
    sheet: str | bytes, strings: str = "", styles: str = "", main: str = MAIN, office: str = OFFICE
) -> dict[str, str | bytes]:
    """The parts of a workbook with one tab, Data."""
    tabs = '<sheets><sheet name="Data" sheetId="1" r:id="rId1"/></sheets>'
    return {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="xml" ContentType="application/xml"/></Types>',
        "_rels/.rels": relationships(office, officeDocument="xl/workbook.xml"),
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{office}">{tabs}</workbook>',
        "xl/_rels/workbook.xml.rels": relationships(
            office, worksheet="worksheets/sheet1.xml", sharedStrings="strings.xml", styles="/xl/styles.xml"
        ),
        "xl/worksheets/sheet1.xml": sheet,
        "xl/strings.xml": strings or f'<sst xmlns="{main}"/>',
        "xl/styles.xml": styles or f'<styleSheet xmlns="{main}"/>',
    }


def snapshot_of(path: Path, tabs: Iterable[str] | None = None) -> Snapshot:
    snapshot, problems = read_workbook("League", path, "id-1", None if tabs is None else list(tabs))
    assert snapshot is not None, problems
    assert problems == []
    return snapshot


def set_cell(place: str, value: Written, tab: str = "Data") -> CellWrite:
    row, column = parse_a1(place)
    return CellWrite(tab, row, column, value)
