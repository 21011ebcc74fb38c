"""What the writer refuses: the cell, the reason and what to do instead; and that nothing is written then."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from sheets_sync.sources import file_state
from sheets_sync.sources.snapshot import CellWrite, Written
from sheets_sync.sources.workbook import refusals, write_workbook

from .books import OFFICE, read_parts, relationships, set_cell, snapshot_of, write_parts

Raw = Callable[..., Path]
ELSEWHERE = "Put the output range elsewhere, or clear the formula first."
AGREE = "Put the output range elsewhere, clear the formula first, or have it replaced with: sync --overwrite"


def refused(path: Path, place: str, value: Written = 1, tab: str = "Data") -> str:
    """The only refusal, the same from both functions; the good cell beside it isn't written either."""
    snapshot, before = snapshot_of(path), path.read_bytes()
    writes = [set_cell(place, value, tab), set_cell("A1", "good")]
    found = refusals(snapshot, writes)
    assert write_workbook(snapshot, writes, "memory") == found
    assert path.read_bytes() == before
    assert [beside.name for beside in path.parent.iterdir() if beside.suffix == ".tmp"] == []
    (problem,) = found
    return str(problem)


@pytest.mark.parametrize(
    ("formula", "reason"),
    [
        (
            '<c r="B2"><f t="shared" si="0"/><v>1</v></c>',
            "This cell holds a formula that it shares with other cells",
        ),
        ('<c r="A2"><f t="array" ref="A2:B3">A1</f></c>', "This cell is filled by an array formula (A2:B3)"),
        (
            '<c r="A2"><f t="dataTable" ref="A2:B9"/></c>',
            "This cell is filled by a what-if data table (A2:B9)",
        ),
    ],
)
def test_formulas(raw: Raw, formula: str, reason: str) -> None:
    path = raw(f'<row r="2">{formula}</row>')
    assert refused(path, "B2") == f"League!Data!B2: {reason}; nothing is written. {ELSEWHERE}"


@pytest.mark.parametrize("formula", ["<f>A1</f><v>1</v>", "<f/>"])
def test_a_formula_that_nobody_agreed_to_lose(raw: Raw, formula: str) -> None:
    path = raw(f'<row r="2"><c r="B2">{formula}</c></row>')
    assert refused(path, "B2") == f"League!Data!B2: This cell holds a formula; nothing is written. {AGREE}"


def test_a_picture_in_a_cell(raw: Raw) -> None:
    path = raw('<row r="2"><c r="B2" t="e" vm="1"><v>#VALUE!</v></c></row>')
    assert refused(path, "B2") == (
        "League!Data!B2: This cell holds a picture or a linked record; nothing is written. "
        "Put the output range elsewhere, or clear the cell first."
    )


def test_merged_cells_but_for_the_first(rich: Path) -> None:
    reason = "This cell is hidden inside of the merged cells E2:F3"
    assert refused(rich, "F3") == f"League!Data!F3: {reason}; nothing is written. Unmerge them."
    assert write_workbook(snapshot_of(rich), [set_cell("E2", "shown")], "") == []


def test_the_frame_of_a_table(rich: Path) -> None:
    header = refused(rich, "C2", "Z", "Other")
    assert header == (
        "League!Other!C2: This cell is a column header of the table 'T'; nothing is written. "
        "Start the output range below the header."
    )
    totals = refused(rich, "B5", "Z", "Other")
    assert totals == (
        "League!Other!B5: This cell stands in the totals row of the table 'T'; nothing is written. "
        "End the output range above that row."
    )
    assert write_workbook(snapshot_of(rich), [set_cell("B3", "x", "Other")], "") == []


def test_a_pivot_table(raw: Raw) -> None:
    path = raw("")
    pivot = '<pivotTableDefinition name="P"><location ref="C3:D9"/></pivotTableDefinition>'
    links = relationships(OFFICE, pivotTable="../pivot.xml")
    extra = {"xl/worksheets/_rels/sheet1.xml.rels": links, "xl/pivot.xml": pivot}
    write_parts(path, {**read_parts(path), **extra})
    assert refused(path, "D9") == (
        "League!Data!D9: This cell lies inside of the pivot table 'P'; nothing is written. "
        "Put the output range elsewhere."
    )


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ("bell\a", "The text for this cell holds the character U+0007, which no cell can hold"),
        ("\ud800", "The text for this cell holds the character U+D800, which no cell can hold"),
        ("\uffff", "The text for this cell holds the character U+FFFF, which no cell can hold"),
        ("😀" * 16_384, "The text for this cell has 32768 characters; a cell holds 32767"),
        (Decimal("NaN"), "The value for this cell is NaN, which is no number a cell can hold"),
        (Decimal("1E+400"), "The number for this cell is larger than a cell can hold"),
        (
            1234567890123456,
            "The number 1234567890123456 has more than 15 digits, of which a cell drops the last",
        ),
    ],
)
def test_values_that_no_cell_can_hold(rich: Path, value: Written, message: str) -> None:
    assert refused(rich, "B2", value).startswith(f"League!Data!B2: {message}; nothing is written.")


def test_the_longest_text_is_written(rich: Path) -> None:
    assert write_workbook(snapshot_of(rich), [set_cell("B2", "x" * 32_767), set_cell("B3", 10**18)], "") == []
    assert snapshot_of(rich).grids["Data"].value(2, 2) == "x" * 32_767


@pytest.mark.parametrize(("row", "column"), [(0, 1), (1, 0), (1_048_577, 1), (1, 16_385)])
def test_places_outside_of_a_sheet(rich: Path, row: int, column: int) -> None:
    (problem,) = refusals(snapshot_of(rich), [CellWrite("Data", row, column, 1)])
    assert problem.message == f"Row {row}, column {column} lies outside of a sheet; nothing is written."


