"""Section `tallies`: count something per driver and act at a count."""

from __future__ import annotations

from functools import cached_property
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from sheets_sync.ruleset.items import Item
from sheets_sync.ruleset.moments import Over, Window
from sheets_sync.ruleset.phrases import Phrases
from sheets_sync.ruleset.values import Exact, Names, NotNegative, Number, Positive, Threshold, YesNo, number


def _thresholds(value: object) -> object:
    if not isinstance(value, dict):
        raise ValueError("here belong thresholds in the form '15: what follows'")
    return value


def _steps(value: object) -> object:
    if not isinstance(value, dict):
        raise ValueError("here belong steps in the form '3: what follows at every third'")
    return value


def _step(value: object) -> object:
    step = number(value)
    if step <= 0:
        raise ValueError("a step must be above 0")
    return step


def _adds(value: object) -> object:
    text = str(value).strip()
    return text if text == "amount" or text.startswith("column ") else number(value)


At = Annotated[Threshold, BeforeValidator(Threshold.parse)]
Step = Annotated[Number, BeforeValidator(_step)]


class Tally(Item):
    """One account of conduct."""

    counts: Names = Field(
        [],
        description="codes, statuses, sanctions, every code, every penalty, column X; phrases that name the "
        "tally count anyway",
    )
    adds: Annotated[Exact | str, BeforeValidator(_adds)] = Field(
        1, description="how much each adds: a number, the code's own amount, or column X of its row"
    )
    if_empty: Exact = Field(1, description="what an empty cell of that column adds")
    credit: Positive | None = Field(
        None, description="the credit it starts with; thresholds then say what is left"
    )
    of: Literal["driver", "licence"] = Field("driver", description="whose tally it is")
    over: Over = Field(Window("season"), description="the time it is counted over")
    same: str | None = Field(None, description="a column of the case; each of its values is counted apart")
    at: Annotated[dict[At, Phrases], BeforeValidator(_thresholds)] = Field(
        default_factory=dict, description="threshold -> what follows when it is reached; 2+ from it on"
    )
    every: Annotated[dict[Step, Phrases], BeforeValidator(_steps)] = Field(
        default_factory=dict, description="n -> what follows at every n-th"
    )
    jump: Literal["highest", "all"] = Field(
        "highest", description="of several thresholds reached at once the furthest acts, or all"
    )
    replaces: YesNo = Field(False, description="whether what follows takes the place of the step before")
    warn_at: NotNegative | None = Field(
        None,
        description="from here on the conduct table shows a warning: a count, or what is left of the credit",
    )

    @cached_property
    def words(self) -> frozenset[str]:
        """What it counts, for comparing."""
        return frozenset(word.casefold() for word in self.counts)
