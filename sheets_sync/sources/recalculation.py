"""Formulas show old results until a spreadsheet program recalculates; the workbook asks for it."""

from __future__ import annotations

import re

from sheets_sync.sources.package import WORKSHEET, Package
from sheets_sync.sources.workbook_part import WorkbookPart
from sheets_sync.sources.xml_bytes import (
    Edit,
    Element,
    apply_edits,
    elements,
    encoding_of,
    local,
    prefix_of,
    tag_at,
    with_attribute,
)

_FORMULA = re.compile(r"<(?:[\w.-]+:)?f[\s/>]")
# The children of a workbook that the schema wants behind calcPr.
_BEHIND = {
    "oleSize",
    "customWorkbookViews",
    "pivotCaches",
    "smartTagPr",
    "smartTagTypes",
    "webPublishing",
    "fileRecoveryPr",
    "webPublishObjects",
    "extLst",
}


def has_formulas(package: Package, workbook: WorkbookPart) -> bool:
    sheets = [sheet.part for sheet in workbook.sheets if sheet.kind == WORKSHEET]
    return workbook.target("calcChain") is not None or any(
        _has_formula(package.read(part)) for part in sheets
    )


def _has_formula(data: bytes) -> bool:
    if any(sign in data for sign in (b"<f>", b"<f ", b"<f/>")):
        return True
    if encoding_of(data) == "utf-8" and b":f" not in data and b"<f" not in data:
        return False
    return bool(_FORMULA.search(data.decode(encoding_of(data), "replace")))


def with_recalculation(data: bytes) -> bytes:
    """The workbook part with ``fullCalcOnLoad`` set, so that whoever opens it sees fresh results."""
    found = elements(data, lambda _, depth: depth <= 1)
    root = found[-1]
    settings = next((item for item in found if local(item.name) == "calcPr"), None)
    if settings is None:
        place = min((item.start for item in found if local(item.name) in _BEHIND), default=root.close)
        return apply_edits(data, [Edit(place, place, f'<{prefix_of(root.name)}calcPr fullCalcOnLoad="1"/>')])
    return apply_edits(data, [_switched_on(data, settings)])


def _switched_on(data: bytes, settings: Element) -> Edit:
    tag, behind = tag_at(data, settings.start)
    if settings.attributes.get("fullCalcOnLoad") in ("1", "true"):
        return Edit(settings.start, behind, tag)
    return Edit(settings.start, behind, with_attribute(tag, "fullCalcOnLoad", "1"))
