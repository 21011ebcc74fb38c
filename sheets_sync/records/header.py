"""What stands under which header: the columns of a kind's fields in the header of a tab."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from sheets_sync.cells import Grid
from sheets_sync.league_file import TabRead
from sheets_sync.problems import Place, Problem, Severity, TabRef
from sheets_sync.records.fields import RecordKind
from sheets_sync.records.header_texts import Texts, header_texts
from sheets_sync.records.names import fold, header_key
from sheets_sync.records.wanted import Wanted
from sheets_sync.row_refs import TabColumns
from sheets_sync.validation import nearest

AllWanted = Mapping[str, Wanted]


@dataclass(frozen=True, slots=True)
class Header:
    """``rows`` are the header's; ``texts``: what they say over each column; ``columns``: where each field
    stands."""

    rows: range
    texts: Texts
    columns: TabColumns

    @property
    def row(self) -> int:
        """The lowest of its rows."""
        return self.rows[-1]


def needed_fields(kind: RecordKind, wanted: AllWanted, texts: Texts) -> frozenset[str]:
    """The fields that a header must have: all that are required, or the one that says everything."""
    whole = wanted[kind.whole].keys if kind.whole in wanted else frozenset()
    if any(header_key(text) in whole for names in texts.values() for text in names):
        return frozenset()
    return frozenset(field.name for field in kind.fields if field.required and field.name in wanted)


def header_at(
    grid: Grid,
    kind: RecordKind,
    tab: TabRead,
    wanted: AllWanted,
    rows: range,
    columns: Iterable[int] | None = None,
    further: Iterable[str] = (),
) -> tuple[Header | None, list[Problem]]:
    """The header in these rows and columns. A missing or doubled column is a problem; without a required
    one, no header. ``further``: headers that are looked for too, each under its own name."""
    texts = header_texts(grid, rows, columns)
    needed = needed_fields(kind, wanted, texts)
    places, problems = _columns(grid, rows[-1], texts, wanted, tab, needed)
    problems = [replace(each, blocks=each.severity is Severity.ERROR) for each in problems]
    if not needed <= set(places):
        return None, problems
    for name in further:
        hits = columns_of(texts, {fold(tab.columns.get(name, name))})
        if hits:
            places.setdefault(name, hits[0])
    headers = {name: texts[column][-1] for name, column in places.items()}
    return Header(rows, texts, TabColumns(grid.spreadsheet, grid.tab, places, headers)), problems


def columns_of(texts: Texts, words: Collection[str]) -> list[int]:
    """The columns with a name that folds to one of these words."""
    return [column for column, names in texts.items() if any(fold(name) in words for name in names)]


def fields_of(texts: Texts, wanted: AllWanted, needed: Collection[str]) -> dict[str, list[int]]:
    """Field -> the columns with a name of it, of the fields that have any."""
    found = {name: each.columns(texts, name in needed) for name, each in wanted.items()}
    return {name: columns for name, columns in found.items() if columns}


def _columns(
    grid: Grid, row: int, texts: Texts, wanted: AllWanted, tab: TabRead, needed: Collection[str]
) -> tuple[dict[str, int], list[Problem]]:
    """Where each field stands; what is doubled, and what is missing of the named and the needed ones."""
    found = fields_of(texts, wanted, needed)
    columns: dict[str, int] = {}
    shared: dict[str, int] = {}
    problems: list[Problem] = []
    for name, each in wanted.items():
        hits = found.get(name, [])
        stand_in = each.stand_in(texts) if name in needed and not hits else None
        free = hits if name in tab.columns else [hit for hit in hits if hit not in columns.values()]
        if len(free) > 1:
            problems.append(_doubled(grid, row, name, free, texts, name in needed))
        elif free:
            columns[name] = free[0]
        elif stand_in is not None:
            shared[name] = stand_in
        elif not hits and (name in tab.columns or name in needed):
            problems.append(_missing(grid, row, name, each.first, texts, name in needed))
    return columns | shared, problems


def _doubled(grid: Grid, row: int, name: str, hits: list[int], texts: Texts, needed: bool) -> Problem:
    """Two columns under one header, or under two headers that a field is known by."""
    fate = "the tab isn't read" if needed else "neither column is read"
    at: Place = grid.ref(row, hits[1])
    first, (one, other) = grid.ref(row, hits[0]).a1, (texts[each][0] for each in hits[:2])
    if header_key(one) == header_key(other):
        message = f"The header '{other}' stands here and in {first}; {fate}."
        blocks = " Where blocks stand side by side, write 'layout: blocks' in league.yaml." if needed else ""
        return Problem(message, at, f"Give each column a name of its own.{blocks}")
    said = name.replace("_", " ")
    message = f"Both '{other}' here and '{one}' in {first} can be the {said}; {fate}."
    hint = f"Name the right one in league.yaml: columns: {{{name}: {other}}}."
    return Problem(message, at, hint, Severity.ERROR if needed else Severity.WARNING)


def _missing(grid: Grid, row: int, name: str, text: str, texts: Texts, needed: bool) -> Problem:
    fate = "the tab isn't read" if needed else "it counts as empty everywhere"
    field = "" if fold(text) == name.replace("_", " ") else f" ({name})"
    message = f"There is no column '{text}'{field} in the header row {row}; {fate}."
    near = nearest(text, [names[0] for names in texts.values()])
    hint = f"{near} Mend the header, or name the right one in league.yaml: columns: {{{name}: ...}}"
    return Problem(message, TabRef(grid.spreadsheet, grid.tab), hint)
