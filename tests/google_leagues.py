"""Puts a league that lies in a folder onto the local Google server: the same cells, formats, formulas and
merges."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from gspread.http_client import HTTPClient

from sheets_sync.cells import CellError, CellRange, Grid
from sheets_sync.sources.workbook import read_workbook

_REACH = (300, 30)
"""So far the formats of blank cells are taken along."""


def upload(client: HTTPClient, path: Path, title: str, zone: str) -> str:
    """Makes a Google spreadsheet of a workbook and gives its id."""
    first, _ = read_workbook(title, path, "", None)
    reach = dict.fromkeys(first.tabs if first else (), _REACH)
    snapshot, problems = read_workbook(title, path, "", None, reach)
    assert snapshot is not None, problems
    sheets = [
        {
            "properties": {
                "sheetId": number + 1,
                "title": tab,
                "gridProperties": {"rowCount": max(grid.rows, 100), "columnCount": max(grid.columns, 26)},
            }
        }
        for number, (tab, grid) in enumerate(snapshot.grids.items())
    ]
    body = {"properties": {"title": title, "timeZone": zone, "locale": "en_GB"}, "sheets": sheets}
    made = client.request("post", "https://sheets.googleapis.com/v4/spreadsheets", json=body).json()
    grids = enumerate(snapshot.grids.values(), 1)
    requests = [request for number, grid in grids for request in _requests(number, grid)]
    client.batch_update(made["spreadsheetId"], {"requests": requests})
    return str(made["spreadsheetId"])


def _requests(sheet: int, grid: Grid) -> list[dict[str, Any]]:
    rows = [
        {"values": [_cell(grid, row, column) for column in range(1, grid.columns + 1)]}
        for row in range(1, grid.rows + 1)
    ]
    fields = "userEnteredValue,userEnteredFormat.numberFormat"
    start = {"sheetId": sheet, "rowIndex": 0, "columnIndex": 0}
    cells = [{"updateCells": {"start": start, "rows": rows, "fields": fields}}] if rows else []
    merges = [{"mergeCells": {"mergeType": "MERGE_ALL", "range": grid_range(sheet, m)}} for m in grid.merges]
    return [*cells, *merges]


def grid_range(sheet: int, area: CellRange) -> dict[str, int]:
    return {
        "sheetId": sheet,
        "startRowIndex": area.first_row - 1,
        "endRowIndex": area.last_row,
        "startColumnIndex": area.first_column - 1,
        "endColumnIndex": area.last_column,
    }


def _cell(grid: Grid, row: int, column: int) -> dict[str, Any]:
    value, code = grid.value(row, column), grid.number_format(row, column)
    made: dict[str, Any] = {}
    if (row, column) in grid.formulas:
        made["userEnteredValue"] = {"formulaValue": f"={grid.formulas[row, column]}"}
    elif isinstance(value, bool):
        made["userEnteredValue"] = {"boolValue": value}
    elif isinstance(value, (int, float)):
        made["userEnteredValue"] = {"numberValue": value}
    elif isinstance(value, (str, CellError)):
        made["userEnteredValue"] = {"stringValue": str(value)}
    if code:
        made["userEnteredFormat"] = {"numberFormat": {"type": _kind(code), "pattern": code}}
    return made


def _kind(code: str) -> str:
    """What Google calls the kind of a format."""
    bare = re.sub(r'"[^"]*"|\[[^hms\]]*\]', "", code.lower())
    if code == "@":
        return "TEXT"
    if "%" in bare:
        return "PERCENT"
    day, time = bool(re.search("[yd]", bare)), ":" in bare
    return "DATE_TIME" if day and time else "DATE" if day else "TIME" if time else "NUMBER"


def on_google(folder: Path, client: HTTPClient, zone: str) -> None:
    """Rewrites the folder's league.yaml so that every workbook of it is a Google spreadsheet."""
    file = folder / "league.yaml"
    text = file.read_text("utf-8")
    for path in re.findall(r"path: ([\w.-]+\.xlsx)", text):
        text = text.replace(f"path: {path}", f"google: {upload(client, folder / path, path, zone)}")
    file.write_text(text, "utf-8")
