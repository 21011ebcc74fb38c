"""One worksheet part -> its grid, in a single pass that keeps only cells with something in them.

Rows in the usual form are split as text; a part with anything unusual is parsed from its beginning, more
slowly and with the same result.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from xml.parsers.expat import ExpatError

from sheets_sync.cells import MAX_COLUMNS, MAX_ROWS, CellRange, Value
from sheets_sync.sources.canonical_xml import Unusual, check_head, decoded
from sheets_sync.sources.columns import MAX_PADDING, TooManyCells
from sheets_sync.sources.package import BadPackage, bad_xml
from sheets_sync.sources.sheet_cells import CellCollector, CellFindings, Stock
from sheets_sync.sources.sheet_rows import RowReader
from sheets_sync.sources.xml_bytes import UnsafeXml, local, prefix_of, strict_parser

Chunks = Callable[[], Iterable[bytes]]

_FIRST, _LAST = "<sheetData>", "</sheetData>"
MAX_MERGES = 100_000
_LONGEST = 1 << 24


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


def read_sheet(part: str, chunks: Chunks, stock: Stock, reach: tuple[int, int] = (0, 0)) -> SheetContent:
    """Raises BadPackage with a sentence that names the part.

    ``chunks`` gives the part's bytes, each time from the beginning; ``reach``: the row and column up to
    which blank cells keep their formats.
    """
    try:
        try:
            return _split(chunks, stock).content(reach)
        except (Unusual, ExpatError):
            return _parsed(chunks, stock).content(reach)
    except _TooManyMerges:
        message = f"holds more than {MAX_MERGES} merged ranges, which aren't read"
        raise BadPackage(f"The workbook's part '{part}' {message}.") from None
    except TooManyCells:
        raise BadPackage(f"The cells in the workbook's part '{part}' lie too far apart to be read.") from None
    except (ExpatError, UnsafeXml, LookupError) as error:
        raise bad_xml(part, error) from None
    except ValueError as error:
        raise BadPackage(f"The workbook's part '{part}' holds a wrong cell reference ({error}).") from None


class _TooManyMerges(Exception):
    pass


def _parsed(chunks: Chunks, stock: Stock) -> _SheetReader:
    reader = _SheetReader(stock)
    for chunk in chunks():
        reader.parser.Parse(chunk)
    reader.parser.Parse(b"", True)
    return reader


def _split(chunks: Chunks, stock: Stock) -> _SheetReader:
    """Only what stands around the rows is parsed. Raises Unusual."""
    reader = _SheetReader(stock)
    texts = decoded(chunks())
    rest = _read_head(reader, texts)
    rows = RowReader(reader.cells)
    while _LAST not in rest:
        cut = max(rest.rfind("<row "), 0)
        rows.read(rest[:cut])
        following = next(texts, "")
        rest = rest[cut:] + following
        if not following or len(rest) > _LONGEST:
            raise Unusual("rows without an end")
    last, _, behind = rest.partition(_LAST)
    rows.read(last)
    for text in (_LAST, behind, *texts):
        reader.parser.Parse(text.encode())
    reader.parser.Parse(b"", True)
    return reader


def _read_head(reader: _SheetReader, texts: Iterator[str]) -> str:
    """Parses up to the first row; gives what was read beyond."""
    head, tag, rest = next(texts, "").partition(_FIRST)
    check_head(head)
    if not tag:
        raise Unusual("no rows at the beginning")
    reader.parser.Parse(head.encode())
    if reader.reached:
        raise Unusual("rows twice")
    reader.parser.Parse(tag.encode())
    return rest


class _SheetReader:
    """Hands the parser to the cells' own handlers inside of ``sheetData``, and reads merges behind it."""

    def __init__(self, stock: Stock) -> None:
        self.parser = strict_parser()
        self.cells = CellFindings(stock)
        self.reached = False
        self._merges: list[CellRange] = []
        self._hidden_columns = bytearray(MAX_COLUMNS + 1)
        self._outside()

    def _outside(self) -> None:
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = None
        self.parser.CharacterDataHandler = None

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        tag = local(name)
        if tag == "mergeCell":
            self._merges.append(CellRange.parse(attributes.get("ref", "")))
            if len(self._merges) > MAX_MERGES:
                raise _TooManyMerges
        elif tag == "col" and attributes.get("hidden") in ("1", "true"):
            first, last = max(int(attributes["min"]), 1), min(int(attributes["max"]), MAX_COLUMNS)
            self._hidden_columns[first : last + 1] = b"\1" * (last + 1 - first)
        elif tag == "sheetData" and not self.reached:
            collector, self.reached = CellCollector(prefix_of(name), self.cells, self._outside), True
            self.parser.StartElementHandler = collector.start
            self.parser.EndElementHandler = collector.end
            self.parser.CharacterDataHandler = collector.characters

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
            tuple(self._merges),
            tuple(sorted(self.cells.lost)),
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
