"""Section `classification`: the order of a session."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator, Field

from sheets_sync.ruleset.items import Item
from sheets_sync.ruleset.phrases import Phrase, Sanction
from sheets_sync.ruleset.settings import Settings
from sheets_sync.ruleset.values import Number, Share, one_or_many

Act = Literal["seconds", "laps", "places", "disqualification"]


def _seconds(value: object) -> object:
    if str(value).strip().endswith("s"):
        phrase = Phrase.parse(value)
        if phrase.sanction is Sanction.SECONDS:
            return phrase.amount
    raise ValueError(f"'{value}' is no number of seconds; write it like 1 s")


def _in_an_order_that_can_be(order: list[Act]) -> list[Act]:
    if sorted(order) != ["disqualification", "laps", "places", "seconds"]:
        raise ValueError("name each of seconds, laps, places and disqualification once")
    if order.index("places") < max(order.index("seconds"), order.index("laps")):
        raise ValueError("seconds and laps make the order, so that places come after them")
    return order


class Unserved(Settings):
    """Penalties of the game that weren't served."""

    add: Literal["game penalty"] = Field(
        "game penalty", description="the column of unserved seconds is added"
    )
    per_sector: Annotated[Number | None, BeforeValidator(_seconds)] = Field(
        None, description="and so much for each sector until it was served"
    )


class Classification(Item):
    """How the order of a session comes about."""

    by: Literal["place", "time", "best lap"] | None = Field(
        None,
        description="place (as entered), time (laps, then total time) or best lap; usually place, "
        "in qualifying best lap",
    )
    unserved: Unserved | None = Field(None, description="penalties of the game that weren't served")
    classified_from: Share | None = Field(
        None, description="the share of the winner's laps from which a driver is classified"
    )
    order: Annotated[list[Act], BeforeValidator(one_or_many), AfterValidator(_in_an_order_that_can_be)] = (
        Field(
            ["seconds", "laps", "places", "disqualification"], description="the order in which sanctions act"
        )
    )
    dead_heat: Literal["share", "refuse"] = Field(
        "refuse",
        description="equal times share the place, or are a problem until the places say who was ahead",
    )
    places_among: Literal["pool", "class"] = Field(
        "pool", description="whom a driver who loses places falls behind: everybody, or the own class"
    )
