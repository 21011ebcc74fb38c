"""Finds a tab's header row by the names of its columns, wherever it stands."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from sheets_sync.cells import Grid, TabColumns
from sheets_sync.league_file import TabRead
from sheets_sync.problems import Place, Problem, Severity, TabRef
from sheets_sync.records.fields import RecordKind
from sheets_sync.records.names import clean, fold, header_key
from sheets_sync.records.wanted import Wanted, wanted_headers
from sheets_sync.validation import nearest

_ROWS_SEARCHED = 60


@dataclass(frozen=True, slots=True)
class Header:
    """``row`` is the header row; ``columns`` says where each field stands."""

    row: int
    columns: TabColumns


def find_header(
    grid: Grid, kind: RecordKind, tab: TabRead, further: Iterable[str] = ()
) -> tuple[Header | None, list[Problem]]:
    """The header of a tab. A missing or doubled column is a problem; without a required one, no header.
    ``further``: headers that are looked for too, each under its own name."""
    header, problems = _found(grid, kind, tab)
    if header is not None:
        header = _with_further(grid, header, tab, further)
    return header, [replace(each, blocks=each.severity is Severity.ERROR) for each in problems]


def _with_further(grid: Grid, header: Header, tab: TabRead, further: Iterable[str]) -> Header:
    """With the further headers that stand there, and with every header as it is written."""
    texts = _texts(grid, header.row)
    present = {fold(text): column for column, text in texts.items()}
    columns = dict(header.columns.columns)
    for name in further:
        column = present.get(fold(tab.columns.get(name, name)))
        if column is not None:
            columns.setdefault(name, column)
    headers = {name: clean(texts[column]) for name, column in columns.items()}
    return replace(header, columns=replace(header.columns, columns=columns, headers=headers))


def _found(grid: Grid, kind: RecordKind, tab: TabRead) -> tuple[Header | None, list[Problem]]:
    wanted = wanted_headers(kind, tab)
    said = wanted[kind.whole].keys if kind.whole in wanted else frozenset()
    row = _best_row(grid, wanted) or _row_of(grid, said)
    row = row or _lone_row(grid, kind, tab, wanted)
    if row is None:
        names = ", ".join(f"'{each.first}'" for each in wanted.values())
        message = f"No header row was found for the {kind.name}; the tab isn't read."
        return None, [Problem(message, TabRef(grid.spreadsheet, grid.tab), f"Looked for {names}.")]
    present = _texts(grid, row)
    whole = bool({header_key(text) for text in present.values()} & said)
    needed = {name for name in wanted if kind_requires(kind, tab, name) and not whole}
    columns, problems = _columns(grid, row, wanted, tab, needed)
    header = Header(row, TabColumns(grid.spreadsheet, grid.tab, columns))
    return (header if needed <= set(columns) else None), problems


def _columns(
    grid: Grid, row: int, wanted: Mapping[str, Wanted], tab: TabRead, needed: Collection[str]
) -> tuple[dict[str, int], list[Problem]]:
    """Where each field stands; what is doubled, and what is missing of the named and the needed ones."""
    present = _texts(grid, row)
    columns: dict[str, int] = {}
    problems: list[Problem] = []
    for name, texts in wanted.items():
        hits = texts.columns(present, name in needed)
        free = hits if name in tab.columns else [each for each in hits if each not in columns.values()]
        if len(free) > 1:
            problems.append(_doubled(grid, row, name, free, present, name in needed))
        elif free:
            columns[name] = free[0]
        elif not hits and (name in tab.columns or name in needed):
            problems.append(_missing(grid, row, name, texts.first, present, name in needed))
    return columns, problems


def kind_requires(kind: RecordKind, tab: TabRead, name: str) -> bool:
    field = kind.field(name)
    return field is not None and field.required and name not in tab.set


def _texts(grid: Grid, row: int) -> dict[int, str]:
    cells = ((column, grid.value(row, column)) for column in range(1, grid.columns + 1))
    return {column: value for column, value in cells if isinstance(value, str) and value.strip()}


def _best_row(grid: Grid, wanted: Mapping[str, Wanted]) -> int | None:
    texts = {key for each in wanted.values() for key in each.keys}
    best, score = None, 0
    for row in range(1, min(grid.rows, _ROWS_SEARCHED) + 1):
        hits = len({header_key(text) for text in _texts(grid, row).values()} & texts)
        if hits > score:
            best, score = row, hits
    return best if score >= min(2, len(wanted)) else None


def _row_of(grid: Grid, wanted: Collection[str]) -> int | None:
    """The first row with the header of a field that says everything by itself."""
    rows = range(1, min(grid.rows, _ROWS_SEARCHED) + 1)
    texts = ((row, text) for row in rows for text in _texts(grid, row).values())
    return next((row for row, text in texts if header_key(text) in wanted), None)


def _lone_row(grid: Grid, kind: RecordKind, tab: TabRead, wanted: Mapping[str, Wanted]) -> int | None:
    """The header of a tab with nothing but the one column that its kind needs. It must be written as that
    field's header is, and in no second column, where it could be any word."""
    needed = [each.sure for name, each in wanted.items() if kind_requires(kind, tab, name)]
    if len(needed) != 1:
        return None
    rows = range(1, min(grid.rows, _ROWS_SEARCHED) + 1)
    texts = ((row, column, text) for row in rows for column, text in _texts(grid, row).items())
    hits = [(row, column) for row, column, text in texts if header_key(text) in needed[0]]
    return hits[0][0] if len({column for _, column in hits}) == 1 else None


def _doubled(
    grid: Grid, row: int, name: str, hits: list[int], present: Mapping[int, str], needed: bool
) -> Problem:
    """Two columns under one header, or under two headers that a field is known by."""
    fate = "the tab isn't read" if needed else "neither column is read"
    at: Place = grid.ref(row, hits[1])
    first, (one, other) = grid.ref(row, hits[0]).a1, (clean(present[each]) for each in hits[:2])
    if header_key(one) == header_key(other):
        message = f"The header '{other}' stands here and in {first}; {fate}."
        return Problem(message, at, "Give each column a name of its own.")
    said = name.replace("_", " ")
    message = f"Both '{other}' here and '{one}' in {first} can be the {said}; {fate}."
    hint = f"Name the right one in league.yaml: columns: {{{name}: {other}}}."
    return Problem(message, at, hint, Severity.ERROR if needed else Severity.WARNING)


def _missing(grid: Grid, row: int, name: str, text: str, present: Mapping[int, str], needed: bool) -> Problem:
    fate = "the tab isn't read" if needed else "it counts as empty everywhere"
    field = "" if fold(text) == name.replace("_", " ") else f" ({name})"
    message = f"There is no column '{text}'{field} in the header row {row}; {fate}."
    near = nearest(text, present.values())
    hint = f"{near} Mend the header, or name the right one in league.yaml: columns: {{{name}: ...}}"
    return Problem(message, TabRef(grid.spreadsheet, grid.tab), hint)
