"""Which tab is what: every tab's likeliest reading, with one entry list for all of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from sheets_sync.cells import Grid
from sheets_sync.jobs.first_look.candidates import Candidate, candidates
from sheets_sync.jobs.first_look.known import Known
from sheets_sync.jobs.first_look.own_tables import OwnTable, own_table
from sheets_sync.records.names import clean, fold

_LEAST, _SURE, _APART, _DOUBTFUL = 1.6, 2.6, 0.5, 0.9
_SHARED = 0.5
Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Guess:
    """What a tab seems to be: ``chosen`` to be read, or ``own`` where it shows standings; neither where it
    looks like nothing that is known. ``others``: what else it might be, the likeliest first."""

    grid: Grid
    chosen: Candidate | None
    own: OwnTable | None
    others: tuple[Candidate, ...]
    sure: bool

    @property
    def key(self) -> Key:
        return self.grid.spreadsheet, self.grid.tab

    @property
    def kind(self) -> str:
        return self.chosen.kind if self.chosen else ""


def choose(grids: Sequence[Grid], known: Known) -> tuple[list[Guess], Known]:
    """A guess for each tab, and what is known with the people of the entry list."""
    first = {_key(grid): candidates(grid, known) for grid in grids}
    listed = _entry_list(grids, first)
    if listed is None:
        return [_guess(grid, first[_key(grid)], frozenset()) for grid in grids], known
    known = known.with_people(_people(*listed))
    second = {_key(grid): candidates(grid, known) for grid in grids}
    lists = _entry_lists(grids, second, _key(listed[0]))
    return [_guess(grid, second[_key(grid)], lists) for grid in grids], known


def _key(grid: Grid) -> Key:
    return grid.spreadsheet, grid.tab


def _entry_list(grids: Sequence[Grid], found: Mapping[Key, list[Candidate]]) -> tuple[Grid, Candidate] | None:
    """The tab that is most an entry list, by how much more it is one than anything else."""
    listed = [
        (_lead(found[_key(grid)], each), grid, each)
        for grid in grids
        for each in found[_key(grid)]
        if each.kind == "entries"
        and not each.match.missing
        and each.match.top.rows
        and not _is_standing(grid, each)
    ]
    if not listed:
        return None
    lead, grid, best = max(listed, key=lambda each: each[0])
    return (grid, best) if lead > 0 else None


def _is_standing(grid: Grid, entries: Candidate) -> bool:
    own = own_table(grid)
    return own is not None and own.score > entries.score


def _lead(found: Sequence[Candidate], entries: Candidate) -> float:
    """Its score, less where another kind explains more of the tab."""
    best = max((each.score for each in found if each is not entries), default=0.0)
    return entries.score - max(0.0, best - entries.score) * 2


def _people(grid: Grid, entries: Candidate) -> list[str]:
    column = entries.match.column("driver")
    rows = range(entries.match.top.row + 1, grid.rows + 1)
    values = [grid.value(row, column.number) for row in rows] if column else []
    return [clean(value) for value in values if isinstance(value, str) and clean(value)]


def _entry_lists(grids: Sequence[Grid], found: Mapping[Key, list[Candidate]], main: Key) -> frozenset[Key]:
    """The main one, and those beside it that list other people: a list for each division."""
    lists: dict[Key, set[str]] = {}
    for grid in sorted(grids, key=lambda each: _key(each) != main):
        best = next(iter(found[_key(grid)]), None)
        if best is None or best.kind != "entries" or best.match.missing:
            continue
        names = {fold(name) for name in _people(grid, best)}
        if all(len(names & others) <= (1 - _SHARED) * len(names) for others in lists.values()) and names:
            lists[_key(grid)] = names
    return frozenset(lists) | {main}


def _guess(grid: Grid, found: Sequence[Candidate], lists: frozenset[Key]) -> Guess:
    """The best reading that is good enough. Where the tab is the entry list, it is nothing else."""
    if _key(grid) in lists:
        found = sorted(found, key=lambda each: each.kind != "entries")
    elif lists:
        found = [each for each in found if each.kind != "entries"]
    best = found[0] if found else None
    own = own_table(grid)
    if own is not None and (best is None or own.score >= best.score) and _key(grid) not in lists:
        return Guess(grid, None, own, tuple(found[:3]), True)
    if best is None or best.score < _DOUBTFUL or (not best.match.top.rows and best.score < _SURE):
        return Guess(grid, None, None, tuple(found[:3]), True)
    apart = best.score - found[1].score if len(found) > 1 else best.score
    sure = best.score >= _SURE and (apart >= _APART or _key(grid) in lists)
    chosen = best if best.score >= _LEAST else None
    return Guess(grid, chosen, None, tuple(each for each in found[:4] if each is not chosen), sure)


def as_chosen(guess: Guess, kind: str) -> Guess:
    """The guess with what a person said: a record kind, or empty where the tab isn't to be read."""
    every = [*([guess.chosen] if guess.chosen else []), *guess.others]
    chosen = next((each for each in every if each.kind == kind), None)
    return replace(guess, chosen=chosen, own=None if chosen else guess.own, sure=True)
