"""Every row that is left out or not applied, for machines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from sheets_sync.cells import CellRef
from sheets_sync.league_file import TabRead
from sheets_sync.problems import Problem
from sheets_sync.row_refs import RowRef
from sheets_sync.rules.season.season import Season
from sheets_sync.standard.articles import article_of
from sheets_sync.tab_pattern import is_like
from sheets_sync.tables.export.model import conduct as model

Read = Mapping[str, Sequence[TabRead]]


def refusals(problems: Iterable[Problem], season: Season, read: Read) -> list[model.Refusal]:
    """A refusal for each row, with the article of the rule that objects; where it was the reader or a rule
    without one, the article that asks for such rows. ``read``: record kind -> the tabs it is read from."""
    return [
        model.Refusal(
            cell=str(at),
            reason=each.refusal,
            message=each.message,
            proposal=each.proposal,
            article=each.article or _asks_for(at, season, read),
        )
        for each in problems
        if each.refusal
        for at in _cells(each)
    ]


def _cells(problem: Problem) -> Iterator[CellRef]:
    """Where each row stands; what is said of a whole tab stands on its rows."""
    if isinstance(problem.at, CellRef):
        yield problem.at
    yield from problem.further


def _asks_for(at: CellRef, season: Season, read: Read) -> str:
    """The article of the first kind that is read from that column and that the document speaks about."""
    kinds = [kind for kind, tabs in read.items() if any(_is_at(tab, at) for tab in tabs)]
    fields = {kind: _field(at, season, kind) for kind in kinds}
    likely = [kind for kind in kinds if fields[kind]] or kinds
    articles = (article_of(season.ruleset, kind, fields[kind]) for kind in likely)
    return next(filter(None, articles), "")


def _is_at(tab: TabRead, at: CellRef) -> bool:
    is_named = tab.tab.tab == at.tab or is_like(tab.tab.tab, at.tab)
    return tab.tab.spreadsheet == at.spreadsheet and is_named


def _field(at: CellRef, season: Season, kind: str) -> str:
    """The field that is read from that column, as far as a row of the kind could be read there."""
    rows: Iterable[RowRef] = (fact.row for fact in getattr(season.facts, kind))
    sources = {id(row.source): row.source for row in rows}
    for source in sources.values():
        if (source.spreadsheet, source.tab) == (at.spreadsheet, at.tab):
            for name, column in source.columns.items():
                if column == at.column and source.fixed.get(name, at.row) == at.row:
                    return name
    return ""
