"""What one value says for a whole tab: its session, round, pool or code, where no column gives it."""

from __future__ import annotations

import re

from sheets_sync.jobs.first_look.choosing import Guess
from sheets_sync.jobs.first_look.known import Known, names_round
from sheets_sync.jobs.first_look.matching import Match
from sheets_sync.jobs.first_look.sessions import session_of
from sheets_sync.records.fields import RecordKind
from sheets_sync.records.names import fold

_PART = re.compile(r"[^\W\d_]+|\d+")


def constants(guess: Guess, match: Match, known: Known) -> dict[str, str]:
    """Field -> its value for the whole tab."""
    open_fields = {field.name for field in match.kind.fields} - match.fields - _by_headings(match)
    if match.kind.whole and match.kind.whole in match.fields:
        return {}
    found = {
        "round": _round(guess, match.kind, known),
        "session": session_of(guess, known.context.sessions.values()) if match.kind.name == "results" else "",
        "pool": _pool(guess, known) if match.kind.name in ("results", "calendar", "cases", "choices") else "",
        "code": _code(guess, known) if "code" in match.missing else "",
    }
    return {field: text for field, text in found.items() if text and field in open_fields}


def _by_headings(match: Match) -> set[str]:
    """What a layout takes from the headings of a tab."""
    tab = match.laid.tab if match.laid is not None else None
    across = (tab.across or ["round"]) if tab is not None and tab.layout == "matrix" else []
    over_lists = ["pool"] if tab is not None and tab.layout == "lists" else []
    return {*across, *over_lists, *(tab.above if tab is not None else ())}


def _round(guess: Guess, kind: RecordKind, known: Known) -> str:
    """Of the tab's name; of a league with one round that one, where every record needs it."""
    name = names_round(guess.grid.tab, known)
    number = known.context.rounds.get(name)
    if number is not None:
        names = [each.name for each in known.ruleset.rounds if each.number == number]
        return next(iter(names), name)
    field = kind.field("round")
    needed = field is not None and field.required
    return (
        known.ruleset.rounds[0].name
        if needed and len(known.ruleset.rounds) == 1 and known.context.rounds
        else ""
    )


def _pool(guess: Guess, known: Known) -> str:
    """The pool whose name the tab's name holds, be it shortened: ``Div 1`` for Division 1."""
    tab = _PART.findall(fold(guess.grid.tab))
    hits = [name for folded, name in known.context.pools.items() if _holds(tab, _PART.findall(folded))]
    return max(hits, key=len, default="")


def _holds(tab: list[str], pool: list[str]) -> bool:
    """Whether the pool's words follow one another in the tab's, each whole or shortened to two letters or
    more."""
    starts = range(len(tab) - len(pool) + 1)
    return any(all(map(_is_short, tab[start : start + len(pool)], pool)) for start in starts) and bool(pool)


def _is_short(word: str, whole: str) -> bool:
    return word == whole or (not whole.isdecimal() and len(word) > 1 and whole.startswith(word))


def _code(guess: Guess, known: Known) -> str:
    """The one code that points or tallies name and no tariff; else, where the ruleset lists none, the tab's
    name."""
    awards = known.uses.awards
    if len(awards) == 1:
        return awards[0]
    return "" if awards else guess.grid.tab.upper()
