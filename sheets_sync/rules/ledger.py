"""The ledger: everything the rules decide, each entry with its rule, its article and its cells."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal, NamedTuple

from sheets_sync.cells import CellRef
from sheets_sync.problems import Problem
from sheets_sync.ruleset.values import Number


class Subject(NamedTuple):
    """Whom an entry is about. A seat keeps its key when a replacement takes it over."""

    kind: Literal["person", "seat", "team", "car", "race"]
    key: str


class Event(NamedTuple):
    """Where in the season: a round, and within it a session and a pool where that matters."""

    round: int
    session: str = ""
    pool: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that a rule decided.

    ``account``: what it counts for (``points.race``, ``points.deductions``, ``licence`` ...);
    ``amount``: exact, in the account's unit; ``happened``: from when expiry counts; ``known``: from
    when it counts; ``because``: the entries it follows from; ``says``: the derivation in words.
    """

    account: str
    subject: Subject
    event: Event
    amount: Number
    happened: datetime
    known: datetime
    rule: str
    article: str
    cells: tuple[CellRef, ...]
    says: str = ""
    because: tuple[Entry, ...] = ()


NO_ACTION = "no action"
"""The answer after which nothing happens."""


@dataclass(frozen=True, slots=True)
class Decision:
    """Something the document leaves to people. ``choice`` is the answer, or the ``default`` while open.
    ``asked_at``: when the question came up, because of ``ground``."""

    id: str
    question: str
    subject: Subject
    event: Event
    options: tuple[str, ...]
    default: str
    article: str
    cells: tuple[CellRef, ...]
    due: datetime | None = None
    choice: str = ""
    answered: CellRef | None = None
    answered_at: datetime | None = None
    asked_at: datetime | None = None
    ground: str = ""

    @property
    def is_open(self) -> bool:
        return self.answered is None


@dataclass(slots=True)
class Findings:
    """What a step of the fold gives: entries, problems and decisions."""

    entries: list[Entry] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    decisions: list[Decision] = field(default_factory=list)

    def add(self, other: Findings) -> None:
        self.entries += other.entries
        self.problems += other.problems
        self.decisions += other.decisions


def balance(entries: Iterable[Entry]) -> Number:
    """The sum of the entries' amounts."""
    return sum((entry.amount for entry in entries), start=0)


def reversal(entry: Entry, says: str, at: datetime) -> Entry:
    """The entry that takes another one back."""
    where = entry.account, entry.subject, entry.event
    return Entry(*where, -entry.amount, at, at, entry.rule, entry.article, entry.cells, says, (entry,))
