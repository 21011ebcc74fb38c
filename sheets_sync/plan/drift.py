"""A block of cells that stands elsewhere than we left it: people inserted rows or columns before it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import NamedTuple

from sheets_sync.cells import Grid
from sheets_sync.plan.memory import digest

_FEWEST = 4
_ENOUGH = 80
"""Per cent of the cells that must be found at the new place; the others were edited."""
Place = tuple[int, int]


class Shift(NamedTuple):
    """So many rows down and columns to the right."""

    down: int
    right: int

    def moved(self, place: Place) -> Place:
        return place[0] + self.down, place[1] + self.right


STILL = Shift(0, 0)


def shift_of(grid: Grid, remembered: Mapping[Place, str]) -> Shift:
    """By how much the remembered cells (place -> digest) moved as one block; `STILL` unless it is certain."""
    if len(remembered) < _FEWEST or _found(grid, remembered, STILL) * 2 > len(remembered):
        return STILL
    likely = _votes(grid, remembered).most_common(1)
    if not likely or _found(grid, remembered, likely[0][0]) * 100 < _ENOUGH * len(remembered):
        return STILL
    return likely[0][0]


def _found(grid: Grid, remembered: Mapping[Place, str], shift: Shift) -> int:
    """How many cells hold there what we left."""
    return sum(digest(grid.value(*shift.moved(place))) == mark for place, mark in remembered.items())


def _votes(grid: Grid, remembered: Mapping[Place, str]) -> Counter[Shift]:
    """Each content that stands once in the block and once in the tab says where the block is."""
    once = {mark for mark, count in Counter(remembered.values()).items() if count == 1}
    places: dict[str, list[Place]] = {}
    for column, values in enumerate(grid.values, 1):
        for row, value in enumerate(values, 1):
            if value is not None and (mark := digest(value)) in once:
                places.setdefault(mark, []).append((row, column))
    was = {mark: place for place, mark in remembered.items() if mark in once}
    return Counter(
        Shift(now[0][0] - was[mark][0], now[0][1] - was[mark][1])
        for mark, now in places.items()
        if len(now) == 1
    )
