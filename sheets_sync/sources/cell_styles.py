"""Which style a cell of ours gets, where it isn't the one that it has."""

from __future__ import annotations

from collections.abc import Iterable
from xml.parsers.expat import ExpatError

from sheets_sync.sources.draft import Draft
from sheets_sync.sources.package import bad_xml
from sheets_sync.sources.package_links import declare, is_strict, link
from sheets_sync.sources.sheet_layout import Place, SheetLayout
from sheets_sync.sources.snapshot import CellWrite
from sheets_sync.sources.styles_part import StylesPart, new_styles
from sheets_sync.sources.workbook_part import WorkbookPart
from sheets_sync.sources.xml_bytes import UnsafeXml

_STYLES = "xl/styles.xml"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"
_NONE = ("", "0")


def style_at(layout: SheetLayout, place: Place) -> str:
    """The style that the cell has, or would have if there were one; empty where none is said."""
    cell, row = layout.cells.get(place), layout.rows.get(place[0])
    if cell is not None:
        return cell.attributes.get("s", "")
    if row and row.attributes.get("customFormat", "").lower() in ("1", "true"):
        return row.attributes.get("s", "")
    styles = layout.column_styles
    return next((style for first, last, style in styles if first <= place[1] <= last), "")


def cell_styles(
    draft: Draft, workbook: WorkbookPart, layout: SheetLayout, writes: Iterable[CellWrite]
) -> dict[Place, str]:
    """Place -> style, where it differs from what `style_at` says; the draft gets missing ones."""
    wanted = {(each.row, each.column): each for each in writes if each.value is not None}
    found = {place: style_at(layout, place) for place in wanted}
    after = {place: _after(layout, each, found[place]) for place, each in wanted.items()}
    codes = {place: each.number_format for place, each in wanted.items() if each.number_format is not None}
    if codes:
        after |= _formatted(draft, workbook, {place: (after[place], code) for place, code in codes.items()})
    return {place: style for place, style in after.items() if style != found[place]}


def _after(layout: SheetLayout, write: CellWrite, style: str) -> str:
    if style in _NONE and write.like is not None:
        return style_at(layout, write.like) or style
    return style


def _formatted(
    draft: Draft, workbook: WorkbookPart, wanted: dict[Place, tuple[str, str]]
) -> dict[Place, str]:
    """Place -> the style that is like the given one and has the number format."""
    part = workbook.target("styles")
    name = part or _STYLES
    namespace = "purl.oclc.org/ooxml/spreadsheetml/main"
    if not is_strict(workbook):
        namespace = "schemas.openxmlformats.org/spreadsheetml/2006/main"
    data = draft.read(name) if part or name in draft else new_styles(f"http://{namespace}")
    try:
        styles = StylesPart(data)
    except (ExpatError, UnsafeXml, LookupError) as error:
        raise bad_xml(name, error) from None
    found = {
        place: str(new)
        for place, (style, code) in wanted.items()
        if (new := styles.with_number_format(index_of(style), code)) != index_of(style)
    }
    if found:
        draft.put(name, styles.changed())
        if not part:
            link(draft, workbook, "styles", name, "rIdStyles")
            declare(draft, name, _TYPE)
    return found


def index_of(style: str) -> int:
    """The number in a cell's tag; a cell that says none, or nonsense, has the first style."""
    return int(style) if style.isdecimal() else 0
