"""Typed changes: what a cell holds and what it will hold."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from sheets_sync.cells import CellRef, Grid, Value
from sheets_sync.plan.formulas import formula_text
from sheets_sync.plan.looks import Look
from sheets_sync.plan.memory import Spot, canonical
from sheets_sync.sources.snapshot import CellWrite, Written


@dataclass(frozen=True, slots=True)
class Fill:
    """An empty cell gets a value."""

    ref: CellRef
    new: Written
    look: Look = field(default_factory=Look)


@dataclass(frozen=True, slots=True)
class Replace:
    """A value takes the place of another, or of a ``formula``, whose text is ``old`` then."""

    ref: CellRef
    old: Value
    new: Written
    look: Look = field(default_factory=Look)
    formula: bool = False


@dataclass(frozen=True, slots=True)
class Clear:
    """A value or a ``formula`` goes and the cell stays empty; its format stays."""

    ref: CellRef
    old: Value
    formula: bool = False

    @property
    def new(self) -> Written:
        return None


@dataclass(frozen=True, slots=True)
class Reformat:
    """The value stays and gets another number format: ``old`` and ``code`` are format codes."""

    ref: CellRef
    new: Written
    old: str
    code: str


Change = Fill | Replace | Clear | Reformat


def compare(
    grid: Grid, wanted: Mapping[Spot, Written], looks: Mapping[Spot, Look], replaced: Collection[Spot] = ()
) -> list[Change]:
    """The changes that make the cells what is ``wanted``, in their order. ``replaced``: where somebody
    agreed that a formula goes."""
    changes = []
    for spot in sorted(wanted):
        look = looks.get(spot, Look())
        change = _over_formula if spot in replaced else _change
        found = change(grid, grid.ref(*spot[1:]), wanted[spot], look)
        if found is not None:
            changes.append(found)
    return changes


def _over_formula(grid: Grid, ref: CellRef, new: Written, look: Look) -> Change:
    old = formula_text(grid.formulas[ref.row, ref.column])
    return Replace(ref, old, new, look, formula=True) if canonical(new) else Clear(ref, old, formula=True)


def _change(grid: Grid, ref: CellRef, new: Written, look: Look) -> Change | None:
    old = grid.value(ref.row, ref.column)
    before, after = canonical(old), canonical(new)
    if before == after:
        return _other_format(grid, ref, new, look) if after else None
    if not before:
        return Fill(ref, new, look)
    return Replace(ref, old, new, look) if after else Clear(ref, old)


def _other_format(grid: Grid, ref: CellRef, new: Written, look: Look) -> Change | None:
    """A formula that shows what we want keeps its format, too: it isn't ours."""
    old, code = grid.number_format(ref.row, ref.column), look.number_format
    if code is None or code == old or (ref.row, ref.column) in grid.formulas:
        return None
    return Reformat(ref, new, old, code)


def write_of(change: Change) -> CellWrite:
    """The change as a source takes it."""
    ref = change.ref
    match change:
        case Reformat():
            return CellWrite(ref.tab, ref.row, ref.column, change.new, change.code)
        case Clear():
            return CellWrite(ref.tab, ref.row, ref.column, None, replaces_formula=change.formula)
        case Fill(look=look):
            return CellWrite(ref.tab, ref.row, ref.column, change.new, look.number_format, look.like)
        case Replace(look=look):
            code = look.number_format
            return CellWrite(ref.tab, ref.row, ref.column, change.new, code, look.like, change.formula)
