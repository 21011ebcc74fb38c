"""Section `movement`: up and down between divisions for the next round."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from sheets_sync.ruleset.items import Item
from sheets_sync.ruleset.kinds.measures import Measures
from sheets_sync.ruleset.values import CountOrNone, Names, YesNo


class Movement(Item):
    """How many move, by what, and who moves whatever the ranking says. Without ``up`` nobody moves."""

    up: CountOrNone | None = Field(None, description="how many are promoted from each pool")
    down: CountOrNone | None = Field(None, description="how many are demoted from each pool")
    by: Measures = Field([], description="the session, or race, whose order it goes by")
    first_down: Names = Field(
        [], description="statuses and tallies whose drivers are demoted before others, in this order"
    )
    refill: YesNo = Field(True, description="whether as many move up as go down, so that pools stay full")
    spare: Names = Field([], description="statuses and sanctions whose driver is never a bottom driver")
    absent: Literal["last", "spared"] = Field("last", description="who took no part ranks last, or is spared")
    absent_by: Measures = Field([], description="the order among those who took no part")
