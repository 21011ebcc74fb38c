"""LibreOffice opens each workbook of the gallery after our write, and shows the right values recalculated."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from sources.books import read_parts, snapshot_of

from sheets_sync.cells import Value, parse_a1
from sheets_sync.sources.snapshot import Snapshot
from sheets_sync.sources.workbook import write_workbook

from .base import HEADER, RESULTS, TAB, WRITTEN, Book, make, writes
from .by_libreoffice import document
from .judging import entries
from .office import NEEDED, SOFFICE, saved
from .registry import EXHIBITS, SAVED_BY_LIBREOFFICE, Exhibit
from .test_round_trips import MEMORY, write_and_judge

pytestmark = pytest.mark.skipif(SOFFICE is None, reason=NEEDED)

_SHOWN = [exhibit for exhibit in EXHIBITS if exhibit.in_libreoffice]


def _file(exhibit: Exhibit) -> str:
    return f"{exhibit.name.replace(' ', '-')}{exhibit.suffix}"


@pytest.fixture(scope="module")
def untouched(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("untouched")
    for exhibit in _SHOWN:
        exhibit.make(folder / _file(exhibit))
    return folder


@pytest.fixture(scope="module")
def recalculated(untouched: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All workbooks after our write, as LibreOffice opens, recalculates and saves them."""
    folder = tmp_path_factory.mktemp("recalculated")
    for path in untouched.iterdir():
        written = folder / path.name
        written.write_bytes(path.read_bytes())
        assert write_workbook(snapshot_of(written), writes(), MEMORY) == [], path.name
    return saved(sorted(folder.iterdir()), folder, "always")


@pytest.fixture(scope="module")
def its_own(untouched: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Workbooks in LibreOffice's own words."""
    paths = [path for path in untouched.iterdir() if path.stem.replace("-", " ") in SAVED_BY_LIBREOFFICE]
    return saved(sorted(paths), tmp_path_factory.mktemp("own"))


def _results(snapshot: Snapshot, of: Mapping[str, float]) -> dict[str, Value]:
    places = [(name, *name.split("!")) for name in of]
    return {name: snapshot.grids[tab].value(*parse_a1(place)) for name, tab, place in places}


@pytest.mark.parametrize("exhibit", _SHOWN, ids=lambda each: each.name)
def test_shows_our_values_and_those_that_depend_on_them(exhibit: Exhibit, recalculated: Path) -> None:
    path = recalculated / f"{exhibit.name.replace(' ', '-')}.xlsx"
    assert path.exists(), "LibreOffice couldn't open it"
    snapshot = snapshot_of(path)
    grid = snapshot.grids[TAB]
    assert {place: grid.value(*parse_a1(place)) for place in WRITTEN} == WRITTEN
    assert _results(snapshot, RESULTS) == RESULTS
    assert grid.value(*parse_a1("B25")) == "A line of theirs"


@pytest.mark.parametrize("name", SAVED_BY_LIBREOFFICE)
def test_nothing_but_our_cells_changes_in_what_libreoffice_saved(
    name: str, its_own: Path, tmp_path: Path
) -> None:
    path, before = tmp_path / "book.xlsx", tmp_path / "before.xlsx"
    before.write_bytes((its_own / f"{name.replace(' ', '-')}.xlsx").read_bytes())
    path.write_bytes(before.read_bytes())
    write_and_judge(path, before)


def test_a_document_of_its_own(tmp_path: Path) -> None:
    """Form controls, a pivot table, sparklines, data bars, a shape and a note, as it has them itself."""
    own = saved([document(tmp_path / "own.fods")], tmp_path / "made") / "own.xlsx"
    path, before = tmp_path / "book.xlsx", tmp_path / "before.xlsx"
    path.write_bytes(own.read_bytes())
    before.write_bytes(own.read_bytes())
    kinds = ("ctrlProps", "pivotTables", "pivotCache", "drawings", "comments", "tables")
    assert all(any(kind in name for name in entries(before)) for kind in kinds)
    write_and_judge(path, before)
    snapshot = snapshot_of(saved([path], tmp_path, "always") / "book.xlsx")
    assert _results(snapshot, RESULTS) == RESULTS


def test_formats_and_grown_tables(tmp_path: Path) -> None:
    """LibreOffice shows the appended number format, and the table with its new row."""

    def table(it: Book) -> None:
        it.sheet.add_table("A3:D8", {"name": "T", "columns": [{"header": each} for each in HEADER]})

    path = make(tmp_path / "book.xlsx", table)
    formatted = [replace(each, number_format="0.000", like=(8, each.column)) for each in writes()]
    assert write_workbook(snapshot_of(path), formatted, MEMORY) == []
    shown = saved([path], tmp_path, "always") / "book.xlsx"
    grid = snapshot_of(shown).grids[TAB]
    assert [grid.number_format(row, 4) for row in (4, 5, 9)] == ["0.000", "0.00", "0.000"]
    parts = read_parts(shown)
    assert b'ref="A3:D9"' in next(data for name, data in parts.items() if name.startswith("xl/tables/"))
