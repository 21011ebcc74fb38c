"""Reads a table that is plain text: one tab, called as the file, and every value is text."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path

from sheets_sync.cells import Grid
from sheets_sync.problems import FileLine, Problem, Severity, TabRef
from sheets_sync.sources.columns import Columns, TooManyCells
from sheets_sync.sources.file_kind import read_bytes
from sheets_sync.sources.file_state import digest_of
from sheets_sync.sources.snapshot import Snapshot
from sheets_sync.sources.tab_names import loose
from sheets_sync.sources.text_table.encoding import NoText, decoded
from sheets_sync.sources.text_table.rows import BadTable, rows_of

MAX_SIZE, MAX_CELLS = 1 << 26, 5_000_000


def read_text_table(
    name: str,
    path: Path,
    identity: str,
    tabs: Collection[str] | None = None,
    reach: Mapping[str, tuple[int, int]] | None = None,
) -> tuple[Snapshot | None, list[Problem]]:
    """As `read_workbook`; such a file never has a memory, for it is never written."""
    data, problems = read_bytes(path)
    if not problems and len(data) > MAX_SIZE:
        problems = [_problem(path, f"The file is larger than {MAX_SIZE >> 20} MiB and is not read.", "")]
    if not problems and not data.strip():
        problems = [_problem(path, "The file is empty.", "Get a sound copy of it.")]
    if problems:
        return None, problems
    tab, problems = path.stem, _other_tabs(name, path.stem, tabs)
    try:
        text, guessed = decoded(data)
        problems += [_guess(path)] if guessed else []
        wanted = tabs is None or loose(tab) in {loose(each) for each in tabs}
        far = {loose(each): corner for each, corner in (reach or {}).items()}.get(loose(tab), (0, 0))
        grids = {tab: _grid(name, tab, text, far)} if wanted else {}
    except NoText as wrong:
        return None, [_problem(path, str(wrong), "Save it as CSV UTF-8, or as a workbook (.xlsx).")]
    except BadTable as wrong:
        return None, [Problem(str(wrong), FileLine(path, wrong.line), wrong.proposal)]
    except TooManyCells:
        return None, [_problem(path, "The file holds more cells than can be read.", "Cut it down.")]
    return Snapshot(name, path, identity, digest_of(data), (tab,), grids, None), problems


def _grid(name: str, tab: str, text: str, reach: tuple[int, int]) -> Grid:
    columns, count = Columns(), 0
    for row, fields in enumerate(rows_of(text), 1):
        count += len(fields)
        if count > MAX_CELLS:
            raise TooManyCells
        for column, field in enumerate(fields, 1):
            if field:
                columns.put(row, column, field, "")
    values, formats = columns.finish(reach)
    return Grid(name, tab, values, formats)


def _other_tabs(name: str, tab: str, tabs: Collection[str] | None) -> list[Problem]:
    """A text file has one tab; whatever else is asked for isn't there."""
    hint = f"A text file has one tab, called as the file; write '{name}!{tab}'."
    return [
        Problem(f"There is no tab '{each}'.", TabRef(name, each), hint)
        for each in dict.fromkeys(tabs or ())
        if loose(each) != loose(tab)
    ]


def _guess(path: Path) -> Problem:
    message = "The file isn't UTF-8; it was read as Windows-1252, as Excel in Western Europe writes it."
    hint = "If accents look wrong, save it as CSV UTF-8."
    return Problem(message, FileLine(path), hint, Severity.NOTE)


def _problem(path: Path, message: str, proposal: str) -> Problem:
    return Problem(message, FileLine(path), proposal)
