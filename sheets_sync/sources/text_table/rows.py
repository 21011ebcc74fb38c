"""The text of a table becomes rows of fields: by the delimiter that cuts its lines into like pieces."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator

from sheets_sync.cells import MAX_COLUMNS, MAX_ROWS

# Where two of them fit equally well the first one counts: commas stand in numbers and names, too.
DELIMITERS = ("\t", ";", "|", ",")
_SAMPLE = 100
_DECLARED = re.compile(r'"?sep=([^\w\s"]|\t)"?\r?\n?', re.IGNORECASE)


class BadTable(Exception):
    """The text is no table; the message is a whole sentence that says why. ``line`` counts from 1."""

    def __init__(self, message: str, line: int, proposal: str) -> None:
        super().__init__(message)
        self.line, self.proposal = line, proposal


def rows_of(text: str) -> Iterator[list[str]]:
    """Row by row; the line by which Excel is told the delimiter is none. Raises BadTable."""
    lines = io.StringIO(text, newline="")
    declared = _DECLARED.fullmatch(lines.readline())
    if declared is None:
        lines.seek(0)
    delimiter = declared[1] if declared else delimiter_of(text)
    yield from _checked(csv.reader(lines, delimiter=delimiter), text, 1 if declared else 0)


def delimiter_of(text: str) -> str:
    """The one by which the most rows of the beginning have the same number of fields, and the most fields."""
    return max(DELIMITERS, key=lambda each: _fit(text, each))


def _fit(text: str, delimiter: str) -> tuple[int, int]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    widths: Counter[int] = Counter()
    try:
        for row, _ in zip(reader, range(_SAMPLE), strict=False):
            widths[len(row)] += any(row)
    except csv.Error:
        return 0, 0
    return max(((rows, width) for width, rows in widths.items() if width > 1), default=(0, 0))


def _checked(reader: Iterator[list[str]], text: str, before: int) -> Iterator[list[str]]:
    """Raises BadTable where the rows don't fit into a sheet, or a quotation mark swallows the rest."""
    first, done = before + 1, before
    try:
        for count, row in enumerate(reader, 1):
            first, done = done + 1, _line(reader) + before
            if count > MAX_ROWS or len(row) > MAX_COLUMNS:
                what = (
                    f"more than {MAX_ROWS} rows" if count > MAX_ROWS else f"more than {MAX_COLUMNS} columns"
                )
                raise BadTable(f"The file has {what}, which no sheet has.", first, "Cut it down.")
            yield row
    except csv.Error:
        raise _unclosed(done + 1) if '"' in text else _endless(done + 1) from None
    if done > first and _is_open(text, first):
        raise _unclosed(first)


def _line(reader: Iterator[list[str]]) -> int:
    return int(getattr(reader, "line_num", 0))


def _is_open(text: str, first: int) -> bool:
    """Whether the row that begins in this line, the last one, has a quotation mark without its partner."""
    rest = io.StringIO(text, newline="").readlines()[first - 1 :]
    return "".join(rest).count('"') % 2 == 1


def _endless(line: int) -> BadTable:
    message = f"A field of this row has more than {csv.field_size_limit():,} characters."
    return BadTable(message, line, "Shorten it, or name the file that was meant.")


def _unclosed(line: int) -> BadTable:
    message = "A quotation mark that opens in this row is never closed, so that the rest can't be told apart."
    return BadTable(message, line, "Close it, or take it away.")
