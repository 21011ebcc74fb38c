"""Which rows of a pane may hold records."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from sheets_sync.cells import CellRange, Grid
from sheets_sync.league_file import TabRead
from sheets_sync.records.carried import Carried
from sheets_sync.records.names import is_blank
from sheets_sync.records.remarks import Remarks, repeats_header
from sheets_sync.records.totals import counts_others


@dataclass(frozen=True, slots=True)
class RecordRows:
    """``banners``: rows with a heading over the columns of the records."""

    remarks: Remarks
    tab: TabRead
    carried: Carried
    banners: frozenset[int]

    @classmethod
    def of(cls, remarks: Remarks, tab: TabRead, carried: Carried, mapped: Collection[int]) -> RecordRows:
        """``mapped``: the columns of the records of all panes."""
        own = set(remarks.pane.own.values())
        merges = (merge for merge in remarks.grid.merges if _covers(merge, own, 1))
        banners = frozenset(merge.first_row for merge in merges if _covers(merge, mapped, 2))
        return cls(remarks, tab, carried, banners)

    def __iter__(self) -> Iterator[int]:
        grid, pane, tab = self.remarks.grid, self.remarks.pane, self.tab
        first, last = pane.first, min(pane.last, grid.rows)
        if tab.rows:
            low, _, high = tab.rows.partition("-")
            first, last = max(first, int(low)), min(last, int(high or low))
        hidden = grid.hidden_rows if tab.hidden == "skip" else frozenset()
        for row in range(first, last + 1):
            if row not in hidden and self._is_record(row):
                yield row

    def _is_record(self, row: int) -> bool:
        """Blank rows, totals, repeated headers and lone cells beside the required ones are no records."""
        grid, pane = self.remarks.grid, self.remarks.pane
        own = {name for name, column in pane.own.items() if not is_blank(grid.value(row, column))}
        if self.carried.is_heading(own):
            self.carried.keep(row)
            return bool(pane.telling & own)
        filled = own | set(self.carried.above(row)) if own else own
        if row in self.banners or not own or (pane.telling and not pane.telling & own):
            return False
        required = self._required()
        if len(filled) == 1 and not filled & required:
            return False
        if self._is_counted(row, filled, required) or repeats_header(grid, row, pane, required):
            return False
        self.carried.keep(row)
        return True

    def _required(self) -> set[str]:
        kind, pane = self.remarks.kind, self.remarks.pane
        telling = {field.name for field in kind.fields if field.required or field.name == kind.whole}
        return telling & set(pane.own)

    def _is_counted(self, row: int, filled: set[str], required: set[str]) -> bool:
        """Whether the row sums up others."""
        grid, columns = self.remarks.grid, self.remarks.pane.own
        counted = required if filled & required else set(columns)
        counting = {name for name in counted if counts_others(_formula(grid, row, columns[name]))}
        return bool(counting) and not self.remarks.says_what_is_needed(row, filled & required, counting)


def _formula(grid: Grid, row: int, column: int) -> str:
    return grid.formulas.get((row, column), "")


def _covers(merge: CellRange, columns: Collection[int], least: int) -> bool:
    """A merge over two columns of the records is a heading; one beside them is a remark."""
    return sum(merge.first_column <= column <= merge.last_column for column in columns) >= least
