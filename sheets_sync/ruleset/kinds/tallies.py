"""Section `tallies`: count something per driver and act at a count."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from sheets_sync.ruleset.items import Item
from sheets_sync.ruleset.phrases import Phrases
from sheets_sync.ruleset.values import Exact, number


def _thresholds(value: object) -> object:
    if not isinstance(value, dict):
        raise ValueError("here belong thresholds in the form '15: what follows'")
    return {number(at): phrases for at, phrases in value.items()}


class Tally(Item):
    """One account of conduct."""

    counts: Literal["every code"] = Field("every code", description="what is counted")
    adds: Exact | Literal["amount"] = Field(
        1, description="how much each adds: a number, or the code's own amount"
    )
    credit: Exact | None = Field(
        None, description="the credit it starts with; thresholds then say what is left"
    )
    at: Annotated[dict[Exact, Phrases], BeforeValidator(_thresholds)] = Field(
        default_factory=dict, description="threshold -> what follows when it is reached"
    )
    warn_at: Exact | None = Field(
        None,
        description="from here on the conduct table shows a warning: a count, or what is left of the credit",
    )
    over: Literal["season"] = Field("season", description="the time it is counted over")
