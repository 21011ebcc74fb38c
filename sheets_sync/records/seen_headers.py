"""The header of a tab as it was at our last write: digests alone, so that nobody can read it there."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from sheets_sync.cells import Grid
from sheets_sync.league_file import TabRead
from sheets_sync.records.header import Header
from sheets_sync.records.header_texts import text_at
from sheets_sync.records.names import header_key


@dataclass(frozen=True, slots=True)
class SeenHeader:
    """One column of a header: what its text folds to, and the ``field`` that it gave; empty for none."""

    column: int
    key: str
    field: str


Seen = tuple[SeenHeader, ...]
AllSeen = Mapping[str, Seen]
"""By `place_of`."""


@lru_cache(maxsize=16_384)
def key_of(text: str) -> str:
    """Ten hex digits that the same headers share."""
    return hashlib.sha256(header_key(text).encode(errors="surrogatepass")).hexdigest()[:10]


def place_of(kind: str, tab: TabRead) -> str:
    """By what the header of a tab is remembered."""
    return key_of(f"{kind} {tab.tab} {tab.rows or ''}")


def seen_in(header: Header) -> Seen:
    """A header in one row as it is to be remembered."""
    fields = {column: name for name, column in header.columns.columns.items()}
    return tuple(
        SeenHeader(column, key_of(names[0]), fields.get(column, "")) for column, names in header.texts.items()
    )


def keys_in(grid: Grid, row: int) -> dict[int, str]:
    """Column -> key, of the texts in a row."""
    texts = ((column, text_at(grid, row, column)) for column in range(1, grid.columns + 1))
    return {column: key_of(text) for column, text in texts if text}


def row_like(grid: Grid, seen: Sequence[SeenHeader], rows: range) -> int:
    """The row with the most of these headers, if nearly all of them are there; else 0."""
    known = {each.key for each in seen}
    counts = {row: len(known & set(keys_in(grid, row).values())) for row in rows}
    best = max(counts, key=lambda row: counts[row], default=0)
    return best if best and counts[best] >= max(2, len(known) - 1) else 0
