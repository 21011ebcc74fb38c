"""Tables: points that don't fall, and grids for which there is no table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from sheets_sync.problems import Problem
from sheets_sync.ruleset.items import Item
from sheets_sync.ruleset.kinds.ballast import Ballast
from sheets_sync.ruleset.kinds.points import Formula, Points
from sheets_sync.ruleset.lint.subject import Part, Subject
from sheets_sync.ruleset.values import Number


def not_falling(subject: Subject) -> Iterator[Problem]:
    """A place that is worth more than the one before it; less, where fewer points are ahead."""
    for part in subject.parts("points", "ballast"):
        if "table" in part.node.items and isinstance(part.item, Points | Ballast):
            low = _low_is_ahead(subject, part.path[1])
            for starters, table in _tables(subject, part.item).items():
                yield from _place(subject, part, table, low, starters)


def _place(
    subject: Subject, part: Part, table: Sequence[Number], low: bool, starters: str
) -> Iterator[Problem]:
    pairs = enumerate(pairwise(table), 2)
    place = next((at for at, (one, two) in pairs if (two < one if low else two > one)), None)
    if place is not None:
        here, before = table[place - 1], table[place - 2]
        message = f"{part.title} > table{starters}: P{place} is worth {here}, P{place - 1} only {before}."
        if low:
            message = f"{part.title} > table{starters}: P{place} costs {here}, P{place - 1} already {before}."
        hint = f"Write them {'rising: fewer points are ahead' if low else 'falling'}."
        yield subject.warning(message, *part.path, "table", hint=hint)


def _low_is_ahead(subject: Subject, rule: str) -> bool:
    """Whether every standing that sums the rule puts fewer points ahead."""
    standings = [each.usual for each in subject.ruleset.standings.values()]
    summing = [each for each in standings if rule in each.sum or "all" in each.sum]
    return bool(summing) and all(each.better == "low" for each in summing)


def _tables(subject: Subject, item: Points | Ballast) -> dict[str, Sequence[Number]]:
    table = item.table
    if isinstance(table, str):
        return {"": subject.ruleset.tables.get(table, ())}
    if isinstance(table, Mapping):
        return {f" > {starters}": values for starters, values in table.items()}
    return {} if isinstance(table, Formula) else {"": table}


def missing_starters(subject: Subject) -> Iterator[Problem]:
    """Tables by starters that end before the pools are full."""
    for part in subject.parts("points", "ballast"):
        table = part.item.table if isinstance(part.item, Points | Ballast) else None
        largest = max(table, default=0) if isinstance(table, Mapping) else 0
        size = _size(subject, part.scope or part.item)
        if largest and "table" in part.node.items and size > largest:
            message = f"{part.title} > table: it ends at {largest} starters, and a pool holds {size}."
            hint = f"Add a table for {size}: the smallest that holds the starters counts."
            yield subject.warning(message, *part.path, "table", hint=hint)


def _size(subject: Subject, scope: Item) -> int:
    """How many cars the largest pool may hold in the rounds where the rule holds."""
    ruleset = subject.ruleset
    found = (
        ruleset.pools.at(ruleset.where(each.number, "", pool))
        for each in ruleset.rounds
        for pool in (scope.pools or ruleset.pools.usual.names)
    )
    return max((pools.size for pools in found if pools and isinstance(pools.size, int)), default=0)
