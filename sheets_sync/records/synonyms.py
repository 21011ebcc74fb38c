"""Other words for what the ruleset names: those of the league, and the usual ones of six languages."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from sheets_sync.records.names import fold, header_key
from sheets_sync.records.vocabulary.answers import SESSIONS
from sheets_sync.records.vocabulary.columns_people import POOL
from sheets_sync.records.vocabulary.statuses import STATUSES


@dataclass(frozen=True, slots=True)
class Synonyms:
    """Folded word -> the ruleset's word."""

    statuses: Mapping[str, str] = field(default_factory=dict)
    sessions: Mapping[str, str] = field(default_factory=dict)
    pools: Mapping[str, str] = field(default_factory=dict)


_NO_POOLS: Mapping[str, str] = {}
_NO_WORDS: Mapping[str, Iterable[str]] = {}
_POOL_WORDS = frozenset(map(header_key, ("pool", "group", "division", *POOL)))


def by_key(words: Mapping[str, Iterable[str]]) -> dict[str, str]:
    """Meaning -> words, turned round: each word as headers are folded -> its meaning."""
    return {header_key(word): meaning for meaning, each in words.items() for word in each}


def synonyms_of(
    statuses: Mapping[str, str],
    sessions: Mapping[str, str],
    pools: Mapping[str, str] = _NO_POOLS,
    own: Mapping[str, Iterable[str]] = _NO_WORDS,
) -> Synonyms:
    """For a ruleset with those words. ``own``: status -> further words of the league, which come first."""
    said = {
        header_key(word): each
        for name, words in own.items()
        for each in _named(name, statuses)
        for word in words
    }
    usual = said | _further(STATUSES, statuses, said)
    return Synonyms(usual, _further(SESSIONS, sessions, ()), pools_without_their_word(pools))


def pools_without_their_word(pools: Mapping[str, str]) -> dict[str, str]:
    """``1`` and ``Gruppe 1`` for the pool ``Pool 1``, ``Groupe Alpha`` for ``Alpha``, where no two
    pools differ only by that word."""
    found: dict[str, set[str]] = {}
    for written, pool in pools.items():
        first, _, rest = header_key(written).partition(" ")
        found.setdefault(rest if rest and first in _POOL_WORDS else header_key(written), set()).add(pool)
    sure = {name: next(iter(of)) for name, of in found.items() if len(of) == 1}
    return sure | {f"{word} {name}": pool for name, pool in sure.items() for word in _POOL_WORDS}


def _named(name: str, words: Mapping[str, str]) -> list[str]:
    found = words.get(fold(name))
    return [found] if found is not None else []


def _further(
    table: Mapping[str, Iterable[str]], own: Mapping[str, str], taken: Collection[str]
) -> dict[str, str]:
    """The ruleset's own words without their full stops, and the usual ones for what it has; what could be
    two of its words is left out."""
    found: dict[str, set[str]] = {}
    for word, meaning in own.items():
        found.setdefault(header_key(word), set()).add(meaning)
    for name, words in table.items():
        for word in words:
            if header_key(word) not in map(header_key, own):
                for meaning in _named(name, own):
                    found.setdefault(header_key(word), set()).add(meaning)
    return {key: means.pop() for key, means in found.items() if len(means) == 1 and key not in taken}
