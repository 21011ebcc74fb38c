"""movement: up and down between divisions for the next round."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sheets_sync.cells import CellRef
from sheets_sync.rules.ledger import Findings

if TYPE_CHECKING:
    from sheets_sync.rules.course import Course


@dataclass(frozen=True, slots=True)
class Moved:
    """A driver who moves after a round, from one pool to another, and why."""

    person: str
    round: int
    from_pool: str
    to_pool: str
    says: str
    article: str
    cells: tuple[CellRef, ...]


def move(course: Course, number: int) -> Findings:
    """Who moves after a round that was raced. Changes the course."""
    return Findings()
