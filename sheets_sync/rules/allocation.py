"""The pools of a round while they are being filled."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass

from sheets_sync.cells import CellRef
from sheets_sync.problems import Problem, Severity
from sheets_sync.records.choices import PoolChoice
from sheets_sync.records.entries import Entrant
from sheets_sync.records.swaps import Swap
from sheets_sync.rules.schedule import LONG_AGO, Schedule
from sheets_sync.ruleset.kinds.pools import Pools
from sheets_sync.ruleset.model import Ruleset


@dataclass(frozen=True, slots=True)
class Placed:
    """A driver in a pool, and how they came there."""

    person: str
    seat: str
    how: str
    cells: tuple[CellRef, ...]


@dataclass(slots=True)
class Allocation:
    """What the pools of a round are made from."""

    ruleset: Ruleset
    schedule: Schedule
    round: int
    field: Mapping[str, str]
    entrants: Mapping[str, Entrant]
    raced: Mapping[str, str]
    last_pool: Mapping[str, str]
    signed_out: frozenset[str]
    pool_of: dict[str, str] = dataclasses.field(default_factory=dict)
    placed: dict[str, Placed] = dataclasses.field(default_factory=dict)
    problems: list[Problem] = dataclasses.field(default_factory=list)

    @property
    def rules(self) -> Pools:
        return self.ruleset.pools.at(self.ruleset.where(self.round)) or self.ruleset.pools.usual

    @property
    def size(self) -> int | None:
        """The places of a pool; None where there is no limit, or the document leaves it open."""
        return None if self.rules.size == "ask" else self.rules.size

    def name(self, person: str) -> str:
        return self.entrants[person].driver

    def place(self, person: str, pool: str, how: str, cells: tuple[CellRef, ...]) -> None:
        self.pool_of[person] = pool
        self.placed[person] = Placed(person, self.field[person], how, cells)

    def held(self, pool: str) -> int:
        return sum(each == pool for each in self.pool_of.values())

    def report(self, message: str, at: CellRef, setting: str, severity: Severity = Severity.ERROR) -> None:
        self.problems.append(Problem(message, at, "", severity, "pools", self.rules.cite(setting)))


def in_time(row: PoolChoice | Swap) -> tuple[bool, object, int]:
    return (row.at is None, row.at or LONG_AGO, row.row.row)
