"""The rows of a worksheet part that matter for a write, cut out of its bytes with what stands around rows.

Only a part in the usual form is cut; elsewhere a row might be what no search for bytes finds.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from sheets_sync.sources.canonical_xml import Unusual, check_head

_FIRST, _LAST = b"<sheetData>", b"</sheetData>"
_ROW = re.compile(rb'<row r="([1-9][0-9]{0,6})"')
# The areas of such formulas reach beyond their rows. In a text the same signs do no harm.
_WIDE = re.compile(rb"""t\s*=\s*["'](?:array|dataTable)""")
_UTF_8 = (b"<?xml", b"<worksheet")


@dataclass(frozen=True, slots=True)
class Excerpt:
    """``pieces``: from where to where each stands in the whole; ``begins``: where it does in ``data``."""

    data: bytes
    pieces: Sequence[tuple[int, int]]
    begins: Sequence[int]

    @classmethod
    def of(cls, whole: bytes, pieces: Sequence[tuple[int, int]]) -> Excerpt:
        begins = [0]
        for start, end in pieces[:-1]:
            begins.append(begins[-1] + end - start)
        return cls(b"".join([whole[start:end] for start, end in pieces]), pieces, begins)

    def origin(self, offset: int) -> int:
        """Where in the whole that stands which begins here in the excerpt."""
        piece = bisect_right(self.begins, offset) - 1
        return offset - self.begins[piece] + self.pieces[piece][0]

    def origin_of_end(self, offset: int) -> int:
        """Where in the whole that ends which ends here in the excerpt."""
        piece = max(bisect_left(self.begins, offset) - 1, 0)
        return offset - self.begins[piece] + self.pieces[piece][0]


def excerpt(data: bytes, wanted: Collection[int]) -> Excerpt:
    """The wanted rows, or those behind them where they are missing. Raises Unusual where the part must be
    looked at as a whole, such as one whose rows are out of order."""
    first, last = data.find(_FIRST), data.find(_LAST)
    if first < 0 or last < first or data.count(b"sheetData") != 2 or not data.startswith(_UTF_8):
        raise Unusual("no rows in the usual form")
    try:
        check_head(data[:first].decode("utf-8"))
    except UnicodeDecodeError:
        raise Unusual("no UTF-8") from None
    begin = first + len(_FIRST)
    found = list(_ROW.finditer(data, begin, last))
    numbers, starts = [int(row[1]) for row in found], [row.start() for row in found]
    usual = data.count(b"<row", begin, last) == len(found) and data.find(b"<!", begin) < 0
    if not usual or any(one >= two for one, two in pairwise(numbers)) or (starts and starts[0] != begin):
        raise Unusual("rows in another form")
    kept = {bisect_left(numbers, row) for row in wanted} - {len(numbers)}
    kept |= {bisect_right(starts, area.start()) - 1 for area in _WIDE.finditer(data, begin, last)}
    bounds = [*starts, last]
    rows = [(bounds[at], bounds[at + 1]) for at in sorted(kept)]
    return Excerpt.of(data, list(_joined([(0, begin), *rows, (last, len(data))])))


def _joined(pieces: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Neighbours as one."""
    begins, ends = 0, 0
    for start, end in pieces:
        if start != ends:
            yield begins, ends
            begins = start
        ends = end
    yield begins, ends
