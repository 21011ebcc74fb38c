"""What we remember inside of the workbook."""

from __future__ import annotations

from pathlib import Path

import pytest

from sheets_sync.sources.memory_part import NAMESPACE
from sheets_sync.sources.workbook import write_workbook

from .books import OFFICE, read_parts, relationships, set_cell, snapshot_of, write_parts

LINKS = "xl/_rels/workbook.xml.rels"
ITEM = "customXml/item1.xml"


@pytest.mark.parametrize("memory", ['{"a": 1}', " <&>\r\n\t]]> ", "\x00\ud800_x0000_", "ü😀" * 50_000])
def test_any_text_is_remembered(rich: Path, memory: str) -> None:
    assert snapshot_of(rich).memory is None
    assert write_workbook(snapshot_of(rich), [], memory) == []
    assert snapshot_of(rich).memory == memory


def test_the_memory_is_a_standard_part(rich: Path) -> None:
    before = read_parts(rich)
    assert write_workbook(snapshot_of(rich), [], "m") == []
    after = read_parts(rich)
    assert {name for name in before if after[name] != before[name]} == {"[Content_Types].xml", LINKS}
    assert set(after) - set(before) == {ITEM, "customXml/itemProps1.xml", "customXml/_rels/item1.xml.rels"}
    properties = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
    override = f'<Override PartName="/customXml/itemProps1.xml" ContentType="{properties}"/></Types>'
    assert after["[Content_Types].xml"] == before["[Content_Types].xml"].replace(
        b"</Types>", override.encode()
    )
    link = f'<Relationship Id="rIdMemory1" Type="{OFFICE}/customXml" Target="../customXml/item1.xml"/>'
    assert after[LINKS] == before[LINKS].replace(b"</Rel", f"{link}</Rel".encode())


def test_the_memory_is_updated_in_place(rich: Path) -> None:
    write_workbook(snapshot_of(rich), [], "first")
    before = read_parts(rich)
    assert write_workbook(snapshot_of(rich), [set_cell("B2", 1)], "second") == []
    after = read_parts(rich)
    assert {name for name in after if after[name] != before.get(name)} == {ITEM, "xl/worksheets/sheet1.xml"}
    assert snapshot_of(rich).memory == "second"


def test_other_custom_parts_are_left_alone(rich: Path) -> None:
    theirs: dict[str, str | bytes] = {ITEM: "<theirs/>", "customXml/item2.xml": f"no XML at all {NAMESPACE}"}
    write_parts(rich, {**read_parts(rich), **theirs})
    assert write_workbook(snapshot_of(rich), [], "ours") == []
    after = read_parts(rich)
    assert {name: after[name].decode() for name in theirs} == theirs
    assert "customXml/item3.xml" in after
    assert snapshot_of(rich).memory == "ours"


def test_the_memory_is_found_under_any_name(rich: Path) -> None:
    write_workbook(snapshot_of(rich), [], "first")
    parts = {name: data for name, data in read_parts(rich).items() if not name.startswith("customXml")}
    parts["data/Memory.xml"] = f'<memory xmlns="{NAMESPACE}">moved</memory>'.encode()
    parts[LINKS] = parts[LINKS].replace(b"../customXml/item1.xml", b"/data/Memory.xml")
    write_parts(rich, parts)
    assert snapshot_of(rich).memory == "moved"
    write_workbook(snapshot_of(rich), [], "again")
    assert b">again<" in read_parts(rich)["data/Memory.xml"]


def test_a_lost_link_is_made_again(rich: Path) -> None:
    write_workbook(snapshot_of(rich), [], "first")
    parts = read_parts(rich)
    lost = relationships(OFFICE, worksheet="worksheets/sheet1.xml", worksheet_2="worksheets/sheet2.xml")
    chart = '<Relationship Id="rId3" Type="x/chartsheet" Target="chartsheets/sheet1.xml"/></Relationships>'
    styles = '<Relationship Id="rId5" Type="x/styles" Target="styles.xml"/>'
    strings = '<Relationship Id="rId6" Type="x/sharedStrings" Target="sharedStrings.xml"/>'
    parts[LINKS] = lost.replace("</Relationships>", styles + strings + chart).encode()
    write_parts(rich, parts)
    assert snapshot_of(rich).memory == "first"
    write_workbook(snapshot_of(rich), [], "second")
    assert b'Target="../customXml/item1.xml"' in read_parts(rich)[LINKS]
