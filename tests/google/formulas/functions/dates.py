"""Dates and times."""

from __future__ import annotations

import calendar
import datetime as dt
from typing import Any

from ...moments import moment, serial, time_of
from ..values import DATE, DATE_TIME, TIME, Fault, Formatted, flat, number
from .registry import scalar_function, whole


def _day(value: Any, name: str, place: int = 1) -> dt.datetime:
    return moment(float(number(value, name, place)))


@scalar_function("DATE")
def date(year: Any, month: Any, day: Any) -> float:
    y, m, d = (int(number(value, "DATE", place)) for place, value in enumerate((year, month, day), 1))
    y = y + 1900 if y < 1900 else y
    y, m = y + (m - 1) // 12, (m - 1) % 12 + 1
    try:
        return Formatted(serial(dt.datetime(y, m, 1)) + d - 1, DATE)
    except ValueError:
        raise Fault("NUM", f"Function DATE parameter 1 value is {year}.") from None


@scalar_function("TIME")
def time(hour: Any, minute: Any, second: Any) -> float:
    h, m, s = (int(number(value, "TIME", place)) for place, value in enumerate((hour, minute, second), 1))
    return Formatted(time_of(h, m, s) % 1, TIME)


@whole("TODAY")
def today() -> float:
    return Formatted(serial(dt.datetime.combine(dt.date.today(), dt.time())), DATE)


@whole("NOW")
def now() -> float:
    return Formatted(serial(dt.datetime.now()), DATE_TIME)


def _part(name: str, attribute: str) -> None:
    @scalar_function(name)
    def found(value: Any) -> int:
        return int(getattr(_day(value, name), attribute))


for _name in ("YEAR", "MONTH", "DAY", "HOUR", "MINUTE", "SECOND"):
    _part(_name, _name.lower())


@scalar_function("WEEKDAY")
def weekday(value: Any, kind: Any = 1) -> int:
    monday = _day(value, "WEEKDAY").weekday()
    return {1: (monday + 1) % 7 + 1, 2: monday + 1, 3: monday}[int(kind)]


@scalar_function("ISOWEEKNUM")
def isoweeknum(value: Any) -> int:
    return _day(value, "ISOWEEKNUM").isocalendar().week


@scalar_function("WEEKNUM")
def weeknum(value: Any, kind: Any = 1) -> int:
    when = _day(value, "WEEKNUM")
    first = dt.datetime(when.year, 1, 1).weekday()
    offset = (first + 1) % 7 if int(kind) in (1, 17) else first
    return (when.timetuple().tm_yday + offset - 1) // 7 + 1


def _months(value: Any, count: Any, name: str) -> tuple[int, int, dt.datetime]:
    when = _day(value, name)
    months = when.year * 12 + when.month - 1 + int(number(count, name, 2))
    return months // 12, months % 12 + 1, when


@scalar_function("EDATE")
def edate(value: Any, count: Any) -> float:
    year, month, when = _months(value, count, "EDATE")
    day = min(when.day, calendar.monthrange(year, month)[1])
    return Formatted(serial(dt.datetime(year, month, day)), DATE)


@scalar_function("EOMONTH")
def eomonth(value: Any, count: Any) -> float:
    year, month, _ = _months(value, count, "EOMONTH")
    return Formatted(serial(dt.datetime(year, month, calendar.monthrange(year, month)[1])), DATE)


@scalar_function("DAYS")
def days(end: Any, start: Any) -> int:
    return (_day(end, "DAYS") - _day(start, "DAYS", 2)).days


@scalar_function("DATEDIF")
def datedif(start: Any, end: Any, unit: Any) -> int:
    one, two = _day(start, "DATEDIF"), _day(end, "DATEDIF", 2)
    if two < one:
        raise Fault("NUM", "Function DATEDIF parameter 1 should be on or before parameter 2.")
    months = (two.year - one.year) * 12 + two.month - one.month - (two.day < one.day)
    kinds = {"D": (two - one).days, "M": months, "Y": months // 12, "YM": months % 12}
    if str(unit).upper() not in kinds:
        raise Fault("NUM", f"Function DATEDIF parameter 3 value is {unit}.")
    return kinds[str(unit).upper()]


@whole("NETWORKDAYS")
def networkdays(start: Any, end: Any, holidays: Any = None) -> int:
    one, two = int(number(start, "NETWORKDAYS", 1)), int(number(end, "NETWORKDAYS", 2))
    free = {int(day) for day in flat(holidays) if isinstance(day, int | float)}
    return sum(moment(day).weekday() < 5 and day not in free for day in range(one, two + 1))
