"""`layout: rows`, a record in each row: below one header, or in stacked blocks with a header each.

The header is the row with the most headers of the kind, or two rows, where headings stand over groups of
columns. Every further row with all required headers begins a part of its own, so that its columns may stand
elsewhere.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from sheets_sync.cells import Grid
from sheets_sync.league_file import TabRead
from sheets_sync.problems import Problem, Severity, TabRef
from sheets_sync.records.fields import RecordKind
from sheets_sync.records.header import (
    AllWanted,
    Header,
    fields_of,
    header_at,
    needed_fields,
)
from sheets_sync.records.header_texts import header_texts, rows_with
from sheets_sync.records.layouts.pane import Panes, Source, pane_below
from sheets_sync.records.names import fold, header_key, is_blank
from sheets_sync.records.near_headers import is_near, near_headers
from sheets_sync.records.wanted import wanted_headers

_ROWS_SEARCHED = 60
_MANY = 3
Found = tuple[Header, list[Problem]]


def panes(source: Source) -> Panes:
    """One pane for each header that stands in the tab."""
    headers, problems = find_headers(source.grid, source.kind, source.tab, source.further)
    if not headers:
        return None, problems
    ends = [_end_above(source.grid, header) for header in headers[1:]]
    found = [
        pane_below(header, last) for header, last in zip(headers, [*ends, source.grid.rows], strict=True)
    ]
    for header in headers:
        problems += near_headers(source.grid, source.kind, source.tab, header, source.further)
    return found, problems


def _end_above(grid: Grid, header: Header) -> int:
    """The last row before a header and the title above it: a line with one cell, after an empty line."""
    row = header.rows[0] - 1
    filled = [
        sum(not is_blank(grid.value(each, c)) for c in range(1, grid.columns + 1)) for each in (row, row - 1)
    ]
    return row - 1 if filled == [1, 0] else row


@dataclass(frozen=True, slots=True)
class _Search:
    grid: Grid
    kind: RecordKind
    tab: TabRead
    further: tuple[str, ...]


def find_headers(
    grid: Grid, kind: RecordKind, tab: TabRead, further: Iterable[str] = ()
) -> tuple[list[Header], list[Problem]]:
    """Every header of the tab, from the top; none where the only one lacks a required column. ``further``:
    headers that are looked for too, each under its own name."""
    source = _Search(grid, kind, tab, tuple(further))
    wanted = wanted_headers(kind, tab)
    rows = tab.header_rows or _best(grid, kind, wanted)
    if rows is None:
        return [], [_none(source, wanted)]
    best, problems = _at(source, wanted, rows)
    if tab.header is not None:
        return [best] if best else [], problems
    lines = rows_with(grid, _keys(wanted))
    found = [*([(best, problems)] if best else []), *_others(source, wanted, rows, lines)]
    kept = _without_repeats(found)
    if not kept:
        return [], problems
    headers = [header for header, _ in kept]
    said = [each for _, problems in kept for each in problems]
    return headers, [*said, *_doubtful(source, wanted, headers, lines)]


def _without_repeats(found: Iterable[Found]) -> list[Found]:
    """All headers from the top, without those that only repeat the one before them."""
    kept: list[Found] = []
    for header, problems in sorted(found, key=lambda each: each[0].row):
        if not kept or not _repeats(header, kept[-1][0]):
            kept.append((header, problems))
    return kept


def _repeats(header: Header, before: Header) -> bool:
    """Whether a header says the same as the one before it, as far as it says anything; a slip in a word that
    stands at its place doesn't make it another one."""
    known, found = before.columns.columns, header.columns.columns
    if any(known.get(name) != column for name, column in found.items()):
        return False
    slips = ((header.texts.get(known[name]), before.texts[known[name]]) for name in known.keys() - found)
    return all(said is None or is_near(fold(said[0]), fold(meant[0])) for said, meant in slips)


def _at(source: _Search, wanted: AllWanted, rows: range) -> tuple[Header | None, list[Problem]]:
    return header_at(source.grid, source.kind, source.tab, wanted, rows, further=source.further)


def _none(source: _Search, wanted: AllWanted) -> Problem:
    names = ", ".join(f"'{each.first}'" for each in wanted.values())
    message = f"No header row was found for the {source.kind.name}; the tab isn't read."
    at = TabRef(source.grid.spreadsheet, source.grid.tab)
    return Problem(message, at, f"Looked for {names}.", blocks=True)


