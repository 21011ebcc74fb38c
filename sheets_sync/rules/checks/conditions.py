"""The conditions of checks: each looks at one row and says what is wrong with it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from sheets_sync.records.facts import KINDS
from sheets_sync.rules.checks.values import Looked, Value, word_of
from sheets_sync.ruleset.columns import field_name
from sheets_sync.ruleset.kinds.checks import CONDITIONS, Check

if TYPE_CHECKING:
    from sheets_sync.rules.course import Course

_NOT_USED = frozenset({"no", "n", "-", "0", "false"})


@dataclass(frozen=True, slots=True)
class Row:
    """One row that a check looks at. ``peers``: all rows of its kind."""

    course: Course
    rule: Check
    looked: Looked
    record: Any
    number: int
    pool: str
    peers: tuple[Any, ...]

    @property
    def value(self) -> Value | None:
        return self.looked.value(self.record)


@dataclass(frozen=True, slots=True)
class Finding:
    """What is wrong, in words; ``unknown`` where the value can't tell."""

    says: str
    unknown: bool = False


def condition(rule: Check) -> str:
    """The one condition that the check has."""
    return next(name for name in CONDITIONS if getattr(rule, name) is not None)


def finding(row: Row) -> Finding | None:
    """What is wrong with the row; None where nothing is."""
    name, value = condition(row.rule), row.value
    if value is None:
        return _blank(row, name)
    return _CONDITIONS[name](row, value)


def _blank(row: Row, name: str) -> Finding | None:
    """An empty cell fails where something must stand there, and tells nothing elsewhere."""
    if name == "filled":
        return Finding("is empty") if row.rule.filled else None
    if name == "equals" and row.rule.equals == "yes":
        return Finding("is empty, and should be yes")
    if name in ("unique_in", "not_in"):
        return None
    return Finding("is empty, so that it can't be checked", unknown=True)


def _filled(row: Row, value: Value) -> Finding | None:
    return None if row.rule.filled else Finding(f"is '{value.text}' and should be empty")


def _one_of(row: Row, value: Value) -> Finding | None:
    allowed = row.rule.one_of or []
    if value.word in map(word_of, allowed) or ("yes" in allowed and value.yes):
        return None
    return Finding(f"is '{value.text}'; possible are {', '.join(allowed)}")


def _equals(row: Row, value: Value) -> Finding | None:
    wanted = row.rule.equals or ""
    same = value.yes is (wanted == "yes") if wanted in ("yes", "no") else value.word == word_of(wanted)
    return None if same else Finding(f"is '{value.text}' and should be {wanted}")


def _equals_calendar(row: Row, value: Value) -> Finding | None:
    slot = row.course.schedule.slot(row.number, row.pool)
    wanted = getattr(slot.row, field_name(row.rule.equals_calendar or ""), None) if slot.row else None
    if wanted is None or value.word == word_of(str(wanted)):
        return None
    return Finding(f"is '{value.text}'; the calendar has {wanted}")


def _at_least(row: Row, value: Value) -> Finding | None:
    found, least = value.number, row.rule.at_least
    if found is None or least is None or found >= least:
        return None
    return Finding(f"is '{value.text}'; it should be at least {least}")


def _at_most(row: Row, value: Value) -> Finding | None:
    found, most = value.number, row.rule.at_most
    if found is None or most is None or found <= most:
        return None
    return Finding(f"is '{value.text}'; it should be at most {most}")


def _before(row: Row, value: Value) -> Finding | None:
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


def _age_at_least(row: Row, value: Value) -> Finding | None:
    day, born = row.rule.age_at or season_day(row.course), value.day
    if day is None or row.rule.age_at_least is None:
        return None
    if born is None:
        return Finding(f"is '{value.text}', which is no date", unknown=True)
    age = day.year - born.year - ((day.month, day.day) < (born.month, born.day))
    if age >= row.rule.age_at_least:
        return None
    return Finding(f"makes {age} years on {day}; at least {row.rule.age_at_least} are needed")


def _unique_in(row: Row, value: Value) -> Finding | None:
    looked = row.looked
    beside = Looked(looked.facts, looked.kind, row.rule.unique_in or "", looked.zone)
    own = beside.value(row.record)
    if own is None or value.word in _NOT_USED:
        return None
    for other in row.peers:
        if other is row.record:
            return None
        theirs, group = looked.value(other), beside.value(other)
        if theirs and group and theirs.word == value.word and group.word == own.word:
            key = getattr(other, "key", None) or getattr(other, "driver", None)
            entrant = row.course.seats.entrants.get(str(key))
            where = f"with {entrant.driver}" if entrant else f"in {looked.at(other).a1}"
            group_by = beside.header(row.record)
            return Finding(f"is '{value.text}', as {where} of the same {group_by} ({own.text})")
    return None


def _in_list(row: Row, value: Value) -> Finding | None:
    names = row.rule.in_list or []
    tables, facts = row.course.ruleset.tables, row.course.facts
    for name in names:
        if name in tables and value.number in tables[name]:
            return None
        if name in KINDS and any(value.word in _names(row.course, each) for each in getattr(facts, name)):
            return None
    return Finding(f"is '{value.text}', which isn't in {' or '.join(names)}")


def _not_in(row: Row, value: Value) -> Finding | None:
    words = {value.word}
    if row.looked.kind == "entries" and row.record.platform_id:
        words.add(word_of(row.record.platform_id))
    kind = row.rule.not_in or ""
    for other in getattr(row.course.facts, kind):
        if words & _names(row.course, other) and _binds(row, other):
            until = getattr(other, "until", None)
            ends = f" until {until.astimezone(row.looked.zone):%Y-%m-%d}" if until else ""
            return Finding(f"is '{value.text}', who stands in the {kind}{ends}")
    return None


def _binds(row: Row, listed: Any) -> bool:
    """Whether somebody stood in the list when they entered, else when the season began."""
    at = getattr(row.record, "entered_at", None) or first_start(row.course) or row.course.now
    since, until = getattr(listed, "since", None), getattr(listed, "until", None)
    return (since is None or since <= at) and (until is None or until > at)


def _names(course: Course, record: Any) -> set[str]:
    """Every way in which a row names somebody."""
    written = [getattr(record, name, None) for name in ("driver", "name", "platform_id")]
    entrant = course.seats.entrants.get(written[0]) if written[0] else None
    written += [entrant.driver, entrant.platform_id] if entrant else []
    return {word_of(each) for each in written if each}


def _year_of_season(row: Row, value: Value) -> Finding | None:
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


_CONDITIONS: Mapping[str, Callable[[Row, Value], Finding | None]] = {
    "filled": _filled,
    "one_of": _one_of,
    "equals": _equals,
    "at_least": _at_least,
    "at_most": _at_most,
    "before": _before,
    "age_at_least": _age_at_least,
    "unique_in": _unique_in,
    "in_list": _in_list,
    "not_in": _not_in,
    "year_of_season": _year_of_season,
    "equals_calendar": _equals_calendar,
}
