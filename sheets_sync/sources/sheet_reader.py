"""One worksheet part -> its grid, in a single pass that keeps only cells with something in them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from xml.parsers.expat import ExpatError

from sheets_sync.cells import MAX_COLUMNS, MAX_ROWS, CellRange, Value
from sheets_sync.sources.columns import MAX_PADDING, TooManyCells
from sheets_sync.sources.package import BadPackage, bad_xml
from sheets_sync.sources.sheet_cells import CellCollector, Stock
from sheets_sync.sources.xml_bytes import UnsafeXml, local, prefix_of, strict_parser


@dataclass(frozen=True, slots=True)
class SheetContent:
    """What a worksheet part holds; ``lost`` are cells whose shared string is missing."""

    values: Sequence[Sequence[Value]]
    formats: Sequence[Sequence[str]]
    formulas: dict[tuple[int, int], str]
    merges: tuple[CellRange, ...]
    lost: tuple[tuple[int, int], ...]
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()


def read_sheet(part: str, data: bytes, stock: Stock, reach: tuple[int, int] = (0, 0)) -> SheetContent:
    """Raises BadPackage with a sentence that names the part.

    ``reach``: the row and column up to which blank cells keep their formats.
    """
    reader = _SheetReader(stock)
    try:
        reader.parser.Parse(data, True)
        return reader.content(reach)
    except TooManyCells:
        raise BadPackage(f"The cells in the workbook's part '{part}' lie too far apart to be read.") from None
    except (ExpatError, UnsafeXml, LookupError) as error:
        raise bad_xml(part, error) from None
    except ValueError as error:
        raise BadPackage(f"The workbook's part '{part}' holds a wrong cell reference ({error}).") from None


class _SheetReader:
    """Hands the parser to the cells' own handlers inside of ``sheetData``, and reads merges behind it."""

    def __init__(self, stock: Stock) -> None:
        self.parser = strict_parser()
        self.cells = CellCollector("", stock, self._outside)
        self.merges: list[CellRange] = []
        self._hidden_columns = bytearray(MAX_COLUMNS + 1)
        self._stock, self._reached = stock, False
        self._outside()

    def _outside(self) -> None:
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = None
        self.parser.CharacterDataHandler = None

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        tag = local(name)
        if tag == "mergeCell":
            self.merges.append(CellRange.parse(attributes.get("ref", "")))
        elif tag == "col" and attributes.get("hidden") in ("1", "true"):
            first, last = max(int(attributes["min"]), 1), min(int(attributes["max"]), MAX_COLUMNS)
            self._hidden_columns[first : last + 1] = b"\1" * (last + 1 - first)
        elif tag == "sheetData" and not self._reached:
            self.cells, self._reached = CellCollector(prefix_of(name), self._stock, self._outside), True
            self.parser.StartElementHandler = self.cells.start
            self.parser.EndElementHandler = self.cells.end
            self.parser.CharacterDataHandler = self.cells.characters

    def content(self, reach: tuple[int, int]) -> SheetContent:
        values, formats = self.cells.columns.finish(reach)
        formulas = self.cells.formulas
        if len(values) > MAX_COLUMNS or (values and len(values[0]) > MAX_ROWS):
            raise ValueError("outside of a sheet")
        for area, mark in self.cells.areas:
            _mark_area(area, mark, values, formulas)
        rows, columns = len(values[0]) if values else 0, len(values)
        return SheetContent(
            values,
            formats,
            formulas,
            tuple(self.merges),
            tuple(self.cells.lost),
            frozenset(row for row in self.cells.hidden_rows if row <= rows),
            frozenset(column for column in range(1, columns + 1) if self._hidden_columns[column]),
        )


def _mark_area(
    area: CellRange, mark: str, values: Sequence[Sequence[Value]], formulas: dict[tuple[int, int], str]
) -> None:
    """An array formula stands in its first cell only, but the others are its results all the same."""
    last_column = min(area.last_column, len(values))
    last_row = min(area.last_row, len(values[0]) if values else 0)
    if (last_row - area.first_row) * (last_column - area.first_column) > MAX_PADDING:
        raise TooManyCells
    for column in range(area.first_column, last_column + 1):
        for row in range(area.first_row, last_row + 1):
            if values[column - 1][row - 1] is not None:
                formulas.setdefault((row, column), mark)
