"""What a tab may be: each record kind that its table could hold, the likeliest first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sheets_sync.cells import Grid
from sheets_sync.jobs.first_look.known import Known, names_round
from sheets_sync.jobs.first_look.matching import Match, match
from sheets_sync.jobs.first_look.tab_words import says
from sheets_sync.jobs.first_look.tops import Top, header_rows, texts_of, top_of
from sheets_sync.jobs.first_look.wording import usual_keys
from sheets_sync.records.facts import KINDS
from sheets_sync.records.names import header_key

_TOPS = 3
_UNPLACED, _NAME = 0.3, 0.8
_MISSING, _UNTOLD, _TOLD_FOR_ALL = 1.5, 0.7, 0.3
TOLD_FOR_ALL = ("code", "account", "pool")
"""Fields that every record needs, but that one value may give for a whole tab."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """One way to read a tab; what it explains speaks for it, what it leaves over against it."""

    match: Match
    score: float

    @property
    def kind(self) -> str:
        return self.match.kind.name


def candidates(grid: Grid, known: Known) -> list[Candidate]:
    """The best reading of each record kind, from the best kind down."""
    best: dict[str, Candidate] = {}
    for top in _tops(grid):
        for each in _readings(top, known):
            if each.kind not in best or each.score > best[each.kind].score:
                best[each.kind] = each
    return sorted(best.values(), key=lambda each: -each.score)


def _tops(grid: Grid) -> list[Top]:
    """The rows that most look like a header: by words that are usual in one, then by how many texts they
    have."""
    rows = [(_header_words(grid, row), len(texts_of(grid, row)), -row) for row in header_rows(grid)]
    rows.sort(reverse=True)
    enough = rows[0][0] / 2 if rows else 0
    return [top_of(grid, -row) for words, _, row in rows[:_TOPS] if words >= enough]


def _header_words(grid: Grid, row: int) -> int:
    return len({header_key(text) for text in texts_of(grid, row).values()} & usual_keys())


def _readings(top: Top, known: Known) -> Iterator[Candidate]:
    for kind in KINDS.values():
        found = match(top, kind, known)
        if found.placed:
            yield Candidate(found, _score(found, known))


def _score(found: Match, known: Known) -> float:
    told = sum(each.score for each in found.placed)
    missing = sum(_costs(found, name, known) for name in found.missing)
    missing += _MISSING if found.kind.tells and not found.fields & set(found.kind.tells) else 0.0
    name = says(found.top.tab, found.kind.name) * _NAME
    return told + name - missing - _UNPLACED * len(found.unplaced)


def _costs(found: Match, field: str, known: Known) -> float:
    """A field that is missing: little where one value may stand for the whole tab."""
    if field in ("round", "from_round"):
        told = names_round(found.top.tab, known) or len(known.context.rounds) == 1
        return _TOLD_FOR_ALL if told else _UNTOLD
    return _UNTOLD if field in TOLD_FOR_ALL else _MISSING
