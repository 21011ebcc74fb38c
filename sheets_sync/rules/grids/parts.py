"""The parts of a grid, and who stands in them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from sheets_sync.cells import CellRef


class Part(IntEnum):
    """The parts of a grid from the front to the back."""

    PLACED = 0
    NO_TIME = 1
    ABSENT = 2
    BACK = 3
    DISCONNECTED = 4
    BANNED = 5
    LAST = 6


@dataclass(frozen=True, slots=True)
class Standing:
    """One driver in a part of the grid, or ``out`` of it, and why."""

    person: str
    part: Part
    why: str
    article: str
    cells: tuple[CellRef, ...]
    out: bool = False
