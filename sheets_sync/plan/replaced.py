"""What a write is going to replace, gathered while it is still there."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from sheets_sync.cells import Grid
from sheets_sync.plan.before import Before, Earlier
from sheets_sync.plan.changes import Change, write_of
from sheets_sync.plan.extents import Extent
from sheets_sync.plan.formulas import UNSAID
from sheets_sync.plan.memory import Memory

MOST = 1_000_000
"""Characters of earlier values that are kept; of a larger write none are, for half of it can't be undone."""


def before_of(
    grids: Mapping[str, Grid],
    changes: Sequence[Change],
    memory: Memory | None,
    taken_over: Mapping[str, Extent],
) -> Before | None:
    """``memory``: that of the write before, None where there was none; ``taken_over``: the lists of somebody
    else in whose place tables go."""
    cells = {
        (each.ref.tab, each.ref.row, each.ref.column): _earlier(grids[each.ref.tab], each) for each in changes
    }
    found = Before("", cells, extents=taken_over)
    if memory is not None:
        extents = {**taken_over, **memory.extents}
        found = Before(memory.run, cells, memory.inputs, memory.about, extents)
    return found if len(json.dumps(found.data(), ensure_ascii=False)) <= MOST else None


def _earlier(grid: Grid, change: Change) -> Earlier:
    row, column = change.ref.row, change.ref.column
    present, wanted = grid.number_format(row, column), write_of(change).number_format
    formula = grid.formulas.get((row, column), "")
    known = "" if formula in UNSAID else formula.removeprefix("=")
    return Earlier(grid.value(row, column), known, None if wanted in (None, present) else present)
