"""A league's sync into workbooks of the gallery: the same laws, and a second run changes nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
import xlsxwriter
from conftest import computed
from sources.books import read_parts, snapshot_of

from sheets_sync.cells import CellRange
from sheets_sync.jobs.run import sync
from sheets_sync.pipeline import plan
from sheets_sync.plan.safety import Consent

from . import base
from .base import RANGE, TAB, Book
from .judging import cells_and_rest, changed_parts, entries, is_memory
from .registry import EXHIBITS, Exhibit

_LEAGUE = """
league: The cup
ruleset: base
spreadsheets:
  data: {{path: data.xlsx, access: private}}
  shown: {{path: {shown}, access: private}}
read: {{entries: {{tab: data!Entries}}, results: {{tab: data!Results}}}}
write:
  - table: drivers
    to: shown!{to}
    columns: [rank, name, team, total]
    formats: {{total: "0.0"}}
    header: {header}
rules: {{calendar: 2, points: {{race: {{table: [25, 18, 15, 12, 10, 8]}}}}}}
"""
_NAMES = ("Fay", "Eve", "Dee", "Cid", "Bob", "Ann")
_SAMPLE = (
    "charts",
    "macros",
    "slicer",
    "threaded comments",
    "calculation chain",
    "newer conditional formats",
    "excel table",
    "protected",
    "strict",
    "no styles",
    "rows without numbers",
    "backslashes",
    "blank formatted rows",
)


def _league(folder: Path, shown: str, to: str = f"{TAB}!{RANGE}", header: str = "yes") -> Path:
    (folder / "league.yaml").write_text(_LEAGUE.format(shown=shown, to=to, header=header), "utf-8")
    book = xlsxwriter.Workbook(folder / "data.xlsx")
    entries, results = book.add_worksheet("Entries"), book.add_worksheet("Results")
    entries.write_row("A1", ["Driver", "Team"])
    results.write_row("A1", ["Round", "Pos", "Driver"])
    for row, name in enumerate(_NAMES, 1):
        entries.write_row(row, 0, [name, "Red"])
        results.write_row(row, 0, [1, row, name])
    book.close()
    return folder


def _write(folder: Path) -> None:
    outcome = sync(computed(folder), Consent(adopt=True))
    assert not outcome.plan.forbidden, [str(each) for each in outcome.plan.problems]
    assert outcome.applied.written and not outcome.applied.problems


@pytest.mark.parametrize(
    "exhibit", [each for each in EXHIBITS if each.name in _SAMPLE], ids=lambda each: each.name
)
def test_a_sync(exhibit: Exhibit, tmp_path: Path) -> None:
    path = tmp_path / f"shown{exhibit.suffix}"
    exhibit.make(path)
    before = tmp_path / f"before{exhibit.suffix}"
    before.write_bytes(path.read_bytes())
    _write(_league(tmp_path, path.name))
    lost, new, changed = changed_parts(before, path)
    assert not lost
    styles = {name for name in new if name.endswith("styles.xml")}
    assert all(map(is_memory, new - styles))
    assert bool(styles) == (exhibit.name == "no styles")
    names = {name.replace("\\", "/") for name in changed}
    assert names <= {
        "[Content_Types].xml",
        "xl/_rels/workbook.xml.rels",
        "xl/workbook.xml",
        "xl/styles.xml",
        "xl/worksheets/sheet1.xml",
    }
    sheet = next(name for name in changed if name.endswith("sheet1.xml"))
    area = CellRange.parse(RANGE)
    old, old_rest = cells_and_rest(entries(before)[sheet][0])
    now, now_rest = cells_and_rest(entries(path)[sheet][0])
    assert {place: cell for place, cell in old.items() if place not in area} == {
        place: cell for place, cell in now.items() if place not in area
    }
    assert old_rest == now_rest
    grid = snapshot_of(path).grids[TAB]
    assert [grid.value(row, 2) for row in range(4, 11)] == [*_NAMES, None]
    assert [grid.value(row, 4) for row in range(4, 11)] == [25, 18, 15, 12, 10, 8, None]
    assert [grid.number_format(row, 4) for row in range(4, 10)] == ["0.0"] * 6
    assert not plan(computed(tmp_path), Consent()).changes


def test_a_list_in_an_excel_table_grows_with_the_table(tmp_path: Path) -> None:
    """Five drivers in the table, six in the standings; the sixth row looks like the fifth."""

    def table(it: Book) -> None:
        it.sheet.add_table("A3:D8", {"name": "T", "columns": [{"header": each} for each in base.HEADER]})

    path = base.make(tmp_path / "shown.xlsx", table)
    before = read_parts(path)
    _write(_league(tmp_path, path.name, f"{TAB}!A4:D20", "no"))
    after = read_parts(path)
    assert after["xl/tables/table1.xml"] == before["xl/tables/table1.xml"].replace(b"A3:D8", b"A3:D9")
    cells, _ = cells_and_rest(after["xl/worksheets/sheet1.xml"])
    assert cells[8, 4][0][2:] == ("r", "D8", "s", cells[9, 4][0][5])
    assert not plan(computed(tmp_path), Consent()).changes


def test_below_the_header_of_an_excel_table(tmp_path: Path) -> None:
    """Their columns in their order, with one of theirs among them, which a sixth row leaves blank."""

    def table(it: Book) -> None:
        columns = [{"header": each} for each in ("Driver", "Points", "Car", "Pos")]
        it.other.add_table("I3:L8", {"name": "T", "columns": columns})
        it.other.write_column("I4", ["Ann", "Bob", "Cid", "Dee", "Eve"])
        it.other.write_column("K4", ["GT", "GT", "TCR", "TCR", "GT"])

    path = base.make(tmp_path / "shown.xlsx", table)
    before = read_parts(path)
    folder = _league(tmp_path, path.name)
    text = (folder / "league.yaml").read_text("utf-8")
    begin, end = text.index("    to:"), text.index("rules:")
    to = "    to: shown!Other\n    columns: {Driver: name, Points: total, Pos: rank}\n"
    (folder / "league.yaml").write_text(text[:begin] + to + text[end:], "utf-8")
    _write(folder)
    after = read_parts(path)
    assert after["xl/tables/table1.xml"] == before["xl/tables/table1.xml"].replace(b"I3:L8", b"I3:L9")
    grid = snapshot_of(path).grids["Other"]
    rows = [[grid.value(row, column) for column in range(9, 13)] for row in (4, 9)]
    assert rows == [["Fay", 25, "GT", 1], ["Ann", 8, None, 6]]


def test_a_format_that_was_changed_by_hand_is_put_back(tmp_path: Path) -> None:
    path = base.make(tmp_path / "shown.xlsx", lambda it: None)
    _write(_league(tmp_path, path.name))
    league = (tmp_path / "league.yaml").read_text("utf-8").replace('"0.0"', '"0.00"')
    (tmp_path / "league.yaml").write_text(league, "utf-8")
    changes = plan(computed(tmp_path), Consent()).changes
    assert [(change.ref.a1, change.new) for change in changes] == [
        ("D4", 25),
        ("D5", 18),
        ("D6", 15),
        ("D7", 12),
        ("D8", 10),
        ("D9", 8),
    ]
    _write(tmp_path)
    assert snapshot_of(path).grids[TAB].number_format(9, 4) == "0.00"


@pytest.mark.parametrize(
    ("formats", "says"),
    [
        ('{points: "0.0"}', "No column 'points' of the table 'drivers' is written here."),
        ('{total: ""}', "'' is no number format; write it like \"0.00\" or General"),
    ],
)
def test_formats_that_nothing_can_be_made_of(tmp_path: Path, formats: str, says: str) -> None:
    base.make(tmp_path / "shown.xlsx", lambda it: None)
    _league(tmp_path, "shown.xlsx")
    league = (tmp_path / "league.yaml").read_text("utf-8").replace('{total: "0.0"}', formats)
    (tmp_path / "league.yaml").write_text(league, "utf-8")
    from sheets_sync import pipeline

    setup, problems = pipeline.set_up(tmp_path)
    found = problems if setup is None else plan(computed(tmp_path), Consent(adopt=True)).problems
    assert any(says in each.message for each in found), [str(each) for each in found]
