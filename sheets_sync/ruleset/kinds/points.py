"""Section `points`: a table for a ranking by one measure."""

from __future__ import annotations

from fractions import Fraction
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from sheets_sync.ruleset.items import Item
from sheets_sync.ruleset.values import Exact, Share


def _measure(value: object) -> str:
    text = " ".join(str(value).split())
    if text in ("place", "best lap") or text.startswith("code "):
        return text
    raise ValueError(f"'{value}' is no measure of a session; write place, best lap or code X")


class Band(BaseModel):
    """From that share of the distance on: all of the points, a ``scale`` of them, or fixed ``points``."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", populate_by_name=True, arbitrary_types_allowed=True
    )

    from_: Share = Field(Fraction(0), alias="from", description="share of the winner's laps, such as 90 %")
    scale: Exact = Field(1, description="what is left of the points there")
    points: Exact | None = Field(None, description="as many points there, whatever the place")


class Points(Item):
    """Points for a place, a best lap or a code."""

    for_: Annotated[str, BeforeValidator(_measure)] = Field(
        "place", alias="for", description="what is measured; code X: every row with that code"
    )
    table: list[Exact] | str = Field(description="points from the first place down, or a name in `tables`")
    among: Literal["pool", "class", "round"] = Field("pool", description="whom the ranking compares")
    top: int | None = Field(None, description="a best lap counts only for a driver placed that high")
    distance: list[Band] = Field([], description="what is left of them below a share of the winner's laps")
    ties: Literal["each", "split", "first"] = Field(
        "each", description="who gets the points of equal best laps: each, split, or the first row"
    )
    scale: Exact = Field(1, description="times the table")
    rounding: Literal["none", "half up", "up", "down"] = Field("none", description="of scaled points")
