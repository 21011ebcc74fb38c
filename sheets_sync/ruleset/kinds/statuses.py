"""Section `statuses`: what a status is worth."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from sheets_sync.ruleset.items import Item
from sheets_sync.ruleset.phrases import Phrases
from sheets_sync.ruleset.values import Names, YesNo


class Status(Item):
    """One status of a result row."""

    place: Literal["own", "last", "none"] = Field("own", description="the place in the classification")
    points: Literal["place", "last", "none"] = Field(
        "place", description="points of the own place, of the last place (the number of starters), or none"
    )
    bonuses: YesNo = Field(True, description="whether the driver may have a best-lap point")
    starts: YesNo = Field(
        True, description="whether the driver has started: counts for the last place, can be punished"
    )
    also: Names = Field([], description="other ways to write it")
    then: Phrases = Field([], description="what people then have to decide: {decide: exclusion}")
