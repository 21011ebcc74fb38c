"""Where the cells to write stand in the bytes of a worksheet part, or where they would have to go."""

from __future__ import annotations

from bisect import bisect_left
from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from operator import itemgetter

from sheets_sync.cells import CellRange, parse_a1
from sheets_sync.sources.canonical_xml import Unusual
from sheets_sync.sources.sheet_excerpt import Excerpt, excerpt
from sheets_sync.sources.xml_bytes import end_of_element, prefix_of, strict_parser

Place = tuple[int, int]


@dataclass(slots=True)
class PlacedElement:
    """``close`` is where the end tag begins, or ``end`` where there is none."""

    attributes: dict[str, str]
    start: int
    close: int = 0
    end: int = 0

    @property
    def empty(self) -> bool:
        return self.close == self.end


@dataclass(slots=True)
class SheetLayout:
    """The wanted cells that exist, and for the others the offset before which they belong. ``merges``: those
    that reach into a wanted row."""

    prefix: str = ""
    sheet_data: PlacedElement | None = None
    dimension: PlacedElement | None = None
    rows: dict[int, PlacedElement] = field(default_factory=dict)
    cells: dict[Place, PlacedElement] = field(default_factory=dict)
    rows_before: dict[int, int] = field(default_factory=dict)
    cells_before: dict[Place, int] = field(default_factory=dict)
    formulas: dict[Place, str] = field(default_factory=dict)
    areas: list[tuple[CellRange, str]] = field(default_factory=list)
    merges: list[CellRange] = field(default_factory=list)
    column_styles: list[tuple[int, int, str]] = field(default_factory=list)
    in_order: bool = True


def sheet_layout(data: bytes, wanted: Iterable[Place]) -> SheetLayout:
    """Raises ExpatError, UnsafeXml, or ValueError for a wrong reference."""
    places = sorted(set(wanted))
    rows = sorted({row for row, _ in places})
    try:
        part = excerpt(data, rows)
    except Unusual:
        part = Excerpt.of(data, [(0, len(data))])
    scan = _Scan(part.data, places)
    scan.parser.Parse(part.data, True)
    _move(scan.layout, part)
    scan.layout.merges = [area for area in scan.layout.merges if _touches(area, rows)]
    return scan.layout


def _move(layout: SheetLayout, part: Excerpt) -> None:
    """From offsets in the excerpt to those in the whole part."""
    single = [element for element in (layout.sheet_data, layout.dimension) if element is not None]
    for element in (*single, *layout.rows.values(), *layout.cells.values()):
        close = part.origin_of_end if element.empty else part.origin
        element.start, element.close = part.origin(element.start), close(element.close)
        element.end = part.origin_of_end(element.end)
    layout.rows_before = {row: part.origin(offset) for row, offset in layout.rows_before.items()}
    layout.cells_before = {place: part.origin(offset) for place, offset in layout.cells_before.items()}


def _touches(area: CellRange, rows: Sequence[int]) -> bool:
    at = bisect_left(rows, area.first_row)
    return at < len(rows) and rows[at] <= area.last_row


class _Scan:
    """Follows rows and cells in their order, beside the sorted places that are wanted."""

    def __init__(self, data: bytes, wanted: list[Place]) -> None:
        self.layout, self.parser = SheetLayout(), strict_parser()
        self._data = data
        self._columns_of = {
            row: [column for _, column in cells] for row, cells in groupby(wanted, itemgetter(0))
        }
        self._rows = deque(self._columns_of)
        self._columns: deque[int] = deque()
        self._row = self._column = 0
        self._open: list[PlacedElement | None] = []
        self._tags: list[str] = []
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        depth, element = len(self._tags), PlacedElement(attributes, self.parser.CurrentByteIndex)
        if depth == 0:
            self.layout.prefix = prefix_of(name)
        tag = name.removeprefix(self.layout.prefix)
        if depth > 1 and self._tags[1] == "sheetData":
            kept = self._in_sheet_data(depth, tag, element)
        else:
            kept = self._outside(depth, tag, element)
        self._tags.append(tag)
        self._open.append(element if kept else None)

    def _end(self, _: str) -> None:
        tag, element = self._tags.pop(), self._open.pop()
        if element is None:
            return
        element.close, element.end = end_of_element(self._data, element.start, self.parser.CurrentByteIndex)
        if tag == "row" and not element.empty:
            self.layout.cells_before.update(((self._row, column), element.close) for column in self._columns)
        elif tag == "sheetData":
            self.layout.rows_before.update((row, element.close) for row in self._rows)

    def _outside(self, depth: int, tag: str, element: PlacedElement) -> bool:
        attributes, layout = element.attributes, self.layout
        if (depth, tag) == (1, "sheetData"):
            layout.sheet_data = element
        elif (depth, tag) == (1, "dimension"):
            layout.dimension = element
        elif (depth, tag) == (2, "mergeCell"):
            layout.merges.append(CellRange.parse(attributes.get("ref", "")))
        elif (depth, tag) == (2, "col") and "style" in attributes:
            columns = int(attributes["min"]), int(attributes["max"])
            layout.column_styles.append((*columns, attributes["style"]))
        return depth == 1

    def _in_sheet_data(self, depth: int, tag: str, element: PlacedElement) -> bool:
        if depth == 2 and tag == "row":
            return self._start_row(element)
        if depth == 3 and tag == "c":
            return self._start_cell(element)
        if depth == 4 and tag == "f":
            self._formula(element.attributes)
        return False

    def _start_row(self, element: PlacedElement) -> bool:
        row, before = int(element.attributes.get("r") or self._row + 1), self._row
        self.layout.in_order &= row > before
        self._row, self._column, self._columns = row, 0, deque()
        while self._rows and self._rows[0] < row:
            self.layout.rows_before[self._rows.popleft()] = element.start
        if not self._rows or self._rows[0] != row:
            return False
        self.layout.rows[self._rows.popleft()] = element
        self._columns.extend(self._columns_of[row])
        return True

    def _start_cell(self, element: PlacedElement) -> bool:
        """False for a cell in a row of which nothing is wanted, or one that is not wanted."""
        if not self._columns:
            return False
        reference, before = element.attributes.get("r"), self._column
        self._column = parse_a1(reference)[1] if reference else before + 1
        self.layout.in_order &= self._column > before
        while self._columns and self._columns[0] < self._column:
            self.layout.cells_before[self._row, self._columns.popleft()] = element.start
        if not self._columns or self._columns[0] != self._column:
            return False
        self.layout.cells[self._row, self._columns.popleft()] = element
        return True

    def _formula(self, attributes: dict[str, str]) -> None:
        kind, area = attributes.get("t", ""), attributes.get("ref", "")
        cell = self._open[-1]
        if cell is not None:
            self.layout.formulas[self._row, self._column] = kind
        if kind in ("array", "dataTable") and area:
            self.layout.areas.append((CellRange.parse(area), kind))
