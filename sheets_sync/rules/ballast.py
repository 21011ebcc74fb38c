"""ballast: weight for places, or for the standing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sheets_sync.rules.ledger import Entry
from sheets_sync.ruleset.values import Number

if TYPE_CHECKING:
    from sheets_sync.rules.course import Course


def award_ballast(course: Course, number: int) -> list[Entry]:
    """What a round that was raced brings its drivers for what comes."""
    return []


def carried(course: Course, number: int) -> dict[str, Number]:
    """person -> what they carry in that round, kg."""
    return {}
