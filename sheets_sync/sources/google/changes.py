"""The requests of one batch: the cells that change, the count of our writes, our memory and our warnings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from sheets_sync.cells import CellRange
from sheets_sync.sources.google.answer import GENERATION
from sheets_sync.sources.google.home import GoogleHome, SheetHome
from sheets_sync.sources.google.keeping import keep
from sheets_sync.sources.snapshot import CellWrite, Formula, OwnRange, Written

GUARD = "sheets-sync writes {} here; what is typed in by hand is reported at its next run."
Request = dict[str, Any]
# In a pattern: what is shown as it stands, and the letters of dates and times (but not the one of 1E+02).
_SAID = re.compile(r'"[^"]*"|\\.|\[(?!h+\]|m+\]|s+\])[^\]]*\]', re.IGNORECASE)
_OF_A_DATE = re.compile("[dmyhs]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Batch:
    """``id``: what the named range of this write is called by; ``requests``: all of it, in order."""

    id: str
    requests: tuple[Request, ...]


def batch_of(
    home: GoogleHome, writes: Sequence[CellWrite], remembered: str, own: Sequence[OwnRange], identity: str
) -> Batch:
    """``identity``: a new id for the named range, by which an answer that got lost is recognised."""
    sheets = list(home.sheets.values())
    requests = [
        *_counted(home, identity, sheets),
        *_room(home, writes),
        *_cells(home, writes),
        *keep(home, remembered, list(dict.fromkeys(each.tab for each in own))),
        *_guards(home, own),
    ]
    return Batch(identity, tuple(requests))


def _counted(home: GoogleHome, identity: str, sheets: Sequence[SheetHome]) -> Iterator[Request]:
    """The old count goes, the new one comes: of two runs that read the same one only one succeeds."""
    if home.generation_id:
        yield {"deleteNamedRange": {"namedRangeId": home.generation_id}}
    area = {
        "sheetId": sheets[0].id,
        "startRowIndex": 0,
        "endRowIndex": 1,
        "startColumnIndex": 0,
        "endColumnIndex": 1,
    }
    name = f"{GENERATION}{home.generation + 1}"
    yield {"addNamedRange": {"namedRange": {"namedRangeId": identity, "name": name, "range": area}}}


def _room(home: GoogleHome, writes: Iterable[CellWrite]) -> Iterator[Request]:
    """Rows and columns that a tab doesn't have yet."""
    far: dict[str, tuple[int, int]] = {}
    for each in writes:
        row, column = far.get(each.tab, (0, 0))
        far[each.tab] = (max(row, each.row), max(column, each.column))
    for tab, (row, column) in far.items():
        sheet = home.sheets[tab]
        for dimension, more in (("ROWS", row - sheet.rows), ("COLUMNS", column - sheet.columns)):
            if more > 0:
                yield {"appendDimension": {"sheetId": sheet.id, "dimension": dimension, "length": more}}


def _cells(home: GoogleHome, writes: Iterable[CellWrite]) -> Iterator[Request]:
    """One request for each run of cells side by side, and for runs of equal width below each other."""
    for block in _blocks(_runs(writes)):
        first = block[0][0]
        start = {
            "sheetId": home.sheets[first.tab].id,
            "rowIndex": first.row - 1,
            "columnIndex": first.column - 1,
        }
        rows = [{"values": [_cell(each) for each in run]} for run in block]
        formatted = "" if first.number_format is None else ",userEnteredFormat.numberFormat"
        yield {"updateCells": {"start": start, "rows": rows, "fields": f"userEnteredValue{formatted}"}}


def _runs(writes: Iterable[CellWrite]) -> list[list[CellWrite]]:
    runs: list[list[CellWrite]] = []
    for each in sorted(writes, key=lambda write: (write.tab, write.row, write.column)):
        if runs and _beside(runs[-1][-1], each):
            runs[-1].append(each)
        else:
            runs.append([each])
    return runs


