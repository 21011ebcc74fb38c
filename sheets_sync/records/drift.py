"""Columns that stand elsewhere or have another name than at our last write: followed where it is certain."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sheets_sync.cells import Grid, column_letters
from sheets_sync.league_file import TabRead
from sheets_sync.problems import Problem, Severity
from sheets_sync.records.context import ReadingContext
from sheets_sync.records.fields import Field, RecordKind, Unreadable
from sheets_sync.records.header import Header
from sheets_sync.records.header_texts import text_at
from sheets_sync.records.layouts.rows import find_headers
from sheets_sync.records.names import is_blank
from sheets_sync.records.remarks import TAKE_ANYTHING
from sheets_sync.records.seen_headers import Seen, SeenHeader, key_of, keys_in, row_like, seen_in
from sheets_sync.records.wanted import wanted_headers

COLUMN_GONE = "column gone"
"""Why nothing is written: a column that was read at our last write isn't there."""
_ROWS_SEARCHED = 60
_LOOKED_AT = 200
_MOST_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Followed:
    """The tab as it is to be read now, and its header as it is to be remembered."""

    tab: TabRead
    seen: Seen
    problems: tuple[Problem, ...] = ()


def follow(grid: Grid, kind: RecordKind, tab: TabRead, before: Seen, context: ReadingContext) -> Followed:
    """Compares a tab's header with that of our last write; only where it stands in one row of `rows`."""
    if tab.layout != "rows" or (tab.header and "-" in tab.header):
        return Followed(tab, before)
    row = row_like(grid, before, range(1, min(grid.rows, _ROWS_SEARCHED) + 1)) if before else 0
    if row and keys_in(grid, row) == {each.column: each.key for each in before}:
        return Followed(tab, before)
    further = context.columns.get(kind.name, ())
    header = _first(grid, kind, tab, further)
    lost = [each for each in before if each.field and not _is_there(grid, row, header, each)]
    if row and len(lost) == 1:
        renamed = _renamed(grid, row, kind, tab, before, lost[0], context)
        again = _first(grid, kind, renamed[0], further) if renamed else None
        if renamed and again:
            return Followed(renamed[0], seen_in(again), (renamed[1], *_moved(grid, again, before)))
    if header is None or len(header.rows) > 1:
        return Followed(tab, before)
    gone = _gone(grid, kind, tab, header, lost)
    return Followed(tab, seen_in(header), (*gone, *_moved(grid, header, before)))


def _first(grid: Grid, kind: RecordKind, tab: TabRead, further: tuple[str, ...]) -> Header | None:
    headers, _ = find_headers(grid, kind, tab, further)
    return headers[0] if headers else None


def _is_there(grid: Grid, row: int, header: Header | None, column: SeenHeader) -> bool:
    """Whether a column that gave a field still does, under its old header or another one of the field's."""
    if header is not None:
        return column.field in header.columns.columns
    return bool(row) and column.key in keys_in(grid, row).values()


def _renamed(
    grid: Grid,
    row: int,
    kind: RecordKind,
    tab: TabRead,
    before: Seen,
    lost: SeenHeader,
    context: ReadingContext,
) -> tuple[TabRead, Problem] | None:
    """The tab with the new name of a column, where only one header is gone and one new one stands in its
    place, between the same ones, over cells that can be read as that field."""
    now = keys_in(grid, row)
    known = {each.key for each in before}
    new = [column for column, key in now.items() if key not in known]
    gone = [each for each in before if each.key not in now.values()]
    field = kind.field(lost.field)
    if field is None or (field.scalar in TAKE_ANYTHING and not (field.required or lost.field in tab.columns)):
        return None
    if len(new) != 1 or gone != [lost] or not _same_neighbours(before, lost, now, new[0]):
        return None
    text = text_at(grid, row, new[0])
    if _is_of_another(kind, tab, lost.field, text) or not _can_be_read(grid, row, new[0], field, context):
        return None
    was = _old_text(kind, tab, lost)
    message = (
        f"'{text}' stands where '{was}' stood at our last write; it is read as the {_spoken(lost.field)}."
    )
    hint = f"Write it in league.yaml: columns: {{{lost.field}: {text}}}. Or call the column '{was}' again."
    told = tab.model_copy(update={"columns": {**tab.columns, lost.field: text}})
    return told, Problem(message, grid.ref(row, new[0]), hint, Severity.NOTE)


