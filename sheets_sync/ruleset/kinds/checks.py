"""Section `checks`: one column, one condition."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import BeforeValidator, Discriminator, Field, Tag, model_validator

from sheets_sync.ruleset.items import Item
from sheets_sync.ruleset.moments import When, day_hint
from sheets_sync.ruleset.phrases import Phrases
from sheets_sync.ruleset.settings import Settings
from sheets_sync.ruleset.values import Count, Exact, Names, YesNo


class RaisesCase(Settings):
    """A case that the check raises by itself, undecided."""

    case: str = Field(description="the code of the case")


def _kind_of_consequence(value: object) -> str:
    if isinstance(value, dict):
        return "sanctions" if "decide" in value else "case"
    return "word" if value in ("report", "refuse") else "sanctions"


Otherwise = Annotated[
    Annotated[Literal["report", "refuse"], Tag("word")]
    | Annotated[RaisesCase, Tag("case")]
    | Annotated[Phrases, Tag("sanctions")],
    Discriminator(_kind_of_consequence),
]


CONDITIONS = (
    "filled",
    "one_of",
    "equals",
    "at_least",
    "at_most",
    "before",
    "age_at_least",
    "unique_in",
    "in_list",
    "not_in",
    "year_of_season",
    "equals_calendar",
)


def _day(value: object) -> object:
    """``event`` is kept as None."""
    try:
        return None if value in (None, "event") else date.fromisoformat(str(value))
    except ValueError:
        raise ValueError(
            f"'{value}' is no day; write event, or a date like {day_hint(value) or '2021-07-01'}"
        ) from None


class Check(Item):
    """One condition that the rows of a tab must meet. An organiser's override with a reason always passes."""

    tab: str = Field(description="the kind of record, such as entries, results or attendance")
    column: str = Field(description="the field, or the header of the column as the tab writes it")
    filled: YesNo | None = Field(None, description="the cell must be filled, or must be empty")
    one_of: Names | None = Field(None, description="the values that are allowed")
    equals: str | None = Field(None, description="the only value that is allowed")
    at_least: Exact | None = Field(None, description="a number from it on; of a list in one cell, how many")
    at_most: Exact | None = Field(None, description="a number up to it")
    before: When | None = Field(None, description="a moment before it, itself included")
    age_at_least: Count | None = Field(None, description="years, from a date of birth")
    age_at: Annotated[date | None, BeforeValidator(_day)] = Field(
        None, description="the day on which the age counts: event, which is the season's first, or 2021-07-01"
    )
    unique_in: str | None = Field(None, description="no two rows with the same value in that column share it")
    in_list: Names | None = Field(None, description="the value is in that list of `tables` or record kind")
    not_in: str | None = Field(None, description="the value isn't in that tab, such as blacklist")
    year_of_season: YesNo | None = Field(None, description="a year, or a date in it: that of the season")
    equals_calendar: str | None = Field(
        None, description="the value is that of the race's row in the calendar, such as car"
    )
    otherwise: Otherwise = Field(
        "report", description="what follows: report, refuse, sanctions, or {case: CODE}"
    )

    @model_validator(mode="after")
    def _one_condition(self) -> Check:
        given = [name for name in CONDITIONS if getattr(self, name) is not None]
        if len(given) != 1:
            words = (
                f"this one has {' and '.join(given)}" if given else f"write one of {', '.join(CONDITIONS)}"
            )
            raise ValueError(f"a check has exactly one condition; {words}")
        return self
