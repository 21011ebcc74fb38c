"""Texts and names folded for comparing."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from sheets_sync.cells import Value

_SPACES = re.compile(r"\s+")
_NOT_WORD = re.compile(r"[\W_]+")
_IDLE = re.compile(r"[.:*?!°'’´`]")
_DIVIDING = re.compile(r"[\s_/\u00ad\u2010-\u2015-]+")
_LETTERS = str.maketrans(
    {"ß": "ss", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "æ": "ae", "œ": "oe", "þ": "th", "ı": "i"}
    | {"ẞ": "ss", "Ø": "o", "Đ": "d", "Ð": "d", "Ł": "l", "Æ": "ae", "Œ": "oe", "Þ": "th", "İ": "i"}
)


def clean(text: str) -> str:
    """The text without doubled, outer or non-breaking spaces."""
    return _SPACES.sub(" ", text.replace("\u200b", "")).strip()


def is_blank(value: Value) -> bool:
    """Whether a cell holds nothing that a person sees."""
    if not isinstance(value, str):
        return value is None
    return not (value[:1].isalnum() or clean(value))


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