def _gone(
    grid: Grid, kind: RecordKind, tab: TabRead, header: Header, lost: list[SeenHeader]
) -> Iterator[Problem]:
    """Each column that isn't there any more; of one that league.yaml names more is said. What can't be spared
    would make much of the tables wrong at once, so that nothing is written before somebody says so."""
    for each in (each for each in lost if each.field not in tab.columns):
        was, spoken, field = _old_text(kind, tab, each), _spoken(each.field), kind.field(each.field)
        needed = field is not None and not field.spare
        message = f"The column '{was}' is gone since our last write; the {spoken} counts as empty everywhere."
        hint = f"If it has another name now, write it in league.yaml: columns: {{{each.field}: ...}}."
        hint += " If it was taken out on purpose, run once with: sync --allow-shrink" if needed else ""
        severity, at = Severity.ERROR if needed else Severity.WARNING, grid.ref(header.row, each.column)
        yield Problem(message, at, hint, severity, blocks=needed, refusal=COLUMN_GONE if needed else "")


def _same_neighbours(before: Seen, lost: SeenHeader, now: Mapping[int, str], column: int) -> bool:
    keys, place = [each.key for each in before], before.index(lost)
    there, at = list(now.values()), list(now).index(column)
    return _beside(keys, place) == _beside(there, at)


def _beside(keys: list[str], place: int) -> tuple[list[str], list[str]]:
    return keys[max(place - 1, 0) : place], keys[place + 1 : place + 2]


def _is_of_another(kind: RecordKind, tab: TabRead, name: str, text: str) -> bool:
    """Whether the new header is that of another field."""
    wanted = wanted_headers(kind, tab)
    return any(each.columns({1: (text,)}, True) for other, each in wanted.items() if other != name)


def _can_be_read(grid: Grid, row: int, column: int, field: Field, context: ReadingContext) -> bool:
    """Whether cells are filled below the header, and every one can be read as the field."""
    rows = range(row + 1, min(grid.rows, row + _LOOKED_AT) + 1)
    cells = [cell for each in rows if not is_blank((cell := grid.cell(each, column)).value)]
    try:
        return bool(cells) and all(field.scalar(cell, context) is not None for cell in cells)
    except Unreadable:
        return False


def _old_text(kind: RecordKind, tab: TabRead, lost: SeenHeader) -> str:
    wanted = wanted_headers(kind, tab).get(lost.field)
    texts = [text for rank in wanted.ranks for text in rank] if wanted else []
    return next((text for text in texts if key_of(text) == lost.key), _spoken(lost.field))


def _moved(grid: Grid, header: Header, before: Seen) -> Iterator[Problem]:
    """A note on the columns that stand elsewhere."""
    was = {each.field: each.column for each in before if each.field}
    now = header.columns.columns
    moved = [name for name, column in now.items() if was.get(name, column) != column]
    if not moved:
        return
    shown = [
        f"'{header.columns.headers[name]}' in {column_letters(now[name])}" for name in moved[:_MOST_SHOWN]
    ]
    more = f" and {len(moved) - _MOST_SHOWN} more" if len(moved) > _MOST_SHOWN else ""
    message = f"Columns stand elsewhere than at our last write, and are read there: {', '.join(shown)}{more}."
    yield Problem(message, grid.ref(header.row, now[moved[0]]), severity=Severity.NOTE)


def _spoken(name: str) -> str:
    return name.replace("_", " ")
