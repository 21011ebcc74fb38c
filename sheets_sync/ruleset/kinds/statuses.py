"""Section `statuses`: what a status is worth."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from sheets_sync.ruleset.items import Item
from sheets_sync.ruleset.phrases import Phrases
from sheets_sync.ruleset.settings import Settings
from sheets_sync.ruleset.values import Exact, Names, Number, YesNo, number


class PointsOf(Settings):
    """Points from a number of cars, as in low-point scoring."""

    of: Literal["starters", "entries", "last"] = Field(
        description="the number it is made from; last: the last place"
    )
    plus: Exact = Field(0, description="added to it")
    scale: Exact = Field(1, description="times it")


def _worth(value: object) -> object:
    if isinstance(value, dict) or value in ("place", "last", "none", "average"):
        return value
    try:
        return number(value)
    except ValueError:
        raise ValueError(
            f"'{value}' isn't possible here; write place, last, none, average or a number"
        ) from None


Worth = Annotated[Literal["place", "last", "none", "average"] | PointsOf | Number, BeforeValidator(_worth)]


class Status(Item):
    """One status of a result row."""

    NOT_TAKEN_OVER = ("also",)

    place: Literal["own", "last", "none"] = Field("own", description="the place in the classification")
    points: Worth = Field(
        "place",
        description="points of the own place, of the last place (the number of starters), none, the driver's "
        "average of other rounds, a number, or {of: starters, plus: 1}",
    )
    bonuses: YesNo = Field(True, description="whether the driver may have bonus points")
    starts: YesNo = Field(
        True, description="whether the driver has started: counts for the last place, can be punished"
    )
    drops: Literal["may", "never", "first"] = Field(
        "may", description="whether such a round may be dropped, never is, or is dropped first"
    )
    also: Names = Field([], description="other ways to write it")
    then: Phrases = Field([], description="what follows: sanctions, or {decide: what}")
