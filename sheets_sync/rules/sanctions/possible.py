"""Whether a sanction can be carried out: the tally or the session that it names has to be there."""

from __future__ import annotations

from collections.abc import Collection

from sheets_sync.rules.sanctions.near import near_sanction
from sheets_sync.rules.tariff.chosen_penalty import Refused
from sheets_sync.ruleset.model import Ruleset
from sheets_sync.ruleset.phrases import OUT, Phrase, Sanction

IN_ITS_ROUND = OUT | {
    Sanction.SECONDS,
    Sanction.PLACES,
    Sanction.LAPS,
    Sanction.POINTS,
    Sanction.DRIVE_THROUGH,
    Sanction.STOP_AND_GO,
}
"""What acts in the round that it was earned in."""

_OF_SESSIONS = frozenset({Sanction.SESSION_BAN, Sanction.SESSION_DISQUALIFICATION})
_POSSIBLE = "Write it like 5 s, -10 points, 2 places, disqualification or qualifying ban."


def impossible(ruleset: Ruleset, phrase: Phrase, sessions: Collection[str]) -> Refused | None:
    """Why it can't be carried out, such as a slip of the pen. ``sessions``: those that there are."""
    if phrase.sanction is Sanction.TALLY and phrase.name not in ruleset.tallies:
        near = near_sanction(str(phrase), _named(ruleset, sessions))
        return Refused(
            f"'{phrase}' can't be carried out.", "unreadable", f"Write '{near}'." if near else _POSSIBLE
        )
    if phrase.sanction in _OF_SESSIONS and phrase.name not in sessions:
        near = near_sanction(str(phrase), _named(ruleset, sessions))
        known = f"Did you mean '{near}'?" if near else f"Known: {', '.join(sessions)}."
        return Refused(f"There is no session '{phrase.name}'.", "unreadable", known)
    return None


def _named(ruleset: Ruleset, sessions: Collection[str]) -> list[str]:
    """The sanctions that go by a name of this league's."""
    return [*(f"{name} ban" for name in sessions), *(f"1 {name}" for name in ruleset.tallies)]


def is_switched_off(ruleset: Ruleset, phrase: Phrase) -> bool:
    """What adds to a tally that is switched off adds to nothing."""
    return ("tallies", phrase.name) in ruleset.switched_off


def all_sessions(ruleset: Ruleset) -> tuple[str, ...]:
    """The sessions of all rounds."""
    return tuple(dict.fromkeys(name for each in ruleset.rounds for name in ruleset.programme(each.number)))
