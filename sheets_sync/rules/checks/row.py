"""A row as a check looks at it, and what it finds there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sheets_sync.rules.checks.values import Looked, Value
from sheets_sync.ruleset.kinds.checks import Check

if TYPE_CHECKING:
    from sheets_sync.rules.course import Course


@dataclass(frozen=True, slots=True)
class Row:
    """One row that a check looks at. ``peers``: all rows of its kind."""

    course: Course
    rule: Check
    looked: Looked
    record: Any
    number: int
    pool: str
    peers: tuple[Any, ...]

    @property
    def value(self) -> Value | None:
        return self.looked.value(self.record)


@dataclass(frozen=True, slots=True)
class Finding:
    """What is wrong, in words; ``unknown`` where the value can't tell."""

    says: str
    unknown: bool = False
