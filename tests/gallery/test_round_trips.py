"""Each workbook of the gallery is written, and only our cells have changed."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import unquote

import pytest
from sources.books import snapshot_of

from sheets_sync.cells import a1, parse_a1
from sheets_sync.sources.package import open_package
from sheets_sync.sources.workbook import write_workbook
from sheets_sync.sources.workbook_part import read_workbook_part

from .base import TAB, WRITTEN, writes
from .judging import (
    TYPES,
    assert_appended,
    assert_dimension,
    assert_only_cells,
    changed_parts,
    entries,
    is_memory,
)
from .registry import EXHIBITS, Exhibit

MEMORY = 'what we wrote, "ü" & <so on>'
_LINK = re.compile(r'<(\w+:)?Relationship Id="rIdMemory1" Type="[^"]*/customXml" Target="[^"]*"/>')
_OVERRIDE = re.compile(
    r'(<(\w+:)?Override PartName="/customXml/item(Props)?\d+\.xml" ContentType="[^"]*"/>)+'
)
_RECALCULATION = re.compile(r' fullCalcOnLoad="1"|<(\w+:)?calcPr fullCalcOnLoad="1"/>|')


@pytest.mark.parametrize("exhibit", EXHIBITS, ids=lambda each: each.name)
def test_nothing_but_our_cells_changes(exhibit: Exhibit, tmp_path: Path) -> None:
    path, before = tmp_path / f"book{exhibit.suffix}", tmp_path / f"before{exhibit.suffix}"
    exhibit.make(path)
    before.write_bytes(path.read_bytes())
    write_and_judge(path, before)


def write_and_judge(path: Path, before: Path) -> None:
    """The laws of a write, for any workbook with our list in it."""
    found = snapshot_of(path)
    assert write_workbook(found, writes(), MEMORY) == []
    _judge_parts(before, path)
    after = snapshot_of(path)
    assert after.memory == MEMORY
    grid, old = after.grids[TAB], found.grids[TAB]
    for place, value in WRITTEN.items():
        assert grid.value(*parse_a1(place)) == value, place
    for row in range(1, grid.rows + 1):
        for column in range(1, grid.columns + 1):
            if a1(row, column) not in WRITTEN:
                assert grid.value(row, column) == old.value(row, column)
                assert grid.formulas.get((row, column)) == old.formulas.get((row, column))
    for tab in set(found.grids) - {TAB}:
        assert after.grids[tab].values == found.grids[tab].values
    written = path.read_bytes()
    assert write_workbook(after, writes(), MEMORY) == []
    assert path.read_bytes() == written


def _judge_parts(before: Path, after: Path) -> None:
    package = open_package(before.read_bytes())
    book = read_workbook_part(package)
    sheet = next(each for each in book.sheets if each.name == TAB)
    of_book = f"{book.name.rpartition('/')[0]}/_rels/{book.name.rpartition('/')[2]}.rels"
    lost, new, changed = changed_parts(before, after)
    assert not lost
    assert all(map(is_memory, new)) and len(new) == 3, new
    old_parts, new_parts = entries(before), entries(after)
    judged = {
        "sheet": _key(sheet.part),
        "book": _key(book.name),
        "links": _key(of_book),
        "types": _key(TYPES),
    }
    by_key = {_key(name): name for name in old_parts}
    assert {_key(name) for name in changed} <= set(judged.values()), changed
    pairs = {what: (old_parts[by_key[key]][0], new_parts[by_key[key]][0]) for what, key in judged.items()}
    assert_only_cells(*pairs["sheet"], [parse_a1(place) for place in WRITTEN])
    assert_dimension(*pairs["sheet"])
    assert_appended(*pairs["types"], _OVERRIDE)
    assert_appended(*pairs["links"], _LINK)
    assert_appended(*pairs["book"], _RECALCULATION)
    assert b"fullCalcOnLoad" in pairs["book"][1]


def _key(name: str) -> str:
    return unquote(name).replace("\\", "/").lower()
