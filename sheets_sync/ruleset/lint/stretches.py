"""Stretches of a race's distance, with ends that belong to them or don't."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction

Cut = tuple[Fraction, int]
"""A place between two shares: just before that share (0), or just after it (1)."""
START: Cut = (Fraction(0), 0)
END: Cut = (Fraction(1), 1)


@dataclass(frozen=True, slots=True)
class Stretch:
    """What lies between two cuts."""

    start: Cut
    end: Cut

    def __str__(self) -> str:
        """As a part of a sentence: `between 50 % and 75 %`."""
        if self.start == START and self.end == END:
            return "for any distance"
        if self.start == START:
            return f"{'up to' if self.end[1] else 'below'} {percent(self.end)}"
        if self.end == END:
            return f"above {percent(self.start)}" if self.start[1] else f"from {percent(self.start)} on"
        if self.start[0] == self.end[0]:
            return f"at exactly {percent(self.start)}"
        return f"between {percent(self.start)} and {percent(self.end)}"


def percent(cut: Cut) -> str:
    share = cut[0] * 100
    return f"{share.numerator} %" if share.denominator == 1 else f"{float(share):.4g} %"


def left(whole: Iterable[Stretch], taken: Iterable[Stretch]) -> list[Stretch]:
    """What of ``whole`` remains when ``taken`` is cut out."""
    remains = list(whole)
    for each in taken:
        remains = [part for stretch in remains for part in _cut_out(stretch, each)]
    return remains


def _cut_out(whole: Stretch, taken: Stretch) -> Iterator[Stretch]:
    if taken.start >= taken.end or taken.start >= whole.end or taken.end <= whole.start:
        yield whole
        return
    if whole.start < taken.start:
        yield Stretch(whole.start, taken.start)
    if taken.end < whole.end:
        yield Stretch(taken.end, whole.end)
