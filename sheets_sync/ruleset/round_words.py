"""Rounds as rulesets call them: by name, ``R5``, ``round 5`` or 5."""

from __future__ import annotations

import re

from sheets_sync.ruleset.model import Ruleset

_NUMBERED = re.compile(r"(?:r|round\s+)?(\d{1,3})", re.IGNORECASE)


def round_called(ruleset: Ruleset, text: str) -> int | None:
    """The number of the round that is called so; None where there is none."""
    names = {name.casefold(): number for name, number in ruleset.round_names.items()}
    if text.casefold() in names:
        return names[text.casefold()]
    match = _NUMBERED.fullmatch(text.strip())
    number = int(match[1]) if match else None
    return number if number in names.values() else None


def in_words(ruleset: Ruleset, number: int) -> str:
    """A round in the middle of a sentence: by the name that it has in the calendar, else ``round 5``."""
    name = ruleset.name_of(number)
    return f"round {number}" if name.casefold() in (str(number), f"r{number}", f"round {number}") else name


def at_first(ruleset: Ruleset, number: int) -> str:
    """A round at the beginning of a sentence."""
    called = in_words(ruleset, number)
    return f"{called[:1].upper()}{called[1:]}"