def _best(grid: Grid, kind: RecordKind, wanted: AllWanted) -> range | None:
    """The rows of the header: those with the most headers, else with the one that is enough."""
    words = _keys(wanted)
    searched = range(1, min(grid.rows, _ROWS_SEARCHED) + 1)
    singles = {row: _score(grid, range(row, row + 1), words) for row in searched}
    row = max(singles, key=lambda row: singles[row], default=0)
    pairs = {row: _score(grid, range(row - 1, row + 1), words) for row in searched if row > 1}
    lower = max(pairs, key=lambda row: pairs[row], default=0)
    if lower and pairs[lower] > max(singles[row], 1) and _is_header_line(grid, lower):
        return range(lower - 1, lower + 1)
    if row and singles[row] >= min(2, len(wanted)):
        return range(row, row + 1)
    whole = wanted[kind.whole].keys if kind.whole in wanted else frozenset()
    lone = _row_of(grid, whole, searched) or _lone_row(grid, kind, wanted, searched)
    return range(lone, lone + 1) if lone else None


def _score(grid: Grid, rows: range, words: frozenset[str]) -> int:
    texts = header_texts(grid, rows)
    return len({header_key(name) for names in texts.values() for name in names} & words)


def _is_header_line(grid: Grid, row: int) -> bool:
    """Whether a row holds nothing but texts, as the lower one of two header rows does."""
    return all(isinstance(value, str | None) for column in grid.values for value in column[row - 1 : row])


def _row_of(grid: Grid, words: Collection[str], searched: range) -> int | None:
    """The first row with the header of a field that says everything by itself."""
    return next((row for row in searched if words and _columns_with(grid, row, words)), None)


def _lone_row(grid: Grid, kind: RecordKind, wanted: AllWanted, searched: range) -> int | None:
    """The header of a tab with nothing but the one column that its kind needs. It must be written as that
    field's header is, and in no second column, where it could be any word."""
    needed = needed_fields(kind, wanted, {})
    if len(needed) != 1:
        return None
    words = wanted[next(iter(needed))].sure
    hits = [(row, column) for row in searched for column in _columns_with(grid, row, words)]
    return hits[0][0] if len({column for _, column in hits}) == 1 else None


def _columns_with(grid: Grid, row: int, words: Collection[str]) -> list[int]:
    texts = header_texts(grid, range(row, row + 1))
    return [column for column, (text, *_) in texts.items() if header_key(text) in words]


def _keys(wanted: AllWanted) -> frozenset[str]:
    return frozenset(key for each in wanted.values() for key in each.keys)


def _others(source: _Search, wanted: AllWanted, best: range, lines: Iterable[int]) -> Iterator[Found]:
    """The further headers: all required headers stand there."""
    for row in lines:
        rows = range(row - len(best) + 1, row + 1)
        apart = rows[-1] < best[0] or rows[0] > best[-1]
        if rows[0] >= 1 and apart and _can_be_header(source, wanted, rows, 2):
            header, problems = _at(source, wanted, rows)
            if header is not None:
                yield header, problems


def _can_be_header(source: _Search, wanted: AllWanted, rows: range, least: int) -> bool:
    """Whether most of what stands in these rows are headers of the kind."""
    texts = header_texts(source.grid, rows)
    hits = fields_of(texts, wanted, needed_fields(source.kind, wanted, texts))
    own = {column for columns in hits.values() for column in columns}
    return len(hits) >= least and 2 * len(own) >= len(texts) and _is_header_line(source.grid, rows[-1])


def _doubtful(
    source: _Search, wanted: AllWanted, headers: list[Header], lines: Mapping[int, Mapping[int, str]]
) -> Iterator[Problem]:
    """A warning on each row that seems to be a header and lacks a required column."""
    known = {row for header in headers for row in header.rows}
    least = max(_MANY, max(len(header.columns.columns) for header in headers) // 2)
    for row, cells in lines.items():
        rows = range(row, row + 1)
        if row in known or not _can_be_header(source, wanted, rows, least):
            continue
        texts = header_texts(source.grid, rows)
        needed = needed_fields(source.kind, wanted, texts)
        there = fields_of(texts, wanted, needed)
        lacking = [name for name in wanted if name in needed - set(there)]
        if lacking:
            yield _lacks(source, row, min(cells), lacking[0])


def _lacks(source: _Search, row: int, column: int, name: str) -> Problem:
    message = f"This seems to be a header, but it has no column '{name}'; it isn't taken for one."
    hint = f"If records stand below it, give it the column '{name}'."
    return Problem(message, source.grid.ref(row, column), hint, Severity.WARNING)
