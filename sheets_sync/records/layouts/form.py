"""`layout: form`, the answers of a form: a timestamp, and whole questions as headers.

A header that is no known one belongs to the one field whose words it contains: `Which round do you sign out
of?` is the round.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sheets_sync.problems import Problem, Severity, TabRef
from sheets_sync.records.header import AllWanted, Header, fields_of, needed_fields
from sheets_sync.records.header_texts import Texts, header_texts
from sheets_sync.records.layouts.pane import Panes, Source, pane_below
from sheets_sync.records.names import header_key
from sheets_sync.records.wanted import wanted_headers
from sheets_sync.row_refs import TabColumns

_ROWS_SEARCHED = 10
_SHORTEST = 3
Places = dict[str, int]


def panes(source: Source) -> Panes:
    """All rows below the questions."""
    wanted = wanted_headers(source.kind, source.tab)
    rows = source.tab.header_rows or _best(source, wanted)
    texts = header_texts(source.grid, rows)
    places, rivals = _places(source, wanted, texts)
    needed = needed_fields(source.kind, wanted, texts)
    missing = [name for name in wanted if name in {*needed, *source.tab.columns} - set(places)]
    problems = [*_rivalries(source, rows[-1], texts, rivals, needed)]
    problems += [
        _missing(source, rows[-1], name, name in needed) for name in missing if not _said(name, rivals)
    ]
    if needed - set(places):
        return None, problems
    headers = {name: texts[column][-1] for name, column in places.items()}
    columns = TabColumns(source.grid.spreadsheet, source.grid.tab, places, headers)
    return [pane_below(Header(rows, texts, columns), source.grid.rows)], problems


def _best(source: Source, wanted: AllWanted) -> range:
    """The first row with the most questions that are understood."""
    found, score = range(1, 2), 0
    for row in range(1, min(source.grid.rows, _ROWS_SEARCHED) + 1):
        places, _ = _places(source, wanted, header_texts(source.grid, range(row, row + 1)))
        if len(places) > score:
            found, score = range(row, row + 1), len(places)
    return found


def _places(source: Source, wanted: AllWanted, texts: Texts) -> tuple[Places, dict[int, list[str]]]:
    """Field -> column, and the columns that several fields could have, with those fields."""
    hits = fields_of(texts, wanted, needed_fields(source.kind, wanted, texts))
    places = {name: columns[0] for name, columns in hits.items() if len(columns) == 1}
    taken = {column for columns in hits.values() for column in columns}
    open_to = {
        column: _in_parts(source, [n for n in wanted if n not in hits and _contains(names, wanted, n)])
        for column, names in texts.items()
        if column not in taken
    }
    open_to |= {column: [name] for name, columns in hits.items() if len(columns) > 1 for column in columns}
    while True:
        sure = _sure(open_to)
        if not sure:
            return places, {column: names for column, names in open_to.items() if names}
        places |= sure
        open_to = {
            column: [name for name in names if name not in places]
            for column, names in open_to.items()
            if column not in places.values()
        }


def _in_parts(source: Source, names: list[str]) -> list[str]:
    """A question for a part of a record doesn't ask for all of it in one line: `sign out of which round`."""
    return [name for name in names if name != source.kind.whole] if len(names) > 1 else names


def _sure(open_to: Mapping[int, list[str]]) -> Places:
    """The columns that only one field can have, where no other column is as clear a one for it."""
    only = [(names[0], column) for column, names in open_to.items() if len(names) == 1]
    fields = [name for name, _ in only]
    return {name: column for name, column in only if fields.count(name) == 1}


def _contains(names: tuple[str, ...], wanted: AllWanted, name: str) -> bool:
    """Whether a question has the words of a field in it."""
    said = f" {header_key(names[-1])} ".replace(",", " ")
    return any(len(key) >= _SHORTEST and f" {key} " in said for key in wanted[name].sure)


def _said(name: str, rivals: Mapping[int, list[str]]) -> bool:
    return any(name in names for names in rivals.values())


def _rivalries(
    source: Source, row: int, texts: Texts, rivals: Mapping[int, list[str]], needed: frozenset[str]
) -> Iterator[Problem]:
    """Each question that is open to several fields, or one of several that are open to the same one."""
    for column, names in rivals.items():
        spoken = " or the ".join(name.replace("_", " ") for name in names)
        severe = bool(needed & set(names))
        also = [
            source.grid.ref(row, c).a1
            for c, other in rivals.items()
            if c != column and set(other) & set(names)
        ]
        beside = f", and so can {' and '.join(also)}" if also else ""
        fate = "the tab isn't read" if severe else "the column isn't read"
        message = f"'{texts[column][-1]}' can be the {spoken}{beside}; {fate}."
        hint = f"Say which in league.yaml: columns: {{{names[0]}: {texts[column][-1]}}}."
        severity = Severity.ERROR if severe else Severity.WARNING
        yield Problem(message, source.grid.ref(row, column), hint, severity, blocks=severe)


def _missing(source: Source, row: int, name: str, is_needed: bool) -> Problem:
    fate = "the tab isn't read" if is_needed else "it counts as empty everywhere"
    message = f"No question in row {row} asks for the {name.replace('_', ' ')}; {fate}."
    at, hint = TabRef(source.grid.spreadsheet, source.grid.tab), f"columns: {{{name}: ...}}"
    return Problem(message, at, f"Name it in league.yaml: {hint}", blocks=True)
