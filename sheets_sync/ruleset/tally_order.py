"""The order in which tallies are reckoned: each after those that feed it."""

from __future__ import annotations

from collections.abc import Iterable
from graphlib import CycleError, TopologicalSorter

from sheets_sync.ruleset.kinds.tallies import Tally
from sheets_sync.ruleset.model import Ruleset
from sheets_sync.ruleset.phrases import OUT, Phrase, Sanction

COSTS = OUT | {
    Sanction.SECONDS,
    Sanction.PLACES,
    Sanction.LAPS,
    Sanction.DRIVE_THROUGH,
    Sanction.STOP_AND_GO,
    Sanction.GRID_PLACES,
}
"""What ``every penalty`` counts when a threshold brings it."""


def tally_order(ruleset: Ruleset) -> list[str]:
    """Raises `CycleError` where tallies feed each other in a circle."""
    sorter: TopologicalSorter[str] = TopologicalSorter()
    rules = {name: rule.usual for name, rule in ruleset.tallies.items()}
    for name, tally in rules.items():
        sorter.add(name, *(other for other in rules if _feeds(rules[other], name, tally)))
    return list(sorter.static_order())


def circle(ruleset: Ruleset) -> list[str]:
    """The tallies of a circle, or nothing."""
    try:
        tally_order(ruleset)
    except CycleError as error:
        return list(error.args[1])
    return []


def _feeds(source: Tally, name: str, target: Tally) -> bool:
    for phrase in _brings(source):
        words = str(Phrase(phrase.sanction, 1, phrase.name)).removeprefix("1 ")
        if phrase.sanction is Sanction.TALLY and phrase.name == name:
            return True
        if words in target.counts or ("every penalty" in target.counts and phrase.sanction in COSTS):
            return True
    return False


def _brings(tally: Tally) -> Iterable[Phrase]:
    for phrases in (*tally.at.values(), *tally.every.values()):
        yield from phrases
