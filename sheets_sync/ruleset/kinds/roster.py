"""Section `roster`: who takes part, and who follows when a place falls free."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from sheets_sync.ruleset.items import Item
from sheets_sync.ruleset.values import Names


class Roster(Item):
    """Replacements."""

    replacement: Literal["no", "next reserve", "any reserve"] = Field(
        "no", description="who takes a free seat"
    )
    replaces: Names = Field(["withdrawn"], description="which departures free a seat: withdrawn, removed")
    takes_over: Names = Field(
        ["points"], description="what goes over with the seat: points, names of tallies"
    )
    newcomer: str | None = Field(None, description="the class of an entrant without one")
