"""absence: no result row: signed out, or a no-show?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sheets_sync.cells import CellRef
from sheets_sync.problems import Problem
from sheets_sync.rules.ledger import Decision, Event
from sheets_sync.rules.penalties import Act, Penalty

if TYPE_CHECKING:
    from sheets_sync.rules.course import Course


@dataclass(frozen=True, slots=True)
class Absence:
    """A driver who was missing from a round, the status that it counts as, and why."""

    person: str
    event: Event
    status: str
    says: str
    article: str
    cells: tuple[CellRef, ...]


@dataclass(frozen=True, slots=True)
class Absences:
    """The absences of a round, and what they bring."""

    absences: tuple[Absence, ...] = ()
    penalties: tuple[Penalty, ...] = ()
    acts: tuple[Act, ...] = ()
    decisions: tuple[Decision, ...] = ()
    problems: tuple[Problem, ...] = ()


def absences(course: Course, number: int) -> Absences:
    """Who was missing from a round that was raced."""
    return Absences()
