"""One mistake that runs down a column is said once, with how far it goes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from sheets_sync.cells import CellRef
from sheets_sync.problems import Problem, number_of

_FEW = 5


def without_floods(problems: Iterable[Problem]) -> list[Problem]:
    """Equal problems of one column as a single one on its first cell, where there are more than a few."""
    found = list(problems)
    cells: dict[tuple[str, str, int, Problem], list[CellRef]] = {}
    for problem in found:
        if isinstance(problem.at, CellRef):
            cells.setdefault(_key(problem, problem.at), []).append(problem.at)
    kept = []
    for problem in found:
        same = cells[_key(problem, problem.at)] if isinstance(problem.at, CellRef) else []
        if len(same) <= _FEW:
            kept.append(problem)
        elif problem.at == same[0]:
            further = number_of(len(same) - 1, "further cell")
            kept.append(
                replace(problem, message=f"{problem.message} The same in {further} down to {same[-1].a1}.")
            )
    return kept


def _key(problem: Problem, at: CellRef) -> tuple[str, str, int, Problem]:
    return at.spreadsheet, at.tab, at.column, replace(problem, at=None)
