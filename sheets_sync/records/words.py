"""Texts, names and the words of the league as its tabs write them."""

from __future__ import annotations

import re
from collections.abc import Mapping

from sheets_sync.cells import Cell
from sheets_sync.records.context import ReadingContext
from sheets_sync.records.fields import Unreadable
from sheets_sync.records.known_words import known
from sheets_sync.records.known_words import text as text
from sheets_sync.records.marks import plain
from sheets_sync.records.names import clean, fold, header_key, slug
from sheets_sync.records.synonyms import by_key
from sheets_sync.records.vocabulary import answers

_YES = frozenset(map(header_key, answers.YES))
_NO = frozenset(map(header_key, answers.NO))
_MARKS = " *†‡"
_NAME_HINT = "Write the name as text; where it is a number, with an apostrophe before it."
_COLOURED = "\ufe0f"
"""Asks for the coloured form of the sign before it."""
_VERDICTS, _RULINGS, _ROLES, _PARTS = map(
    by_key, (answers.VERDICTS, answers.RULINGS, answers.ROLES, answers.PARTS)
)
_ROUND_WORDS = frozenset(map(header_key, answers.ROUND))
_RACE_WORDS = frozenset(map(header_key, answers.RACE))
REST = re.compile(r"\s[-–—|/]\s|[(:,;\[]")
_ROUND = re.compile(
    r"(?P<before>[^\W\d_]*)[\s.:#-]*(?P<number>\d{1,3})\s*(?:\.|st|nd|rd|th|er|[èe]?re|[èe]?m?e|[ºª])?\s*(?P<after>[^\W\d_]*)",
    re.IGNORECASE,
)


def yes(cell: Cell, _: ReadingContext) -> bool:
    value = cell.value
    if isinstance(value, bool):
        return value
    written = str(value).replace(_COLOURED, "")
    for word in (header_key(written), header_key(plain(written))):
        if word in _YES or word in _NO:
            return word in _YES
    raise Unreadable(f"'{value}' is neither yes nor no.", "Write yes or no.")


def driver(cell: Cell, context: ReadingContext) -> str:
    """The key of a driver of the entry list: by the name, an alias, a looser form of these that is nobody
    else's, the platform id or the car number. A near miss is proposed, never taken."""
    name, names = _who(cell, context), context.names
    if fold(name) in names.keys:
        return names.keys[fold(name)]
    if not names.complete:
        raise Unreadable("")
    entry = names.left_out.get(fold(name))
    if entry is not None:
        message = f"The entry of '{name}' in {entry} can't be used."
        raise Unreadable(message, "Mend that row first.", refusal="unknown driver")
    found = names.candidates(name)
    if len(found) == 1:
        return next(iter(found))
    if found:
        message, hint = f"'{name}' can be {names.shown(found)}.", "Write the name as in the entry list."
        among = found if names.by_number(name) else frozenset[str]()
        raise Unreadable(message, hint, refusal="unknown driver", among=among)
    raise _unknown(cell, name, context)


def _who(cell: Cell, context: ReadingContext) -> str:
    """A number can be that of a car."""
    is_number = isinstance(cell.value, (int, float)) and not isinstance(cell.value, bool)
    return text(cell, context) if is_number else _name(cell)


def _unknown(cell: Cell, name: str, context: ReadingContext) -> Unreadable:
    if not isinstance(cell.value, str):
        return Unreadable(f"'{cell.value}' is no driver's name, nor a car number.", _NAME_HINT)
    near, tab = context.names.nearest(name), context.names.alias_tab
    proposal = f"Did you mean '{near}'?" if near else "Add the driver to the entries, or mend the name."
    if tab:
        proposal += f" Where it is right so, write it beside the driver in {tab}."
    return Unreadable(f"'{name}' isn't in the entry list.", proposal, refusal="unknown driver")


