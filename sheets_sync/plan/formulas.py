"""Formulas that stand in our cells: somebody's work, which goes only where that is agreed."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

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


@dataclass(frozen=True, slots=True)
class Agreed:
    """What somebody agreed to: ``overwrite`` what stands in our cells, or only to ``adopt`` the range."""

    adopt: bool
    overwrite: bool


def formulas_among(grid: Grid, wanted: WantedRange) -> list[Spot]:
    """Our cells with a formula, but for those that show nothing where we want nothing."""
    return [
        spot
        for spot, new in wanted.cells.items()
        if spot[1:] in grid.formulas and (canonical(new) or canonical(grid.value(*spot[1:])))
    ]


def replaced(grid: Grid, wanted: WantedRange, spots: Iterable[Spot], agreed: Agreed) -> set[Spot]:
    """The formulas that go. To adopt a range means to fill it: what stands where we want nothing isn't in the
    way of that. One that other cells live by stays where it shows what we want."""
    return {
        spot
        for spot in spots
        if (agreed.overwrite or (agreed.adopt and canonical(wanted.cells[spot])))
        and (_differs(grid, wanted, spot) or grid.formulas[spot[1:]] not in UNSAID)
    }


def about_formulas(
    grid: Grid, wanted: WantedRange, spots: Iterable[Spot], going: Collection[Spot]
) -> list[Problem]:
    """A note on each formula that is ``going``, or that stays because it shows what we want. What is
    neither is reported as an edit, or refused when it comes to be written."""
    listed = list(spots)
    stay = [spot for spot in listed if spot not in going and not _differs(grid, wanted, spot)]
    hint = "To have the value there instead, run with: sync --overwrite"
    gone = [spot for spot in listed if spot in going]
    return [
        *_notes(grid, wanted, gone, ("It is replaced.", "They are replaced."), ""),
        *_notes(
            grid,
            wanted,
            stay,
            ("It shows what we want, and stays.", "They show what we want, and stay."),
            hint,
        ),
    ]


def _notes(
    grid: Grid, wanted: WantedRange, spots: list[Spot], fates: tuple[str, str], hint: str
) -> list[Problem]:
    """Of very many at once in one sentence."""
    if len(spots) <= _MANY:
        return [_note(grid, spot, fates[0], hint) for spot in spots]
    message = f"{len(spots)} cells of the table '{wanted.write.table}' hold formulas. {fates[1]}"
    return [Problem(message, grid.ref(*spots[0][1:]), hint, Severity.NOTE)]


def _differs(grid: Grid, wanted: WantedRange, spot: Spot) -> bool:
    return canonical(grid.value(*spot[1:])) != canonical(wanted.cells[spot])


def _note(grid: Grid, spot: Spot, fate: str, hint: str) -> Problem:
    text = formula_text(grid.formulas[spot[1], spot[2]])
    what = text if text == "a formula" else f"the formula '{text}'"
    return Problem(f"This cell is ours, but holds {what}. {fate}", grid.ref(*spot[1:]), hint, Severity.NOTE)
