"""Section `advance`: the best of a ranking go on."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from sheets_sync.ruleset.items import Item
from sheets_sync.ruleset.kinds.measures import Measure, Measures
from sheets_sync.ruleset.values import Count, Places


class Advance(Item):
    """One way on: from a round, or the entries, into a later round, the field or the reserves."""

    after: str = Field(description="the round after which it is decided, or entries")
    by: Measures = Field([Measure("place")], description="what the ranking goes by")
    from_each: Literal["pool", "class"] | None = Field(
        None, description="the places are taken from each pool or class; else all are ranked together"
    )
    take: Places = Field(description="the places that go on: 1-9")
    best: Count | None = Field(None, description="of those taken from each pool or class only so many")
    best_by: Measures = Field([], description="what the best of them are chosen by")
    into: str | None = Field(None, description="a later round, field or reserves")
    mark: str | None = Field(None, description="a text that marks them in the classification")
    vacated: Literal["next", "empty"] = Field(
        "next", description="a place that falls free goes to the next in the ranking, or stays empty"
    )
