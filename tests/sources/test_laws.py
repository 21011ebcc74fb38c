"""Laws: what is written is read again, and nothing else changes, in whatever workbook."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

from sheets_sync.cells import Value
from sheets_sync.sources.cell_text import decode_text, encode_text, illegal_character
from sheets_sync.sources.snapshot import CellWrite, Written
from sheets_sync.sources.workbook import write_workbook

from .books import snapshot_of

Place = tuple[int, int]

places = st.tuples(st.integers(1, 12), st.integers(1, 30))
texts = st.text(max_size=12).filter(lambda text: not illegal_character(text))
tricky = st.text("_x0041dD\r\n <&", max_size=12)
decimals = st.decimals(-(10**9), 10**9, allow_nan=False, places=3)
numbers = st.integers(-(10**14), 10**14)
present = st.dictionaries(places, texts.filter(bool) | numbers, max_size=20)
wanted = st.dictionaries(places, texts | tricky | numbers | decimals | st.none(), min_size=1, max_size=20)


def cells(path: Path) -> dict[Place, Value]:
    grid = snapshot_of(path).grids["Data"]
    columns = enumerate(grid.values, 1)
    return {
        (row, number): value
        for number, column in columns
        for row, value in enumerate(column, 1)
        if value is not None
    }


def as_read(value: Written) -> Value:
    if isinstance(value, Decimal):
        return float(value) if "." in f"{value:f}" else int(value)
    return value


@settings(max_examples=60, deadline=None)
@given(before=present, writes=wanted)
def test_what_is_written_is_read_again_and_nothing_else_changes(
    tmp_path_factory: object, before: dict[Place, str | int], writes: dict[Place, Written]
) -> None:
    path: Path = tmp_path_factory.mktemp("law") / "book.xlsx"  # type: ignore[attr-defined]
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("Data")
        for (row, column), value in before.items():
            write = sheet.write_string if isinstance(value, str) else sheet.write_number
            write(row - 1, column - 1, value)
    ours = [CellWrite("Data", row, column, value) for (row, column), value in writes.items()]
    expected = cells(path) | {place: as_read(value) for place, value in writes.items()}
    assert write_workbook(snapshot_of(path), ours, "") == []
    assert cells(path) == {place: value for place, value in expected.items() if value is not None}


@given(st.text() | tricky)
def test_text_survives_its_escapes(text: str) -> None:
    stored = encode_text(text).replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    assert decode_text(stored) == text
