"""Section `roster`: who takes part, and who follows when a place falls free."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from sheets_sync.ruleset.items import Item
from sheets_sync.ruleset.values import listed

Departures = Annotated[list[Literal["withdrawn", "removed"]], BeforeValidator(listed)]
Inheritance = Annotated[list[Literal["points"]], BeforeValidator(listed)]


class Roster(Item):
    """Replacements."""

    replacement: Literal["no", "next reserve", "any reserve"] = Field(
        "no", description="who takes a free seat"
    )
    replaces: Departures = Field(
        ["withdrawn"], description="which departures free a seat: withdrawn, removed"
    )
    takes_over: Inheritance = Field(
        ["points"], description="what goes over with the seat: points, or nothing, written []"
    )
    newcomer: str | None = Field(None, description="the class of an entrant without one")
