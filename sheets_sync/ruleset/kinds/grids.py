"""Section `grids`: the starting or release order of the session that it is named after."""

from __future__ import annotations

from fractions import Fraction
from typing import Literal

from pydantic import Field

from sheets_sync.ruleset.items import Item
from sheets_sync.ruleset.kinds.measures import Measure, Measures
from sheets_sync.ruleset.moments import When
from sheets_sync.ruleset.settings import Settings
from sheets_sync.ruleset.values import Count, CountOrNone, Names, Share


class Disconnected(Settings):
    """Who was disconnected for too long in the session that makes the grid."""

    over: Share = Field(Fraction(1, 2), description="share of the session missed, above which it acts")
    go: Literal["back", "out"] = Field("back", description="to the back of the grid, or out of it")
    by: Measures = Field([Measure("column", "disconnected at")], description="the order among them")


class Grid(Item):
    """A grid. ``by: ask`` where the document names no order."""

    by: Measures = Field([Measure("named", "qualifying")], description="what the grid goes by")
    no_time: Literal["back", "out"] = Field("back", description="who has no time in it")
    absent: Literal["back", "out"] = Field(
        "back", description="who didn't take part in it, or was disqualified from it"
    )
    banned: Literal["back", "out"] = Field(
        "back",
        description="who is banned from the qualifying; who is banned from this very session is out of it, "
        "unless `back` is written",
    )
    banned_by: Measures = Field(
        [], description="the order among several who are banned; else that of the championship"
    )
    invert: CountOrNone | None = Field(None, description="so many of the first stand in reverse order")
    groups: Count | None = Field(None, description="released in groups of so many")
    last: Names = Field([], description="drivers who always stand last")
    disconnected: Disconnected | None = Field(None, description="who was disconnected for too long")
    freeze: When | None = Field(
        None, description="what is published later no longer changes the grid; usually at race start"
    )
