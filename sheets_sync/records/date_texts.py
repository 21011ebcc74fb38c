"""Dates and times of day as people write them in a text, in six languages."""

from __future__ import annotations

import re
from datetime import date, time

from sheets_sync.league_file import DateOrder
from sheets_sync.records.fields import Unreadable
from sheets_sync.records.marks import plain
from sheets_sync.records.names import fold
from sheets_sync.records.vocabulary.dates import MONTHS, WEEKDAYS

DAY_HINT = "Write it like 2023-09-25, or as a date cell."
MOMENT_HINT = "Write it like 2023-09-25 21:00, or as a date cell."
CLOCK_HINT = "Write it like 21:00."
_YEAR_FIRST = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})\.?")
_NUMBERS = re.compile(r"(\d{1,2})([./-])\s?(\d{1,2})\2\s?(\d{4}|\d{2})")
_SHORT = re.compile(r"\b\d{1,2}[./-]\s?\d{1,2}[./-]\s?\d{1,2}$")
_WORD = re.compile(r"\d+|[^\W\d_]+(?:-feira)?")
_WEEKDAY = re.compile(r"([^\W\d_]+(?:-feira)?)[.,]*\s+")
_ORDINAL = re.compile(r"(?<=\d)\s?(?:st|nd|rd|th|er|re|e|º|ª|°|o)\b", re.IGNORECASE)
_CLOCK = re.compile(
    r"(?P<h>\d{1,2})(?:\s?[:h.]\s?(?P<m>\d{2})(?:[:m]\s?(?P<s>\d{2})s?)?)?\s?(?P<mark>h|hs|hrs|uhr)?"
    r"\s?(?P<half>[ap]\.?\s?m\.?)?",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"(?:[\s,;|@-]|\b(?:at|à|a las|às|as|um|alle|ore|ab)\b)+$", re.IGNORECASE)
_TAIL = re.compile(
    r"(?:^|[\s,;|@T])(\d{1,2}(?:\s?[:h.]\s?\d{2}(?:[:m]\d{2}s?)?)?\s?(?:h|hs|hrs|uhr)?\s?(?:[ap]\.?\s?m\.?)?)$",
    re.IGNORECASE,
)
_IDLE = frozenset(["de", "del", "di", "do", "of", "the", "le", "el", "il", "o", "den", "am", "em", "on"])
_MONTHS = {fold(word): number for word, number in MONTHS.items()}
_WEEKDAYS = {fold(word): number for word, number in WEEKDAYS.items()}


def day_in(text: str, order: DateOrder = "", hint: str = DAY_HINT, short_years: bool = True) -> date:
    """The date that a text says; raises `Unreadable`, also where it could be two. ``order``: how the
    spreadsheet writes dates such as 03/04/2023; ``short_years``: whether 23 may stand for 2023."""
    written = plain(text)
    if not short_years and _SHORT.search(written):
        raise Unreadable(f"'{written}' has a year of two digits.", hint)
    weekday, rest = _after_weekday(written)
    try:
        found = _in_figures(rest, order) or _in_words(rest)
    except ValueError as error:
        if isinstance(error, Unreadable):
            raise
        found = None
    if found is None:
        raise Unreadable(f"'{written}' is no date.", hint)
    if weekday not in (None, found.weekday()):
        raise Unreadable(f"'{written}': {found.isoformat()} is another day of the week.", "Check the date.")
    return found


def _after_weekday(written: str) -> tuple[int | None, str]:
    """The day of the week before a date, and the date. Mar is a Tuesday in French, and March in English."""
    match = _WEEKDAY.match(written)
    weekday = _WEEKDAYS.get(fold(match[1])) if match else None
    rest = written[match.end() :] if match else ""
    if weekday is None or (fold(match[1]) in _MONTHS and not _has_month(rest)):  # type: ignore[index]
        return None, written
    return weekday, rest


def _has_month(text: str) -> bool:
    figures = _YEAR_FIRST.fullmatch(text) or _NUMBERS.fullmatch(text)
    return bool(figures) or any(fold(word) in _MONTHS for word in _WORD.findall(text))


def _in_figures(written: str, order: DateOrder) -> date | None:
    if match := _YEAR_FIRST.fullmatch(written):
        return date(int(match[1]), int(match[3]), int(match[4]))
    match = _NUMBERS.fullmatch(written)
    return _numbers(match, written, order) if match else None


def clock_in(text: str) -> time | None:
    """A time of day: ``21:00``, ``21h00``, ``21h``, ``9:00 PM``, ``21.00 Uhr``; None where it is none."""
    match = _CLOCK.fullmatch(plain(text))
    if match is None or not (match["m"] or match["half"] or match["mark"] or "h" in text.casefold()):
        return None
    hour, half = int(match["h"]), fold(match["half"] or "")[:1]
    if half and not 1 <= hour <= 12:
        return None
    hour = hour % 12 + 12 * (half == "p") if half else hour
    minute, second = int(match["m"] or 0), int(match["s"] or 0)
    return time(hour, minute, second) if hour < 24 and minute < 60 and second < 60 else None


def moment_in(text: str, order: DateOrder = "") -> tuple[date, time | None]:
    """The date and the time of day behind it; None where there is only a date."""
    written = plain(text)
    tail = _TAIL.search(written)
    clock = clock_in(tail[1]) if tail else None
    if tail is None or clock is None:
        return day_in(written, order, MOMENT_HINT), None
    return day_in(_BETWEEN.sub("", written[: tail.start(1)].rstrip("T")), order, MOMENT_HINT), clock


def _numbers(match: re.Match[str], written: str, order: DateOrder) -> date:
    """Full stops are day first everywhere; strokes and dashes only where the order is known, or told by a
    number above 12."""
    first, second, year = int(match[1]), int(match[3]), int(match[4])
    sure = match[2] == "." or first > 12 or second > 12 or first == second
    if len(match[4]) == 2 and match[2] != "." and not order:
        raise Unreadable(f"'{written}' has a year of two digits.", DAY_HINT)
    if not sure and not order:
        raise _two_dates(written, first, second, year)
    month_first = second > 12 or (order == "month first" and match[2] != "." and first <= 12)
    day, month = (second, first) if month_first else (first, second)
    return date(year if year > 99 else 2000 + year, month, day)


def _two_dates(written: str, first: int, second: int, year: int) -> Unreadable:
    day, month = date(year, second, first), date(year, first, second)
    message = f"'{written}' can be two dates: {day.isoformat()} or {month.isoformat()}."
    hint = "Or say in league.yaml what is first in this spreadsheet: 'dates: day first'."
    return Unreadable(message, f"Write {day.isoformat()}, if it is that one. {hint}")


def _in_words(written: str) -> date | None:
    """A date with the month's name: ``25 September 2023``, ``Sept 25, 2023``, ``1er mai 2023``."""
    words = [fold(word) for word in _WORD.findall(_ORDINAL.sub("", written))]
    words = [word for word in words if word not in _IDLE]
    months = [word for word in words if word in _MONTHS]
    years = [word for word in words if word.isdigit() and len(word) == 4]
    days = [word for word in words if word.isdigit() and len(word) < 3]
    if len(words) != 3 or not (len(months) == len(years) == len(days) == 1) or words[-1] in months:
        return None
    return date(int(years[0]), _MONTHS[months[0]], int(days[0]))
