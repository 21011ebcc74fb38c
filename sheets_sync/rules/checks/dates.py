"""Conditions about dates: up to a moment, an age, the year of the season."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from sheets_sync.rules.checks.row import Finding, Row
from sheets_sync.rules.checks.values import Value

if TYPE_CHECKING:
    from sheets_sync.rules.course import Course


def before(row: Row, value: Value) -> Finding | None:
    rule = row.rule.before
    limit = row.course.schedule.moment(rule, row.number, row.pool) if rule else None
    if rule is None or limit is None:
        return None
    moment, day = value.moment, value.day
    if moment is None and day is None:
        return Finding(f"is '{value.text}', which is no date", unknown=True)
    in_time = _is_in_time(moment, limit) if moment else day is not None and day <= _last_day(limit)
    return None if in_time else Finding(f"is {value.text}, and the limit was {rule.text}")


def _is_in_time(moment: datetime, limit: datetime) -> bool:
    """The moment itself is in time; but what ends at midnight ends with that day."""
    if limit.time() == time():
        return moment.astimezone(limit.tzinfo).date() <= _last_day(limit)
    return moment <= limit


def _last_day(limit: datetime) -> date:
    """The day that ends at midnight is the day before."""
    return (limit - timedelta(microseconds=1)).date()


def age_at_least(row: Row, value: Value) -> Finding | None:
    day, born = row.rule.age_at or season_day(row.course), value.day
    if day is None or row.rule.age_at_least is None:
        return None
    if born is None:
        return Finding(f"is '{value.text}', which is no date", unknown=True)
    age = day.year - born.year - ((day.month, day.day) < (born.month, born.day))
    if age >= row.rule.age_at_least:
        return None
    return Finding(f"makes {age} years on {day}; at least {row.rule.age_at_least} are needed")


def year_of_season(row: Row, value: Value) -> Finding | None:
    season = season_day(row.course)
    if season is None:
        return None
    day, year = value.day, value.number
    found = day.year if day else year
    same = found == season.year
    if same is bool(row.rule.year_of_season):
        return None
    return Finding(f"is '{value.text}'; the season is that of {season.year}")


def first_start(course: Course) -> datetime | None:
    """The first start of the season's first round that has a date."""
    for each in course.ruleset.rounds:
        starts = [slot.start for slot in course.schedule.of_round(each.number) if slot.start]
        if starts:
            return min(starts)
    return None


def season_day(course: Course) -> date | None:
    """The first day of the season; without a clock as printed."""
    start = first_start(course)
    if start is not None:
        return start.date()
    days = [day for each in course.ruleset.rounds for day in each.dates.values()]
    days += [row.date for row in course.facts.calendar if row.date]
    return min(days, default=None)
