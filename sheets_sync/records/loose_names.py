"""Looser forms of a name: what two spellings share where marks, tags, punctuation or the order differ.

Each step is looser than the one before; a step counts only where it names exactly one entrant.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator

from sheets_sync.records.marks import plain, remark
from sheets_sync.records.names import clean, fold

_TAG = re.compile(r"^\s*(?:\[[^\]]{1,12}\]|\{[^}]{1,12}\}|<[^>]{1,12}>|=[^=]{1,8}=|«[^»]{1,12}»)\s*")
_TAG_BEHIND = re.compile(r"\s*(?:\[[^\]]{1,12}\]|\{[^}]{1,12}\}|<[^>]{1,12}>|=[^=]{1,8}=|«[^»]{1,12}»)\s*$")
_DIVIDED = re.compile(r"\s*[|¦｜]\s*|\s+[·•/»~]\s+")
_NUMBER = re.compile(r"^\s*#\d{1,4}\s+|\s+#\d{1,4}\s*$")
_UMLAUTS = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ø": "oe", "Ø": "Oe"}
)
_LEAST = 2


def letters(name: str) -> str:
    """Letters and digits alone: punctuation and spaces don't count. A comma may say that the last name comes
    first, so that the order isn't sure."""
    if "," in plain(name):
        return ""
    return _alone(name)


def _alone(name: str) -> str:
    return "".join(letter for letter in fold(plain(name)) if letter.isalnum())


def umlauts_written_out(name: str) -> str:
    """``Müller`` as ``Mueller``, the words in any order."""
    return in_any_order(unicodedata.normalize("NFC", plain(name)).translate(_UMLAUTS))


def in_any_order(name: str) -> str:
    """The words of a name by the alphabet: ``Power, Max`` and ``POWER Max`` are ``Max Power``."""
    words = ["".join(filter(str.isalnum, word)) for word in re.split(r"[\s,;_]+", fold(plain(name)))]
    return " ".join(sorted(filter(None, words)))


STEPS: tuple[Callable[[str], str], ...] = (letters, in_any_order, umlauts_written_out)


def bared(name: str) -> Iterator[str]:
    """The name without a clan tag, without a remark in brackets, without a number; both sides of a stroke."""
    parts = [part for part in _DIVIDED.split(name) if len(_alone(part)) >= _LEAST]
    for part in [name, *(parts if len(parts) > 1 else [])]:
        bare = clean(_NUMBER.sub("", _TAG_BEHIND.sub("", _TAG.sub("", remark(plain(part))[0]))))
        if len(_alone(bare)) >= _LEAST and _alone(bare) != _alone(name):
            yield bare


def aside(name: str) -> str:
    """What stands in brackets behind a name: it may be another driver's."""
    said = remark(plain(name))[1]
    return said if len(_alone(said)) >= _LEAST else ""


def number_beside(name: str) -> str:
    """The car number that stands beside a name: ``Max Power #44``; empty without one."""
    found = _NUMBER.search(plain(name))
    return found[0].strip() if found else ""
