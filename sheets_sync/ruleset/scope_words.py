"""Where an exception holds, in words: ``rounds 8``, ``phases elimination; pools Elite``."""

from __future__ import annotations

from sheets_sync.ruleset.items import RARE_SCOPES, Item
from sheets_sync.ruleset.scope_values import RoundSet, RunShare, Since
from sheets_sync.ruleset.values import Range


def scope_words(scope: Item) -> str:
    """Every limit that the exception sets itself."""
    names = ("rounds", "phases", "sessions", "pools", *RARE_SCOPES)
    written = ((name.removesuffix("_"), getattr(scope, name)) for name in names)
    return "; ".join(f"{name} {_words(value)}" for name, value in written if value is not None)


def range_words(numbers: Range) -> str:
    """A range as it is written: ``1-4``, ``16-``."""
    low, high = (str(each) if each is not None else "" for each in (numbers.low, numbers.high))
    return low if low == high else f"{low}-{high}"


def _words(value: object) -> str:
    if isinstance(value, RoundSet):
        return ", ".join([*map(_words, value.numbers), *value.names])
    if isinstance(value, Range):
        return range_words(value)
    if isinstance(value, Since):
        return str(value.day) if value.day else f"round {value.round}"
    if isinstance(value, RunShare):
        return f"{'below' if value.below else 'from'} {value.share * 100} %"
    return ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)
