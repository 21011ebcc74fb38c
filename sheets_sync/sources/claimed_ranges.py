"""Cells of a tab that belong to a table's frame or a pivot table: the program that made them fills them."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from sheets_sync.cells import CellRange
from sheets_sync.sources.package import Package, Sheet
from sheets_sync.sources.xml_bytes import local

Claim = tuple[CellRange, str, str]


def claimed_ranges(package: Package, sheet: Sheet) -> list[Claim]:
    """Range, what it is, and what to do instead. Raises BadPackage, or ValueError for a wrong range."""
    claims: list[Claim] = []
    for item in package.relationships(sheet.part):
        if item.kind == "table":
            claims += _table(package.xml(item.target))
        elif item.kind == "pivotTable":
            claims += _pivot(package.xml(item.target))
    return claims


def _table(root: Element) -> Iterator[Claim]:
    area, name = CellRange.parse(root.get("ref", "")), root.get("displayName", root.get("name", ""))
    headers, totals = int(root.get("headerRowCount", "1")), int(root.get("totalsRowCount", "0"))
    left, right = area.first_column, area.last_column
    if headers:
        heads = CellRange(area.first_row, left, area.first_row + headers - 1, right)
        yield heads, f"is a column header of the table '{name}'", "Start the output range below the header."
    if totals:
        sums = CellRange(area.last_row - totals + 1, left, area.last_row, right)
        yield sums, f"stands in the totals row of the table '{name}'", "End the output range above that row."


def _pivot(root: Element) -> Iterator[Claim]:
    name = root.get("name", "")
    for item in root:
        if local(item.tag) == "location":
            area = CellRange.parse(item.get("ref", ""))
            yield area, f"lies inside of the pivot table '{name}'", "Put the output range elsewhere."
