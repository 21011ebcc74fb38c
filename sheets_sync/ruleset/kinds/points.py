"""Section `points`: a table for a ranking by one measure."""

from __future__ import annotations

from fractions import Fraction
from typing import Annotated, Literal

from pydantic import BeforeValidator, Discriminator, Field, Tag, model_validator

from sheets_sync.ruleset.items import Item
from sheets_sync.ruleset.kinds.measures import Measure, OneMeasure
from sheets_sync.ruleset.settings import Settings
from sheets_sync.ruleset.values import Count, Exact, NotNegative, Share, YesNo, number


class Formula(Settings):
    """Points by a formula: the first place's, and the step from each place to the next."""

    first: Exact | Literal["starters", "entries"] | None = Field(
        None, description="points of the first place"
    )
    last: Exact | None = Field(None, description="points of the last starter; the others count up from it")
    step: Exact = Field(-1, description="from each place to the next")

    @model_validator(mode="after")
    def _from_one_end(self) -> Formula:
        if (self.first is None) == (self.last is None):
            raise ValueError("a formula begins at the 'first' place or at the 'last': name one of them")
        return self


def _table(value: object) -> object:
    """A list or one number, a formula, a map of lists by starters, none, ask, or a name in ``tables``."""
    if isinstance(value, dict | list):
        return value
    if value == "none":
        return []
    try:
        return [number(value)]
    except ValueError:
        return str(value)


def _row(value: object) -> object:
    """Brackets are needed here: `{1: 25, 2: 18}` is meant by place, and would be read by starters."""
    if isinstance(value, list):
        return value
    if value == "none":
        return []
    raise ValueError("by starters belong lists, as {10: [25, 18]}; by place one list, as [25, 18]")


def _kind_of_table(value: object) -> str:
    if isinstance(value, dict):
        return "formula" if set(value) & {"first", "last", "step"} else "by starters"
    return "name" if isinstance(value, str) else "list"


Row = Annotated[list[Exact], BeforeValidator(_row)]
Table = Annotated[
    Annotated[list[Exact], Tag("list")]
    | Annotated[dict[Count, Row], Tag("by starters")]
    | Annotated[Formula, Tag("formula")]
    | Annotated[str, Tag("name")],
    Discriminator(_kind_of_table),
    BeforeValidator(_table),
]


class Band(Settings):
    """From that share of the distance on: all of the points, a ``scale`` of them, or fixed ``points``."""

    from_: Share = Field(Fraction(0), alias="from", description="share of the laps, such as 90 %")
    scale: NotNegative = Field(1, description="what is left of the points there")
    table: Table | None = Field(None, description="another table there")
    plus: Exact = Field(0, description="added after the scale")
    points: Exact | None = Field(None, description="as many points there, whatever the place")


class Points(Item):
    """Points for a place, a best lap, a code or another measure."""

    for_: OneMeasure = Field(
        Measure("place"),
        alias="for",
        description="what is measured; code X: every row with that code",
    )
    table: Table = Field(
        description="points from the first place down: a list, {starters: list}, {first: 20, step: -1}, "
        "a name in `tables`, none or ask"
    )
    among: Literal["pool", "class", "round"] = Field("pool", description="whom the ranking compares")
    top: Count | None = Field(None, description="counts only for a driver placed that high")
    distance: list[Band] = Field([], description="what is left of them below a share of the distance")
    distance_of: Literal["winner", "scheduled"] = Field(
        "winner", description="the distance: the winner's laps, or the scheduled ones"
    )
    ties: Literal["each", "split", "first"] = Field(
        "each", description="who gets the points of equal measures: each, split, or the first row"
    )
    scale: NotNegative = Field(1, description="times the table")
    rounding: Literal["none", "half up", "up", "down"] = Field("none", description="of scaled points")
    shared_car: Literal["each", "split", "none"] = Field(
        "each", description="what the drivers of one car get: the same each, a share, or nothing"
    )
    several_cars: Literal["sum", "best"] = Field(
        "sum", description="of a driver in several cars: all, or the best"
    )
    eligible: YesNo = Field(True, description="no: the points are shown and count for nobody")

    @model_validator(mode="after")
    def _bands_run_down(self) -> Points:
        shares = [band.from_ for band in self.distance]
        if shares != sorted(shares, reverse=True):
            raise ValueError("the bands of the distance must run from the longest down")
        return self
