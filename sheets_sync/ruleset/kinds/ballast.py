"""Section `ballast`: weight for places, or for the standing."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from sheets_sync.ruleset.items import Item
from sheets_sync.ruleset.kinds.measures import Measure, OneMeasure
from sheets_sync.ruleset.kinds.points import Table
from sheets_sync.ruleset.values import NotNegative


def _lasts(value: object) -> object:
    text = str(value).strip()
    if text == "season":
        return text
    count, _, unit = text.partition(" ")
    if count.isdigit() and int(count) and unit in ("round", "rounds"):
        return int(count)
    raise ValueError(f"'{value}' isn't possible here; write '1 round', '2 rounds' or season")


class Ballast(Item):
    """Weight, or seconds, that a result brings for what comes."""

    for_: OneMeasure = Field(
        Measure("place"),
        alias="for",
        description="what is measured: place, or the name of a standing",
    )
    table: Table = Field(description="weight from the first place down")
    among: Literal["pool", "class", "round"] = Field("pool", description="whom the ranking compares")
    scale: NotNegative = Field(1, description="times the table")
    unit: Literal["kg", "s"] = Field("kg", description="what it is measured in")
    lasts: Annotated[int | Literal["season"], BeforeValidator(_lasts)] = Field(
        1, description="for how many rounds: 1 round, 2 rounds, season; what is carried adds up"
    )
    at_most: NotNegative | None = Field(None, description="no more than that is carried")
