"""Words that stand in the cell of another field: a DNF under the place, a gap under the time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from sheets_sync.cells import Cell, Grid
from sheets_sync.problems import Problem
from sheets_sync.records.context import ReadingContext
from sheets_sync.records.fields import Field, RecordKind, Unreadable
from sheets_sync.records.names import header_key
from sheets_sync.records.vocabulary.answers import NOTHING

_NOTHING = frozenset(map(header_key, NOTHING))


@dataclass(frozen=True, slots=True)
class Spilled:
    """What a cell says of the field ``name``."""

    name: str
    value: Any
    cell: Cell


@dataclass(frozen=True, slots=True)
class Spills:
    """Those of one row; ``own``: field -> column of the row."""

    grid: Grid
    kind: RecordKind
    own: Mapping[str, int]
    row: int
    found: list[Spilled] = field(default_factory=list)

    def take(self, field: Field, cell: Cell, context: ReadingContext) -> bool:
        """Whether another field can read what this one can't."""
        for name in field.spills:
            target = self.kind.field(name)
            if target is None or (name == "status" and not context.statuses):
                continue
            try:
                self.found.append(Spilled(name, target.scalar(cell, context), cell))
            except Unreadable:
                continue
            return True
        return False

    def settle(self, values: dict[str, Any], problems: list[Problem]) -> bool:
        """Puts each where it belongs; False where the row can't stand, since two cells disagree."""
        whole = True
        for each in self.found:
            if values.setdefault(each.name, each.value) != each.value:
                target = self.kind.field(each.name)
                spare = target is not None and target.spare
                problems.append(self._clash(each, spare))
                whole &= spare
        return whole

    def places(self, values: Mapping[str, Any]) -> dict[str, int]:
        """Field -> the column of another field that says it, or that it will be worked out from."""
        found = {each.name: each.cell.ref.column for each in self.found if not self._is_filled(each.name)}
        for each in self.kind.fields:
            if each.tells and each.name in values and not self._is_filled(each.tells):
                column = found.get(each.name) or self.own.get(each.name)
                found |= {each.tells: column} if column else {}
        return found

    def _is_filled(self, name: str) -> bool:
        """Whether the row has a cell of its own for it that says something."""
        column = self.own.get(name)
        return column is not None and self.grid.value(self.row, column) not in (None, "")

    def _clash(self, each: Spilled, spare: bool) -> Problem:
        column = self.own.get(each.name)
        first = next(spilled.cell for spilled in self.found if spilled.name == each.name)
        at = self.grid.ref(self.row, column) if self._is_filled(each.name) and column else first.ref
        fate = "It isn't used." if spare else "The row is left out."
        there = f"'{self.grid.value(at.row, at.column)}' in {at.a1}"
        message = f"'{each.cell.value}' here and {there} don't agree. {fate}"
        return Problem(message, each.cell.ref, "Mend one of them.", refusal="" if spare else "unreadable")


def says_nothing(field: Field, cell: Cell) -> bool:
    """Whether a place, a time or a gap is left open with a dash or a word."""
    return bool(field.spills) and isinstance(cell.value, str) and header_key(cell.value) in _NOTHING
