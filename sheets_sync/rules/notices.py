"""notices: what falls due or is announced."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sheets_sync.rules.course import Course


@dataclass(frozen=True, slots=True)
class Due:
    """One notice: when it falls due, what it says, the fields it carries and those that are missing; ``waits``
    names the approval that it needs first."""

    name: str
    round: int
    pool: str
    due: datetime | None
    says: str
    to: str
    fields: tuple[tuple[str, str], ...]
    missing: tuple[str, ...]
    waits: str
    article: str
    person: str = ""


def notices(course: Course, upcoming: int | None) -> list[Due]:
    """Every notice of the season, in the order of their moments."""
    return []
