"""Standings that are ordered by other standings: none may come back to itself."""

from __future__ import annotations

from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter

from sheets_sync.ruleset.kinds.measures import Measure
from sheets_sync.ruleset.kinds.standings import Standing
from sheets_sync.ruleset.model import Ruleset


def standing_circle(ruleset: Ruleset) -> list[str]:
    """The standings of a circle, or nothing."""
    sorter: TopologicalSorter[str] = TopologicalSorter()
    for name, rule in ruleset.standings.items():
        asked = {other for each in (rule.usual, *rule.variants()) for other in _asked(each)}
        sorter.add(name, *(other for other in ruleset.standings if other in asked))
    try:
        sorter.prepare()
    except CycleError as error:
        return list(error.args[1])
    return []


def _asked(standing: Standing) -> Iterator[str]:
    for measure in (*standing.by, *standing.ties, Measure.parse(standing.still_tied)):
        if measure.kind == "named":
            yield measure.name
    if standing.carry is not None:
        yield standing.carry.from_
