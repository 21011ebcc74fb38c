"""Headers that are nearly those of a field: nobody would notice that their column isn't read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from rapidfuzz.distance import OSA

from sheets_sync.cells import Grid
from sheets_sync.league_file import TabRead
from sheets_sync.problems import Problem, Severity
from sheets_sync.records.fields import RecordKind
from sheets_sync.records.header import Header
from sheets_sync.records.names import fold

_SHORTEST, _LONG = 4, 8


def near_headers(
    grid: Grid, kind: RecordKind, tab: TabRead, header: Header, further: Iterable[str]
) -> list[Problem]:
    """A warning on each header that belongs to no field, but is near to one that the tab doesn't have."""
    lacking = dict(_lacking(kind, tab, header, further))
    problems = []
    for column, text in _unread(header):
        near = next((each for each in lacking if is_near(fold(text), each)), None)
        if near is not None:
            message = f"There is no column '{near}', but '{text}' here is near. The column isn't read."
            named = f"columns: {{{lacking[near]}: {text}}}"
            hint = f"If it is meant, write '{near}', or name it in league.yaml: {named}."
            problems.append(Problem(message, grid.ref(header.row, column), hint, Severity.WARNING))
    return problems


def is_near(text: str, wanted: str) -> bool:
    """Whether one slip lies between the two, or two slips in a long header."""
    return OSA.distance(text, wanted, score_cutoff=2) <= (1 if len(wanted) < _LONG else 2)


def _lacking(
    kind: RecordKind, tab: TabRead, header: Header, further: Iterable[str]
) -> Iterator[tuple[str, str]]:
    """Header -> field, of all that are looked for and aren't there."""
    wanted: Mapping[str, tuple[str, ...]] = {field.name: field.headers for field in kind.fields}
    for name, texts in {**dict.fromkeys(further, ()), **wanted}.items():
        given = {*tab.columns, *tab.set, *tab.above}
        if name not in header.columns.columns and name not in given:
            yield from ((fold(text), name) for text in texts or (name,) if len(text) >= _SHORTEST)


def _unread(header: Header) -> Iterator[tuple[int, str]]:
    read = set(header.columns.columns.values())
    for column, names in header.texts.items():
        if column not in read and len(names[0]) >= _SHORTEST:
            yield column, names[0]
