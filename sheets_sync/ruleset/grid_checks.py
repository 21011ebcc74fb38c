"""What grids and absences can't mean: measures and statuses that nobody knows."""

from __future__ import annotations

from collections.abc import Iterator

from sheets_sync.ruleset.items import Item
from sheets_sync.ruleset.kinds.absence import Absence
from sheets_sync.ruleset.kinds.grids import Grid
from sheets_sync.ruleset.kinds.measures import Measure
from sheets_sync.ruleset.model import Ruleset
from sheets_sync.ruleset.phrase_checks import Unheard

_FIGURES = (
    "best lap",
    "countback",
    "entered at",
    "laps",
    "laps led",
    "place",
    "points",
    "start",
    "time",
)


def unheard_measures(ruleset: Ruleset, item: Item, sessions: tuple[str, ...]) -> Iterator[Unheard]:
    """What a grid would compare and what nobody knows; statuses that an absence can't have."""
    if isinstance(item, Absence):
        for setting, status in (("signed_out", item.signed_out), ("too_late", item.too_late)):
            if status not in ruleset.statuses:
                yield Unheard("status", setting, status, tuple(ruleset.statuses))
    if isinstance(item, Grid):
        known = (*sessions, "qualifying", *ruleset.standings, *ruleset.tallies, *_FIGURES)
        yield from _unknown("by", item.by, (*known, "ask"))
        yield from _unknown("banned_by", item.banned_by, known)
        if item.disconnected is not None:
            yield from _unknown("disconnected > by", item.disconnected.by, known)


def _unknown(setting: str, measures: list[Measure], known: tuple[str, ...]) -> Iterator[Unheard]:
    for each in measures:
        name = each.name if each.kind == "named" else each.kind
        if each.kind not in ("column", "code") and name not in known:
            yield Unheard("measure for a grid", setting, name, known)
