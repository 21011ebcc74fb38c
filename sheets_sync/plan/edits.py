"""Cells of ours that somebody changed since our last write, and what becomes of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from sheets_sync.cells import Grid, Value
from sheets_sync.league import League
from sheets_sync.plan.formulas import formula_text
from sheets_sync.plan.memory import Memory, Spot, canonical, digest
from sheets_sync.plan.safety import Consent
from sheets_sync.plan.wanted import WantedRange
from sheets_sync.problems import Problem, Severity, number_of

_MANY = 20
Lines = Counter[tuple[tuple[int, str], ...]]
"""The contents of rows, column by column, without blank ones."""
Rows = dict[int, dict[int, str]]
"""The digests of a row's cells, by its number and their columns."""
_FATES = {"refuse": "Nothing is written.", "overwrite": "overwritten.", "keep": "kept."}


def edited(grid: Grid, wanted: WantedRange, memory: Memory | None, identity: str) -> list[tuple[Spot, Value]]:
    """Our cells that somebody changed since our last write to something else than what we want."""
    if memory is None or memory.identity != identity:
        return []
    found = []
    digests = wanted.placed.digests
    for spot, new in wanted.cells.items():
        present = grid.value(*spot[1:])
        is_other = digest(present) != digests.get(spot, "") or spot[1:] in grid.formulas
        if is_other and canonical(present) != canonical(new) and wanted.placed.holds(spot):
            found.append((spot, present))
    return sorted(found, key=lambda each: each[0])


def about_edited(
    league: League, grid: Grid, wanted: WantedRange, cells: Sequence[tuple[Spot, Value]], consent: Consent
) -> list[Problem]:
    """What is said of edited cells, by the league's policy; of very many at once in one sentence."""
    policy = "overwrite" if consent.overwrite else league.safety.edited_cells
    severity = Severity.ERROR if policy == "refuse" else Severity.NOTE
    hint = "Undo the change, run with: sync --overwrite, or set safety: {edited_cells: keep}."
    hint = hint if policy == "refuse" else ""
    if said := _of_all(grid, wanted, cells):
        message, asked = said
        at = grid.ref(*cells[0][0][1:])
        return [Problem(f"{message} {_fate(policy, 'They are')}", at, f"{asked}{hint}".strip(), severity)]
    problems = []
    for (_, row, column), value in cells:
        held = f"now holds '{value}'" if canonical(value) else "is empty now"
        if (row, column) in grid.formulas:
            held = f"now holds the formula '{formula_text(grid.formulas[row, column])}'"
        message = f"This cell is ours, but somebody changed it since our last write; it {held}."
        message = f"{message} {_fate(policy, 'It is')}"
        problems.append(Problem(message, grid.ref(row, column), hint, severity))
    return problems


def _fate(policy: str, subject: str) -> str:
    return _FATES[policy] if policy == "refuse" else f"{subject} {_FATES[policy]}"


def _of_all(grid: Grid, wanted: WantedRange, cells: Sequence[tuple[Spot, Value]]) -> tuple[str, str] | None:
    """One sentence on all of them, and what to look at first, where that says more than one on each."""
    table = wanted.write.table
    left, there = _rows(grid, wanted)
    was, now = _counted(left), _counted(there)
    if cells and was == now and left != there:
        return f"The rows of the table '{table}' were put in another order since our last write.", ""
    if cells and now < was:
        gone = (was - now).total()
        what = f"{number_of(gone, 'row')} of the table '{table}' {'was' if gone == 1 else 'were'}"
        return f"{what} taken out since our last write.", ""
    if len(cells) <= _MANY:
        return None
    message = f"{len(cells)} cells of the table '{table}' were changed since our last write."
    return message, "Was the table sorted, or a column inserted? "


def _rows(grid: Grid, wanted: WantedRange) -> tuple[Rows, Rows]:
    """The rows that we left, and those that are there, each as a whole."""
    was: Rows = {}
    now: Rows = {}
    for spot in wanted.cells:
        _, row, column = spot
        if wanted.placed.holds(spot):
            was.setdefault(row, {})[column] = wanted.placed.digests.get(spot, "")
            now.setdefault(row, {})[column] = digest(grid.value(row, column))
    return was, now


def _counted(lines: Rows) -> Lines:
    return Counter(tuple(sorted(line.items())) for line in lines.values() if any(line.values()))
