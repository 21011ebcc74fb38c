"""Section `pools`: who races where."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from sheets_sync.ruleset.items import Item
from sheets_sync.ruleset.values import Names, When, listed

Refusal = Literal["unknown driver", "same pool", "banned"]


class SwapRules(BaseModel):
    """When two drivers may exchange their pools for a round."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)

    confirmed_by: Literal["both", "nobody"] = Field("both", description="whose confirmation it needs")
    until: When | None = Field(
        None, description="until when it can be asked for; the earlier of the two races counts"
    )
    per_round: int | None = Field(None, description="how many swaps a driver may make in a round")
    refuse: Annotated[list[Refusal], BeforeValidator(listed)] = Field(
        [],
        description="same pool: where both race in one; who is unknown or holds no place is refused anyway",
    )


class Pools(Item):
    """The pools of a round and how they are filled."""

    names: Names = Field(["one"], description="the pools in order; `one` where there is only one")
    size: int | None = Field(None, description="places in each")
    fill: Literal["keep", "choice"] = Field(
        "keep",
        description="keep: as in the entry list or the round before; choice: first come first served",
    )
    swap: SwapRules | None = Field(None, description="swaps between two drivers; without it none")
