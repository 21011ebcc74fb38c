"""The beginning of a tab, which tells what it is however long it goes on."""

from __future__ import annotations

from dataclasses import replace

from sheets_sync.cells import Grid


def beginning(grid: Grid, rows: int) -> Grid:
    """Its first rows."""
    if grid.rows <= rows:
        return grid
    values = [list(column[:rows]) for column in grid.values]
    formats = [list(column[:rows]) for column in grid.formats]
    formulas = {place: text for place, text in grid.formulas.items() if place[0] <= rows}
    merges = tuple(merge for merge in grid.merges if merge.last_row <= rows)
    return replace(grid, values=values, formats=formats, formulas=formulas, merges=merges)
