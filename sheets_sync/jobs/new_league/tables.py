"""What a new league shows: which tables its ruleset fills, what they are called, and what they say."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass

from sheets_sync.ruleset.model import Ruleset
from sheets_sync.standard import questions
from sheets_sync.standard.uses import Uses

_BY_US = "Written by sheets-sync."
_FORBIDDEN = re.compile(r"[\[\]:*?/\\]")
_LONGEST = 31


@dataclass(frozen=True, slots=True)
class Shown:
    """A table in a new league: its tab, a line about it, and which rulesets fill it."""

    tab: str
    says: str
    needed: Callable[[Ruleset], bool] = lambda _: True


def widest_pools(ruleset: Ruleset) -> list[str]:
    """The pools of the round that has the most: the same range holds the grid of every round."""
    found = [ruleset.pools.at(ruleset.where(each.number)) or ruleset.pools.usual for each in ruleset.rounds]
    return max((pools.names for pools in found), key=len)


def _moves(ruleset: Ruleset) -> bool:
    return ruleset.movement.usual.up is not None or ruleset.movement.usual.down is not None


def _bars(ruleset: Ruleset) -> bool:
    return questions.blacklist(Uses.of(ruleset))


SHOWN = {
    "drivers": Shown("Standings", "After the last round."),
    "pool grid": Shown("Pool grid", "Who races where in the next round.", lambda r: len(widest_pools(r)) > 1),
    "starting grid": Shown(
        "Starting grid", "How the sessions still to be driven start.", lambda r: bool(r.grids)
    ),
    "round results": Shown("Results", "The last round that was raced."),
    "bracket": Shown("Bracket", "Who has advanced into which round.", lambda r: bool(r.advance)),
    "movement": Shown("Movement", "Who moved up or down after the last round.", _moves),
    "ballast": Shown("Ballast", "What everybody carries in the next round.", lambda r: bool(r.ballast)),
    "interruptions": Shown(
        "Broken races", "What happened, and what was done about it.", lambda r: bool(r.interruptions)
    ),
    "problems": Shown("Problems", "What is wrong in the other tabs, cell by cell."),
    "open decisions": Shown("Open decisions", "What people must decide; answer in the tab Answers."),
    "due dates": Shown("Due dates", "What falls due, and what it waits for."),
    "blacklist": Shown("To be barred", "Who is on the blacklist, and who has to be added to it.", _bars),
    "out": Shown("Not in the next round", "Who doesn't take part in the next round, and why."),
}
"""In the order of the tabs; tables that aren't listed, such as standings and tallies, follow."""


def is_shown(table: str, ruleset: Ruleset) -> bool:
    return table not in SHOWN or SHOWN[table].needed(ruleset)


def says(table: str) -> str:
    return f"{SHOWN[table].says} {_BY_US}" if table in SHOWN else _BY_US


def tab_name(table: str, taken: Collection[str] = ()) -> str:
    """``best six`` -> ``Best six``; one that people fill already is called ``... count``."""
    if table in SHOWN:
        return SHOWN[table].tab
    name = _FORBIDDEN.sub(" ", table[:1].upper() + table[1:])[:_LONGEST]
    return f"{name[: _LONGEST - 6]} count" if name.casefold() in taken else name


def order(table: str) -> int:
    return list(SHOWN).index(table) if table in SHOWN else len(SHOWN)
