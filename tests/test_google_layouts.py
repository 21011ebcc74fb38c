"""What layouts need of Google: which rows and columns are hidden, and tabs found by the form of a name."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from google_client import TABS, lay_out_cup, run, sign_in

from sheets_sync import pipeline, reading
from sheets_sync.cells import Grid
from sheets_sync.jobs.run import now_of
from tests.google.local_sheets import LocalSheets


@pytest.fixture(scope="module")
def server() -> Iterator[LocalSheets]:
    with LocalSheets() as running:
        yield running


@pytest.fixture
def cup(server: LocalSheets, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    sign_in(server, tmp_path, monkeypatch)
    return lay_out_cup(server, tmp_path)


def test_rows_hidden_by_hand_or_by_a_filter_are_known(cup: str, server: LocalSheets, tmp_path: Path) -> None:
    """Row 3 and column B are hidden, and a filter leaves out the places 3, in rows 4 and 7."""
    results = _ids(server, cup)["Results"]
    _hide(server, cup, results, "ROWS", 2)
    _hide(server, cup, results, "COLUMNS", 1)
    area = {
        "sheetId": results,
        "startRowIndex": 0,
        "endRowIndex": 7,
        "startColumnIndex": 0,
        "endColumnIndex": 3,
    }
    criteria = {"filter": {"range": area, "criteria": {"2": {"hiddenValues": ["3"]}}}}
    server.change(cup, {"setBasicFilter": criteria})
    grid = _grids(tmp_path)["Results"]
    assert grid.hidden_rows == {3, 4, 7}
    assert grid.hidden_columns == {2}


def test_a_tab_for_each_round_costs_one_request_more(cup: str, server: LocalSheets, tmp_path: Path) -> None:
    """Rounds 1 and 2 have a tab each; that of round 3 is made later and is simply read."""
    by_round = {f"Round {n}": [TABS["Results"][0][1:], *_of(n)] for n in (1, 2)}
    kept = {name: rows for name, rows in TABS.items() if name != "Results"}
    cup = server.create("Tuesday Cup", {**kept, **by_round, "Rounds of old": [["Driver"], ["=Ana"]]})
    league = tmp_path / "league.yaml"
    text = league.read_text("utf-8")
    league.write_text(_with_id(text, cup).replace("tab: cup!Results", 'tab: "cup!Round {round}"'), "utf-8")
    server.forget()
    _grids(tmp_path)
    assert server.count("GET", "/v4/spreadsheets") == 2
    assert sorted(_rounds(tmp_path)) == [1, 1, 1, 2, 2, 2]
    server.change(cup, {"addSheet": {"properties": {"title": "round 3"}}})
    server.type(cup, "round 3!A1", [["Driver", "Place"], ["'-Cy", "1"]])
    assert sorted(_rounds(tmp_path)) == [1, 1, 1, 2, 2, 2, 3]
    assert run(tmp_path).applied.written


def _of(number: int) -> list[list[Any]]:
    return [row[1:] for row in TABS["Results"] if row[0] == number]


def _with_id(text: str, spreadsheet: str) -> str:
    before, _, rest = text.partition("{google: ")
    return f"{before}{{google: {spreadsheet}{rest[rest.index(',') :]}"


def _grids(folder: Path) -> dict[str, Grid]:
    setup, problems = pipeline.set_up(folder)
    assert setup is not None, problems
    snapshots, _ = reading.read(setup.league)
    return dict(snapshots["cup"].grids)


def _rounds(folder: Path) -> list[int]:
    setup, problems = pipeline.set_up(folder)
    assert setup is not None, problems
    now, _ = now_of(setup, None)
    return [row.round for row in pipeline.compute(setup, now).gathered.facts.results]


def _ids(server: LocalSheets, spreadsheet: str) -> dict[str, int]:
    found = server.session().get(f"{server.base_url}/v4/spreadsheets/{spreadsheet}").json()["sheets"]
    return {each["properties"]["title"]: each["properties"]["sheetId"] for each in found}


def _hide(server: LocalSheets, spreadsheet: str, sheet: int, dimension: str, line: int) -> None:
    where = {"sheetId": sheet, "dimension": dimension, "startIndex": line, "endIndex": line + 1}
    change = {"range": where, "properties": {"hiddenByUser": True}, "fields": "hiddenByUser"}
    server.change(spreadsheet, {"updateDimensionProperties": change})
