"""What can stand only once in a ruleset: rounds, sessions of a round, pools, words of statuses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from sheets_sync.marked_yaml import Positions
from sheets_sync.problems import Problem
from sheets_sync.records.names import fold
from sheets_sync.ruleset.model import Ruleset

Path = tuple[str | int, ...]


def doubles(ruleset: Ruleset, lines: Positions) -> Iterator[Problem]:
    """What a row of a tab would name twice, so that nobody could say which is meant."""
    for path, message, hint in (
        *_rounds(ruleset),
        *_programmes(ruleset),
        *_pools(ruleset),
        *_statuses(ruleset),
    ):
        known = path
        while known not in lines:
            known = known[:-1]
        yield Problem(f"{' > '.join(map(str, path))}: {message}", lines[known], hint)


Double = tuple[Path, str, str]


def _rounds(ruleset: Ruleset) -> Iterator[Double]:
    """The calendar is in order: rounds are told apart, and counted, by their numbers."""
    for before, each in pairwise(ruleset.rounds):
        if each.number <= before.number:
            message = f"its number {each.number} doesn't follow the {before.number} of {before.name}."
            yield ("calendar", each.name, "number"), message, "Number the rounds upwards, each once."
    for name in _twice(each.name for each in ruleset.rounds):
        yield ("calendar", name), "another round has the same name.", "Make the two names differ."


def _programmes(ruleset: Ruleset) -> Iterator[Double]:
    own = [(("calendar", each.name, "programme"), each.programme) for each in ruleset.rounds]
    season = ("season", "programme"), ruleset.season.usual.programme
    for path, programme in (season, *((path, names) for path, names in own if names is not None)):
        for name in _twice(programme):
            yield (
                path,
                f"there are two sessions '{name}'.",
                "Make the two names differ, as in race 1, race 2.",
            )
        if not programme:
            yield path, "a round without a session can't be held.", "Write it like [qualifying, race]."


def _pools(ruleset: Ruleset) -> Iterator[Double]:
    paths = [("pools", "names"), *(("pools", "except", each, "names") for each in ruleset.pools.exceptions)]
    variants = [ruleset.pools.usual, *ruleset.pools.variants()]
    for path, each in zip(paths, variants, strict=True):
        if path[1] == "names" or each.names != ruleset.pools.usual.names:
            for name in _twice(each.names):
                yield path, f"there are two pools '{name}'.", "Make the two names differ."


def _statuses(ruleset: Ruleset) -> Iterator[Double]:
    first: dict[str, str] = {}
    for name in ruleset.statuses:
        known = first.setdefault(fold(name), name)
        if known != name:
            yield ("statuses", name), f"it is the same word as {known}.", f"Write it as {known}."
    for name, status in ruleset.statuses.items():
        for word in status.usual.also:
            known = first.setdefault(fold(word), name)
            if known != name:
                yield ("statuses", name, "also"), f"'{word}' is written for {known} already.", "Keep one."


def _twice(names: Iterable[str]) -> Iterator[str]:
    """The names that fold to one that stood before."""
    seen: set[str] = set()
    for name in names:
        if fold(name) in seen:
            yield name
        seen.add(fold(name))
