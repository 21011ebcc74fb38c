"""How well a header's words say what a field is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz

from sheets_sync.jobs.first_look.hints import hints
from sheets_sync.records.facts import KINDS
from sheets_sync.records.names import fold, header_key

EXACT, SAME_WORDS, _SYNONYM = 1.0, 0.95, 0.05
_WORD = re.compile(r"\w+|#")
_PARTLY, _ALL_OF_IT = 0.45, 0.4
_LIKE, _NEAR = 0.6, 88.0
_SHORTEST = 3
_HINT, _LOOSE_HINT = 0.6, 0.4


@dataclass(frozen=True, slots=True)
class _Words:
    """A text as it is compared."""

    text: str
    key: str
    words: tuple[str, ...]

    @classmethod
    def of(cls, text: str) -> _Words:
        folded = fold(text)
        return cls(folded, header_key(text), tuple(_WORD.findall(folded)))


@dataclass(frozen=True, slots=True)
class _Told:
    """What a field is called: in our words, in other languages, and by hints."""

    usual: tuple[_Words, ...]
    synonyms: tuple[_Words, ...]
    hints: tuple[_Words, ...]


@lru_cache(maxsize=65_536)
def wording(kind: str, field: str, header: str) -> float:
    """From 0 to 1: 1 for a usual header of the field, less where it is one among other words or only a
    hint."""
    told, written = _told(kind, field), _words(header)
    usual = _best(told.usual, written)
    if usual >= SAME_WORDS:
        return usual
    return max(usual, _best(told.synonyms, written) - _SYNONYM, _hinted(told.hints, written))


@lru_cache(maxsize=1)
def usual_keys() -> frozenset[str]:
    """Every usual header of any field, as headers are compared."""
    fields = (field for kind in KINDS.values() for field in kind.fields)
    return frozenset(header_key(text) for field in fields for rank in field.ranks for text in rank)


@lru_cache(maxsize=1024)
def _told(kind: str, name: str) -> _Told:
    field = KINDS[kind].field(name)
    if field is None:
        return _Told((), (), ())
    own = (*field.headers, name.replace("_", " "))
    further = (*field.maybe, *hints(kind, name))
    return _Told(*(tuple(map(_Words.of, texts)) for texts in (own, field.synonyms, further)))


@lru_cache(maxsize=4096)
def _words(header: str) -> _Words:
    return _Words.of(header)


def _best(texts: tuple[_Words, ...], written: _Words) -> float:
    return max((_alike(written, each) for each in texts), default=0.0)


def _hinted(texts: tuple[_Words, ...], written: _Words) -> float:
    """A hint says less than a usual header, and much less as one word among others."""
    if any(each.words == written.words or each.key == written.key for each in texts):
        return _HINT
    words = set(written.words)
    return (
        _LOOSE_HINT
        if any(len(each.text) > _SHORTEST and words.issuperset(each.words) for each in texts)
        else 0.0
    )


def _alike(written: _Words, usual: _Words) -> float:
    if written.text == usual.text:
        return EXACT
    if written.key == usual.key:
        return SAME_WORDS
    if len(usual.text) < _SHORTEST or not written.words or not usual.words:
        return 0.0
    if all(any(_same(each, word) for word in written.words) for each in usual.words):
        return _PARTLY + _ALL_OF_IT * len(usual.words) / len(written.words)
    long = len(usual.text) > _SHORTEST + 1
    return _LIKE if long and fuzz.ratio(written.text, usual.text, score_cutoff=_NEAR) else 0.0


def _same(wanted: str, word: str) -> bool:
    """A word, or one that is made with it: licence in eLicence, driver in drivers."""
    if wanted == word:
        return True
    spare = len(word) - len(wanted)
    return 0 < spare <= _SHORTEST < len(wanted) - 1 and (word.endswith(wanted) or word.startswith(wanted))
