"""Section `standings`: a table of sums."""

from __future__ import annotations

from fractions import Fraction
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, model_validator

from sheets_sync.ruleset.items import Item
from sheets_sync.ruleset.kinds.measures import Measure, Measures
from sheets_sync.ruleset.scope_values import Rounds, Words
from sheets_sync.ruleset.settings import Settings
from sheets_sync.ruleset.values import (
    Count,
    CountOrNone,
    Exact,
    Names,
    NotNegative,
    YesNo,
    count_or_none,
    one_or_many,
    share,
)

ByRoundsHeld = dict[CountOrNone, CountOrNone]
"""``{5: 1, 10: 2}``: rounds held -> how many."""


class Counting(Settings):
    """Which results of some rounds count: the ``best`` so many, or all but the ``drop`` worst."""

    rounds: Rounds | None = Field(None, description="these rounds; else all")
    phases: Words | None = Field(None, description="the rounds of these phases")
    best: Count | ByRoundsHeld | None = Field(
        None, description="the best so many count; {10: 7}: from 10 rounds held on"
    )
    drop: CountOrNone | ByRoundsHeld | None = Field(
        None, description="the worst so many don't count; {5: 1, 10: 2} by rounds held"
    )
    protect: Rounds | None = Field(None, description="rounds that are never dropped")
    forced: Rounds | None = Field(None, description="rounds that are always dropped")
    unit: Literal["round", "session"] = Field(
        "round", description="what is dropped: rounds, or single sessions"
    )

    @model_validator(mode="after")
    def _one(self) -> Counting:
        if self.best is not None and self.drop is not None:
            raise ValueError("of 'best' and 'drop' only one is possible")
        return self


class Best(Settings):
    """Of a group, only so many count."""

    best: Count = Field(description="so many")
    per: Literal["session", "round", "season"] = Field(
        "round", description="in each session, round, or the season"
    )


class Carry(Settings):
    """Points that are brought along from another standing."""

    from_: str = Field(alias="from", description="the standing")
    scale: NotNegative = Field(1, description="times its points")
    table: list[Exact] = Field([], description="points by the place there instead")


def _members(value: object) -> object:
    return None if value == "all" else value


def _counts(value: object) -> object:
    return [] if value == "all" else one_or_many(value)


def _least(value: object) -> object:
    text = str(value).strip()
    try:
        return share(text) if text.endswith("%") else count_or_none(text)
    except ValueError:
        raise ValueError(f"'{value}' isn't possible here; write 3, or a share such as 50 %") from None


class Standing(Item):
    """One championship table."""

    MAY_BE_EMPTY = ("ties",)

    of: str = Field("driver", description="whose table: driver, team, or any column of the entries")
    by: Measures = Field([Measure("points")], description="what it is ordered by")
    each: Literal["season", "class", "pool"] = Field(
        "season", description="one table for all, or one for each class or pool"
    )
    sum: Names = Field(["all"], description="names of points rules, deductions; or all")
    members: Annotated[Best | None, BeforeValidator(_members)] = Field(
        None, description="all members of a team count, or the best n per session, round or season"
    )
    count: Annotated[list[Counting], BeforeValidator(_counts)] = Field(
        [], description="all results count, or a list of which"
    )
    shown: Literal["at once", "at the end"] = Field(
        "at once", description="drops are shown at once, or only when the last round is in"
    )
    deductions: Literal["stay", "drop with the round"] = Field(
        "stay", description="whether a round that is dropped takes its deductions along"
    )
    ties: Measures = Field([Measure("countback")], description="what breaks a tie, in order")
    still_tied: str = Field("share", description="what ties after that shares the rank, or a measure")
    listed: Literal["entered", "classified", "scorers"] = Field(
        "entered", description="who stands in it: who entered, who was classified once, who has points"
    )
    floor: Literal["none", "round", "total"] = Field(
        "none", description="negative points are kept, or a round's or the total stops at 0"
    )
    better: Literal["high", "low"] = Field("high", description="whether more or fewer points are ahead")
    least_starts: Annotated[int | Fraction | None, BeforeValidator(_least)] = Field(
        None, description="how many rounds, or which share of them, a driver must have started to be ranked"
    )
    carry: Carry | None = Field(None, description="points brought along from another standing")
    decimals: int = Field(2, ge=0, le=6, description="decimals in which fractions are shown")
    published: YesNo = Field(True, description="whether it may be shown in public")
