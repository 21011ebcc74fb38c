"""Circuits that name a round: headings often say Suzuka where they mean round 3."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from sheets_sync.records.calendar import CalendarRow
from sheets_sync.records.context import ReadingContext
from sheets_sync.records.names import fold

_OPEN = frozenset({"tba", "tbc", "tbd", "n/a", "none"})
"""What stands there while nobody knows the circuit."""


def with_circuits(context: ReadingContext, calendar: Iterable[CalendarRow]) -> ReadingContext:
    """The context in which a circuit is read as the round that is held there, where it is one alone. The
    names that rounds have themselves come first."""
    rounds: dict[str, set[int]] = {}
    for row in calendar:
        if row.circuit and fold(row.circuit) not in _OPEN and any(map(str.isalpha, row.circuit)):
            rounds.setdefault(fold(row.circuit), set()).add(row.round)
    sure = {name: found.pop() for name, found in rounds.items() if len(found) == 1}
    return replace(context, rounds={**sure, **context.rounds})
