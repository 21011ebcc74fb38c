"""Times as league tabs write them: laps and race times in ms, dates, clock times and moments."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from functools import lru_cache
from typing import TypeVar
from zoneinfo import ZoneInfo

from sheets_sync.cells import Cell
from sheets_sync.records.context import ReadingContext
from sheets_sync.records.date_texts import CLOCK_HINT, MOMENT_HINT, clock_in, day_in, moment_in
from sheets_sync.records.durations import GAP_HINT, HINT, Gap, gap_in, milliseconds
from sheets_sync.records.fields import Unreadable
from sheets_sync.records.marks import plain
from sheets_sync.records.names import clean, header_key
from sheets_sync.records.vocabulary.answers import LEADING

_TIME_FORMAT = re.compile(r"[hs]|\[m+\]|m+:|:m+", re.IGNORECASE)
_DATE_FORMAT = re.compile(r"y|d", re.IGNORECASE)
_QUOTED = re.compile(r'"[^"]*"|\\.|\[(?![hms]+\])[^\]]*\]', re.IGNORECASE)
_PLUS = re.compile(r'"\+"|\\\+|\+(?=[0#hms\[])')
_LEADING = frozenset(map(header_key, LEADING))
_DAY_MS = 86_400_000
_Day = TypeVar("_Day", bound=date)


def duration(cell: Cell, _: ReadingContext) -> int:
    """A lap or race time in ms: ``1:23.456``, ``1:02:03.456``, ``83,456`` or a duration cell."""
    value = cell.value
    if isinstance(value, bool) or not isinstance(value, (int, float, str)):
        raise Unreadable(f"'{value}' is no time.", HINT)
    if isinstance(value, str):
        return milliseconds(value)
    if _PLUS.search(cell.number_format):
        raise Unreadable(f"'{value}' is shown with a plus, as a gap.", HINT)
    in_days = is_time(cell.number_format) or is_date(cell.number_format)
    ms = value * _DAY_MS if in_days else value * 1000
    if not 0 <= ms < 2 * _DAY_MS:
        raise Unreadable(f"The number {value} is no time.", HINT)
    return round(ms)


def gap(cell: Cell, context: ReadingContext) -> Gap:
    """How far behind another car: ``+1.234``, ``+1:02.3``, ``+1 lap``; of who leads, nothing."""
    if isinstance(cell.value, str):
        found = gap_in(cell.value)
        if found is not None:
            return found
        if header_key(plain(cell.value)) in _LEADING:
            return Gap(ms=0)
        raise Unreadable(f"'{clean(cell.value)}' is no gap.", GAP_HINT)
    unsigned = replace(cell, number_format=_PLUS.sub("", cell.number_format))
    return Gap(ms=duration(unsigned, context), signed=unsigned.number_format != cell.number_format)


@lru_cache
def is_time(number_format: str) -> bool:
    return bool(_TIME_FORMAT.search(_QUOTED.sub("", number_format)))


@lru_cache
def is_date(number_format: str) -> bool:
    return bool(_DATE_FORMAT.search(_QUOTED.sub("", number_format)))


def day(cell: Cell, context: ReadingContext) -> date:
    value = cell.value
    if isinstance(value, str):
        return _of_our_time(day_in(value, context.dates))
    return _of_our_time(_serial(cell, context).date())


def born(cell: Cell, context: ReadingContext) -> date:
    """A date of birth: it may be of long ago."""
    value = cell.value
    return (
        day_in(value, context.dates, short_years=False)
        if isinstance(value, str)
        else _serial(cell, context).date()
    )


def clock(cell: Cell, context: ReadingContext) -> time:
    """A time of day: ``21:00``, ``21h00`` or a time cell."""
    value = cell.value
    if isinstance(value, str):
        found = clock_in(value)
        if found is None:
            raise Unreadable(f"'{clean(value)}' is no time of day.", CLOCK_HINT)
        return found
    if isinstance(value, float) and 0 <= value < 1 and is_time(cell.number_format):
        return (datetime.min + timedelta(seconds=round(value * 86_400))).time()
    if is_date(cell.number_format):
        return _serial(cell, context).time()
    raise Unreadable(f"'{value}' is no time of day.", CLOCK_HINT)


def moment(cell: Cell, context: ReadingContext) -> datetime:
    """A date with its time, in the spreadsheet's zone."""
    value = cell.value
    if isinstance(value, str):
        found, at = moment_in(value, context.dates)
        if at is None:
            raise Unreadable(f"'{clean(value)}' is no date with a time.", MOMENT_HINT)
        local = datetime.combine(found, at)
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
    if whole or (isinstance(value, str) and moment_in(value, context.dates)[1] is None):
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


def _serial(cell: Cell, context: ReadingContext) -> datetime:
    value = cell.value
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not is_date(cell.number_format):
        raise Unreadable(f"'{value}' is no date.", MOMENT_HINT)
    if not 0 <= value < 2_950_000:
        raise Unreadable(f"The number {value} is no date.", MOMENT_HINT)
    return from_serial(value, context.epoch_1904)


def from_serial(value: float, epoch_1904: bool) -> datetime:
    """Days since the workbook's first day -> a local date and time, to the second."""
    first = datetime(1904, 1, 1) if epoch_1904 else datetime(1899, 12, 30)
    return first + timedelta(seconds=round(Decimal(repr(value)) * 86_400))
