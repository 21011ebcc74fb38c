"""Times as league tabs write them: laps and race times in ms, dates, clock times and moments."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import TypeVar
from zoneinfo import ZoneInfo

from sheets_sync.cells import Cell
from sheets_sync.records.context import ReadingContext
from sheets_sync.records.fields import Unreadable
from sheets_sync.records.names import clean

_TIME_FORMAT = re.compile(r"[hs]|\[m+\]|m+:|:m+", re.IGNORECASE)
_DATE_FORMAT = re.compile(r"y|d", re.IGNORECASE)
_QUOTED = re.compile(r'"[^"]*"|\\.|\[(?![hms]+\])[^\]]*\]', re.IGNORECASE)
_LAP = re.compile(r"(?:(?:(\d{1,2}):)?(\d{1,3}):)?(\d{1,3})(?:[.,](\d{1,3}))?")
_CLOCK = re.compile(r"(\d{1,2})[:h](\d{2})(?::(\d{2}))?")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_DAY_FIRST = re.compile(r"(\d{1,2})([./])(\d{1,2})\2(\d{4})")
_DAY_MS = 86_400_000
_Day = TypeVar("_Day", bound=date)
_LAP_HINT = "Write it like 1:23.456, or as a duration cell."
_MOMENT_HINT = "Write it like 2023-09-25 21:00, or as a date cell."


def duration(cell: Cell, _: ReadingContext) -> int:
    """A lap or race time in ms: ``1:23.456``, ``1:02:03.456``, ``83.456`` or a duration cell."""
    value = cell.value
    if isinstance(value, bool) or not isinstance(value, (int, float, str)):
        raise Unreadable(f"'{value}' is no time.", _LAP_HINT)
    if isinstance(value, str):
        return _duration_text(value)
    ms = value * _DAY_MS if is_time(cell.number_format) else value * 1000
    if not 0 <= ms < 2 * _DAY_MS:
        raise Unreadable(f"The number {value} is no time.", _LAP_HINT)
    return round(ms)


def _duration_text(text: str) -> int:
    match = _LAP.fullmatch(clean(text))
    if not match:
        raise Unreadable(f"'{clean(text)}' is no time.", _LAP_HINT)
    hours, minutes, seconds, fraction = match.groups()
    if int(seconds) > 59 and minutes is not None:
        raise Unreadable(f"'{clean(text)}' has {seconds} seconds.", _LAP_HINT)
    if int(minutes or 0) > 59 and hours is not None:
        raise Unreadable(f"'{clean(text)}' has {minutes} minutes.", _LAP_HINT)
    whole = (int(hours or 0) * 60 + int(minutes or 0)) * 60 + int(seconds)
    return whole * 1000 + int((fraction or "").ljust(3, "0"))


def is_time(number_format: str) -> bool:
    return bool(_TIME_FORMAT.search(_QUOTED.sub("", number_format)))


def is_date(number_format: str) -> bool:
    return bool(_DATE_FORMAT.search(_QUOTED.sub("", number_format)))


def day(cell: Cell, context: ReadingContext) -> date:
    value = cell.value
    if isinstance(value, str):
        return _of_our_time(_day_text(clean(value)))
    return _of_our_time(_serial(cell, context).date())


def born(cell: Cell, context: ReadingContext) -> date:
    """A date of birth: it may be of long ago."""
    value = cell.value
    return _day_text(clean(value)) if isinstance(value, str) else _serial(cell, context).date()


def clock(cell: Cell, context: ReadingContext) -> time:
    """A time of day: ``21:00``, ``21h00`` or a time cell."""
    value = cell.value
    if isinstance(value, str):
        match = _CLOCK.fullmatch(clean(value))
        if not match or int(match[1]) > 23 or int(match[2]) > 59 or int(match[3] or 0) > 59:
            raise Unreadable(f"'{clean(value)}' is no time of day.", "Write it like 21:00.")
        return time(int(match[1]), int(match[2]), int(match[3] or 0))
    if isinstance(value, float) and 0 <= value < 1 and is_time(cell.number_format):
        return (datetime.min + timedelta(seconds=round(value * 86_400))).time()
    if is_date(cell.number_format):
        return _serial(cell, context).time()
    raise Unreadable(f"'{value}' is no time of day.", "Write it like 21:00.")


def moment(cell: Cell, context: ReadingContext) -> datetime:
    """A date with its time, in the spreadsheet's zone."""
    value = cell.value
    if isinstance(value, str):
        text = clean(value).replace("T", " ")
        head, _, tail = text.partition(" ")
        local = datetime.combine(_day_text(head, _MOMENT_HINT), _clock_text(tail, text))
    else:
        local = _serial(cell, context)
    return localised(_of_our_time(local), context.zone)


