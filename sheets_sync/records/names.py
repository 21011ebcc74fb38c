"""Drivers' names: folded for comparing, looked up exactly, and a near miss proposed but never taken."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from sheets_sync.cells import CellRef, Value

_SPACES = re.compile(r"\s+")
_NOT_WORD = re.compile(r"[\W_]+")
_IDLE = re.compile(r"[.:*?!°'’´`]")
_DIVIDING = re.compile(r"[\s_/\u00ad\u2010-\u2015-]+")
_LETTERS = str.maketrans(
    {"ß": "ss", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "æ": "ae", "œ": "oe", "þ": "th", "ı": "i"}
    | {"ẞ": "ss", "Ø": "o", "Đ": "d", "Ð": "d", "Ł": "l", "Æ": "ae", "Œ": "oe", "Þ": "th", "İ": "i"}
)
_CLOSE_ENOUGH = 80.0


def clean(text: str) -> str:
    """The text without doubled, outer or non-breaking spaces."""
    return _SPACES.sub(" ", text.replace("\u200b", "")).strip()


def is_blank(value: Value) -> bool:
    """Whether a cell holds nothing that a person sees."""
    return value is None or (isinstance(value, str) and not clean(value))


@lru_cache(maxsize=65_536)
def fold(text: str) -> str:
    """Case, accents, width and spaces taken away: what two spellings of one name share."""
    wide = unicodedata.normalize("NFKD", clean(text).translate(_LETTERS))
    bare = "".join(letter for letter in wide if not unicodedata.combining(letter))
    return unicodedata.normalize("NFC", bare.casefold())


@lru_cache(maxsize=65_536)
def header_key(text: str) -> str:
    """A header folded further: full stops, dashes and the like don't matter. ``Nº`` and ``no.`` are one."""
    bare = " ".join(_DIVIDING.sub(" ", _IDLE.sub("", fold(text))).split())
    return bare or fold(text)


def slug(text: str) -> str:
    """A name as a stable key: ``José Núñez-Ortiz`` -> ``jose-nunez-ortiz``; letters of any script stay."""
    return _NOT_WORD.sub("-", fold(text)).strip("-")


@dataclass(frozen=True, slots=True)
class NameBook:
    """Folded spelling -> driver key. ``names`` gives the name to show for each key, ``numbers`` the car
    number; ``left_out``: where names stand in the entry list whose rows can't be used. It is ``complete``
    once every entry was read."""

    keys: Mapping[str, str] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    left_out: Mapping[str, CellRef] = field(default_factory=dict)
    complete: bool = True
    numbers: Mapping[str, str] = field(default_factory=dict)

    def find(self, text: str) -> str | None:
        return self.keys.get(fold(text))

    def nearest(self, text: str) -> str | None:
        """The name to propose for a text that is nobody's, or None."""
        from rapidfuzz import fuzz, process

        hit = process.extractOne(fold(text), list(self.keys), scorer=fuzz.ratio, score_cutoff=_CLOSE_ENOUGH)
        return self.names[self.keys[hit[0]]] if hit else None
