"""The pools of a round while they are being filled."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sheets_sync.cells import CellRef
from sheets_sync.problems import Problem, Severity
from sheets_sync.records.choices import PoolChoice
from sheets_sync.records.entries import Entrant
from sheets_sync.records.moves import Move
from sheets_sync.records.swaps import Swap
from sheets_sync.rules.season.rule import LONG_AGO
from sheets_sync.ruleset.kinds.pools import Pools
from sheets_sync.ruleset.round_words import in_words

if TYPE_CHECKING:
    from sheets_sync.rules.course import Course

ONE = "one"


@dataclass(frozen=True, slots=True)
class Placed:
    """A driver in a pool, and how they came there."""

    person: str
    seat: str
    how: str
    cells: tuple[CellRef, ...]


@dataclass(frozen=True, slots=True)
class Out:
    """A driver who doesn't take part in a round. ``why``: the sanction's words, or ``signed out``."""

    person: str
    why: str
    article: str
    cells: tuple[CellRef, ...]


@dataclass(slots=True)
class Allocation:
    """What the pools of a round are made from. ``field``: who takes part, person -> seat; ``raced``: person
    -> the pool they drove in already; ``finished``: who finished a race of the round; ``done``: pools that
    have raced; ``names``: the pools that are filled."""

    course: Course
    round: int
    field: Mapping[str, str]
    out: Mapping[str, Out]
    raced: Mapping[str, str]
    finished: frozenset[str]
    done: frozenset[str]
    rules: Pools
    names: list[str]
    pool_of: dict[str, str] = dataclasses.field(default_factory=dict)
    placed: dict[str, Placed] = dataclasses.field(default_factory=dict)
    problems: list[Problem] = dataclasses.field(default_factory=list)
    waits_for: str = ""

    @property
    def size(self) -> int | None:
        """The places of a pool; None where there is no limit, or the document leaves it open."""
        return None if self.rules.size == "ask" else self.rules.size

    @property
    def entrants(self) -> Mapping[str, Entrant]:
        return self.course.seats.entrants

    def name(self, person: str) -> str:
        return self.course.name(person)

    @property
    def called(self) -> str:
        """The round in the middle of a sentence."""
        return in_words(self.course.ruleset, self.round)

    def place(self, person: str, pool: str, how: str, cells: tuple[CellRef, ...]) -> None:
        self.pool_of[person] = pool
        self.placed[person] = Placed(person, self.field[person], how, cells)

    def held(self, pool: str) -> int:
        return sum(each == pool for each in self.pool_of.values())

    def has_room(self, pool: str) -> bool:
        return self.size is None or self.held(pool) < self.size

    def report(
        self,
        message: str,
        at: CellRef | None,
        setting: str,
        severity: Severity = Severity.ERROR,
        refusal: str = "",
    ) -> None:
        cite = self.rules.cite(setting)
        self.problems.append(Problem(message, at, "", severity, "pools", cite, refusal=refusal))


def in_time(row: PoolChoice | Swap | Move) -> tuple[bool, object, int]:
    return (row.at is None, row.at or LONG_AGO, row.row.row)
