"""advance: the best of a ranking go on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sheets_sync.rules.ledger import Findings

if TYPE_CHECKING:
    from sheets_sync.rules.course import Course


@dataclass(frozen=True, slots=True)
class Qualified:
    """Who goes on into a round: ``people`` in the order of their ranking, each with how (``says``)."""

    round: int
    people: tuple[str, ...]
    says: tuple[str, ...]
    article: str


def qualify(course: Course, after: int | None) -> Findings:
    """Decides who goes on after a round that was raced (None: from the entries). Changes the course."""
    return Findings()
