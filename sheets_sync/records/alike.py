"""Entries that look like a slip of the pen: one car number twice, and teams that differ by a letter."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from rapidfuzz.distance import OSA

from sheets_sync.problems import Problem, Severity
from sheets_sync.records.entries import Entrant
from sheets_sync.records.names import fold

_SHORTEST = 4


def alike(entries: Sequence[Entrant]) -> list[Problem]:
    """A note on each of them; the rows are read all the same."""
    return [*_same_numbers(entries), *_near_teams(entries)]


def _same_numbers(entries: Iterable[Entrant]) -> Iterator[Problem]:
    """Two drivers of one class with one number. Those of one team may share a car, a reserve another's."""
    first: dict[tuple[str, str | None], Entrant] = {}
    for entry in entries:
        if not entry.number or entry.role != "driver":
            continue
        other = first.setdefault((entry.number, entry.car_class), entry)
        if other is not entry and (not entry.team or other.team != entry.team):
            where = other.row.cell("number").a1
            message = f"{entry.driver} has No. {entry.number}, as {other.driver} has in {where}."
            yield Problem(message, entry.row.cell("number"), "Look which is right.", Severity.NOTE)


def _near_teams(entries: Iterable[Entrant]) -> Iterator[Problem]:
    """A team of one that differs by a slip from another: each stands in the table by itself."""
    members: dict[str, list[Entrant]] = {}
    for entry in entries:
        if entry.team:
            members.setdefault(fold(entry.team), []).append(entry)
    spelt: dict[str, list[str]] = {}
    for name in members:
        for spelling in _spellings(name):
            spelt.setdefault(spelling, []).append(name)
    for name, people in members.items():
        near = _nearest(name, members, spelt) if len(people) == 1 else None
        if near is not None and (len(members[near]) > 1 or near < name):
            team, other = people[0].team, members[near][0].team
            message = f"The team '{team}' is nearly '{other}', but another one."
            hint = f"If it is the same, write '{other}'."
            yield Problem(message, people[0].row.cell("team"), hint, Severity.NOTE)


def _nearest(name: str, members: Mapping[str, list[Entrant]], spelt: Mapping[str, list[str]]) -> str | None:
    alike = dict.fromkeys(each for spelling in _spellings(name) for each in spelt[spelling] if each != name)
    near = [each for each in alike if _is_a_slip(name, each)]
    return max(near, key=lambda each: len(members[each]), default=None)


def _spellings(name: str) -> set[str]:
    """What two names share that differ by a slip: as it is, without its spaces and the like, and without one
    of its letters. So not every team has to be compared with every other one."""
    return {name, _bare(name), *(name[:index] + name[index + 1 :] for index in range(len(name)))}


def _bare(name: str) -> str:
    return re.sub(r"[\W_]+", "", name)


def _is_a_slip(one: str, other: str) -> bool:
    """Whether they differ by spaces and the like, or in one word by one letter.

    Red Bull 1 and Red Bull 2, or Team A and Team B, are two teams.
    """
    if _bare(one) == _bare(other):
        return True
    pairs = list(zip(one.split(), other.split(), strict=False))
    wrong = [(left, right) for left, right in pairs if left != right]
    if len(one.split()) != len(other.split()) or len(wrong) != 1:
        return False
    left, right = wrong[0]
    is_a_word = left.isalpha() and right.isalpha() and max(len(left), len(right)) >= _SHORTEST
    return is_a_word and OSA.distance(left, right, score_cutoff=1) <= 1
