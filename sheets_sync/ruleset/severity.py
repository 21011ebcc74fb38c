"""Which sanction is more severe than which."""

from __future__ import annotations

from fractions import Fraction

from sheets_sync.ruleset.sanctions import BELONGING, LATER, OUT, UNITS, Sanction
from sheets_sync.ruleset.values import Number

SEVERITY = (
    Sanction.NOTE,
    Sanction.REPRIMAND,
    Sanction.TALLY,
    Sanction.POINTS,
    Sanction.SECONDS,
    Sanction.PLACES,
    Sanction.BALLAST,
    Sanction.DRIVE_THROUGH,
    Sanction.STOP_AND_GO,
    Sanction.LAPS,
    Sanction.GRID_PLACES,
    Sanction.BACK_OF_GRID,
    Sanction.SESSION_BAN,
    Sanction.SESSION_DISQUALIFICATION,
    Sanction.DISQUALIFICATION,
    Sanction.ROUND_DISQUALIFICATION,
    Sanction.ROUND_BAN,
    Sanction.DEMOTION,
    Sanction.RESERVE,
    Sanction.REPLACEMENT,
    Sanction.REMOVAL,
    Sanction.LIFE_BAN,
    Sanction.BLACKLIST,
)
"""From mild to severe, for ranges that run over several kinds."""

_ON_THE_GRID = frozenset({Sanction.GRID_PLACES, Sanction.BACK_OF_GRID, Sanction.BALLAST})
_ON_PAPER = frozenset({Sanction.NOTE, Sanction.REPRIMAND, Sanction.TALLY})


def degree(sanction: Sanction) -> int | None:
    """0 on paper, 1 a loss, 2 out of a session or a round, 3 out of the place in the season: what no document
    writes the other way round. None for what people decide."""
    if sanction is Sanction.DECIDE:
        return None
    if sanction in BELONGING:
        return 3
    if sanction in OUT | LATER - _ON_THE_GRID:
        return 2
    return 0 if sanction in _ON_PAPER else 1


def of_unit(unit: str) -> Sanction:
    """What a bare number of a tariff is: `points lost`, `s`, or an addition to a tally."""
    return UNITS.get(unit.removesuffix(" lost"), Sanction.TALLY)


def is_milder(one: tuple[Sanction, Number], other: tuple[Sanction, Number]) -> bool:
    """Whether a range could run from the second up to the first, and not the other way round."""
    if one[0] is other[0]:
        return abs(Fraction(one[1])) < abs(Fraction(other[1]))
    known = one[0] in SEVERITY and other[0] in SEVERITY
    return known and SEVERITY.index(one[0]) < SEVERITY.index(other[0])
