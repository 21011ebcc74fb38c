"""Sanctions that nothing could carry out: a tally, or a session, that doesn't exist."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches

from sheets_sync.ruleset.items import Item
from sheets_sync.ruleset.kinds.tariff import Tariff
from sheets_sync.ruleset.leaves import leaves
from sheets_sync.ruleset.model import Ruleset
from sheets_sync.ruleset.phrases import UNIT_WORDS, Phrase, Sanction

_UNITS = ("points lost", "s", "places", "kg", "grid places", "laps")
_OF_SESSIONS = (Sanction.SESSION_BAN, Sanction.SESSION_DISQUALIFICATION)


@dataclass(frozen=True, slots=True)
class Unheard:
    """A name that a sanction uses and that isn't there: what it should be, where, and what there is."""

    what: str
    setting: str
    name: str
    known: tuple[str, ...]


def _units_like(name: str) -> list[str]:
    """What a word may have been meant as, where it isn't a tally."""
    return get_close_matches(name.casefold(), UNIT_WORDS)


def unheard_phrases(ruleset: Ruleset, item: Item, sessions: tuple[str, ...]) -> Iterator[Unheard]:
    """What the phrases of a rule name that the ruleset doesn't have."""
    off = (name for section, name in ruleset.switched_off if section == "tallies")
    tallies = (*ruleset.tallies, *sorted(off))
    if isinstance(item, Tariff) and item.unit not in (*_UNITS, *tallies):
        yield Unheard("unit or tally", "unit", item.unit, (*_UNITS, *tallies))
    for path, value in leaves(item):
        phrase = value if isinstance(value, Phrase) else None
        if phrase is not None and phrase.sanction is Sanction.TALLY and phrase.name not in tallies:
            yield Unheard("tally", " > ".join(path), phrase.name, (*tallies, *_units_like(phrase.name)))
        if phrase is not None and phrase.sanction in _OF_SESSIONS and phrase.name not in sessions:
            yield Unheard("session", " > ".join(path), phrase.name, sessions)
