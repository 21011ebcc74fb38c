"""Formulas that somebody typed into cells that we wrote: refused, kept or replaced, never lost in silence."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import xlsxwriter
from conftest import computed
from sources.books import read_parts, snapshot_of, write_parts

from sheets_sync.jobs.run import sync
from sheets_sync.pipeline import plan
from sheets_sync.plan.plan import Plan
from sheets_sync.plan.safety import Consent

_LEAGUE = """
league: The cup
ruleset: base
spreadsheets: {book: {path: book.xlsx, access: private}}
read: {entries: {tab: book!Entries}, results: {tab: book!Results}}
write: [{table: drivers, to: book!Standings!A1:C9, columns: [rank, name, total]}]
rules: {calendar: 2, points: {race: {table: [25, 18, 15]}}}
"""
SHEET = "xl/worksheets/sheet3.xml"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Standings that we wrote: Ann 25, Bob 18, in the rows 2 and 3."""
    (tmp_path / "league.yaml").write_text(_LEAGUE, "utf-8")
    book = xlsxwriter.Workbook(tmp_path / "book.xlsx")
    entries, results = book.add_worksheet("Entries"), book.add_worksheet("Results")
    book.add_worksheet("Standings").write("E1", "Theirs")
    entries.write_column("A1", ["Driver", "Ann", "Bob"])
    for row, values in enumerate((["Round", "Pos", "Driver"], [1, 1, "Ann"], [1, 2, "Bob"])):
        results.write_row(row, 0, values)
    book.close()
    assert not sync(computed(tmp_path), Consent()).applied.problems
    return tmp_path


def _type(folder: Path, place: str, formula: str, shows: str) -> None:
    """As Excel leaves it: with its result, and no request to recalculate."""
    parts = read_parts(folder / "book.xlsx")
    text = parts[SHEET].decode()
    begin = text.index(f'<c r="{place}"')
    end = text.index("</c>", begin) + len("</c>")
    cell = f'<c r="{place}"><f>{formula}</f><v>{shows}</v></c>'
    book = parts["xl/workbook.xml"].replace(b' fullCalcOnLoad="1"', b"")
    new = {SHEET: (text[:begin] + cell + text[end:]).encode(), "xl/workbook.xml": book}
    write_parts(folder / "book.xlsx", {**parts, **new})


def _plan(folder: Path, consent: Consent | None = None) -> tuple[Plan, list[str]]:
    made = plan(computed(folder), consent or Consent())
    return made, [str(each) for each in made.problems]


def _policy(folder: Path, policy: str) -> None:
    text = (folder / "league.yaml").read_text("utf-8")
    (folder / "league.yaml").write_text(f"{text}safety: {{edited_cells: {policy}}}\n", "utf-8")


def test_one_that_shows_something_else_is_an_edit(folder: Path) -> None:
    _type(folder, "C3", "9*9", "81")
    made, says = _plan(folder)
    assert made.forbidden
    assert says == [
        "book!Standings!C3: This cell is ours, but somebody changed it since our last write; it now holds "
        "the formula '=9*9'. Nothing is written. Undo the change, run with: sync --overwrite, or set safety: "
        "{edited_cells: keep}."
    ]


def test_one_that_shows_what_we_left_is_no_other_order(folder: Path) -> None:
    """Bob's 18 by a formula; then a second place brings 17."""
    _type(folder, "C3", "9+9", "18")
    text = (folder / "league.yaml").read_text("utf-8")
    assert text.count("18") == 1
    (folder / "league.yaml").write_text(text.replace("18", "17"), "utf-8")
    made, says = _plan(folder)
    assert made.forbidden
    assert [each.partition("; ")[2].partition(" Nothing")[0] for each in says] == [
        "it now holds the formula '=9+9'."
    ]


def test_it_may_be_kept(folder: Path) -> None:
    _policy(folder, "keep")
    _type(folder, "C3", "9*9", "81")
    made, says = _plan(folder)
    assert not made.forbidden and not made.changes
    assert says[0].endswith("it now holds the formula '=9*9'. It is kept.")


