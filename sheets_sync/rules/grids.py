"""grids: the starting or release order of a session."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sheets_sync.cells import CellRef
from sheets_sync.rules.ledger import Event, Findings
from sheets_sync.rules.pools import PoolGrid
from sheets_sync.ruleset.values import Number

if TYPE_CHECKING:
    from sheets_sync.rules.course import Course


@dataclass(frozen=True, slots=True)
class GridPlace:
    """One driver on a grid, and why there. ``ballast``: kg. ``group``: the release group, from 1."""

    person: str
    place: int
    why: str
    article: str
    cells: tuple[CellRef, ...]
    ballast: Number = 0
    group: int = 0


@dataclass(frozen=True, slots=True)
class StartingGrid:
    """The grid of one session of one pool that is still to be driven; ``out``: (person, why) of who isn't on it."""

    event: Event
    places: tuple[GridPlace, ...]
    out: tuple[tuple[str, str], ...]
    article: str


def grids_of(course: Course, grid: PoolGrid) -> tuple[tuple[StartingGrid, ...], Findings]:
    """The grids of the next round's sessions that are still to be driven, as far as they can be told."""
    return (), Findings()
