"""Times as rule documents write them: lengths, moments beside what happens, times to count over."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Annotated

from pydantic import BeforeValidator

_SPAN = re.compile(r"(\d{1,8})\s*(min|minutes?|h|hours?|days?|weeks?)")
_MOMENT = re.compile(rf"(?:{_SPAN.pattern}\s+(before|after)|at)\s+(.+)")
_FIXED = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[ T](\d{2}:\d{2}))?")
_GERMAN_DAY = re.compile(r"(\d{1,2})\.\s*(\d{1,2})\.\s*(\d{4})")
_SHORT_DAY = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")
_ROUNDS = re.compile(r"(blocks of|last) ([1-9]\d{0,2}) rounds")
_LONGEST = timedelta(days=36_525)
_UNITS = {"m": "minutes", "h": "hours", "d": "days", "w": "weeks"}


def day_hint(value: object) -> str:
    """``2023-09-25`` of ``25.9.2023`` or ``2023/9/25``; nothing where that isn't clear."""
    text = str(value).strip()
    if match := _GERMAN_DAY.fullmatch(text):
        return _as_day(match[3], match[2], match[1])
    match = _SHORT_DAY.fullmatch(text)
    return _as_day(match[1], match[2], match[3]) if match else ""


def _as_day(year: str, month: str, day: str) -> str:
    try:
        return of_our_time(date(int(year), int(month), int(day)).isoformat()).isoformat()
    except ValueError:
        return ""


def of_our_time(text: str) -> date:
    """A day of a year that can be reckoned with; a far one is a slip of the finger."""
    found = date.fromisoformat(text)
    if not 1970 <= found.year <= 2100:
        raise ValueError(f"the year {found.year} can't be right")
    return found


@dataclass(frozen=True, slots=True)
class Moment:
    """``offset`` from an ``anchor`` such as ``own race end`` or ``publication``; or, with the anchor
    ``fixed``, a local date and time of the league's zone. A fixed day without a time is its end."""

    offset: timedelta
    anchor: str
    text: str
    fixed: datetime | None = None

    @classmethod
    def parse(cls, value: object, anchors: frozenset[str]) -> Moment:
        text = str(value).strip()
        if fixed := _FIXED.fullmatch(text):
            return cls(timedelta(), "fixed", text, _fixed(text, fixed[1], fixed[2] or "24:00"))
        match = _MOMENT.fullmatch(text)
        if not match or match[4] not in anchors:
            raise ValueError(
                f"'{value}' is no moment; write '24 h after own race end', 'at first race start' or "
                f"'2023-09-10 24:00' (known: {', '.join(sorted(anchors))})"
            )
        offset = _span(match[1], match[2]) if match[1] else timedelta()
        return cls(-offset if match[3] == "before" else offset, match[4], text)


def _fixed(text: str, day: str, clock: str) -> datetime:
    """``24:00`` is the end of that day."""
    try:
        midnight = clock == "24:00"
        made = datetime.fromisoformat(f"{of_our_time(day)} {'00:00' if midnight else clock}")
        return made + timedelta(days=1) if midnight else made
    except ValueError:
        raise ValueError(f"'{text}' is no date with a time; write it like 2023-09-10 24:00") from None


ANCHORS = frozenset(
    {
        "lobby",
        "own race start",
        "own race end",
        "race start",
        "race end",
        "first race start",
        "last race end",
        "event",
        "publication",
        "contestation",
    }
)


def _span(count: str, unit: str) -> timedelta:
    found = timedelta(**{_UNITS[unit[0]]: int(count)})
    if found > _LONGEST:
        raise ValueError(f"'{count} {unit}' is longer than 100 years")
    return found


def span(value: object) -> timedelta:
    """``90 min``, ``24 h``, ``26 weeks``."""
    match = _SPAN.fullmatch(str(value).strip())
    if not match:
        raise ValueError(f"'{value}' is no length of time; write '90 min', '24 h' or '26 weeks'")
    return _span(match[1], match[2])


@dataclass(frozen=True, slots=True)
class Window:
    """Over which time something is counted: ``race``, ``round``, ``season``, ``year`` or ``ever``; ``weeks``
    with its ``length``; ``blocks`` of, or the ``last`` so many, rounds."""

    kind: str
    length: timedelta = timedelta()
    rounds: int = 0

    @classmethod
    def parse(cls, value: object) -> Window:
        text = str(value).strip()
        if text in ("race", "session", "round", "season", "year", "ever"):
            return cls(text)
        if match := _ROUNDS.fullmatch(text):
            return cls(match[1].split()[0], rounds=int(match[2]))
        try:
            return cls("length", length=some_time(text))
        except ValueError:
            raise ValueError(
                f"'{value}' is no time to count over; write race, round, season, year, ever, 26 weeks, "
                "blocks of 6 rounds or last 6 rounds"
            ) from None


def some_time(value: object) -> timedelta:
    """A length of time that isn't nothing."""
    found = span(value)
    if not found:
        raise ValueError(f"'{value}' is no time at all; it must be longer")
    return found


Span = Annotated[timedelta, BeforeValidator(span)]
SomeTime = Annotated[timedelta, BeforeValidator(some_time)]
When = Annotated[Moment, BeforeValidator(lambda value: Moment.parse(value, ANCHORS))]
Over = Annotated[Window, BeforeValidator(Window.parse)]
