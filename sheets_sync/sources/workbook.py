"""Workbooks (.xlsx, .xlsm): read as cells, and written back cell by cell with all else left as it is."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import partial
from pathlib import Path

from sheets_sync.cells import CellRef, Grid
from sheets_sync.problems import Problem, Severity
from sheets_sync.sources.archive import rewritten
from sheets_sync.sources.backups import Backups, replace_kept
from sheets_sync.sources.changed_parts import changed_parts
from sheets_sync.sources.file_kind import damaged, open_workbook, read_bytes
from sheets_sync.sources.file_state import digest_of, unwritable
from sheets_sync.sources.memory_part import read_memory, remember
from sheets_sync.sources.number_formats import read_number_formats
from sheets_sync.sources.package import WORKSHEET, BadPackage, Package, Sheet
from sheets_sync.sources.shared_strings import read_shared_strings
from sheets_sync.sources.sheet_cells import Stock
from sheets_sync.sources.sheet_reader import SheetContent, read_sheet
from sheets_sync.sources.snapshot import CellWrite, OwnRange, Snapshot
from sheets_sync.sources.tab_names import choose_tabs, loose
from sheets_sync.sources.workbook_part import WorkbookPart

__all__ = ["read_workbook", "refusals", "write_workbook"]


def read_workbook(
    name: str,
    path: Path,
    identity: str,
    tabs: Collection[str] | None = None,
    reach: Mapping[str, tuple[int, int]] | None = None,
) -> tuple[Snapshot | None, list[Problem]]:
    """The named tabs of a workbook (None: all); no snapshot where the file itself cannot be used.

    ``reach``: tab -> the last row and column that the grid covers even where its cells are blank, so
    that their number formats are known.
    """
    data, problems = read_bytes(path)
    if problems:
        return None, problems
    opened, problems = open_workbook(path, data)
    if opened is None:
        return None, problems
    package, workbook = opened
    sheets, problems = choose_tabs(name, workbook.sheets, tabs)
    try:
        contents = _contents(package, workbook, sheets, reach or {})
        memory = read_memory(package, workbook)
    except BadPackage as error:
        return None, [damaged(path, error)]
    old = memory is not None and workbook.recalculates
    grids = {tab: _grid(name, tab, content, workbook.epoch_1904, old) for tab, content in contents.items()}
    problems += [_lost(name, tab, place) for tab, content in contents.items() for place in content.lost[:1]]
    return Snapshot(name, path, identity, digest_of(data), _names(workbook.sheets), grids, memory), problems


def refusals(
    snapshot: Snapshot, writes: Sequence[CellWrite], own: Sequence[OwnRange] | None = None
) -> list[Problem]:
    """What ``write_workbook`` would refuse now; nothing is written."""
    if not writes:
        return []
    _, problems = _prepared(snapshot, writes, snapshot.memory or "", own)
    return problems


def write_workbook(
    snapshot: Snapshot,
    writes: Sequence[CellWrite],
    memory: str,
    own: Sequence[OwnRange] | None = None,
    backups: Backups | None = None,
) -> list[Problem]:
    """Sets all cells and the memory, or none of them: then the problems say why. The file as it was is kept
    among the ``backups`` first. ``own``: all ranges that are
    ours; where they aren't known, what is put below an Excel table becomes a part of it, as if somebody typed
    it there."""
    if not writes and memory == (snapshot.memory or ""):
        return []
    data, problems = _prepared(snapshot, writes, memory, own)
    if problems or not data:
        return problems
    return replace_kept(snapshot.path, snapshot.digest, data, backups)


def _prepared(
    snapshot: Snapshot, writes: Sequence[CellWrite], memory: str, own: Sequence[OwnRange] | None
) -> tuple[bytes, list[Problem]]:
    """The bytes of the whole file after the write; none where it would stay as it is."""
    if problems := unwritable(snapshot.path, snapshot.digest):
        return b"", problems
    data, problems = read_bytes(snapshot.path)
    opened, problems = open_workbook(snapshot.path, data) if not problems else (None, problems)
    if opened is None:
        return b"", problems
    package, workbook = opened
    draft, problems = changed_parts(snapshot, package, workbook, writes, own)
    if problems:
        return b"", problems
    try:
        if memory != (snapshot.memory or ""):
            remember(draft, workbook, memory)
        return rewritten(package, draft.changed) if draft.changed else b"", []
    except BadPackage as error:
        return b"", [damaged(snapshot.path, error)]


def _names(sheets: Sequence[Sheet]) -> tuple[str, ...]:
    return tuple(sheet.name for sheet in sheets if sheet.kind == WORKSHEET)


def _contents(
    package: Package,
    workbook: WorkbookPart,
    sheets: Sequence[Sheet],
    reach: Mapping[str, tuple[int, int]],
) -> dict[str, SheetContent]:
    """Tab -> what stands in it."""
    package.check_total(sheet.part for sheet in sheets)
    stock = _stock(package, workbook)
    far = {loose(tab): corner for tab, corner in reach.items()}
    return {
        sheet.name: read_sheet(
            sheet.part, partial(package.chunks, sheet.part), stock, far.get(loose(sheet.name), (0, 0))
        )
        for sheet in sheets
    }


def _stock(package: Package, workbook: WorkbookPart) -> Stock:
    """Some programs name these parts without making them, where no cell needs them."""
    strings, styles = workbook.target("sharedStrings"), workbook.target("styles")
    return Stock(
        read_shared_strings(strings, partial(package.chunks, strings))
        if strings and strings in package
        else (),
        read_number_formats(package.xml(styles)) if styles and styles in package else (),
        workbook.epoch_1904,
    )


def _grid(name: str, tab: str, content: SheetContent, epoch_1904: bool, old_results: bool) -> Grid:
    return Grid(
        name,
        tab,
        content.values,
        content.formats,
        content.formulas,
        content.merges,
        epoch_1904,
        old_results,
        hidden_rows=content.hidden_rows,
        hidden_columns=content.hidden_columns,
    )


def _lost(name: str, tab: str, place: tuple[int, int]) -> Problem:
    message = "The text of this cell is missing from the workbook's shared strings; the cell counts as blank."
    return Problem(message, CellRef(name, tab, *place), "Type it again and save.", Severity.WARNING)
