"""How far a driver came in a bracket: the measure ``stage`` of standings."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sheets_sync.rules.course import Course

Stage = tuple[int, Fraction]


def stage(course: Course, person: str, after: int) -> Stage:
    """(the stage, the place there): a smaller one is ahead. Who never advanced stands behind."""
    return (0, Fraction(0))
