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
    checks = [name for name, dated in course.ruleset.checks.items() if dated.usual.tab == "attendance"]
    if not there or not checks:
        return []
    missing: dict[str, Result] = {}
    for result in raced:
        if result.driver not in there:
            missing.setdefault(result.driver, result)
    cite = course.ruleset.checks[checks[0]].usual.cite()
    return [_said(course, result, checks, cite) for result in missing.values()]


def _said(course: Course, result: Result, checks: list[str], cite: str) -> Problem:
    made = f"the check '{checks[0]}' isn't" if len(checks) == 1 else "its checks aren't"
    round_name = course.ruleset.name_of(result.round)
    message = (
        f"{course.name(result.driver)} has no row in the attendance of {round_name}, so that {made} made."
    )
    at = result.row.cell("driver")
    return Problem(message, at, "Add the row.", Severity.WARNING, "checks", cite)
