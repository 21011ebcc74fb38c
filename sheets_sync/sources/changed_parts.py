"""A set of cell writes -> the parts of the package that change, or everything that speaks against it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import groupby
from xml.parsers.expat import ExpatError

from sheets_sync.cells import CellRef
from sheets_sync.problems import FileLine, Problem
from sheets_sync.sources.claimed_ranges import Claim, claimed_ranges
from sheets_sync.sources.file_kind import damaged
from sheets_sync.sources.package import WORKSHEET, BadPackage, Package, Sheet, bad_xml
from sheets_sync.sources.recalculation import has_formulas, with_recalculation
from sheets_sync.sources.sheet_layout import SheetLayout, sheet_layout
from sheets_sync.sources.sheet_refusals import Reason, refused_places, refused_value
from sheets_sync.sources.sheet_writer import with_cells
from sheets_sync.sources.snapshot import CellWrite, Snapshot, Written
from sheets_sync.sources.tab_names import missing_tab, without_cells
from sheets_sync.sources.workbook_part import WorkbookPart
from sheets_sync.sources.xml_bytes import UnsafeXml, strict_parser

Parts = dict[str, bytes]


def changed_parts(
    snapshot: Snapshot, package: Package, workbook: WorkbookPart, writes: Sequence[CellWrite]
) -> tuple[Parts, list[Problem]]:
    """The new bytes of each part that changes. Nothing may be written where there are problems."""
    problems = [*_signed(snapshot, package), *_twice(snapshot, writes), *_impossible(snapshot, writes)]
    changed: Parts = {}
    if problems:
        return changed, problems
    try:
        for tab, ours in groupby(sorted(writes, key=lambda write: write.tab), lambda write: write.tab):
            part, refused = _changed_sheet(snapshot, package, workbook, tab, list(ours))
            changed |= part
            problems += refused
        if changed and not problems and has_formulas(package, workbook):
            changed |= _recalculating(package, workbook)
    except BadPackage as error:
        problems.append(damaged(snapshot.path, error))
    return changed, problems


def _changed_sheet(
    snapshot: Snapshot, package: Package, workbook: WorkbookPart, tab: str, writes: Sequence[CellWrite]
) -> tuple[Parts, list[Problem]]:
    sheet = workbook.sheet(tab)
    if sheet is None:
        return {}, [missing_tab(snapshot.name, workbook.sheets, tab)]
    if sheet.kind != WORKSHEET:
        return {}, [without_cells(snapshot.name, sheet)]
    wanted: dict[tuple[int, int], Written] = {(write.row, write.column): write.value for write in writes}
    data = package.read(sheet.part)
    layout = _layout(sheet, data, wanted)
    refused = refused_places(wanted, layout, _claims(package, sheet))
    if refused:
        return {}, [_refused(snapshot, tab, place, reason) for place, reason in refused]
    new = _checked(sheet, with_cells(data, layout, wanted))
    return ({sheet.part: new} if new != data else {}), []


def _checked(sheet: Sheet, data: bytes) -> bytes:
    """Never replaces a sound part by one that no program could open."""
    try:
        strict_parser().Parse(data, True)
    except (ExpatError, LookupError) as error:
        raise bad_xml(sheet.part, error) from None
    return data


def _recalculating(package: Package, workbook: WorkbookPart) -> Parts:
    data = package.read(workbook.name)
    new = with_recalculation(data)
    return {workbook.name: new} if new != data else {}


def _layout(sheet: Sheet, data: bytes, wanted: Iterable[tuple[int, int]]) -> SheetLayout:
    try:
        layout = sheet_layout(data, wanted)
    except (ExpatError, UnsafeXml, LookupError, ValueError) as error:
        raise bad_xml(sheet.part, error) from None
    if layout.sheet_data is None or not layout.in_order:
        message = "has no rows at all" if layout.sheet_data is None else "does not hold its cells in order"
        raise BadPackage(f"The tab '{sheet.name}' {message}; nothing is written.")
    return layout


def _claims(package: Package, sheet: Sheet) -> list[Claim]:
    try:
        return claimed_ranges(package, sheet)
    except ValueError as error:
        raise BadPackage(
            f"A table of the tab '{sheet.name}' has a wrong range ({error}); nothing is written."
        ) from None


def _refused(snapshot: Snapshot, tab: str, place: tuple[int, int], reason: Reason) -> Problem:
    what, instead = reason
    return Problem(f"{what}; nothing is written.", CellRef(snapshot.name, tab, *place), instead)


def _signed(snapshot: Snapshot, package: Package) -> list[Problem]:
    if not any(name.startswith("_xmlsignatures/") for name in package.parts):
        return []
    message = (
        "The workbook is digitally signed, and any change would break the signature; nothing is written."
    )
    return [Problem(message, FileLine(snapshot.path), "Remove the signature, or write to another workbook.")]


def _twice(snapshot: Snapshot, writes: Sequence[CellWrite]) -> list[Problem]:
    counted = Counter((write.tab, write.row, write.column) for write in writes)
    return [
        Problem("This cell is to be written twice; nothing is written.", CellRef(snapshot.name, *cell))
        for cell, count in counted.items()
        if count > 1
    ]


def _impossible(snapshot: Snapshot, writes: Sequence[CellWrite]) -> list[Problem]:
    return [
        _refused(snapshot, write.tab, (write.row, write.column), reason)
        for write in writes
        if (reason := refused_value((write.row, write.column), write.value))
    ]
