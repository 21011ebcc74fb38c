"""Number formats that league.yaml gives to columns, on Google: in the same write as the values."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from google_client import lay_out_cup, run, sign_in

from sheets_sync.sources.google.changes import batch_of
from sheets_sync.sources.google.home import GoogleHome, SheetHome
from sheets_sync.sources.snapshot import CellWrite
from tests.google.local_sheets import LocalSheets

_COLUMNS = "columns: [rank, name, total]"


@pytest.fixture(scope="module")
def server() -> Iterator[LocalSheets]:
    with LocalSheets() as running:
        yield running


@pytest.fixture
def cup(server: LocalSheets, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    sign_in(server, tmp_path, monkeypatch)
    return lay_out_cup(server, tmp_path)


def _formats(folder: Path, formats: str) -> None:
    text = (folder / "league.yaml").read_text("utf-8").partition(", formats:")[0]
    rest = (folder / "league.yaml").read_text("utf-8").partition("rules:")[2]
    head = text.partition(_COLUMNS)[0]
    whole = f"{head}{_COLUMNS}, formats: {formats}}}\nrules:{rest}"
    (folder / "league.yaml").write_text(whole, "utf-8")


def test_a_column_gets_its_format_in_the_one_write(cup: str, server: LocalSheets, tmp_path: Path) -> None:
    _formats(tmp_path, '{total: "0.00"}')
    server.forget()
    outcome = run(tmp_path)
    assert not outcome.problems
    assert server.count("POST", "/v4/") == 1
    assert server.values(cup, "Standings!A4:C6") == [
        ["1", "=Ana", "43.00"],
        ["1", "@Ben", "43.00"],
        ["3", "-Cy", "30.00"],
    ]
    again = run(tmp_path)
    assert not again.plan.changes and not again.applied.written


def test_another_format_later_changes_the_cells_alone(cup: str, server: LocalSheets, tmp_path: Path) -> None:
    run(tmp_path)
    _formats(tmp_path, '{total: "0.0"}')
    outcome = run(tmp_path)
    assert [change.ref.a1 for change in outcome.plan.changes] == ["C4", "C5", "C6"]
    assert server.values(cup, "Standings!C4:C6") == [["43.0"], ["43.0"], ["30.0"]]
    _formats(tmp_path, "{total: General}")
    run(tmp_path)
    assert server.values(cup, "Standings!C4:C6") == [["43"], ["43"], ["30"]]
    assert not run(tmp_path).plan.changes


@pytest.mark.parametrize(
    ("code", "form"),
    [
        ("0.00", {"type": "NUMBER", "pattern": "0.00"}),
        ('0.0" days"', {"type": "NUMBER", "pattern": '0.0" days"'}),
        ("0.00E+00", {"type": "NUMBER", "pattern": "0.00E+00"}),
        ("[h]:mm:ss", {"type": "DATE_TIME", "pattern": "[h]:mm:ss"}),
        ("dd.mm.yyyy", {"type": "DATE_TIME", "pattern": "dd.mm.yyyy"}),
        ("[Red]0", {"type": "NUMBER", "pattern": "[Red]0"}),
        ("@", {"type": "TEXT", "pattern": "@"}),
    ],
)
def test_what_google_is_told_of_a_format(code: str, form: dict[str, str]) -> None:
    (request,) = _requests(CellWrite("T", 1, 1, 5, code))
    assert request["rows"] == [
        {"values": [{"userEnteredValue": {"numberValue": 5}, "userEnteredFormat": {"numberFormat": form}}]}
    ]
    assert request["fields"] == "userEnteredValue,userEnteredFormat.numberFormat"


def test_cells_without_a_format_of_ours_keep_theirs() -> None:
    """Side by side and below each other they go in requests of their own."""
    writes = [CellWrite("T", 1, 1, 1), CellWrite("T", 1, 2, 2, "0.0"), CellWrite("T", 2, 1, 3)]
    writes.append(CellWrite("T", 2, 2, 4, "0.0"))
    found = [(each["fields"], len(each["rows"])) for each in _requests(*writes)]
    assert found == [("userEnteredValue", 2), ("userEnteredValue,userEnteredFormat.numberFormat", 2)]


def _requests(*writes: CellWrite) -> list[dict[str, Any]]:
    home = GoogleHome("id", None, sheets={"T": SheetHome(1, "T", 9, 9)})
    return [
        each["updateCells"] for each in batch_of(home, writes, "", (), "a").requests if "updateCells" in each
    ]
