"""Groups of headers in one row: the same headers once more, side by side, head blocks of their own."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from itertools import pairwise

from sheets_sync.records.header import AllWanted, fields_of
from sheets_sync.records.header_texts import Texts
from sheets_sync.records.names import fold, header_key


@dataclass(frozen=True, slots=True)
class Group:
    """``columns`` of one block; ``shared``: those on the left that all blocks of the row take part in."""

    columns: range
    shared: tuple[int, ...] = ()

    @property
    def all_columns(self) -> list[int]:
        return [*self.shared, *self.columns]


def groups(texts: Texts, wanted: AllWanted, needed: Collection[str]) -> list[Group]:
    """The blocks of a header row. They are told apart by blank columns where each part between those has all
    that is needed, else by the headers that come again. They share the columns on their left only where all
    have the same headers: in any other case a block may have lost its own by a slip."""
    hits = fields_of(texts, wanted, needed)
    by = {column: name for name, columns in reversed(hits.items()) for column in columns}
    if not by:
        return []
    runs = [run for run in _runs(texts) if any(column in by for column in run)]
    parts = [part for run in runs for part in _parts(texts, by, run)]
    if all(set(needed) <= {by.get(column) for column in part} for part in parts):
        return [Group(part) for part in parts]
    shared = _shared(by, needed)
    whole = range(min(texts), max(texts) + 1)
    if shared:
        first = min(column for column in by if column not in shared)
        equal = _parts(texts, by, range(first, whole.stop))
        if len({_names(texts, part) for part in equal}) == 1:
            return [Group(part, shared) for part in equal]
    return [Group(part) for part in _parts(texts, by, whole)]


def _runs(texts: Texts) -> list[range]:
    """The stretches of columns with a header."""
    columns = sorted(texts)
    cuts = [0, *(i for i in range(1, len(columns)) if columns[i] != columns[i - 1] + 1), len(columns)]
    return [range(columns[start], columns[end - 1] + 1) for start, end in pairwise(cuts)]


def _names(texts: Texts, columns: range) -> tuple[str, ...]:
    return tuple(header_key(texts[column][0]) for column in columns if column in texts)


def _shared(by: Mapping[int, str], needed: Collection[str]) -> tuple[int, ...]:
    """The columns left of the blocks, where what every block needs stands only there."""
    names = list(by.values())
    again = [column for column, name in by.items() if names.count(name) > 1]
    left = tuple(sorted(column for column in by if again and column < min(again)))
    return left if {by[column] for column in left} & set(needed) else ()


def _parts(texts: Texts, by: Mapping[int, str], columns: range) -> list[range]:
    """A stretch of columns, cut where a header comes again."""
    starts: list[int] = []
    seen: set[str] = set()
    for column in (column for column in columns if column in by):
        if not starts or by[column] in seen:
            starts.append(column)
            seen = set()
        seen.add(by[column])
    lead = starts[0] - columns[0]
    cuts = [columns[0], *(_with_lead(texts, columns[0], start, lead) for start in starts[1:]), columns.stop]
    return [_trimmed(texts, range(start, end)) for start, end in pairwise(cuts)]


def _with_lead(texts: Texts, first: int, start: int, lead: int) -> int:
    """Where a block begins: before its first known header may stand the same ones as in the first block."""
    own = [fold(texts.get(column, ("",))[0]) for column in range(start - lead, start)]
    usual = [fold(texts.get(column, ("",))[0]) for column in range(first, first + lead)]
    return start - lead if own == usual else start


def _trimmed(texts: Texts, columns: range) -> range:
    """Without blank columns at the end."""
    return range(columns.start, max(column for column in columns if column in texts) + 1)
