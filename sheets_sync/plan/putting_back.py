"""One cell of ours gets back what it held, and what is said of those that stay as they are."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from decimal import Decimal

from sheets_sync.cells import CellRef, Grid, Value, column_letters
from sheets_sync.plan.before import Earlier, Spot
from sheets_sync.plan.changes import Change, Clear, Fill, Reformat, Replace
from sheets_sync.plan.looks import Look
from sheets_sync.plan.memory import Memory, canonical, digest
from sheets_sync.problems import Problem, Severity, number_of
from sheets_sync.sources.snapshot import Formula, Snapshot, Written

_MANY = 20
_COLUMN = 3
"""So many cells show whether a column is where it was."""


def change_back(grid: Grid, spot: Spot, earlier: Earlier, agreed: bool) -> Change | None:
    """None where the cell holds it already. ``agreed``: whether a formula in it may go."""
    row, column = spot[1:]
    ref, present, look = grid.ref(row, column), grid.value(row, column), Look(earlier.number_format)
    new = written(earlier)
    formula = grid.formulas.get((row, column))
    same = canonical(present) == canonical(earlier.value) and _bare(formula) == earlier.formula
    if same:
        code, now = earlier.number_format, grid.number_format(row, column)
        return None if code in (None, now) or not canonical(new) else Reformat(ref, new, now, str(code))
    if not canonical(present) and formula is None:
        return Fill(ref, new, look)
    goes = agreed and formula is not None
    return Replace(ref, present, new, look, goes) if canonical(new) else Clear(ref, present, goes)


def _bare(formula: str | None) -> str:
    """Without the sign that a workbook has before it."""
    return (formula or "").removeprefix("=")


def written(earlier: Earlier) -> Written:
    """As a source takes it; an error is what a formula left, and without that formula it is no value."""
    if earlier.formula:
        return Formula(earlier.formula)
    return _plain(earlier.value)


def _plain(value: Value) -> Written:
    if isinstance(value, float):
        return Decimal(repr(value))
    return value if value is None or isinstance(value, (str, int)) else None


def earlier_in(file: Snapshot, spot: Spot) -> Earlier:
    """What a backup has in a cell."""
    grid = file.grids.get(spot[0])
    if grid is None:
        return Earlier()
    return Earlier(grid.value(*spot[1:]), _bare(grid.formulas.get(spot[1:])))


def about_edited(snapshot: Snapshot, left: Mapping[Spot, Earlier]) -> list[Problem]:
    """Cells that somebody changed since our write: they stay."""
    hint = "To have what it held before all the same, run with: undo --overwrite"
    if len(left) > _MANY:
        tab, *place = min(left)
        message = f"{len(left)} cells were changed since our last write. They stay as they are."
        at = snapshot.grids[tab].ref(*place)
        hint = f"Was a table sorted, or a column inserted? {hint}"
        return [Problem(message, at, hint, Severity.WARNING)]
    return [_edited(snapshot, spot, left[spot], hint) for spot in sorted(left)]


def _edited(snapshot: Snapshot, spot: Spot, earlier: Earlier, hint: str) -> Problem:
    grid = snapshot.grids[spot[0]]
    present = grid.value(*spot[1:])
    holds = f"it now holds '{present}'" if canonical(present) else "it is empty now"
    was = f"held '{earlier.value}'" if canonical(earlier.value) else "was empty"
    message = f"Somebody changed this cell since our last write; {holds} and stays so. Before, it {was}."
    return Problem(message, grid.ref(*spot[1:]), hint, Severity.WARNING)


def about_columns(
    snapshot: Snapshot, memory: Memory, left: Mapping[Spot, Earlier], back: Collection[Spot]
) -> list[Problem]:
    """Columns that hold nothing of what we left there, as they were moved: without them the other cells of
    their rows would come back beside values of other rows. ``left``: the cells that stay, ``back``: those
    that don't."""
    rows: dict[tuple[str, int], list[int]] = {}
    for tab, row, column in memory.digests:
        rows.setdefault((tab, column), []).append(row)
    changing = {(tab, row) for tab, row, _ in back}
    problems = []
    for tab, column in sorted({(tab, column) for tab, _, column in left}):
        spots = [(tab, row, column) for row in rows.get((tab, column), ())]
        is_mixed = any(spot[:2] in changing for spot in spots)
        if (
            is_mixed
            and len(spots) >= _COLUMN
            and not any(_is_intact(snapshot, memory, each) for each in spots)
        ):
            problems.append(_moved(snapshot.grids[tab].ref(min(spots)[1], column)))
    return problems


def _is_intact(snapshot: Snapshot, memory: Memory, spot: Spot) -> bool:
    """Whether the cell holds what we left there, or what it held before."""
    marks = {memory.digests.get(spot, "")}
    if memory.before is not None and spot in memory.before.cells:
        marks.add(digest(memory.before.cells[spot].value))
    return digest(snapshot.grids[spot[0]].value(*spot[1:])) in marks


def _moved(at: CellRef) -> Problem:
    column = column_letters(at.column)
    message = f"In column {column} stands nothing of what we wrote there any more. Nothing is undone."
    hint = "Was a column inserted or moved? Put it back first. To write there all the same: undo --overwrite"
    return Problem(message, at, hint)


def about_foreign(snapshot: Snapshot, spots: Sequence[Spot]) -> list[Problem]:
    """Cells that we wrote and that aren't ours any more: nothing is written there."""
    if not spots:
        return []
    tabs = ", ".join(f"'{tab}'" for tab in sorted({spot[0] for spot in spots}))
    count = number_of(len(spots), "cell")
    message = f"Of our last write {count} (in {tabs}) no longer in a range of league.yaml stay as they are."
    return [Problem(message, snapshot.place, "Give the table its range back first.", Severity.WARNING)]
