"""The league's own words as its tabs write them: rounds, pools and sessions, for a ruleset that leaves them
open."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sheets_sync.jobs.first_look.choosing import Guess
from sheets_sync.jobs.first_look.known import Known, names_round
from sheets_sync.jobs.first_look.sessions import is_qualifying, sessions_told
from sheets_sync.records import words
from sheets_sync.records.fields import Unreadable
from sheets_sync.records.names import clean, fold

_NUMBERED = re.compile(r"(?:r|round )?0*(\d{1,2})")
_MOST_POOLS, _MOST_ROUNDS, _USUAL_ROUNDS = 16, 60, 8
_POOLS_FROM = ("results", "calendar", "choices", "entries", "cases")


@dataclass(frozen=True, slots=True)
class LeagueWords:
    """``rounds``: how many there are, or their names where they aren't plain numbers; ``found``: whether any
    stands in a tab. No ``pools`` and no ``sessions`` where there is one of each."""

    rounds: int | tuple[str, ...]
    pools: tuple[str, ...]
    sessions: tuple[str, ...]
    found: bool = True


def league_words(guesses: Sequence[Guess], known: Known) -> LeagueWords:
    """What the tabs that are to be read say."""
    read = [guess for guess in guesses if guess.chosen is not None]
    rounds = _rounds(read, known)
    headings = [text for each in read for text in _pools_over(each)]
    pools = _once([*(text for kind in _POOLS_FROM for text in _texts(read, kind, "pool", known)), *headings])
    sessions = _sessions([guess for guess in read if guess.kind == "results"], known)
    return LeagueWords(
        _counted(rounds),
        pools if 1 < len(pools) <= _MOST_POOLS else (),
        sessions if sessions != ("race",) else (),
        bool(rounds),
    )


def _rounds(read: Sequence[Guess], known: Known) -> tuple[str, ...]:
    """In the order of the calendar, then as they come."""
    kinds = sorted({guess.kind for guess in read}, key=lambda kind: kind != "calendar")
    told = [
        text
        for kind in kinds
        if kind in ("calendar", "results")
        for text in _texts(read, kind, "round", known)
    ]
    named = [
        name for guess in read if guess.kind == "results" and (name := names_round(guess.grid.tab, known))
    ]
    laid = [each.match.laid for guess in read for each in guess.readings if each.match.laid]
    found = _each_round([*told, *named, *(text for each in laid for text in each.rounds)])
    return found if len(found) <= _MOST_ROUNDS else ()


def _pools_over(guess: Guess) -> tuple[str, ...]:
    """The pools that stand over lists and blocks."""
    return tuple(pool for each in guess.readings if each.match.laid for pool in each.match.laid.pools)


def _each_round(texts: Iterable[str]) -> tuple[str, ...]:
    """Each round once, however its number is written."""
    found: dict[str, str] = {}
    for text in texts:
        numbered = _NUMBERED.fullmatch(fold(text))
        found.setdefault(str(int(numbered[1])) if numbered else fold(text), text)
    return tuple(found.values())


def _counted(rounds: tuple[str, ...]) -> int | tuple[str, ...]:
    numbers = [int(match[1]) for text in rounds if (match := _NUMBERED.fullmatch(fold(text)))]
    if not rounds:
        return _USUAL_ROUNDS
    if len(numbers) == len(rounds) and min(numbers) > 0:
        return max(numbers)
    return _named(rounds)


def _named(rounds: tuple[str, ...]) -> tuple[str, ...]:
    """Names, and the plain numbers among them as R1, each once; a number that only counts a name is left
    out."""
    plain = [text for text in rounds if not _NUMBERED.fullmatch(fold(text))]
    if not any(_NUMBERED.fullmatch(fold(text)) for text in rounds[: len(plain)]) and len(plain) > 1:
        return tuple(plain)
    return _once(f"R{text}" if text.isdecimal() else text for text in rounds)


def _sessions(results: Sequence[Guess], known: Known) -> tuple[str, ...]:
    told = [text.lower() for text in _texts(results, "results", "session", known)]
    without = [each for each in results if each.chosen and "session" not in each.chosen.match.fields]
    by_tab = sessions_told(without)
    found = _once([*told, *by_tab]) or ("race",)
    return tuple(sorted(found, key=lambda name: not is_qualifying(name)))


def _texts(read: Sequence[Guess], kind: str, field: str, known: Known) -> Iterator[str]:
    """What stands in the columns of a field, whole tabs of it."""
    for guess in read:
        found = guess.chosen.match if guess.chosen and guess.kind == kind else None
        column = found.column(field) if found else None
        if found is None or column is None:
            continue
        for row in range(found.top.row + 1, guess.grid.rows + 1):
            cell = guess.grid.cell(row, column.number)
            if cell.value is None or not clean(str(cell.value)) or _is_lone(guess, row):
                continue
            try:
                text = words.text(cell, known.context)
            except Unreadable:
                continue
            if fold(text) != fold(column.header):
                yield text


def _is_lone(guess: Guess, row: int) -> bool:
    """A banner between the rows: nothing else stands beside it."""
    columns = guess.chosen.match.placed if guess.chosen else ()
    filled = [each for each in columns if guess.grid.value(row, each.column.number) not in (None, "")]
    return len(filled) <= 1 < len(columns)


def _once(texts: Iterable[str]) -> tuple[str, ...]:
    """Each spelling once, the first that comes."""
    found: dict[str, str] = {}
    for text in texts:
        found.setdefault(fold(text), text)
    return tuple(found.values())
