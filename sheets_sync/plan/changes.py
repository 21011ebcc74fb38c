"""Typed changes: what a cell holds and what it will hold."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sheets_sync.cells import CellRef, Value
from sheets_sync.plan.memory import canonical
from sheets_sync.sources.snapshot import Written


@dataclass(frozen=True, slots=True)
class Fill:
    """An empty cell gets a value."""

    ref: CellRef
    new: Written


@dataclass(frozen=True, slots=True)
class Replace:
    """A value takes the place of another."""

    ref: CellRef
    old: Value
    new: Written


@dataclass(frozen=True, slots=True)
class Clear:
    """A value goes and the cell stays empty; its format stays."""

    ref: CellRef
    old: Value

    @property
    def new(self) -> Written:
        return None


Change = Fill | Replace | Clear


def compare(present: Mapping[CellRef, Value], wanted: Mapping[CellRef, Written]) -> list[Change]:
    """The changes that make ``present`` what is ``wanted``, in the order of the cells."""
    changes = []
    for ref in sorted(wanted):
        change = _change(ref, present.get(ref), wanted[ref])
        if change is not None:
            changes.append(change)
    return changes


def _change(ref: CellRef, old: Value, new: Written) -> Change | None:
    before, after = canonical(old), canonical(new)
    if before == after:
        return None
    if not before:
        return Fill(ref, new)
    return Replace(ref, old, new) if after else Clear(ref, old)
