"""Values that stand once for several rows: in a cell merged over them, or above blank cells."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace

from sheets_sync.cells import Grid
from sheets_sync.records.layouts.pane import Pane
from sheets_sync.records.names import is_blank
from sheets_sync.row_refs import TabColumns

_NOWHERE: Mapping[str, int] = {}


@dataclass(frozen=True, slots=True)
class Carried:
    """Asked row by row from the top. ``merged``: field -> row -> the row that its merge begins in."""

    grid: Grid
    pane: Pane
    fill_down: Collection[str]
    merged: Mapping[str, Mapping[int, int]]
    last: dict[str, int] = field(default_factory=dict)
    sources: dict[tuple[tuple[str, int], ...], TabColumns] = field(default_factory=dict)

    @classmethod
    def of(cls, grid: Grid, pane: Pane, fill_down: Collection[str]) -> Carried:
        merged: dict[str, dict[int, int]] = {}
        names = {column: name for name, column in pane.own.items()}
        for merge in grid.merges:
            name = names.get(merge.first_column)
            rows = range(max(merge.first_row, pane.first) + 1, min(merge.last_row, pane.last) + 1)
            if name is not None and rows and merge.first_row >= pane.first:
                merged.setdefault(name, {}).update(dict.fromkeys(rows, merge.first_row))
        return cls(grid, pane, [name for name in fill_down if name in pane.own], merged)

    def above(self, row: int) -> dict[str, int]:
        """The fields that this row takes from further up, each with the row in which it stands."""
        found = {name: rows[row] for name, rows in self.merged.items() if row in rows}
        for name in self.fill_down:
            if name not in found and name in self.last and self._is_blank(row, name):
                found[name] = self.last[name]
        return found

    def keep(self, row: int) -> None:
        """Those that this row gives to the ones below it."""
        self.last.update({name: row for name in self.fill_down if not self._is_blank(row, name)})

    def is_heading(self, filled: Collection[str]) -> bool:
        """Whether a row in which only these are filled says nothing but what the rows below it take."""
        return bool(filled) and set(filled) <= set(self.fill_down)

    def source(self, above: Mapping[str, int], moved: Mapping[str, int] = _NOWHERE) -> TabColumns:
        """Where the fields of a row stand. ``moved``: field -> the column of another one that says it."""
        if not above and not moved:
            return self.pane.columns
        key = (*sorted(above.items()), *sorted(moved.items()))
        if key not in self.sources:
            usual = self.pane.columns
            fixed = {name: row for name, row in {**usual.fixed, **above}.items() if name not in moved}
            self.sources[key] = replace(usual, columns={**usual.columns, **moved}, fixed=fixed)
        return self.sources[key]

    def _is_blank(self, row: int, name: str) -> bool:
        return is_blank(self.grid.value(row, self.pane.own[name]))
