"""What points can't mean: measures that give none, tables that aren't there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sheets_sync.ruleset.items import Item
from sheets_sync.ruleset.kinds.measures import PLAIN
from sheets_sync.ruleset.kinds.points import Points
from sheets_sync.ruleset.model import Ruleset
from sheets_sync.validation import nearest

_OF_STANDINGS = frozenset(
    {"countback", "countback of points places", "latest result", "earliest best result", "stage"}
)


@dataclass(frozen=True, slots=True)
class Unfit:
    """A setting that can't be meant, why, and what would do."""

    setting: str
    message: str
    hint: str


def unfit_points(ruleset: Ruleset, item: Item, sessions: tuple[str, ...]) -> Iterator[Unfit]:
    """Settings that would be ignored."""
    if isinstance(item, Points):
        yield from _points(ruleset, item, sessions)


def _points(ruleset: Ruleset, item: Points, sessions: tuple[str, ...]) -> Iterator[Unfit]:
    kind, name = item.for_.kind, item.for_.name
    if kind in _OF_STANDINGS:
        message = f"'{item.for_}' orders a standing, and gives no points."
        yield Unfit("for", message, "Write a figure of the results, such as 'place' or 'best lap'.")
    if kind == "named" and name in sessions:
        if item.sessions is not None and set(item.sessions) != {name}:
            message = f"'for: {name}' is about that session already; 'sessions' names another."
            yield Unfit("sessions", message, "Take one of the two out.")
        if item.among == "round":
            message = "places of several pools can't be compared; 'among: round' is for best laps."
            yield Unfit("among", message, "Take it out, or write 'for: best lap'.")
    elif kind == "named" and name not in {*ruleset.standings, *ruleset.tallies}:
        known = [*sessions, *ruleset.standings, *ruleset.tallies]
        near = nearest(name, [*PLAIN, *known])
        message = f"there is no measure, session, standing or tally '{item.for_}'."
        others = f"Known besides the usual measures: {', '.join(known)}."
        yield Unfit("for", message, near if near.startswith("Did you mean") else others)
    for band in item.distance:
        if isinstance(band.table, str) and band.table not in ruleset.tables:
            yield Unfit("distance", f"there is no table '{band.table}'.", "Write it under 'tables'.")
