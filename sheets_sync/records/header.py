"""Finds a tab's header row by the names of its columns, wherever it stands."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from sheets_sync.cells import Grid, TabColumns
from sheets_sync.league_file import TabRead
from sheets_sync.problems import Place, Problem, TabRef
from sheets_sync.records.fields import RecordKind
from sheets_sync.records.names import clean, fold
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
    return header, [replace(problem, blocks=True) for problem in problems]


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
    wanted = _wanted(kind, tab)
    row = _best_row(grid, wanted) or _row_of(grid, wanted.get(kind.whole, ()))
    row = row or _lone_row(grid, kind, tab, wanted)
    if row is None:
        names = ", ".join(f"'{texts[0]}'" for texts in wanted.values())
        message = f"No header row was found for the {kind.name}; the tab isn't read."
        return None, [Problem(message, TabRef(grid.spreadsheet, grid.tab), f"Looked for {names}.")]
    present = _texts(grid, row)
    whole = bool({fold(text) for text in present.values()} & set(map(fold, wanted.get(kind.whole, ()))))
    needed = {name for name in wanted if kind_requires(kind, tab, name) and not whole}
    columns, problems = _columns(grid, row, wanted, tab, needed)
    header = Header(row, TabColumns(grid.spreadsheet, grid.tab, columns))
    return (header if needed <= set(columns) else None), problems


def _columns(
    grid: Grid, row: int, wanted: Mapping[str, tuple[str, ...]], tab: TabRead, needed: Collection[str]
) -> tuple[dict[str, int], list[Problem]]:
    """Where each field stands; what is doubled, and what is missing of the named and the needed ones."""
    present = _texts(grid, row)
    columns: dict[str, int] = {}
    problems: list[Problem] = []
    for name, texts in wanted.items():
        hits = [column for column, text in present.items() if fold(text) in map(fold, texts)]
        free = hits if name in tab.columns else [each for each in hits if each not in columns.values()]
        if len(free) > 1:
            problems.append(_doubled(grid, row, free, present, name in needed))
        elif free:
            columns[name] = free[0]
        elif not hits and (name in tab.columns or name in needed):
            problems.append(_missing(grid, row, name, texts, present, name in needed))
    return columns, problems


def kind_requires(kind: RecordKind, tab: TabRead, name: str) -> bool:
    field = kind.field(name)
    return field is not None and field.required and name not in tab.set


def _wanted(kind: RecordKind, tab: TabRead) -> Mapping[str, tuple[str, ...]]:
    """Field -> the header texts to look for; the ones that league.yaml names come first."""
    named: dict[str, tuple[str, ...]] = {name: (text,) for name, text in tab.columns.items()}
    taken = {fold(text) for text in tab.columns.values()}
    for field in kind.fields:
        if field.name not in named and field.name not in tab.set:
            named[field.name] = tuple(text for text in field.headers if fold(text) not in taken)
    return {name: texts for name, texts in named.items() if texts}


def _texts(grid: Grid, row: int) -> dict[int, str]:
    cells = ((column, grid.value(row, column)) for column in range(1, grid.columns + 1))
    return {column: value for column, value in cells if isinstance(value, str) and value.strip()}


def _best_row(grid: Grid, wanted: Mapping[str, tuple[str, ...]]) -> int | None:
    texts = {fold(text) for names in wanted.values() for text in names}
    best, score = None, 0
    for row in range(1, min(grid.rows, _ROWS_SEARCHED) + 1):
        hits = len({fold(text) for text in _texts(grid, row).values()} & texts)
        if hits > score:
            best, score = row, hits
    return best if score >= min(2, len(wanted)) else None


def _row_of(grid: Grid, texts: tuple[str, ...]) -> int | None:
    """The first row with the header of a field that says everything by itself."""
    wanted = set(map(fold, texts))
    rows = range(1, min(grid.rows, _ROWS_SEARCHED) + 1)
    return next((row for row in rows if wanted & {fold(text) for text in _texts(grid, row).values()}), None)


def _lone_row(
    grid: Grid, kind: RecordKind, tab: TabRead, wanted: Mapping[str, tuple[str, ...]]
) -> int | None:
    """The header of a tab with nothing but the one column that its kind needs. It must be written as that
    field's header is, and in no second column, where it could be any word."""
    needed = [texts for name, texts in wanted.items() if kind_requires(kind, tab, name)]
    if len(needed) != 1:
        return None
    own = set(map(fold, needed[0]))
    rows = range(1, min(grid.rows, _ROWS_SEARCHED) + 1)
    hits = [(row, column) for row in rows for column, text in _texts(grid, row).items() if fold(text) in own]
    return hits[0][0] if len({column for _, column in hits}) == 1 else None


def _doubled(grid: Grid, row: int, hits: list[int], present: Mapping[int, str], needed: bool) -> Problem:
    fate = "the tab isn't read" if needed else "neither column is read"
    at: Place = grid.ref(row, hits[1])
    first = grid.ref(row, hits[0]).a1
    message = f"The header '{present[hits[1]]}' stands here and in {first}; {fate}."
    return Problem(message, at, "Give each column a name of its own.")


def _missing(
    grid: Grid, row: int, name: str, texts: tuple[str, ...], present: Mapping[int, str], needed: bool
) -> Problem:
    fate = "the tab isn't read" if needed else "it counts as empty everywhere"
    field = "" if fold(texts[0]) == name.replace("_", " ") else f" ({name})"
    message = f"There is no column '{texts[0]}'{field} in the header row {row}; {fate}."
    near = nearest(texts[0], present.values())
    hint = f"{near} Mend the header, or name the right one in league.yaml: columns: {{{name}: ...}}"
    return Problem(message, TabRef(grid.spreadsheet, grid.tab), hint)
