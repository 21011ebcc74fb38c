"""Section `interruptions`: which part of a broken race counts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, model_validator

from sheets_sync.ruleset.items import Item
from sheets_sync.ruleset.settings import Settings
from sheets_sync.ruleset.values import CountOrNone, Names, NotNegative, YesNo, share

Result = Literal["restart", "restart from photo", "two parts", "photo", "decide", "note"]
_CARS = re.compile(r"(\d{1,3}) (?:drivers?|cars?)")


@dataclass(frozen=True, slots=True)
class Enough:
    """``4 drivers``, or ``50 % of starters``."""

    drivers: int | None = None
    share: Fraction | None = None

    @classmethod
    def parse(cls, value: object) -> Enough | str:
        text = str(value).strip()
        if text == "ask":
            return text
        if match := _CARS.fullmatch(text):
            return cls(int(match[1]))
        if text.endswith(" of starters"):
            return cls(None, share(text.removesuffix(" of starters")))
        raise ValueError(f"'{value}' isn't possible here; write '4 drivers', '50 % of starters' or ask")


@dataclass(frozen=True, slots=True)
class Point:
    """A point of the race: a ``share`` of its distance, or a ``lap``."""

    share: Fraction | None = None
    lap: int | None = None

    @classmethod
    def parse(cls, value: object) -> Point:
        word, _, rest = str(value).strip().partition(" ")
        if word == "lap" and rest.isdigit():
            return cls(None, int(rest))
        try:
            return cls(share(value), None)
        except ValueError:
            raise ValueError(f"'{value}' is no point of the race; write 75 % or lap 5") from None


At = Annotated[Point, BeforeValidator(Point.parse)]


class Band(Settings):
    """What happens in one part of the distance; the first band that fits counts."""

    from_: At | None = Field(None, alias="from", description="from there on")
    above: At | None = Field(None, description="beyond it")
    below: At | None = Field(None, description="before it")
    up_to: At | None = Field(None, description="up to it, itself included")
    result: Result = Field(description="which part counts")
    weights: list[NotNegative] = Field([], description="of two parts: what the points of each count")
    scale: NotNegative = Field(1, description="times the points")
    default: Result | None = Field(None, description="what holds until it is decided")
    shortened: YesNo = Field(False, description="whether the restart is run over a reduced distance")
    bonuses: YesNo = Field(True, description="whether bonus points are given")

    @model_validator(mode="after")
    def _two_weights_for_two_parts(self) -> Band:
        if "two parts" in (self.result, self.default) and len(self.weights) != 2:
            raise ValueError("two parts need two 'weights', such as [2/3, 1/3]")
        if self.default is not None and self.result != "decide":
            raise ValueError("a 'default' is for the result decide")
        return self


class Interruption(Item):
    """One kind of interruption, named as the tab's rows name it."""

    when: Literal["before the race", "in the race"] = Field("in the race", description="when it happens")
    counts_from: Annotated[Enough | Literal["ask"] | None, BeforeValidator(Enough.parse)] = Field(
        None, description="from how many drivers on: 4 drivers, 50 % of starters; ask where it is open"
    )
    bands: list[Band] = Field(description="what happens, by the share of the distance or the lap")
    photo: Literal["recorded", "first disconnection", "lap before"] = Field(
        "recorded", description="which order the photo shows"
    )
    restarts: CountOrNone | None = Field(None, description="how many restarts there may be in one race")
    refuse: Names = Field([], description="causes for which there is none")
    distance_rule: YesNo = Field(True, description="whether the points' distance rule acts on top")
    note: str = Field("", description="what to show")
