"""Section `roster`: who takes part, and who follows when a place falls free."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from sheets_sync.ruleset.items import Item
from sheets_sync.ruleset.values import CountOrNone, Names, one_or_many

Departures = Annotated[list[Literal["withdrawn", "removed"]], BeforeValidator(one_or_many)]


class Roster(Item):
    """Places, reserves, replacements, departures and transfers."""

    MAY_BE_EMPTY = ("replaces", "takes_over")

    full_time: CountOrNone | None = Field(None, description="how many full-time drivers there may be")
    reserves: CountOrNone | None = Field(None, description="how many reserves there may be")
    replacement: Literal["no", "next reserve", "any reserve"] = Field(
        "no", description="who takes a free seat"
    )
    replaces: Departures = Field(
        ["withdrawn"], description="which departures free a seat: withdrawn, removed"
    )
    takes_over: Names = Field(
        ["points"],
        description="what goes over with the seat: points, names of tallies, or nothing, written []",
    )
    withdrawn: Literal["keep", "erase"] = Field(
        "keep", description="the results of who withdraws: kept, or erased, and the ranking closes up"
    )
    removed: Literal["keep", "erase"] = Field("keep", description="the same for who is removed")
    guests: Literal["score", "hold places", "passed over"] = Field(
        "passed over",
        description="a guest scores, takes a place without points, or is passed over: the next one scores",
    )
    newcomer: str | None = Field(None, description="the class of an entrant without one")
    transfer: Literal["follow", "stay"] = Field(
        "follow", description="points when a driver's class or team changes: they follow, or stay behind"
    )
