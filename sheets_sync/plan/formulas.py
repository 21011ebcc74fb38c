"""Formulas that stand in our cells: somebody's work, which goes only where that is agreed."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from sheets_sync.cells import Grid
from sheets_sync.plan.memory import Spot, canonical
from sheets_sync.plan.wanted import WantedRange
from sheets_sync.problems import Problem, Severity

_MANY = 20
# How a source marks one whose text stands in another cell.
UNSAID = ("=shared", "=array", "=table")


def formula_text(formula: str) -> str:
    """As a person typed it; where its text isn't known, what it is."""
    return "a formula" if formula in UNSAID else f"={formula.removeprefix('=')}"


def formulas_among(grid: Grid, wanted: WantedRange) -> list[Spot]:
    """Our cells with a formula, but for those that show nothing where we want nothing."""
    return [
        spot
        for spot, new in wanted.cells.items()
        if spot[1:] in grid.formulas and (canonical(new) or canonical(grid.value(*spot[1:])))
    ]


def about_formulas(
    grid: Grid, wanted: WantedRange, spots: Iterable[Spot], agreed: bool, said: Collection[Spot]
) -> list[Problem]:
    """A note on each formula that goes, or that stays because it shows what we want; without those of which
    enough is ``said``. What is neither is refused when it comes to be written."""
    shows = [spot for spot in spots if spot not in said and (agreed or not _differs(grid, wanted, spot))]
    fate = "It is replaced." if agreed else "It shows what we want, and stays."
    hint = "" if agreed else "To have the value there instead, run with: sync --overwrite"
    if len(shows) > _MANY:
        fate = "They are replaced." if agreed else "They show what we want, and stay."
        message = f"{len(shows)} cells of the table '{wanted.write.table}' hold formulas. {fate}"
        return [Problem(message, grid.ref(*shows[0][1:]), hint, Severity.NOTE)]
    return [_note(grid, spot, fate, hint) for spot in shows]


def _differs(grid: Grid, wanted: WantedRange, spot: Spot) -> bool:
    return canonical(grid.value(*spot[1:])) != canonical(wanted.cells[spot])


def _note(grid: Grid, spot: Spot, fate: str, hint: str) -> Problem:
    text = formula_text(grid.formulas[spot[1], spot[2]])
    what = text if text == "a formula" else f"the formula '{text}'"
    return Problem(f"This cell is ours, but holds {what}. {fate}", grid.ref(*spot[1:]), hint, Severity.NOTE)
