"""Texts, names and the words of the league as its tabs write them."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping

from sheets_sync.cells import Cell, CellError
from sheets_sync.records.context import ReadingContext
from sheets_sync.records.fields import Unreadable
from sheets_sync.records.names import clean, fold, slug

_ZEROS = re.compile(r"0+")
_YES = {"yes", "y", "oui", "ja", "si", "sim", "ok", "x", "true", "1", "✓", "✔"}
_NO = {"no", "n", "non", "nein", "nao", "false", "0", "-", "pending"}
_GLANCE = 12
_CLOSE = 0.8
_MARKS = " *†‡"


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


def yes(cell: Cell, _: ReadingContext) -> bool:
    value = cell.value
    if isinstance(value, bool):
        return value
    word = fold(str(value))
    if word in _YES or word in _NO:
        return word in _YES
    raise Unreadable(f"'{value}' is neither yes nor no.", "Write yes or no.")


def driver(cell: Cell, context: ReadingContext) -> str:
    """The key of a driver of the entry list. A near miss is proposed, never taken."""
    name = _name(cell)
    key = context.names.find(name)
    if key is not None:
        return key
    if not context.names.complete:
        raise Unreadable("")
    entry = context.names.left_out.get(fold(name))
    if entry is not None:
        raise Unreadable(f"The entry of '{name}' in {entry} can't be used.", "Mend that row first.")
    near = context.names.nearest(name)
    proposal = f"Did you mean '{near}'?" if near else "Add the driver to the entries, or mend the name."
    raise Unreadable(f"'{name}' isn't in the entry list.", proposal, refusal="unknown driver")


def new_driver(cell: Cell, _: ReadingContext) -> str:
    """A name of the entry list itself."""
    name = _name(cell)
    if not slug(name):
        raise Unreadable(f"'{name}' is no name.")
    return name


def _name(cell: Cell) -> str:
    if not isinstance(cell.value, str):
        hint = "Write the name as text; where it is a number, with an apostrophe before it."
        raise Unreadable(f"'{cell.value}' is no driver's name.", hint)
    return clean(cell.value).rstrip(_MARKS)


def round_number(cell: Cell, context: ReadingContext) -> int:
    """``1``, ``R1``, ``Round 1`` or the round's name -> its number in the calendar."""
    written = text(cell, context)
    number = context.rounds.get(fold(written))
    if number is None:
        hint = f"The calendar has {', '.join(context.round_names)}."
        raise Unreadable(f"There is no round '{written}'.", hint)
    return number


def _known(cell: Cell, context: ReadingContext, words: Mapping[str, str], what: str) -> str:
    written = text(cell, context)
    word = words.get(fold(written)) if words else written
    if word is None:
        near = difflib.get_close_matches(fold(written), words, n=1, cutoff=_CLOSE)
        hint = f"Did you mean '{_spelt(words, near[0])}'?" if near else f"Known: {_some(words.values())}."
        raise Unreadable(f"There is no {what} '{written}'.", hint)
    return word


def _spelt(words: Mapping[str, str], key: str) -> str:
    """A word as the ruleset spells it; another word for it, such as retired for DNF, as it is."""
    return words[key] if fold(words[key]) == key else key


def _some(words: Iterable[str]) -> str:
    """As many as can be read at a glance."""
    names = list(dict.fromkeys(words))
    shown = names if len(names) <= _GLANCE else names[: _GLANCE - 2]
    return ", ".join(shown) + (f" and {len(names) - len(shown)} more" if len(names) > len(shown) else "")


def pool(cell: Cell, context: ReadingContext) -> str:
    return _known(cell, context, context.pools, "pool")


def session(cell: Cell, context: ReadingContext) -> str:
    return _known(cell, context, context.sessions, "session")


def status(cell: Cell, context: ReadingContext) -> str:
    return _known(cell, context, context.statuses, "status")


def code(cell: Cell, context: ReadingContext) -> str:
    """A tariff code, in capitals; the tariff itself says whether it exists."""
    return text(cell, context).upper()


def verdict(cell: Cell, context: ReadingContext) -> str:
    """What the stewards decided: ``penalty`` or ``no action``."""
    return _one_of(
        cell,
        context,
        {
            "penalty": "penalty",
            "guilty": "penalty",
            "no action": "no action",
            "dismissed": "no action",
            "nfa": "no action",
        },
    )


def ruling(cell: Cell, context: ReadingContext) -> str:
    """What became of a contestation: ``upheld`` or ``overturned``."""
    return _one_of(cell, context, {"upheld": "upheld", "overturned": "overturned"})


def role(cell: Cell, context: ReadingContext) -> str:
    """An entrant's role: ``driver``, ``reserve``, ``guest`` or ``candidate``."""
    return _one_of(
        cell,
        context,
        {
            "driver": "driver",
            "full time": "driver",
            "qualified": "driver",
            "main": "driver",
            "reserve": "reserve",
            "guest": "guest",
            "candidate": "candidate",
        },
    )


def part(cell: Cell, context: ReadingContext) -> str:
    """The part of a broken race: ``first``, ``restart`` or ``photo``."""
    return _one_of(
        cell,
        context,
        {
            "first": "first",
            "main": "first",
            "1": "first",
            "restart": "restart",
            "sprint": "restart",
            "rerun": "restart",
            "2": "restart",
            "photo": "photo",
        },
    )


def _one_of(cell: Cell, context: ReadingContext, words: Mapping[str, str]) -> str:
    written = text(cell, context)
    word = words.get(fold(written).replace("-", " "))
    if word is None:
        possible = ", ".join(dict.fromkeys(words.values()))
        raise Unreadable(f"'{written}' isn't possible here.", f"Write one of: {possible}.")
    return word
