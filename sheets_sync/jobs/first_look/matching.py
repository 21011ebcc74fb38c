"""The columns of a table against the fields of a record kind: which header is which field, and how sure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from sheets_sync.jobs.first_look.contents import fit
from sheets_sync.jobs.first_look.known import Known
from sheets_sync.jobs.first_look.tops import Column, Top
from sheets_sync.jobs.first_look.wording import wording
from sheets_sync.league_file import TabRead
from sheets_sync.problems import number_of
from sheets_sync.records import times, words
from sheets_sync.records.fields import Field, RecordKind
from sheets_sync.records.names import fold

_ENOUGH = 0.4
_TELLING = 0.7
_GOOD, _BAD = 0.35, 0.8
_BY_CELLS_ALONE = 0.3
_TELLTALE = (times.clock, words.verdict, words.status)


@dataclass(frozen=True, slots=True)
class Placed:
    """A field's column. ``usual``: it is found by its header without being told; ``score`` up to about
    1.35."""

    field: str
    column: Column
    score: float
    usual: bool


@dataclass(frozen=True, slots=True)
class Laid:
    """A tab in another layout than rows: what league.yaml says of it, how many ``records`` its beginning
    gave, and the ``rounds`` and ``pools`` that its headings name."""

    tab: TabRead
    records: int
    rounds: tuple[str, ...]
    pools: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Match:
    """A table read as one record kind. ``unplaced``: its filled columns that are no field; ``missing``:
    fields that every record needs and that have no column."""

    kind: RecordKind
    top: Top
    placed: tuple[Placed, ...]
    unplaced: tuple[Column, ...]
    missing: tuple[str, ...]
    laid: Laid | None = None

    @property
    def count(self) -> str:
        """How many of its columns are read, those that only a rule names included; else its layout."""
        if self.laid is not None:
            return f"layout {self.laid.tab.layout}"
        every = len(self.top.columns)
        return f"{every - len(self.unplaced)} of {number_of(every, 'column')}"

    def column(self, field: str) -> Column | None:
        return next((each.column for each in self.placed if each.field == field), None)

    @property
    def fields(self) -> set[str]:
        return {each.field for each in self.placed}


def match(top: Top, kind: RecordKind, known: Known) -> Match:
    """The best pairs first; then what only the cells tell, where nothing else can be meant."""
    placed: dict[str, Placed] = {}
    for each in sorted(_pairs(top, kind, known), key=lambda pair: -pair.score):
        taken = {other.column.number for other in placed.values()}
        if each.field not in placed and each.column.number not in taken:
            placed[each.field] = each
    _price(kind, placed, known)
    for each in list(_by_cells(top, kind, known, placed)):
        placed[each.field] = each
    further = {fold(text) for text in known.further.get(kind.name, ())}
    taken = {each.column.number for each in placed.values()}
    rest = [column for column in top.columns if column.number not in taken]
    unplaced = tuple(column for column in rest if column.cells and fold(column.header) not in further)
    whole = bool(kind.whole) and kind.whole in placed
    missing = tuple(f.name for f in kind.fields if f.required and f.name not in placed and not whole)
    return Match(kind, top, tuple(placed.values()), unplaced, missing)


def _pairs(top: Top, kind: RecordKind, known: Known) -> Iterator[Placed]:
    """Every field with every column whose header speaks of it."""
    for field in kind.fields:
        for column in top.columns:
            words = wording(kind.name, field.name, column.header)
            if words > 0:
                score = _score(words, fit(kind.name, field, column, known))
                if score >= _ENOUGH:
                    yield Placed(field.name, column, score, _is_usual(field, column))


def _score(words: float, cells: float) -> float:
    return words + cells * (_GOOD if cells >= 0 else _BAD)


def _is_usual(field: Field, column: Column) -> bool:
    return fold(column.header) in map(fold, field.headers)


def _by_cells(top: Top, kind: RecordKind, known: Known, placed: dict[str, Placed]) -> Iterator[Placed]:
    """Fields that every record needs, or whose cells can't be mistaken, in the one column that is left."""
    taken = {each.column.number for each in placed.values()}
    for field in kind.fields:
        if field.name in placed or not _may_be_told_by_cells(field, kind, placed):
            continue
        fits = [
            column
            for column in top.columns
            if column.number not in taken and fit(kind.name, field, column, known) >= _TELLING
        ]
        if len(fits) == 1:
            taken.add(fits[0].number)
            yield Placed(field.name, fits[0], _BY_CELLS_ALONE, False)


def _price(kind: RecordKind, placed: dict[str, Placed], known: Known) -> None:
    """Where nothing else says what a case costs, the rule that was broken is its code."""
    article, code = placed.get("article"), kind.field("code")
    if article is None or code is None or "code" in placed:
        return
    if article.column.cells and fit(kind.name, code, article.column, known) >= 0:
        placed["code"] = replace(placed.pop("article"), field="code", score=_BY_CELLS_ALONE, usual=False)


def _may_be_told_by_cells(field: Field, kind: RecordKind, placed: dict[str, Placed]) -> bool:
    """A needed one, or the only one of a sort that nothing else looks like."""
    same = [each for each in kind.fields if each.scalar is field.scalar and each.name not in placed]
    return field.required or field.name == "at" or (field.scalar in _TELLTALE and len(same) == 1)
