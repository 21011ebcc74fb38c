"""A set of cell writes -> the parts of the package that change, or everything that speaks against it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import groupby
from xml.parsers.expat import ExpatError

from sheets_sync.cells import CellRange, CellRef
from sheets_sync.problems import Problem
from sheets_sync.sources.calc_chain import drop_formulas
from sheets_sync.sources.cell_styles import cell_styles
from sheets_sync.sources.claimed_ranges import Claim, claimed_ranges
from sheets_sync.sources.draft import Draft
from sheets_sync.sources.file_kind import damaged
from sheets_sync.sources.file_refusals import whole_file
from sheets_sync.sources.growing_tables import Growth, grow, growths, in_the_way
from sheets_sync.sources.list_objects import ListObject, list_objects
from sheets_sync.sources.package import WORKSHEET, BadPackage, Package, Sheet, bad_xml
from sheets_sync.sources.recalculation import has_formulas, with_recalculation
from sheets_sync.sources.sheet_layout import Place, SheetLayout, sheet_layout
from sheets_sync.sources.sheet_refusals import Reason, refused_places, refused_value
from sheets_sync.sources.sheet_writer import with_cells
from sheets_sync.sources.snapshot import CellWrite, Formula, OwnRange, Snapshot, Written
from sheets_sync.sources.tab_names import missing_tab, without_cells
from sheets_sync.sources.workbook_part import WorkbookPart
from sheets_sync.sources.xml_bytes import UnsafeXml, strict_parser


def changed_parts(
    snapshot: Snapshot,
    package: Package,
    workbook: WorkbookPart,
    writes: Sequence[CellWrite],
    own: Sequence[OwnRange] | None = None,
) -> tuple[Draft, list[Problem]]:
    """The package with what changes. Nothing may be written where there are problems. ``own``: all ranges
    that are ours, where they are known."""
    draft = Draft.of(package)
    problems = [
        *whole_file(snapshot, draft, workbook),
        *_twice(snapshot, writes),
        *_impossible(snapshot, writes),
    ]
    if problems:
        return draft, problems
    try:
        for tab, ours in groupby(sorted(writes, key=lambda write: write.tab), lambda write: write.tab):
            areas = None if own is None else [each.cells for each in own if each.tab == tab]
            problems += _change_sheet(snapshot, draft, workbook, list(ours), areas)
        if draft.changed and not problems and _calculates(package, workbook, writes):
            draft.put(workbook.name, with_recalculation(draft.read(workbook.name)))
    except BadPackage as error:
        problems.append(damaged(snapshot.path, error))
    return draft, problems


def _calculates(package: Package, workbook: WorkbookPart, writes: Sequence[CellWrite]) -> bool:
    return has_formulas(package, workbook) or any(isinstance(each.value, Formula) for each in writes)


def _change_sheet(
    snapshot: Snapshot,
    draft: Draft,
    workbook: WorkbookPart,
    writes: Sequence[CellWrite],
    own: Sequence[CellRange] | None,
) -> list[Problem]:
    tab = writes[0].tab
    sheet = workbook.sheet(tab)
    if sheet is None:
        return [missing_tab(snapshot.name, workbook.sheets, tab)]
    if sheet.kind != WORKSHEET:
        return [without_cells(snapshot.name, sheet)]
    wanted: dict[Place, Written] = {(write.row, write.column): write.value for write in writes}
    tables, claims = _claims(draft, sheet)
    growing = growths(tables, wanted, own)
    data = draft.read(sheet.part)
    layout = _layout(sheet, data, _looked_at(writes, growing))
    refused = refused_places(writes, layout, claims)
    refused += [found for each in growing for found in in_the_way(each, layout, claims, wanted, own)]
    if refused:
        return [_refused(snapshot, tab, place, reason) for place, reason in sorted(refused)]
    styles = cell_styles(draft, workbook, layout, writes)
    draft.put(sheet.part, _checked(sheet, with_cells(data, layout, wanted, styles)), data)
    drop_formulas(draft, workbook, {sheet.id: layout.formulas.keys() & wanted.keys()})
    for each in growing:
        grow(draft, each)
    return []


def _looked_at(writes: Sequence[CellWrite], growing: Sequence[Growth]) -> set[Place]:
    """Our cells, those whose style they take, and those that an Excel table takes in."""
    places = {(write.row, write.column) for write in writes}
    places |= {write.like for write in writes if write.like is not None}
    return places.union(*(each.added.places() for each in growing))


def _checked(sheet: Sheet, data: bytes) -> bytes:
    """Never replaces a sound part by one that no program could open."""
    try:
        strict_parser().Parse(data, True)
    except (ExpatError, LookupError) as error:
        raise bad_xml(sheet.part, error) from None
    return data


def _layout(sheet: Sheet, data: bytes, wanted: Iterable[tuple[int, int]]) -> SheetLayout:
    try:
        layout = sheet_layout(data, wanted)
    except (ExpatError, UnsafeXml, LookupError, ValueError) as error:
        raise bad_xml(sheet.part, error) from None
    if layout.sheet_data is None or not layout.in_order:
        message = "has no rows at all" if layout.sheet_data is None else "does not hold its cells in order"
        raise BadPackage(f"The tab '{sheet.name}' {message}; nothing is written.")
    return layout


def _claims(package: Package, sheet: Sheet) -> tuple[list[ListObject], list[Claim]]:
    try:
        tables = list_objects(package, sheet)
        return tables, claimed_ranges(package, sheet, tables)
    except ValueError as error:
        raise BadPackage(
            f"A table of the tab '{sheet.name}' has a wrong range ({error}); nothing is written."
        ) from None


def _refused(snapshot: Snapshot, tab: str, place: tuple[int, int], reason: Reason) -> Problem:
    what, instead = reason
    return Problem(f"{what}; nothing is written.", CellRef(snapshot.name, tab, *place), instead)


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
