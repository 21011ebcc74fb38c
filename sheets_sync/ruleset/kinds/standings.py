"""Section `standings`: a table of sums."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from sheets_sync.ruleset.items import Item
from sheets_sync.ruleset.values import Names, YesNo


class Standing(Item):
    """One championship table. A tie-break is ``countback``, ``best lap`` or the name of a tally."""

    sum: Names = Field(["all"], description="names of points rules, deductions; or all")
    ties: Names = Field(["countback"], description="what breaks a tie, in order")
    each: Literal["season", "class"] = Field("season", description="one table for all, or one for each class")
    listed: Literal["entered", "scorers"] = Field(
        "entered", description="who stands in it: everybody who entered, or who has points"
    )
    published: YesNo = Field(True, description="whether it may be shown in public")
