"""From the entries and the confirmed aliases: which spelling means whom."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import chain

from sheets_sync.cells import CellRef
from sheets_sync.problems import Problem
from sheets_sync.records.aliases import Alias
from sheets_sync.records.entries import Entrant
from sheets_sync.records.loose_names import bared
from sheets_sync.records.name_book import NameBook, looser_forms
from sheets_sync.records.names import fold

Said = tuple[str, str, CellRef]
"""A spelling, the key of the driver who is meant, and the cell that says so."""


def known_entries(entries: Iterable[Entrant]) -> tuple[list[Entrant], NameBook, list[Problem]]:
    """Who is meant by which spelling. Two entries that fold to one name are a problem on the second."""
    first: dict[str, Entrant] = {}
    problems = []
    for entry in entries:
        known = first.setdefault(entry.key, entry)
        if known is not entry:
            where = known.row.cell("driver").a1
            message = (
                f"'{entry.driver}' is the same name as '{known.driver}' in {where}. The row is left out."
            )
            at, hint = entry.row.cell("driver"), "Make the two names differ."
            problems.append(Problem(message, at, hint, refusal="doubled"))
    used = list(first.values())
    book, found = _with_aliases(_book(used), _of_entries(used))
    return used, book, [*problems, *found]


def with_aliases(book: NameBook, aliases: Iterable[Alias]) -> tuple[NameBook, list[Problem]]:
    """The book with what the alias tab confirms."""
    return _with_aliases(book, ((each.written, each.driver, each.row.cell("written")) for each in aliases))


def _book(entries: Iterable[Entrant]) -> NameBook:
    entries = list(entries)
    platforms: dict[str, frozenset[str]] = {}
    for entry in entries:
        if entry.platform_id:
            word = fold(entry.platform_id)
            platforms[word] = platforms.get(word, frozenset()) | {entry.key}
    return NameBook(
        {fold(entry.driver): entry.key for entry in entries},
        {entry.key: entry.driver for entry in entries},
        numbers={entry.key: entry.number for entry in entries if entry.number},
        platforms=platforms,
        groups={entry.key: _groups(entry) for entry in entries},
    )


def _groups(entry: Entrant) -> frozenset[str]:
    return frozenset(fold(word) for word in (entry.pool, entry.car_class) if word)


def _of_entries(entries: Iterable[Entrant]) -> Iterable[Said]:
    return ((alias, entry.key, entry.row.cell("aliases")) for entry in entries for alias in entry.aliases)


def _with_aliases(book: NameBook, said: Iterable[Said]) -> tuple[NameBook, list[Problem]]:
    """What is said of a spelling twice, and differently, is a problem, and counts for neither."""
    means: dict[str, tuple[str, CellRef]] = {}
    problems, twice = [], set()
    for written, key, at in said:
        word = fold(written)
        holder = book.keys.get(word)
        first, where = means.setdefault(word, (key, at))
        if holder not in (None, key):
            problems.append(_taken(written, book.names[str(holder)], book.names[key], at))
            twice.add(word)
        elif first != key:
            message = (
                f"'{written}' is said of {book.names[key]} here, and of {book.names[first]} in {where.a1}."
            )
            problems.append(Problem(f"{message} Neither counts.", at, "Take one of them out."))
            twice.add(word)
    sure = {word: key for word, (key, _) in means.items() if word not in twice}
    keys = {**sure, **book.keys}
    near = {fold(bare): key for word, key in keys.items() for bare in bared(word)} | keys
    spelt = dict(chain(((name, key) for key, name in book.names.items()), sure.items()))
    return replace(book, keys=keys, near=near, looser=looser_forms(spelt), asked={}, proposed={}), problems


def _taken(written: str, holder: str, meant: str, at: CellRef) -> Problem:
    message = f"'{written}' is the name of {holder}, so that it can't mean {meant}, too. It isn't used."
    return Problem(message, at, "Take it out, or mend it.")
