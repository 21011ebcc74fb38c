"""Rounds exact numbers to whole ones, the way a rule says."""

from __future__ import annotations

import math
from fractions import Fraction
from typing import Literal

from sheets_sync.ruleset.values import Number, simplest

Rounding = Literal["none", "half up", "up", "down"]


def rounded(value: Number, how: Rounding) -> Number:
    """``half up`` rounds 1/2 away from the lower number: 2.5 -> 3, -2.5 -> -2."""
    if how == "none" or isinstance(value, int):
        return simplest(value)
    if how == "half up":
        return math.floor(Fraction(value) + Fraction(1, 2))
    return math.ceil(value) if how == "up" else math.floor(value)
