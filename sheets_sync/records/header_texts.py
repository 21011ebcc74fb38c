"""What the header of a tab says over each column, where it stands in one row or in several."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping

from sheets_sync.cells import Grid
from sheets_sync.records.names import clean, header_key

_LETTER = re.compile(r"[^\W\d_]")
_SPARE = 12
"""So many characters of a header may be spaces and marks."""
Texts = Mapping[int, tuple[str, ...]]
"""Column -> the names that it can be found under, the shortest first."""


def header_texts(grid: Grid, rows: range, columns: Iterable[int] | None = None) -> Texts:
    """The names of the columns: the text in the lowest header row, and the same after the headings above it,
    which may be merged over several columns or stand over the first of them only. Where the lowest row is
    blank, the heading above is the column's name."""
    *upper, _ = rows
    found = {}
    over = {row: spread(grid, row) for row in upper}
    for column in columns if columns is not None else range(1, grid.columns + 1):
        own = [text for row in rows if (text := text_at(grid, row, column))]
        if own:
            above = [over[row][column] for row in upper if over[row].get(column)]
            found[column] = _names(own[-1], [text for text in above if text != own[-1]])
    return found


def _names(name: str, above: list[str]) -> tuple[str, ...]:
    joined = [" ".join([*above[start:], name]) for start in range(len(above), -1, -1)]
    return tuple(dict.fromkeys([*joined, *(f"{text} {name}" for text in above)]))


def spread(grid: Grid, row: int) -> dict[int, str]:
    """The headings of a row over all columns they stand for: those of their merge, else those that follow
    without a heading of their own."""
    ends = {m.first_column: m.last_column for m in grid.merges if m.first_row <= row <= m.last_row}
    found: dict[int, str] = {}
    text, last = "", 0
    for column in range(1, grid.columns + 1):
        own = text_at(grid, row, column)
        if own or column in ends:
            text, last = own, ends.get(column, grid.columns)
        if text and column <= last:
            found[column] = text
    return found


def text_at(grid: Grid, row: int, column: int) -> str:
    """The text of a cell; empty where it holds none."""
    value = grid.value(row, column)
    return clean(value) if isinstance(value, str) else ""


def rows_with(grid: Grid, words: Collection[str]) -> dict[int, dict[int, str]]:
    """Row -> column -> header key, of all cells of the tab that say nothing but one of these words."""
    longest = _SPARE + max(map(len, words), default=0)
    seen = {value for column in grid.values for value in column if isinstance(value, str)}
    likely = (
        each for each in seen if len(each) <= longest and (_LETTER.search(each) or each.strip() in words)
    )
    said = {value: key for value in likely if (key := header_key(value)) in words}
    found: dict[int, dict[int, str]] = {}
    if not said:
        return found
    for column, values in enumerate(grid.values, 1):
        if said.keys().isdisjoint(values):
            continue
        for row, value in enumerate(values, 1):
            if isinstance(value, str) and value in said:
                found.setdefault(row, {})[column] = said[value]
    return dict(sorted(found.items()))
