"""Dates and times as serial numbers: days since 30 December 1899."""

from __future__ import annotations

import datetime as dt

EPOCH = dt.datetime(1899, 12, 30)
MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]


def serial(moment: dt.datetime) -> float | int:
    """The number of a moment, whole for a midnight."""
    delta = moment - EPOCH
    seconds = delta.seconds + delta.microseconds / 1e6
    return delta.days if not seconds else delta.days + seconds / 86400


def moment(number: float) -> dt.datetime:
    """The moment of a number, to the millisecond."""
    days, part = divmod(number, 1)
    milliseconds = round(part * 86_400_000)
    return EPOCH + dt.timedelta(days=int(days), milliseconds=milliseconds)


def day(year: int, month: int, day_of_month: int) -> int | None:
    """The number of a day, None where there is no such day."""
    try:
        return (dt.datetime(year, month, day_of_month) - EPOCH).days
    except ValueError:
        return None


def month_of(name: str) -> int | None:
    """The number of a month by its English name or the start of it."""
    wanted = name.strip(".").lower()
    for number, month in enumerate(MONTHS, 1):
        if len(wanted) >= 3 and month.lower().startswith(wanted):
            return number
    return None


def time_of(hours: int, minutes: int, seconds: float) -> float:
    return (hours * 3600 + minutes * 60 + seconds) / 86400
