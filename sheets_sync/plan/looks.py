"""How our cells are to look: a number format that league.yaml gives, or the look of the row above."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from sheets_sync.cells import CellRange, Grid
from sheets_sync.tables.table import Column, Kind


@dataclass(frozen=True, slots=True)
class Look:
    """``number_format``: the format code that the cell must have, None: whichever it has; ``like``: row and
    column of the cell whose style it takes where it has none of its own."""

    number_format: str | None = None
    like: tuple[int, int] | None = None


class Looks:
    """The looks of a table's cells in these ``columns``. Rows below a list that was shorter look like its
    last row."""

    def __init__(
        self, formats: Mapping[str, str], grid: Grid, body: CellRange, columns: Collection[int]
    ) -> None:
        self._formats, self._grid = formats, grid
        self._last = _last_filled(grid, body, columns)

    def of(self, column: Column, row: int, place: int) -> tuple[Look, str]:
        """The look of the cell in this row and sheet column, and the number format that it will have."""
        like = (self._last, place) if self._last and row > self._last else None
        present, given = self._grid.number_format(row, place), self._formats.get(column.key)
        if given is None and like and not present and column.kind in (Kind.TIME, Kind.CHANGE):
            # Their values are written as the format wants them, so it must be sure to be there.
            given = self._grid.number_format(*like) or None
        return Look(given, like), present if given is None else given


def _last_filled(grid: Grid, body: CellRange, columns: Collection[int]) -> int:
    """The last row of the table with anything in it, 0 without any."""
    rows = range(min(body.last_row, grid.rows), body.first_row - 1, -1)
    filled = (row for row in rows if any(grid.value(row, column) is not None for column in columns))
    return next(filled, 0)