def _beside(last: CellWrite, each: CellWrite) -> bool:
    """Whether the next cell can go along: one without a number format of ours keeps its own."""
    alike = (last.number_format is None) == (each.number_format is None)
    return alike and (last.tab, last.row, last.column + 1) == (each.tab, each.row, each.column)


def _blocks(runs: list[list[CellWrite]]) -> list[list[list[CellWrite]]]:
    runs.sort(key=lambda run: (run[0].tab, run[0].column, len(run), run[0].row))
    blocks: list[list[list[CellWrite]]] = []
    for run in runs:
        if blocks and _continues(blocks[-1][-1], run):
            blocks[-1].append(run)
        else:
            blocks.append([run])
    return blocks


def _continues(above: list[CellWrite], run: list[CellWrite]) -> bool:
    one, two = above[0], run[0]
    alike = len(above) == len(run) and (one.number_format is None) == (two.number_format is None)
    return alike and (one.tab, one.row + 1, one.column) == (two.tab, two.row, two.column)


def _cell(write: CellWrite) -> Request:
    """The value, and the number format where it is ours; General is the absence of one."""
    if not write.number_format:
        return _value(write.value)
    form = {"type": _format_type(write.number_format), "pattern": write.number_format}
    return _value(write.value) | {"userEnteredFormat": {"numberFormat": form}}


def _format_type(code: str) -> str:
    """Google wants to be told what a pattern makes of a number."""
    if code == "@":
        return "TEXT"
    return "DATE_TIME" if _OF_A_DATE.search(_SAID.sub("", code)) else "NUMBER"


def _value(value: Written) -> Request:
    """Text is a string value whatever it begins with; without a value the cell is emptied."""
    if value is None:
        return {}
    if isinstance(value, str):
        return {"userEnteredValue": {"stringValue": value}}
    if isinstance(value, Formula):
        return {"userEnteredValue": {"formulaValue": str(value)}}
    if isinstance(value, bool):
        return {"userEnteredValue": {"boolValue": value}}
    number = float(value) if isinstance(value, Decimal) else value
    return {"userEnteredValue": {"numberValue": number}}


def _guards(home: GoogleHome, own: Sequence[OwnRange]) -> Iterator[Request]:
    """A warning, not a lock, on each range of ours that has none; one of another name gets the right one.
    Others of ours that lie across go, and so do those on cells that a table without a range left."""
    there = {index: _guard_on(home.sheets[each.tab], each.cells) for index, each in enumerate(own)}
    for tab in dict.fromkeys(each.tab for each in own):
        areas = [each.cells for each in own if each.tab == tab]
        for id, guard in home.sheets[tab].guards.items():
            is_across = guard.of is None or any(guard.now.overlaps(area) for area in areas)
            if is_across and id not in there.values():
                yield {"deleteProtectedRange": {"protectedRangeId": id}}
    for index, each in enumerate(own):
        yield from _guarded(home.sheets[each.tab], each, there[index])


def _guard_on(sheet: SheetHome, cells: CellRange) -> int | None:
    return next((id for id, guard in sheet.guards.items() if guard.now == cells), None)


def _guarded(sheet: SheetHome, own: OwnRange, there: int | None) -> Iterator[Request]:
    said = GUARD.format(own.written)
    guard: Request = {"range": _area(sheet.id, own.cells), "description": said, "warningOnly": True}
    if there is None:
        yield {"addProtectedRange": {"protectedRange": guard}}
    elif sheet.guards[there].said != own.written:
        guard = {"protectedRangeId": there, "description": said}
        yield {"updateProtectedRange": {"protectedRange": guard, "fields": "description"}}


def _area(sheet: int, cells: CellRange) -> Request:
    """A GridRange: it counts from 0, and one that is open downward has no last row."""
    area = {
        "sheetId": sheet,
        "startRowIndex": cells.first_row - 1,
        "startColumnIndex": cells.first_column - 1,
        "endColumnIndex": cells.last_column,
    }
    return area if cells.is_open else area | {"endRowIndex": cells.last_row}
