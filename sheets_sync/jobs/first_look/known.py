"""What is known of a league before its tabs are understood: the words of its ruleset, and, later, its
people."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from sheets_sync.pipeline import reading_context
from sheets_sync.records.context import ReadingContext
from sheets_sync.records.name_book import NameBook
from sheets_sync.records.names import clean, fold, slug
from sheets_sync.records.synonyms import synonyms_of
from sheets_sync.ruleset.model import Ruleset
from sheets_sync.standard.uses import Uses

_ROUND_IN_NAME = re.compile(
    r"\b(?:r|rd|rnd|round|gp|runde|lauf|rennen|manche|course|ronda|carrera|gara|etapa|corrida|race)"
    r"[ ._#-]*0*(\d{1,2})\b"
)


@dataclass(frozen=True, slots=True, eq=False)
class Known:
    """``context`` types cells as a run would; ``codes``: folded codes of the ruleset; ``further``: record
    kind -> headers that its rules name. Of a ruleset that leaves its rounds to the league ``rounds_open``."""

    ruleset: Ruleset
    uses: Uses
    context: ReadingContext
    codes: frozenset[str] = frozenset()
    further: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    rounds_open: bool = False

    @classmethod
    def of(cls, ruleset: Ruleset, rounds_open: bool) -> Known:
        context, uses = reading_context(ruleset), Uses.of(ruleset)
        if rounds_open:
            sessions = context.sessions if set(uses.sessions) > {"race"} else {}
            context = replace(context, rounds={}, sessions=sessions)
        context = replace(context, synonyms=synonyms_of(context.statuses, context.sessions, {}))
        codes = frozenset(map(fold, [*uses.codes, *uses.awards]))
        return cls(ruleset, uses, context, codes, context.columns, rounds_open)

    def with_people(self, people: Sequence[str]) -> Known:
        """With the names of an entry list."""
        names = {fold(clean(name)): slug(name) for name in people if slug(name)}
        shown = {slug(name): clean(name) for name in people}
        return self.with_names(NameBook(names, shown))

    def with_names(self, names: NameBook) -> Known:
        return replace(self, context=replace(self.context, names=names))

    @property
    def people(self) -> Mapping[str, str]:
        return self.context.names.keys


def names_round(tab: str, known: Known) -> str:
    """The round that a tab's name speaks of, as it is written or as R3; empty where it speaks of none."""
    name = fold(tab)
    written = [
        word
        for word in known.context.rounds
        if not word.isdecimal() and re.search(rf"\b{re.escape(word)}\b", name)
    ]
    if written:
        return max(written, key=len)
    found = _ROUND_IN_NAME.search(name)
    number = f"r{found[1]}" if found else ""
    return number if not known.context.rounds or number in known.context.rounds else ""
