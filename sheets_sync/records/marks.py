"""What people put around a value that doesn't change it: stars, daggers, flags, emoji, unusual digits."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from sheets_sync.records.names import clean

_SIGNS = str.maketrans(
    dict.fromkeys("\u2212\u2010\u2011\u2012\u2013\u2014\u2015\ufe63", "-")
    | dict.fromkeys("\u2019\u2018\u2032\u00b4", "'")
    | dict.fromkeys("\u201d\u201c\u2033", '"')
    | {"\u2236": ":", "\uff0c": ",", "\uff0e": ".", "\u2044": "/"}
)
_WIDE_FIRST, _WIDE_LAST, _WIDE_SHIFT = 0xFF01, 0xFF5E, 0xFEE0
_FOOTNOTES = "*†‡§⁰¹²³⁴⁵⁶⁷⁸⁹"
_REMARK = re.compile(r"^(.*\S)\s*[(\[]([^()\[\]]*)[)\]]$")


@lru_cache(maxsize=65_536)
def plain(text: str) -> str:
    """Digits and signs as a keyboard writes them, and nothing around them: ``+１．２３４*`` -> ``+1.234``."""
    written = "".join(map(_narrow, clean(text).translate(_SIGNS)))
    return without_marks(written)


def _narrow(letter: str) -> str:
    if letter.isdecimal():
        return str(unicodedata.decimal(letter))
    code = ord(letter)
    return chr(code - _WIDE_SHIFT) if _WIDE_FIRST <= code <= _WIDE_LAST else letter


@lru_cache(maxsize=65_536)
def without_marks(text: str) -> str:
    """Without the footnote marks behind it, and without emoji and flags on either side."""
    first, last = 0, len(text)
    while first < last and _is_picture(text[first]):
        first += 1
    while first < last and (_is_picture(text[last - 1]) or text[last - 1] in _FOOTNOTES):
        last -= 1
    return text[first:last]


def _is_picture(letter: str) -> bool:
    """Emoji, flags and what joins them; spaces between them, too."""
    if letter.isspace() or letter in "\u200d\ufe0f\ufe0e\u20e3":
        return True
    return unicodedata.category(letter) in ("So", "Sk", "Cs") or 0xE0020 <= ord(letter) <= 0xE007F


def remark(text: str) -> tuple[str, str]:
    """The text and the remark in brackets behind it: ``Ann (R)`` -> ``Ann``, ``R``; empty without one."""
    match = _REMARK.match(text)
    return (match[1], clean(match[2])) if match else (text, "")
