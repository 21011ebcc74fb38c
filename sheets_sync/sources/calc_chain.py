"""The calculation chain lists all cells with a formula; one in it that has none any more is damage."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from sheets_sync.cells import parse_a1
from sheets_sync.sources.draft import Draft
from sheets_sync.sources.package import bad_xml
from sheets_sync.sources.package_links import undeclare, unlink
from sheets_sync.sources.sheet_layout import Place
from sheets_sync.sources.workbook_part import WorkbookPart
from sheets_sync.sources.xml_bytes import Edit, Element, apply_edits, elements, tag_at, with_attribute


def drop_formulas(draft: Draft, workbook: WorkbookPart, gone: Mapping[str, Collection[Place]]) -> None:
    """Takes cells out of the chain. ``gone``: a sheet's id -> its cells. An empty chain goes as a whole."""
    part = workbook.target("calcChain")
    if part is None or part not in draft or not any(gone.values()):
        return
    try:
        left = without(draft.read(part), gone)
    except ValueError as error:
        raise bad_xml(part, error) from None
    if left is not None:
        draft.put(part, left)
        return
    draft.remove(part)
    unlink(draft, workbook, "calcChain")
    undeclare(draft, part)


def without(data: bytes, gone: Mapping[str, Collection[Place]]) -> bytes | None:
    """The chain without these cells; None where nothing is left. Raises ValueError for a wrong reference."""
    edits: list[Edit] = []
    sheet = said = ""
    kept = 0
    for item in elements(data, lambda name, depth: depth == 1 and name == "c"):
        own = item.attributes.get("i")
        sheet = own or sheet
        if parse_a1(item.attributes.get("r", "")) in gone.get(sheet, ()):
            edits.append(Edit(item.start, item.end, ""))
            continue
        kept += 1
        if not own and sheet != said:
            edits.append(_with_sheet(data, item, sheet))
        said = sheet
    return apply_edits(data, edits) if kept else None


def _with_sheet(data: bytes, item: Element, sheet: str) -> Edit:
    """An entry without a sheet is of that of the one before, which may have gone."""
    tag, behind = tag_at(data, item.start)
    return Edit(item.start, behind, with_attribute(tag, "i", sheet))
