"""Excel's tables (list objects) of a tab: where they stand, and how one grows by rows below its last."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from xml.etree.ElementTree import Element

from sheets_sync.cells import CellRange
from sheets_sync.sources.package import Package, Sheet
from sheets_sync.sources.sheet_layout import Place
from sheets_sync.sources.xml_bytes import Edit, apply_edits, elements, local, tag_at, with_attribute

_TRUE = ("1", "true")


@dataclass(frozen=True, slots=True)
class ListObject:
    """``headers``, ``totals``: how many rows of them; ``calculated``: the first column that Excel fills by
    a formula, empty where there is none; ``queried``: its rows come from a connection; ``invites``: it has no
    rows yet, only a blank one to be filled."""

    part: str
    name: str
    area: CellRange
    headers: int
    totals: int
    calculated: str
    queried: bool
    invites: bool

    def grown(self, filled: Collection[Place], own: Collection[CellRange] | None) -> CellRange | None:
        """The range after rows were put directly below its last, None without any. ``own``: our ranges, where
        they are known: what begins below a table that isn't ours is no row of it."""
        area, columns = self.area, range(self.area.first_column, self.area.last_column + 1)
        last = area.last_row
        while any((last + 1, column) in filled for column in columns):
            last += 1
        if last == area.last_row or self.totals or self.queried:
            return None
        seam = replace(area, first_row=area.last_row, last_row=area.last_row + 1)
        ours = own is None or any(_spans(each, seam) for each in own)
        return replace(area, last_row=last) if ours else None


def _spans(own: CellRange, seam: CellRange) -> bool:
    return own.overlaps(seam) and own.first_row <= seam.first_row and own.last_row >= seam.last_row


def list_objects(package: Package, sheet: Sheet) -> list[ListObject]:
    """Raises BadPackage, or ValueError for a wrong range."""
    found = [item.target for item in package.relationships(sheet.part) if item.kind == "table"]
    return [_list_object(part, package.xml(part)) for part in found]


def _list_object(part: str, root: Element) -> ListObject:
    calculated = [
        column.get("name", "")
        for column in root.iter()
        if local(column.tag) == "tableColumn" and any(_is_formula(child) for child in column)
    ]
    return ListObject(
        part,
        root.get("displayName", root.get("name", "")),
        CellRange.parse(root.get("ref", "")),
        int(root.get("headerRowCount", "1")),
        int(root.get("totalsRowCount", "0")),
        calculated[0] if calculated else "",
        root.get("tableType") == "queryTable",
        root.get("insertRow") in _TRUE,
    )


def _is_formula(item: Element) -> bool:
    return local(item.tag) == "calculatedColumnFormula"


def with_range(data: bytes, area: CellRange) -> bytes:
    """The table's part with this range, for itself and for its filter; all other bytes stay."""
    edits = []
    for item in elements(data, lambda name, depth: depth == 0 or (depth, name) == (1, "autoFilter")):
        tag, behind = tag_at(data, item.start)
        if item.depth == 0 and "insertRow" in item.attributes:
            tag = with_attribute(tag, "insertRow", None)
        edits.append(Edit(item.start, behind, with_attribute(tag, "ref", area.corners)))
    return apply_edits(data, edits)


def filled_now(table: ListObject, filled: Iterable[Place]) -> bool:
    """Whether the blank row of a table without rows gets its first."""
    return table.invites and any(place in table.area for place in filled)