def test_it_may_be_overwritten(folder: Path) -> None:
    _type(folder, "C3", "9*9", "81")
    outcome = sync(computed(folder), Consent(overwrite=True))
    (change,) = outcome.plan.changes
    assert (change.ref.a1, change.new) == ("C3", 18)
    assert [str(each).partition("; ")[2] for each in outcome.plan.problems] == [
        "it now holds the formula '=9*9'. It is overwritten."
    ]
    grid = snapshot_of(folder / "book.xlsx").grids["Standings"]
    assert grid.value(3, 3) == 18 and not grid.formulas
    assert not _plan(folder)[0].changes


def test_one_that_shows_what_we_want_stays_with_a_note(folder: Path) -> None:
    before = (folder / "book.xlsx").read_bytes()
    _type(folder, "C3", "9+9", "18")
    made, says = _plan(folder)
    assert not made.forbidden and not made.changes
    assert says == [
        "book!Standings!C3: This cell is ours, but holds the formula '=9+9'. It shows what we want, and "
        "stays. To have the value there instead, run with: sync --overwrite"
    ]
    outcome = sync(computed(folder), Consent(overwrite=True))
    assert [str(each) for each in outcome.plan.problems] == [
        "book!Standings!C3: This cell is ours, but holds the formula '=9+9'. It is replaced."
    ]
    assert len(outcome.plan.changes) == 1
    assert not snapshot_of(folder / "book.xlsx").grids["Standings"].formulas
    assert before != (folder / "book.xlsx").read_bytes()


def test_a_shared_formula_stays_whatever_is_agreed(folder: Path) -> None:
    _type(folder, "C3", "9*9", "81")
    parts = read_parts(folder / "book.xlsx")
    shared = parts[SHEET].replace(b"<f>", b'<f t="shared" ref="C3:C4" si="0">')
    write_parts(folder / "book.xlsx", {**parts, SHEET: shared})
    made, says = _plan(folder, Consent(overwrite=True, adopt=True))
    assert made.forbidden
    assert says[-1] == (
        "book!Standings!C3: This cell holds a formula that it shares with other cells; nothing is written. "
        "Put the output range elsewhere, or clear the formula first."
    )


def test_to_adopt_a_range_clears_no_formula_below_the_list(folder: Path) -> None:
    """A sum that somebody had in the range that they now gave to us, where we want nothing."""
    parts = read_parts(folder / "book.xlsx")
    del parts["customXml/item1.xml"], parts["xl/_rels/workbook.xml.rels"]
    links = read_parts(folder / "book.xlsx")["xl/_rels/workbook.xml.rels"]
    parts["xl/_rels/workbook.xml.rels"] = re.sub(rb'<Relationship Id="rIdMemory1"[^>]*/>', b"", links)
    row = b'<row r="8"><c r="C8"><f>SUM(C2:C7)</f><v>43</v></c></row></sheetData>'
    write_parts(folder / "book.xlsx", {**parts, SHEET: parts[SHEET].replace(b"</sheetData>", row)})
    made, says = _plan(folder, Consent(adopt=True, shrink=True))
    assert made.forbidden
    assert says == [
        "book!Standings!C8: This cell holds a formula; nothing is written. Put the output range elsewhere, "
        "clear the formula first, or have it replaced with: sync --overwrite"
    ]
    both, says = _plan(folder, Consent(adopt=True, overwrite=True, shrink=True))
    assert not both.forbidden and [change.ref.a1 for change in both.changes] == ["C8"]
    assert says == [
        "book!Standings!C8: This cell is ours, but holds the formula '=SUM(C2:C7)'. It is replaced."
    ]


def test_a_shared_formula_that_shows_what_we_want_hinders_nobody(folder: Path) -> None:
    _type(folder, "C3", "9+9", "18")
    parts = read_parts(folder / "book.xlsx")
    shared = parts[SHEET].replace(b"<f>", b'<f t="shared" si="0">').replace(b"9+9", b"")
    write_parts(folder / "book.xlsx", {**parts, SHEET: shared})
    made, says = _plan(folder, Consent(overwrite=True))
    assert not made.forbidden and not made.changes
    assert says[0].startswith(
        "book!Standings!C3: This cell is ours, but holds a formula. It shows what we want"
    )
