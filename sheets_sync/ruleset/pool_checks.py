"""What pools, movements and ballast can't mean: measures that nobody knows."""

from __future__ import annotations

from collections.abc import Iterator

from sheets_sync.ruleset.items import Item
from sheets_sync.ruleset.kinds.ballast import Ballast
from sheets_sync.ruleset.kinds.measures import Measure
from sheets_sync.ruleset.kinds.movement import Movement
from sheets_sync.ruleset.kinds.pools import Pools
from sheets_sync.ruleset.model import Ruleset
from sheets_sync.ruleset.race_checks import Unfit

_FIGURES = frozenset(
    {
        "best lap",
        "code",
        "column",
        "countback",
        "entered at",
        "laps",
        "laps led",
        "place",
        "points",
        "stage",
        "start",
        "time",
    }
)
_RANKED = ("rank", "snake")


def unfit_pools(ruleset: Ruleset, item: Item, sessions: tuple[str, ...]) -> Iterator[Unfit]:
    """Settings of these kinds that would be ignored."""
    if isinstance(item, Pools):
        yield from _unknown(ruleset, "by", item.by, sessions)
        if item.by and item.fill not in _RANKED:
            message = f"'by' says nothing where pools are filled by {item.fill}."
            yield Unfit("by", message, "Take it out, or write 'fill: rank' or 'fill: snake'.")
    if isinstance(item, Movement):
        yield from _unknown(ruleset, "by", item.by, sessions)
        yield from _unknown(ruleset, "absent_by", item.absent_by, sessions)
    if isinstance(item, Ballast):
        yield from _ballast(ruleset, item, sessions)


def _unknown(
    ruleset: Ruleset, setting: str, measures: list[Measure], sessions: tuple[str, ...]
) -> Iterator[Unfit]:
    # Another ruleset may rename the sessions of one that it extends; `qualifying` and `race` are everybody's.
    named = {*sessions, "qualifying", "race", *ruleset.standings, *ruleset.tallies}
    for each in measures:
        if each.kind in _FIGURES or (each.kind == "named" and each.name in named):
            continue
        hint = f"Write a session, a standing or a tally: {', '.join(sorted(named))}."
        yield Unfit(setting, f"nothing can be ranked by '{each}' here.", hint)


def _ballast(ruleset: Ruleset, item: Ballast, sessions: tuple[str, ...]) -> Iterator[Unfit]:
    kind, name = item.for_.kind, item.for_.name
    of_standing = kind == "named" and name in ruleset.standings
    if kind != "place" and not of_standing and not (kind == "named" and name in sessions):
        message = f"'for: {item.for_}' brings no ballast."
        yield Unfit("for", message, "Write place, a session or a standing.")
    if item.among == "round":
        yield Unfit("among", "places of several pools can't be compared.", "Write pool or class.")
    if of_standing and item.among == "class":
        yield Unfit("among", "a standing ranks by itself.", "Take it out.")
    if of_standing and item.sessions is not None:
        yield Unfit("sessions", "a standing is about the round as a whole.", "Take it out.")
    if isinstance(item.table, str) and item.table != "ask" and item.table not in ruleset.tables:
        yield Unfit("table", f"there is no table '{item.table}'.", "Write it under 'tables'.")
