"""Section `season`: the zone, the clock and the programme of a round; `calendar`: its rounds."""

from __future__ import annotations

import re
from datetime import date, time, timedelta
from typing import Annotated
from zoneinfo import ZoneInfo

from pydantic import BeforeValidator, Field

from sheets_sync.ruleset.items import Item
from sheets_sync.ruleset.moments import SomeTime, Span, day_hint, of_our_time
from sheets_sync.ruleset.scope_values import Words
from sheets_sync.ruleset.values import CountOrNone

_CLOCK = re.compile(r"\d{1,2}:\d{2}")
_SPOKEN_CLOCK = re.compile(r"(\d{1,2})(?:[.:h ]?([0-5]\d))?(?:\s*(?:h|uhr))?$", re.IGNORECASE)


def _zone(value: object) -> ZoneInfo:
    try:
        return ZoneInfo(str(value))
    except (KeyError, ValueError, OSError):
        raise ValueError(f"'{value}' is no time zone; write it like Europe/Paris") from None


def _clock(value: object) -> time:
    text = str(value).strip()
    try:
        if _CLOCK.fullmatch(text):
            return time.fromisoformat(text.zfill(5))
    except ValueError:
        pass
    match = _SPOKEN_CLOCK.match(text)
    hint = f"{int(match[1])}:{match[2] or '00'}" if match and int(match[1]) < 24 else "21:00"
    raise ValueError(f"'{value}' is no time of day; write it like {hint}")


def _times(value: object) -> object:
    if not isinstance(value, dict):
        raise ValueError("here belong sessions in the form 'qualifying: 18:15'")
    return value


def _dates(value: object) -> object:
    """One date for all pools is kept under the empty name; of several evenings for all, the last."""
    if value == []:
        raise ValueError("no day is in it; write it like 2023-09-25, or take the line out")
    if isinstance(value, list):
        return {"": max(map(_date, value))}
    return value if isinstance(value, dict) else {"": value}


def _date(value: object) -> date:
    try:
        return of_our_time(str(value))
    except ValueError:
        raise ValueError(f"'{value}' is no date; write it like {day_hint(value) or '2023-09-25'}") from None


Zone = Annotated[ZoneInfo, BeforeValidator(_zone)]
Clock = Annotated[time, BeforeValidator(_clock)]
Times = Annotated[dict[str, Clock], BeforeValidator(_times)]
Day = Annotated[date, BeforeValidator(_date)]
Dates = Annotated[dict[str, Day], BeforeValidator(_dates)]


class Season(Item):
    """When and what is driven in a round."""

    MAY_BE_EMPTY = ("programme",)

    zone: Zone = Field(ZoneInfo("UTC"), description="the league's time zone")
    start: Clock | None = Field(None, description="when a round's race evening starts")
    duration: SomeTime = Field(
        timedelta(hours=1), description="how long a race evening lasts where the calendar tab has no end"
    )
    lobby: Span = Field(timedelta(minutes=30), description="how long before the start the lobby opens")
    times: Times = Field(default_factory=dict, description="session -> when it starts, as printed")
    programme: Words = Field(("race",), description="the sessions of a round in order")


class RoundEntry(Item):
    """One round of the calendar."""

    MAY_BE_EMPTY = ("programme",)

    number: CountOrNone | None = Field(None, description="its number; else the next one")
    dates: Dates = Field(default_factory=dict, description="its date, or one for each pool")
    programme: Words | None = Field(None, description="its sessions, where they differ")
