"""Which tab is what: every tab's likeliest reading, with one entry list for all of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from sheets_sync.cells import Grid
from sheets_sync.jobs.first_look.candidates import TOLD_FOR_ALL, Candidate, candidates
from sheets_sync.jobs.first_look.known import Known, names_round
from sheets_sync.jobs.first_look.other_layouts import lists_of_people, other_layout
from sheets_sync.jobs.first_look.own_tables import OwnTable, own_table
from sheets_sync.records.names import clean, fold

_LEAST, _SURE, _APART, _DOUBTFUL = 1.6, 2.6, 0.5, 0.9
_SHARED, _FEWEST_NAMES = 0.5, 4
Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Guess:
    """What a tab seems to be: ``chosen`` to be read, or ``own`` where it shows standings; neither where it
    looks like nothing that is known. ``others``: what else it might be, the likeliest first; ``also``: what
    is read from it besides, such as everybody's names from a table of results."""

    grid: Grid
    chosen: Candidate | None
    own: OwnTable | None
    others: tuple[Candidate, ...]
    sure: bool
    also: tuple[Candidate, ...] = ()

    @property
    def key(self) -> Key:
        return self.grid.spreadsheet, self.grid.tab

    @property
    def kind(self) -> str:
        return self.chosen.kind if self.chosen else ""

    @property
    def readings(self) -> tuple[Candidate, ...]:
        """All that is read from it."""
        return (self.chosen, *self.also) if self.chosen else ()


def choose(grids: Sequence[Grid], known: Known) -> tuple[list[Guess], Known]:
    """A guess for each tab, and what is known with the people of the entry list."""
    first = {_key(grid): candidates(grid, known) for grid in grids}
    listed = _entry_list(grids, first)
    if listed is None:
        return _without_entry_list(grids, first, known)
    known = known.with_people(_people(*listed))
    second = {_key(grid): candidates(grid, known) for grid in grids}
    lists = _entry_lists(grids, second, _key(listed[0]))
    return [_guess(grid, second[_key(grid)], lists, known) for grid in grids], known


def _without_entry_list(
    grids: Sequence[Grid], first: Mapping[Key, list[Candidate]], known: Known
) -> tuple[list[Guess], Known]:
    """Names in columns under headings, else the names of a tab in which each stands once."""
    for grid in grids:
        laid = lists_of_people(grid, known)
        if laid is not None:
            return _with_lists(grids, grid, laid, known)
    once = _names_once(grids, first)
    if once is None:
        return [_guess(grid, first[_key(grid)], frozenset(), known) for grid in grids], known
    known = known.with_people(_people(*once))
    guesses = [_guess(grid, candidates(grid, known), frozenset(), known) for grid in grids]
    return [_with_names(each, once[1]) if each.grid is once[0] else each for each in guesses], known


def _with_lists(
    grids: Sequence[Grid], listed: Grid, laid: Candidate, known: Known
) -> tuple[list[Guess], Known]:
    known = known.with_people(_names_in(listed, laid))
    guesses = [_guess(grid, candidates(grid, known), frozenset(), known) for grid in grids]
    entries = Guess(listed, laid, None, (), False)
    return [entries if each.grid is listed else each for each in guesses], known


def _names_in(grid: Grid, laid: Candidate) -> list[str]:
    """Every text below the first heading of lists."""
    rows = range(laid.match.top.row, grid.rows + 1)
    values = [grid.value(row, column) for row in rows for column in range(1, grid.columns + 1)]
    return [clean(value) for value in values if isinstance(value, str) and clean(value)]


def _names_once(grids: Sequence[Grid], found: Mapping[Key, list[Candidate]]) -> tuple[Grid, Candidate] | None:
    """The tab with most names, of those in which nobody stands twice."""
    listed = [
        (len(names), grid, each)
        for grid in grids
        for each in found[_key(grid)]
        if each.kind == "entries" and not each.match.missing
        if (names := _people(grid, each)) and len(set(map(fold, names))) == len(names) >= _FEWEST_NAMES
    ]
    return max(listed, key=lambda each: each[0])[1:] if listed else None


def _with_names(guess: Guess, entries: Candidate) -> Guess:
    """The tab read for its names, too."""
    if guess.chosen is None:
        return replace(guess, chosen=entries, sure=False)
    return guess if guess.kind == "entries" else replace(guess, also=(entries,), sure=False)


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
    return (grid, best) if lead > 0 and best.score >= _DOUBTFUL else None


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
        if best is None or best.kind != "entries" or best.match.missing or best.score < _LEAST:
            continue
        names = {fold(name) for name in _people(grid, best)}
        if all(len(names & others) <= (1 - _SHARED) * len(names) for others in lists.values()) and names:
            lists[_key(grid)] = names
    return frozenset(lists) | {main}


def _guess(grid: Grid, found: Sequence[Candidate], lists: frozenset[Key], known: Known) -> Guess:
    """The best reading that is good enough. Where the tab is the entry list, it is nothing else."""
    own = own_table(grid)
    if _key(grid) in lists:
        return _entry_tab(grid, found, own, known)
    found = _with_layout(grid, [each for each in found if each.kind != "entries"], own, known)
    best = found[0] if found else None
    if own is not None and (best is None or own.score >= best.score):
        return Guess(grid, None, own, tuple(found[:3]), True)
    if best is None or best.score < _DOUBTFUL or (not best.match.top.rows and best.score < _SURE):
        return Guess(grid, None, None, tuple(found[:3]), True)
    apart = best.score - found[1].score if len(found) > 1 else best.score
    chosen = best if best.score >= _LEAST else None
    others = tuple(each for each in found[:4] if each is not chosen)
    return Guess(grid, chosen, None, others, best.score >= _SURE and apart >= _APART)


def _entry_tab(grid: Grid, found: Sequence[Candidate], own: OwnTable | None, known: Known) -> Guess:
    """The entry list; beside the names there may stand a matrix of results."""
    entries = next(each for each in found if each.kind == "entries")
    others = tuple(each for each in found if each is not entries)[:3]
    laid = other_layout(grid, known, own) if len(entries.match.unplaced) > 1 else None
    return Guess(grid, entries, None, others, entries.score >= _SURE, (laid,) if laid else ())


def _with_layout(
    grid: Grid, found: Sequence[Candidate], own: OwnTable | None, known: Known
) -> list[Candidate]:
    """With another layout first, where rows don't say all that is needed and that layout does."""
    best = found[0] if found else None
    whole = best is not None and best.score >= _SURE and _is_single(best) and not _untold(best, known)
    laid = None if whole or not known.people else other_layout(grid, known, own)
    if laid is None:
        return list(found)
    score = max(laid.score, *(each.score + _APART for each in found), own.score + _APART if own else 0.0)
    return [replace(laid, score=score), *(each for each in found if each.kind != laid.kind)]


def _untold(each: Candidate, known: Known) -> set[str]:
    """What every record needs and neither a column nor the tab's name says."""
    told = {*TOLD_FOR_ALL, *(("round",) if names_round(each.match.top.tab, known) else ())}
    return set(each.match.missing) - told


def _is_single(each: Candidate) -> bool:
    """Whether no header comes twice, as it does over blocks side by side."""
    headers = [fold(text) for text in each.match.top.headers]
    return len(set(headers)) == len(headers)


def as_chosen(guess: Guess, kind: str) -> Guess:
    """The guess with what a person said: a record kind, or empty where the tab isn't to be read."""
    every = [*([guess.chosen] if guess.chosen else []), *guess.others]
    chosen = next((each for each in every if each.kind == kind), None)
    return replace(guess, chosen=chosen, own=None if chosen else guess.own, sure=True)
