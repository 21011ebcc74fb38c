"""Sign-outs as drivers post them: ``John Smith #555 Sign-out Round 5 Monza``, ``... Sign-out Series``."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sheets_sync.cells import Cell
from sheets_sync.records import words
from sheets_sync.records.context import ReadingContext
from sheets_sync.records.fields import Unreadable
from sheets_sync.records.name_book import NameBook
from sheets_sync.records.names import clean, fold, header_key
from sheets_sync.records.vocabulary import answers

SIGN_OUT, SERIES, LOAD_SHEDDING = "sign-out", "series", "load shedding"

_DASHES = re.compile("[\u00ad\u2010-\u2015\u2212\ufe58\uff0d]")
_WHAT = re.compile(
    r"^(?P<who>.*?)[\s,:-]*\b(?:(?P<out>sign(?:ed|ing)?[\s-]*out)|(?P<load>load[\s-]*shedding))\b"
    r"[\s,:-]*(?P<rest>.*)$",
    re.IGNORECASE,
)
_ROUND = re.compile(
    r"(?:stage\s*\d\s*)?(?:(?:for|of|in)\s+)?(?:the\s+)?r(?:ound|nd|d)?[.\s#-]*0*(\d{1,3})\b(.*)",
    re.IGNORECASE,
)
_SERIES = re.compile(r"(?:(?:for|of|from)\s+)?(?:the\s+)?(?:series|season)[\s.!]*", re.IGNORECASE)
_MORE = re.compile(r"^\s*(?:[-,&/+]|and\b|to\b)\s*(?:r|rd|rnd|round)?\s*\d|\bround\s*\d", re.IGNORECASE)
_TAKEN_BACK = re.compile(r"cancel|withdr|revok|retract|undo|ignore|\bnot?\b|mistake", re.IGNORECASE)
_NUMBER = re.compile(r"#\s*(\w+)")
_SERIES_WORDS = frozenset(map(header_key, answers.SERIES))
_HINT = "Write it like 'John Smith #555 Sign-out Round 5', or '... Sign-out Series'."


@dataclass(frozen=True, slots=True)
class Line:
    """What a line says. ``round`` is None for the whole series; ``by_number``: the name was nobody's."""

    driver: str
    round: int | None
    kind: str
    by_number: bool = False


def line(cell: Cell, context: ReadingContext) -> Line:
    """A sign-out in one line, whatever the case and the dashes. What isn't understood is never guessed."""
    written = words.text(cell, context)
    match = _WHAT.match(clean(_DASHES.sub("-", written)))
    if match is None or _TAKEN_BACK.search(match["rest"]):
        raise _unreadable(f"'{written}' can't be understood as a sign-out.")
    driver, by_number = _driver(match["who"], context.names)
    if match["out"] and _SERIES.fullmatch(match["rest"]):
        return Line(driver, None, SERIES, by_number)
    number = _round(written, match["rest"], context)
    return Line(driver, number, SIGN_OUT if match["out"] else LOAD_SHEDDING, by_number)


def round_or_series(cell: Cell, context: ReadingContext) -> int | str:
    """A round, or ``series`` for all that are left."""
    if isinstance(cell.value, str):
        said = clean(cell.value)
        if _SERIES.fullmatch(said) or header_key(said) in _SERIES_WORDS:
            return SERIES
    return words.round_number(cell, context)


def kind(cell: Cell, context: ReadingContext) -> str:
    """``sign-out``, ``series`` or ``load shedding``, whatever the dashes."""
    written = words.text(cell, context)
    word = re.sub(r"[\s-]+", "", _DASHES.sub("-", fold(written)))
    known = {"signout": SIGN_OUT, "series": SERIES, "signoutseries": SERIES, "loadshedding": LOAD_SHEDDING}
    if word not in known:
        raise _unreadable(f"'{written}' is no kind of sign-out.", "Write sign-out, series or load shedding.")
    return known[word]


def _round(written: str, rest: str, context: ReadingContext) -> int:
    match = _ROUND.match(rest)
    if match is None or _MORE.search(match[2]):
        raise _unreadable(f"'{written}' doesn't name one round.")
    number = context.rounds.get(match[1])
    if number is None:
        raise _unreadable(f"'{written}': there is no round {match[1]}.", refusal="unknown round")
    return number


def _driver(who: str, names: NameBook) -> tuple[str, bool]:
    """The driver by name, checked against the car number; by the number where the name is nobody's."""
    found = _NUMBER.search(who)
    number = found[1] if found else ""
    name = clean(_NUMBER.sub(" ", who)).strip(" -,:")
    key = names.find(name)
    if key is None and not names.complete:
        raise Unreadable("")
    if key is None:
        return _by_number(name, number, names), True
    own = names.numbers.get(key)
    if number and own and not _same(own, number):
        said = f"The line says #{number}, but the number of {names.names[key]} is {own}."
        raise _unreadable(said, "Mend the name or the number.")
    return key, False


def _by_number(name: str, number: str, names: NameBook) -> str:
    """Whose number it is, unless the name is nearly another driver's."""
    holders = [key for key, own in names.numbers.items() if number and _same(own, number)]
    near = names.nearest(name) if name else None
    if len(holders) != 1 or near not in (None, names.names[holders[0]]):
        hint = f"Did you mean '{near}'?" if near else _HINT
        raise _unreadable(f"'{name or number}' isn't in the entry list.", hint, "unknown driver")
    return holders[0]


def _same(own: str, number: str) -> bool:
    return fold(own).lstrip("#0 ") == fold(number).lstrip("0")


def _unreadable(message: str, hint: str = _HINT, refusal: str = "unreadable") -> Unreadable:
    return Unreadable(message, hint, refusal)
