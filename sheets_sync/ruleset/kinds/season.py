"""Section `season`: the zone, the clock and the programme of a round; `calendar`: its rounds."""

from __future__ import annotations

from datetime import date, time, timedelta
from typing import Annotated
from zoneinfo import ZoneInfo

from pydantic import BeforeValidator, Field

from sheets_sync.ruleset.items import Item, Words
from sheets_sync.ruleset.values import Span


def _zone(value: object) -> ZoneInfo:
    try:
        return ZoneInfo(str(value))
    except (KeyError, ValueError, OSError):
        raise ValueError(f"'{value}' is no time zone; write it like Europe/Paris") from None


def _clock(value: object) -> time:
    try:
        return time.fromisoformat(str(value).zfill(5))
    except ValueError:
        raise ValueError(f"'{value}' is no time of day; write it like 21:00") from None


def _dates(value: object) -> dict[str, date]:
    """One date for all pools is kept under the empty name."""
    pools = value if isinstance(value, dict) else {"": value}
    return {str(pool): _date(day) for pool, day in pools.items()}


def _date(value: object) -> date:
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        raise ValueError(f"'{value}' is no date; write it like 2023-09-25") from None


Zone = Annotated[ZoneInfo, BeforeValidator(_zone)]
Clock = Annotated[time, BeforeValidator(_clock)]
Dates = Annotated[dict[str, date], BeforeValidator(_dates)]


class Season(Item):
    """When and what is driven in a round."""

    zone: Zone = Field(description="the league's time zone")
    start: Clock | None = Field(None, description="when a round's race evening starts")
    duration: Span = Field(
        timedelta(hours=1), description="how long a race evening lasts where the calendar tab has no end"
    )
    programme: Words = Field(("race",), description="the sessions of a round in order")


class RoundEntry(Item):
    """One round of the calendar."""

    number: int | None = Field(None, description="its number; else the next one")
    dates: Dates = Field(default_factory=dict, description="its date, or one for each pool")
    programme: Words | None = Field(None, description="its sessions, where they differ")
