"""Section `pools`: who races where."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from sheets_sync.ruleset.items import Item
from sheets_sync.ruleset.kinds.measures import Measures
from sheets_sync.ruleset.moments import When
from sheets_sync.ruleset.settings import Settings
from sheets_sync.ruleset.values import Count, CountOrNone, Names, YesNo, one_or_many

Refusal = Literal["unknown driver", "same pool", "banned"]
MoveReason = Literal["free place", "driver willing"]


class SwapRules(Settings):
    """When two drivers may exchange their pools for a round."""

    confirmed_by: Literal["both", "nobody"] = Field("both", description="whose confirmation it needs")
    until: When | None = Field(
        None, description="until when it can be asked for; the earlier of the two races counts"
    )
    per_round: CountOrNone | None = Field(None, description="how many swaps a driver may make in a round")
    refuse: Annotated[list[Refusal], BeforeValidator(one_or_many)] = Field(
        [],
        description="same pool: where both race in one; who is unknown or banned is refused anyway",
    )


class MoveRules(Settings):
    """When a driver may move to another pool of the same round."""

    if_: Annotated[list[MoveReason], BeforeValidator(one_or_many)] = Field(
        ["free place"],
        alias="if",
        description="free place: the pool isn't full; driver willing: one of it switches",
    )
    after_start: YesNo = Field(False, description="whether it is possible after the own race has started")
    missed_race: Literal["no absence", "absence"] = Field(
        "no absence", description="what the race that was missed by it counts as"
    )


class Pools(Item):
    """The pools of a round and how they are filled."""

    names: Names = Field(["one"], description="the pools in order; `one` where there is only one")
    size: Count | Literal["ask"] | None = Field(
        None, description="places in each; ask where the document is silent"
    )
    fill: Literal["keep", "choice", "rank", "snake", "draw", "tab", "together"] = Field(
        "keep",
        description="keep: as in the entry list or the round before; choice: first come first served; rank: "
        "the first pool is filled first; snake; draw: by lot; tab: as chosen, without a limit of time; "
        "together: all in the first pool",
    )
    by: Measures = Field([], description="what rank and snake go by")
    one_pool_below: Count | None = Field(
        None, description="with fewer drivers than that there is only one pool, called `one`"
    )
    swap: SwapRules | None = Field(None, description="swaps between two drivers; without it none")
    move: MoveRules | None = Field(None, description="moves of one driver within a round; without it none")