def test_a_cell_written_twice(rich: Path) -> None:
    (problem,) = refusals(snapshot_of(rich), [set_cell("B2", 1), set_cell("B2", 1)])
    assert str(problem) == "League!Data!B2: This cell is to be written twice; nothing is written."


def test_every_refusal_is_listed(rich: Path) -> None:
    writes = [set_cell("C2", 1), set_cell("F3", 1), set_cell("A1", 1, "Other"), set_cell("A1", 1, "Gone")]
    places = [str(problem.at) for problem in refusals(snapshot_of(rich), writes)]
    assert places == ["League!Data!C2", "League!Data!F3", "League!Gone", "League!Other!A1"]


def test_a_tab_that_is_none_or_no_worksheet(rich: Path) -> None:
    missing = (
        "There is no tab 'data'. Did you mean 'Data'? The tabs are 'Data', 'Other'. "
        "Name one of them in league.yaml, or make the tab."
    )
    assert refused(rich, "A1", 1, "data") == f"League!data: {missing}"
    chart = "The tab 'Picture' is a chart sheet, which is neither read nor written. Name a worksheet."
    assert refused(rich, "A1", 1, "Picture") == f"League!Picture: {chart}"


def test_a_signed_workbook(rich: Path) -> None:
    write_parts(rich, {**read_parts(rich), "_xmlsignatures/origin.sigs": ""})
    assert refused(rich, "B2") == (
        f"{rich}: The workbook is digitally signed, and any change would break the signature; nothing is "
        "written. Remove the signature, or write to another workbook."
    )


def test_cells_that_are_not_in_order(raw: Raw) -> None:
    path = raw('<row r="5"/><row r="2"><c r="B2"/></row>')
    message = "The tab 'Data' does not hold its cells in order; nothing is written."
    assert message in refused(path, "B2")


def test_a_file_that_was_changed_or_removed(rich: Path) -> None:
    snapshot, writes = snapshot_of(rich), [set_cell("B2", 1)]
    rich.write_bytes(rich.read_bytes() + b"\0")
    changed = f"{rich}: The workbook was changed by somebody while we worked; nothing is written. Run again."
    assert [str(problem) for problem in refusals(snapshot, writes)] == [changed]
    assert [str(problem) for problem in write_workbook(snapshot, writes, "")] == [changed]
    rich.unlink()
    (problem,) = write_workbook(snapshot, writes, "")
    assert problem.message.startswith("The workbook cannot be opened any more (")


def test_a_file_that_changes_while_ours_is_prepared(rich: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    snapshot, prepare = snapshot_of(rich), file_state.draft_of

    def slowly(data: bytes, *where: Any) -> Path:
        rich.write_bytes(b"theirs")
        return prepare(data, *where)

    monkeypatch.setattr(file_state, "draft_of", slowly)
    (problem,) = write_workbook(snapshot, [set_cell("B2", 1)], "")
    assert "was changed by somebody" in problem.message
    assert rich.read_bytes() == b"theirs"
    assert [path.name for path in rich.parent.iterdir()] == ["rich.xlsx"]


def test_a_read_only_file(rich: Path) -> None:
    rich.chmod(stat.S_IRUSR)
    hint = "Take the read-only mark off the file, then run again."
    assert refused(rich, "B2") == f"{rich}: The workbook is read-only; nothing is written. {hint}"


def excel_lock(name: str) -> bytes:
    narrow, wide = name.encode("cp1252", "replace"), name.encode("utf-16-le")
    return (
        bytes([len(narrow)])
        + narrow.ljust(54)
        + len(name).to_bytes(2, "little")
        + wide.ljust(108, b" \0"[:1])
    )


@pytest.mark.parametrize(
    ("lock", "content", "by"),
    [
        ("~$rich.xlsx", excel_lock("Zoë Ž"), "Excel by Zoë Ž"),
        ("~$rich.xlsx", excel_lock("Ann")[:55], "Excel by Ann"),
        ("~$rich.xlsx", b"", "Excel"),
        (
            ".~lock.rich.xlsx#",
            "Zoë\\, A.,zoe,laptop,01.02.2025 10:00,file:///x;".encode(),
            "LibreOffice by Zoë, A. on laptop",
        ),
        (".~lock.rich.xlsx#", b",zoe,,01.02.2025 10:00,;", "LibreOffice by zoe"),
        (".~lock.rich.xlsx#", b"", "LibreOffice"),
    ],
)
def test_a_file_that_is_open(rich: Path, lock: str, content: bytes, by: str) -> None:
    rich.with_name(lock).write_bytes(content)
    hint = f"Close it there and run again. If nobody has it open, delete the left-over file '{lock}'."
    assert refused(rich, "B2") == f"{rich}: The workbook is open in {by}; nothing is written. {hint}"


def test_a_file_that_cannot_be_replaced(rich: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def denied(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "replace", denied)
    before = rich.read_bytes()
    (problem,) = write_workbook(snapshot_of(rich), [set_cell("B2", 1)], "")
    assert str(problem) == (
        f"{rich}: The workbook cannot be replaced: it is open in another program, or its folder is "
        "protected. Nothing is written. Close it there and run again."
    )
    assert rich.read_bytes() == before
    assert [path.name for path in rich.parent.iterdir()] == ["rich.xlsx"]


def test_a_full_disk(rich: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    (problem,) = write_workbook(snapshot_of(rich), [set_cell("B2", 1)], "")
    assert problem.message.startswith("The workbook cannot be written (")
    assert [path.name for path in rich.parent.iterdir()] == ["rich.xlsx"]
