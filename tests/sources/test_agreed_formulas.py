"""A formula that somebody agreed to lose goes, and its entry in the calculation chain with it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from sheets_sync.sources.calc_chain import without
from sheets_sync.sources.workbook import write_workbook

from .books import MAIN, OFFICE, read_parts, relationships, set_cell, snapshot_of, write_parts

Raw = Callable[..., Path]
FORMULAS = '<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1" s="0"><f>A1</f><v>2</v></c></row>'


def chained(path: Path, cells: str) -> Path:
    parts = read_parts(path)
    links = relationships(
        OFFICE, worksheet="worksheets/sheet1.xml", sharedStrings="strings.xml", calcChain="calcChain.xml"
    )
    types = parts["[Content_Types].xml"].decode()
    override = '<Override PartName="/xl/calcChain.xml" ContentType="a"/></Types>'
    chain = f'<calcChain xmlns="{MAIN}">{cells}</calcChain>'
    new = {"xl/_rels/workbook.xml.rels": links, "[Content_Types].xml": types.replace("</Types>", override)}
    return write_parts(path, {**parts, **new, "xl/calcChain.xml": chain})


def agreed(path: Path, *places: str) -> dict[str, bytes]:
    writes = [replace(set_cell(place, 5), replaces_formula=True) for place in places]
    assert write_workbook(snapshot_of(path), writes, "") == []
    return read_parts(path)


def test_the_formula_goes_and_its_entry(raw: Raw) -> None:
    parts = agreed(chained(raw(FORMULAS), '<c r="A1" i="1"/><c r="B1" l="1"/>'), "A1")
    assert parts["xl/worksheets/sheet1.xml"].decode().count("<f>") == 1
    assert b'<row r="1"><c r="A1"><v>5</v></c><c r="B1" s="0"><f>A1</f>' in parts["xl/worksheets/sheet1.xml"]
    assert b'<c r="B1" l="1" i="1"/></calcChain>' in parts["xl/calcChain.xml"]


def test_an_empty_chain_goes_as_a_whole(raw: Raw) -> None:
    parts = agreed(chained(raw(FORMULAS), '<c r="B1" i="1"/><c r="A1" i="1"/>'), "A1", "B1")
    assert "xl/calcChain.xml" not in parts
    assert b"calcChain" not in parts["[Content_Types].xml"] + parts["xl/_rels/workbook.xml.rels"]


def test_a_plain_value_leaves_the_chain_alone(raw: Raw) -> None:
    path = chained(raw(FORMULAS), '<c r="B1" i="1"/><c r="A1" i="1"/>')
    before = read_parts(path)["xl/calcChain.xml"]
    assert write_workbook(snapshot_of(path), [set_cell("A2", 1)], "") == []
    assert read_parts(path)["xl/calcChain.xml"] == before


@pytest.mark.parametrize(
    ("cells", "left"),
    [
        ('<c r="A1" i="1"/><c r="A1" i="2"/>', '<c r="A1" i="2"/>'),
        ('<c r="A1" i="1"/><c r="A2"/><c r="A3"/>', '<c r="A2" i="1"/><c r="A3"/>'),
        ('<c r="A9" i="2"/><c r="A1" i="1"/><c r="A2"/>', '<c r="A9" i="2"/><c r="A2" i="1"/>'),
        ('<c r="A9" i="1"/><c r="A1"/><c r="A2"/>', '<c r="A9" i="1"/><c r="A2"/>'),
    ],
)
def test_entries_keep_their_sheet(cells: str, left: str) -> None:
    chain = '<calcChain xmlns="m">{}</calcChain>'
    assert without(chain.format(cells).encode(), {"1": {(1, 1)}}) == chain.format(left).encode()


def test_nothing_left() -> None:
    assert without(b'<calcChain xmlns="m"><c r="A1" i="1"/></calcChain>', {"1": {(1, 1)}}) is None


def test_a_damaged_chain_is_refused(raw: Raw) -> None:
    path = chained(raw(FORMULAS), '<c i="1"/><c r="A1" i="1"/>')
    before = path.read_bytes()
    write = replace(set_cell("A1", 5), replaces_formula=True)
    (problem,) = write_workbook(snapshot_of(path), [write], "")
    assert problem.message.startswith("The workbook's part 'xl/calcChain.xml'")
    assert path.read_bytes() == before