def since(cell: Cell, context: ReadingContext) -> datetime:
    """A moment from which something holds: a day alone is meant from its beginning."""
    return _limit(cell, context, time(0, 0))


def until(cell: Cell, context: ReadingContext) -> datetime:
    """A moment up to which something holds: a day alone is meant to its end."""
    return _limit(cell, context, time(23, 59, 59))


def _limit(cell: Cell, context: ReadingContext, bound: time) -> datetime:
    value = cell.value
    whole = isinstance(value, (int, float)) and not value % 1 and not is_time(cell.number_format)
    if whole or (isinstance(value, str) and " " not in clean(value).replace("T", " ")):
        return localised(datetime.combine(day(cell, context), bound), context.zone)
    return moment(cell, context)


def _of_our_time(found: _Day) -> _Day:
    """A year of another century is a slip of the finger, and far ones can't be reckoned with."""
    if not 1970 <= found.year <= 2100:
        raise Unreadable(f"The year {found.year} can't be right.", "Check the date.")
    return found


def localised(local: datetime, zone: ZoneInfo) -> datetime:
    """The local time with its zone; a time that the change of clocks skips or doubles is refused."""
    first, second = local.replace(tzinfo=zone), local.replace(tzinfo=zone, fold=1)
    if first.utcoffset() == second.utcoffset():
        return first
    skipped = first.utcoffset() < second.utcoffset()  # type: ignore[operator]
    what = "doesn't exist" if skipped else "happens twice"
    message = f"{local:%Y-%m-%d %H:%M} {what} in {zone.key}: the clocks change then."
    raise Unreadable(message, "Write another time.")


def _clock_text(text: str, whole: str) -> time:
    match = _CLOCK.fullmatch(text) if text else None
    if not match or int(match[1]) > 23 or int(match[2]) > 59 or int(match[3] or 0) > 59:
        raise Unreadable(f"'{whole}' is no date with a time.", _MOMENT_HINT)
    return time(int(match[1]), int(match[2]), int(match[3] or 0))


def _day_text(text: str, hint: str = "Write it like 2023-09-25, or as a date cell.") -> date:
    try:
        if match := _ISO.fullmatch(text):
            return date(int(match[1]), int(match[2]), int(match[3]))
        if match := _DAY_FIRST.fullmatch(text):
            return _day_first(match, text)
    except ValueError as error:
        if isinstance(error, Unreadable):
            raise
    raise Unreadable(f"'{text}' is no date.", hint)


def _day_first(match: re.Match[str], text: str) -> date:
    first, second, year = int(match[1]), int(match[3]), int(match[4])
    if match[2] == "/" and first <= 12 and second <= 12 and first != second:
        raise Unreadable(f"'{text}' can be two dates.", "Write the year first: 2023-09-25.")
    if match[2] == "/" and second > 12:
        first, second = second, first
    return date(year, second, first)


def _serial(cell: Cell, context: ReadingContext) -> datetime:
    value = cell.value
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not is_date(cell.number_format):
        raise Unreadable(f"'{value}' is no date.", _MOMENT_HINT)
    if not 0 <= value < 2_950_000:
        raise Unreadable(f"The number {value} is no date.", _MOMENT_HINT)
    return from_serial(value, context.epoch_1904)


def from_serial(value: float, epoch_1904: bool) -> datetime:
    """Days since the workbook's first day -> a local date and time, to the second."""
    first = datetime(1904, 1, 1) if epoch_1904 else datetime(1899, 12, 30)
    return first + timedelta(seconds=round(Decimal(repr(value)) * 86_400))
