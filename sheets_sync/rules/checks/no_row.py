"""Who raced without a row in the attendance, where its checks look: nothing would be said of them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from sheets_sync.problems import Problem, Severity
from sheets_sync.records.attendance import Attendance
from sheets_sync.records.results import Result

if TYPE_CHECKING:
    from sheets_sync.rules.course import Course


def without_row(course: Course, rows: Iterable[Attendance], raced: Iterable[Result]) -> list[Problem]:
    """A warning on the first result of each. ``rows``: the round's; without any the tab isn't used for it."""
    there = {row.driver for row in rows}
    missing: dict[str, Result] = {}
    for result in raced if there else ():
        if result.driver not in there:
            missing.setdefault(result.driver, result)
    found = ((result, _checks(course, result)) for result in missing.values())
    return [_said(course, result, checks) for result, checks in found if checks]


def _checks(course: Course, result: Result) -> list[str]:
    """The checks that look at the attendance of that round and pool."""
    where = course.ruleset.where(result.round, "", result.pool or "")
    checks = course.ruleset.checks.items()
    return [name for name, dated in checks if (rule := dated.at(where)) and rule.tab == "attendance"]


def _said(course: Course, result: Result, checks: list[str]) -> Problem:
    made = f"the check '{checks[0]}' isn't" if len(checks) == 1 else "its checks aren't"
    cite = course.ruleset.checks[checks[0]].usual.cite()
    round_name = course.ruleset.name_of(result.round)
    message = (
        f"{course.name(result.driver)} has no row in the attendance of {round_name}, so that {made} made."
    )
    at = result.row.cell("driver")
    return Problem(message, at, "Add the row.", Severity.WARNING, "checks", cite)
