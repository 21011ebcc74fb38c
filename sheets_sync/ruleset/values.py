"""Values as rule documents write them: exact numbers, shares, ranges, spans and moments."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from fractions import Fraction
from typing import Annotated, Any

from pydantic import BeforeValidator

Number = int | Fraction

_NUMBER = re.compile(r"([+-]?\d{1,18})(?:\.(\d{1,18})|\s*/\s*([1-9]\d{0,17}))?")
_RANGE = re.compile(r"(\d{1,9})?\s*(-)?\s*(\d{1,9})?")
_SPAN = re.compile(r"(\d{1,8})\s*(min|minutes?|h|hours?|days?|weeks?)")
_MOMENT = re.compile(rf"(?:{_SPAN.pattern}\s+(before|after)|at)\s+(.+)")
_FIXED = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[ T](\d{2}:\d{2}))?")
_ROUNDS = re.compile(r"(blocks of|last) ([1-9]\d{0,2}) rounds")
_LONGEST = timedelta(days=36_525)
_UNITS = {"m": "minutes", "h": "hours", "d": "days", "w": "weeks"}


def number(value: object) -> Number:
    """``3``, ``-2``, ``1/2`` or ``0.5``, exactly."""
    match = _NUMBER.fullmatch(str(value).strip())
    if not match:
        raise ValueError(f"'{value}' is no number; write 3, 1/2 or 0.5")
    return simplest(Fraction(str(value).replace(" ", "")))


def simplest(value: Fraction | int) -> Number:
    """An int where the fraction is whole."""
    if isinstance(value, int):
        return value
    return value.numerator if value.denominator == 1 else value


def share(value: object) -> Fraction:
    """``75 %`` or ``2/3`` -> a fraction of one."""
    text = str(value).strip()
    try:
        return Fraction(number(text.removesuffix("%").strip())) / (100 if text.endswith("%") else 1)
    except ValueError:
        raise ValueError(f"'{value}' is no share; write 75 % or 2/3") from None


def of_our_time(text: str) -> date:
    """A day of a year that can be reckoned with; a far one is a slip of the finger."""
    found = date.fromisoformat(text)
    if not 1970 <= found.year <= 2100:
        raise ValueError(f"the year {found.year} can't be right")
    return found


@dataclass(frozen=True, slots=True)
class Range:
    """Whole numbers from ``low`` to ``high``, both included; None is open."""

    low: int | None
    high: int | None

    def __contains__(self, value: object) -> bool:
        if not isinstance(value, (int, Fraction)):
            return False
        return (self.low is None or value >= self.low) and (self.high is None or value <= self.high)

    @classmethod
    def parse(cls, value: object) -> Range:
        text = str(value).strip()
        match = _RANGE.fullmatch(text)
        if not match or not (match[1] or match[3]):
            raise ValueError(f"'{value}' is no range; write 5, 1-4, 16- or -12")
        low, high = (int(part) if part else None for part in (match[1], match[3]))
        if not match[2]:
            return cls(low, low)
        if low is not None and high is not None and low > high:
            raise ValueError(f"'{value}' runs backwards; write {high}-{low}")
        return cls(low, high)


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
            return cls("length", length=span(text))
        except ValueError:
            raise ValueError(
                f"'{value}' is no time to count over; write race, round, season, year, ever, 26 weeks, "
                "blocks of 6 rounds or last 6 rounds"
            ) from None


@dataclass(frozen=True, slots=True)
class Threshold:
    """``at`` a count; ``onwards`` (written ``2+``): at each further one too."""

    at: Number
    onwards: bool = False

    @classmethod
    def parse(cls, value: object) -> Threshold:
        text = str(value).strip()
        return cls(number(text.removesuffix("+")), text.endswith("+"))

    def __str__(self) -> str:
        return f"{self.at}{'+' if self.onwards else ''}"


def listed(value: object) -> Any:
    """One alone needs no brackets."""
    return value if isinstance(value, list) else [value]


def yes_no(value: object) -> bool:
    words = {"yes": True, "no": False, "true": True, "false": False}
    if str(value) not in words:
        raise ValueError(f"'{value}' isn't possible here; write yes or no")
    return words[str(value)]


Exact = Annotated[int | Fraction, BeforeValidator(number)]
Share = Annotated[Fraction, BeforeValidator(share)]
Span = Annotated[timedelta, BeforeValidator(span)]
YesNo = Annotated[bool, BeforeValidator(yes_no)]
When = Annotated[Moment, BeforeValidator(lambda value: Moment.parse(value, ANCHORS))]
Names = Annotated[list[str], BeforeValidator(listed)]
Over = Annotated[Window, BeforeValidator(Window.parse)]
InRange = Annotated[Range, BeforeValidator(Range.parse)]
