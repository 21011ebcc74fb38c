"""Texts, and the words that a ruleset names, as its tabs write them."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping

from sheets_sync.cells import Cell, CellError
from sheets_sync.records.context import ReadingContext
from sheets_sync.records.fields import Unreadable
from sheets_sync.records.marks import plain, remark
from sheets_sync.records.names import clean, fold, header_key

_ZEROS = re.compile(r"0+")
_GLANCE = 12
_CLOSE = 0.8


def text(cell: Cell, _: ReadingContext) -> str:
    """The cell as a person sees it: a number with leading zeros in its format keeps them."""
    value = cell.value
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, int) and not isinstance(value, bool) and _ZEROS.fullmatch(cell.number_format):
        return str(value).zfill(len(cell.number_format))
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, CellError):
        raise Unreadable(f"The formula gives {value}.", "Mend the formula.")
    return str(value)


def known(
    cell: Cell,
    context: ReadingContext,
    words: Mapping[str, str],
    what: str,
    synonyms: Mapping[str, str] | None = None,
) -> str:
    """The word of the ruleset; any word where it names none."""
    written = text(cell, context)
    word = known_word(written, words, synonyms or {}) if words else written
    if word is None:
        near = difflib.get_close_matches(fold(written), words, n=1, cutoff=_CLOSE)
        hint = f"Did you mean '{_spelt(words, near[0])}'?" if near else f"Known: {_some(words.values())}."
        raise Unreadable(f"There is no {what} '{written}'.", hint, refusal=f"unknown {what}")
    return word


def known_word(written: str, words: Mapping[str, str], synonyms: Mapping[str, str]) -> str | None:
    """The word of the ruleset that is meant, whatever stands around it: marks, or a remark in brackets."""
    if fold(written) in words:
        return words[fold(written)]
    bare = plain(written)
    before, said = remark(bare)
    found = {_meant(each, words, synonyms) for each in (bare, before)} - {None}
    aside = _meant(said, words, synonyms) if said else None
    return found.pop() if len(found) == 1 and aside in (None, *found) else None


def _meant(written: str, words: Mapping[str, str], synonyms: Mapping[str, str]) -> str | None:
    return words.get(fold(written)) or synonyms.get(header_key(written))


def _spelt(words: Mapping[str, str], key: str) -> str:
    """A word as the ruleset spells it; another word for it, such as retired for DNF, as it is."""
    return words[key] if fold(words[key]) == key else key


def _some(words: Iterable[str]) -> str:
    """As many as can be read at a glance."""
    names = list(dict.fromkeys(words))
    shown = names if len(names) <= _GLANCE else names[: _GLANCE - 2]
    return ", ".join(shown) + (f" and {len(names) - len(shown)} more" if len(names) > len(shown) else "")
