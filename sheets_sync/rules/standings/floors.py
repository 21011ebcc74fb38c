"""What a standing's ``floor`` gives back. It is part of the standing and no entry: another standing may sum
the same entries with another floor."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from sheets_sync.rules.standings.counting import Counted, Unit
from sheets_sync.rules.standings.line_sums import Scores, Sums
from sheets_sync.ruleset.values import Number, simplest


@dataclass(frozen=True, slots=True)
class Raised:
    """``rounds``: round -> what its floor gave back; ``rest``: what that of the total did; ``inside``:
    whether the points of the rounds hold theirs already."""

    rounds: Mapping[int, Number] = field(default_factory=dict)
    rest: Number = 0
    inside: bool = False

    @property
    def total(self) -> Number:
        return simplest(sum(self.rounds.values()) + self.rest)

    @property
    def beside(self) -> Number:
        """What isn't in the points of the rounds."""
        return self.rest if self.inside else self.total


def raised(sums: Sums, own: Mapping[str, Scores], lost: Mapping[int, Number], kept: Counted) -> Raised:
    """``own``: seat -> its scores; ``lost``: round -> what is taken beside its points."""
    if sums.rules.floor == "total":
        below = kept.total + sum(lost.values())
        return Raised(rest=simplest(max(-below, 0)))
    if sums.rules.floor == "none":
        return Raised()
    return Raised(_inside(sums, own, kept), inside=True) if sums.in_rounds else Raised(_beside(lost, kept))


def _inside(sums: Sums, own: Mapping[str, Scores], kept: Counted) -> dict[int, Number]:
    """Where rounds take their deductions along: of every seat's rounds that count."""
    found: dict[int, Number] = {}
    for scores in own.values():
        for number, score in scores.items():
            unit, below = sums.below(number, score)
            if below and _counts(kept, unit):
                found[number] = found.get(number, 0) + below
    return found


def _beside(lost: Mapping[int, Number], kept: Counted) -> dict[int, Number]:
    """A round never loses more than it brought, whether it is dropped or not."""
    worths: dict[int, Number] = dict.fromkeys(lost, 0)
    for unit, points in kept.values.items():
        worth = points if _counts(kept, unit) else max(points, 0)
        worths[unit[0]] = worths.get(unit[0], 0) + worth
    below = {number: worth + lost.get(number, 0) for number, worth in worths.items()}
    return {number: -short for number, short in sorted(below.items()) if short < 0}


def _counts(kept: Counted, unit: Unit) -> bool:
    return unit in kept.values and (kept.provisional or unit not in kept.dropped)
