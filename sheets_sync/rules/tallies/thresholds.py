"""Thresholds: what follows when a count goes from one number to another."""

from __future__ import annotations

from collections.abc import Iterator

from sheets_sync.ruleset.kinds.tallies import Tally
from sheets_sync.ruleset.phrases import Phrase
from sheets_sync.ruleset.values import Number


def reached(rules: Tally, before: Number, after: Number) -> Iterator[list[Phrase]]:
    """What follows from the way from one count to another. A count below 0 is something in hand: on the way
    up to 0 nothing is reached."""
    before, after = max(before, 0), max(after, 0)
    crossed = [each for each in rules.at if _crossed(rules, before, after, each.at)]
    if crossed:
        ordered = sorted(crossed, key=lambda each: each.at, reverse=rules.credit is None)
        for threshold in ordered[:1] if rules.jump == "highest" else reversed(ordered):
            yield rules.at[threshold]
    else:
        going_on = [each for each in rules.at if each.onwards and before >= each.at and after > before]
        if going_on:
            yield rules.at[max(going_on, key=lambda each: each.at)]
    for step, phrases in rules.every.items():
        for _ in range(int(after // step) - int(before // step)):
            yield phrases


def _crossed(rules: Tally, before: Number, after: Number, threshold: Number) -> bool:
    if rules.credit is None:
        return before < threshold <= after
    return rules.credit - before > threshold >= rules.credit - after
