"""Where a rule may say that it holds: a scope that nobody asks about would be ignored, and is refused."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sheets_sync.ruleset.items import SCOPE, Item

_DATED = ("from", "until")
_OF_ROUNDS = ("rounds", "phases", *_DATED)
_OF_POOLS = ("rounds", "phases", "pools", *_DATED)
_OF_SESSIONS = ("rounds", "phases", "sessions", "pools", *_DATED)

ASKED: dict[str, tuple[str, ...]] = {
    "season": _OF_POOLS,
    "roster": _OF_ROUNDS,
    "checks": ("rounds", "phases", "sessions", "pools", "classes", "drivers", "teams", *_DATED),
    "advance": (),
    "pools": _OF_ROUNDS,
    "grids": ("rounds", "phases", "sessions", "pools", "grid", *_DATED),
    "absence": _OF_POOLS,
    "statuses": _OF_SESSIONS,
    "cases": _OF_SESSIONS,
    "tariff": _OF_SESSIONS,
    "tallies": _OF_SESSIONS,
    "interruptions": _OF_SESSIONS,
    "classification": _OF_SESSIONS,
    "points": SCOPE,
    "ballast": _OF_SESSIONS,
    "movement": ("rounds", "phases", "pools", "grid", *_DATED),
    "standings": _OF_ROUNDS,
    "notices": _OF_POOLS,
}
"""Section -> the scopes that its exceptions can have."""

WHOLE = ("checks", "grids", "tariff", "tallies", "interruptions", "points", "ballast", "notices")
"""The sections in which a whole rule can have them, too."""


@dataclass(frozen=True, slots=True)
class Unheld:
    """A scope that can't be meant there, why, and what would do."""

    setting: str
    message: str
    hint: str


def unheld(section: str, item: Item, whole: bool) -> Iterator[Unheld]:
    """The scopes of a rule (``whole``), or of one of its exceptions, that nobody asks about."""
    asked = ASKED[section]
    for setting in SCOPE:
        if getattr(item, f"{setting}_" if setting == "from" else setting) is None:
            continue
        if whole and section not in WHOLE and (setting in asked or not asked):
            hint = "Write what differs there under 'except'." if asked else "Write a rule of its own."
            yield Unheld(setting, f"'{setting}' isn't possible for the whole of {section}.", hint)
        elif setting not in asked and asked:
            yield Unheld(
                setting, f"'{setting}' isn't possible in {section}.", f"Possible here: {', '.join(asked)}."
            )
