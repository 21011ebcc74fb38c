"""Cells of a tab that belong to a table's frame or a pivot table: the program that made them fills them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from xml.etree.ElementTree import Element

from sheets_sync.cells import CellRange
from sheets_sync.sources.list_objects import ListObject
from sheets_sync.sources.package import Package, Sheet
from sheets_sync.sources.xml_bytes import local

Claim = tuple[CellRange, str, str]
_ELSEWHERE = "Put the output range elsewhere."


def claimed_ranges(package: Package, sheet: Sheet, tables: Iterable[ListObject]) -> list[Claim]:
    """Range, what it is, and what to do instead. Raises BadPackage, or ValueError for a wrong range."""
    claims = [claim for table in tables for claim in _table(table)]
    for item in package.relationships(sheet.part):
        if item.kind == "pivotTable":
            claims += _pivot(package.xml(item.target))
    return claims


def _table(table: ListObject) -> Iterator[Claim]:
    area, name = table.area, table.name
    if table.headers:
        heads = replace(area, last_row=area.first_row + table.headers - 1)
        yield heads, f"is a column header of the table '{name}'", "Start the output range below the header."
    if table.totals:
        sums = replace(area, first_row=area.last_row - table.totals + 1)
        yield sums, f"stands in the totals row of the table '{name}'", "End the output range above that row."
    if table.queried:
        yield area, f"is filled by the query of the table '{name}'", _ELSEWHERE


def _pivot(root: Element) -> Iterator[Claim]:
    name = root.get("name", "")
    for item in root:
        if local(item.tag) == "location":
            area = CellRange.parse(item.get("ref", ""))
            yield area, f"lies inside of the pivot table '{name}'", _ELSEWHERE
            if filters := int(item.get("rowPageCount", "0")):
                top, across = area.first_row - 1 - filters, int(item.get("colPageCount", "1"))
                right = area.first_column + 3 * across - 2
                above = CellRange(max(top, 1), area.first_column, max(area.first_row - 2, 1), right)
                yield above, f"is a filter of the pivot table '{name}'", _ELSEWHERE
