"""Section `classification`: the order of a session."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from sheets_sync.ruleset.items import Item


class Classification(Item):
    """How the order of a session comes about."""

    by: Literal["place", "time", "best lap"] | None = Field(
        None,
        description="place (as entered), time (laps, then total time) or best lap; usually place, "
        "in qualifying best lap",
    )
    places_among: Literal["pool", "class"] = Field(
        "pool", description="whom a driver who loses places falls behind: everybody, or the own class"
    )