def new_driver(cell: Cell, _: ReadingContext) -> str:
    """A name of the entry list itself."""
    name = _name(cell)
    if not slug(name):
        raise Unreadable(f"'{name}' is no name.")
    return name


def several(cell: Cell, context: ReadingContext) -> tuple[str, ...]:
    """Names or the like, divided by semicolons or line breaks."""
    written = cell.value if isinstance(cell.value, str) else text(cell, context)
    return tuple(part for each in re.split(r"[;\n]", written) if (part := clean(each)))


def _name(cell: Cell) -> str:
    if not isinstance(cell.value, str):
        raise Unreadable(f"'{cell.value}' is no driver's name.", _NAME_HINT)
    return clean(cell.value).rstrip(_MARKS)


def round_number(cell: Cell, context: ReadingContext) -> int:
    """``1``, ``R1``, ``Manche 1``, ``3. Lauf`` or the round's name -> its number in the calendar."""
    written = text(cell, context)
    number = context.rounds.get(fold(written))
    if number is None:
        number = context.rounds.get(_counted(written, context))
    if number is None:
        number = _begun(written, context)
    if number is None:
        hint = f"The calendar has {', '.join(context.round_names)}."
        raise Unreadable(f"There is no round '{written}'.", hint, refusal="unknown round")
    return number


def _begun(written: str, context: ReadingContext) -> int | None:
    """The round that a text begins with which goes on behind a dash or the like: ``Manche 4 - Alcarràs``. A
    number alone at the beginning could be a day."""
    main = REST.split(written)[0].strip()
    if main == written or not any(map(str.isalpha, main)):
        return None
    found = context.rounds.get(fold(main))
    return context.rounds.get(_counted(main, context)) if found is None else found


def _counted(written: str, context: ReadingContext) -> str:
    """The number in it, where nothing but a word for a round stands beside it. Race 2 is a round only where
    no round has several races."""
    match = _ROUND.fullmatch(plain(written))
    said = {header_key(match[side]) for side in ("before", "after") if match[side]} if match else set()
    races = [each for each in context.sessions.values() if each.startswith("race")]
    known = _ROUND_WORDS | _RACE_WORDS if not context.sessions or races == ["race"] else _ROUND_WORDS
    return match["number"].lstrip("0") if match and said <= known else ""


def pool(cell: Cell, context: ReadingContext) -> str:
    return known(cell, context, context.pools, "pool", context.synonyms.pools)


def session(cell: Cell, context: ReadingContext) -> str:
    return known(cell, context, context.sessions, "session", context.synonyms.sessions)


def status(cell: Cell, context: ReadingContext) -> str:
    return known(cell, context, context.statuses, "status", context.synonyms.statuses)


def code(cell: Cell, context: ReadingContext) -> str:
    """A tariff code, in capitals; the tariff itself says whether it exists."""
    return text(cell, context).upper()


def verdict(cell: Cell, context: ReadingContext) -> str:
    """What the stewards decided: ``penalty`` or ``no action``."""
    return _one_of(cell, context, _VERDICTS)


def ruling(cell: Cell, context: ReadingContext) -> str:
    """What became of a contestation: ``upheld`` or ``overturned``."""
    return _one_of(cell, context, _RULINGS)


def role(cell: Cell, context: ReadingContext) -> str:
    """An entrant's role: ``driver``, ``reserve``, ``guest`` or ``candidate``."""
    return _one_of(cell, context, _ROLES)


def part(cell: Cell, context: ReadingContext) -> str:
    """The part of a broken race: ``first``, ``restart`` or ``photo``."""
    return _one_of(cell, context, _PARTS)


def _one_of(cell: Cell, context: ReadingContext, words: Mapping[str, str]) -> str:
    written = text(cell, context)
    word = words.get(header_key(written)) or words.get(header_key(plain(written)))
    if word is None:
        possible = ", ".join(dict.fromkeys(words.values()))
        raise Unreadable(f"'{written}' isn't possible here.", f"Write one of: {possible}.")
    return word
