"""The conditions of checks: each looks at one row and says what is wrong with it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from sheets_sync.rules.checks.dates import age_at_least, before, year_of_season
from sheets_sync.rules.checks.other_rows import in_list, not_in, unique_in
from sheets_sync.rules.checks.row import Finding, Row
from sheets_sync.rules.checks.values import Value, word_of
from sheets_sync.ruleset.columns import field_name
from sheets_sync.ruleset.kinds.checks import CONDITIONS, Check


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


_CONDITIONS: Mapping[str, Callable[[Row, Value], Finding | None]] = {
    "filled": _filled,
    "one_of": _one_of,
    "equals": _equals,
    "at_least": _at_least,
    "at_most": _at_most,
    "before": before,
    "age_at_least": age_at_least,
    "unique_in": unique_in,
    "in_list": in_list,
    "not_in": not_in,
    "year_of_season": year_of_season,
    "equals_calendar": _equals_calendar,
}
