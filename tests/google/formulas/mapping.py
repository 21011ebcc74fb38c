"""A function of single values over grids of them."""

from __future__ import annotations

from typing import Any

from .values import Fault


def mapped(function: Any, found: list[Any]) -> list[list[Any]]:
    """A function over grids, cell by cell; single values and single lines are repeated."""
    grids = [value if isinstance(value, list) else [[value]] for value in found]
    height, width = max(map(len, grids)), max(len(grid[0]) for grid in grids)

    def at(grid: list[list[Any]], row: int, column: int) -> Any:
        line = grid[0] if len(grid) == 1 else grid[row] if row < len(grid) else None
        if line is None:
            return Fault("N_A", "Argument must be a range")
        return line[0] if len(line) == 1 else line[column] if column < len(line) else Fault("N_A")

    def one(row: int, column: int) -> Any:
        try:
            return function(*[at(grid, row, column) for grid in grids])
        except Fault as fault:
            return fault

    return [[one(row, column) for column in range(width)] for row in range(height)]
