"""Reports and decisions that are dated before the start of the race they are about.

Only races have a start that tells: a qualifying may be on another day. Where the case names the race, nothing
can have been reported or decided before it, so that the step is refused; where it names no session, it may be
about what was said or done outside of the races, so that it counts and is said.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from sheets_sync.problems import Problem, Severity
from sheets_sync.records.cases import CaseRow
from sheets_sync.rules.cases.windows import Windows
from sheets_sync.rules.season.clocks import at_clock

_DAY = "%a %d %b %Y %H:%M"


def early_report(windows: Windows, row: CaseRow) -> list[Problem]:
    """What is said of a report from before the race."""
    return _said(windows, row, "reported_at", "reported", "It is refused.")


def without_early_decision(windows: Windows, row: CaseRow) -> tuple[CaseRow, list[Problem]]:
    """The row without a decision or a publication from before the race; its case stays open."""
    fate = "The decision isn't used; the case stays open."
    problems = _said(windows, row, "decided_at", "decided", fate)
    problems = problems or _said(windows, row, "published_at", "published", fate)
    if any(each.severity is Severity.ERROR for each in problems):
        row = replace(row, verdict=None, decided_at=None, published_at=None, unpublished=False)
    return row, problems


def _said(windows: Windows, row: CaseRow, field: str, what: str, fate: str) -> list[Problem]:
    at, start = getattr(row, field), _start(windows)
    if at is None or start is None or at >= start:
        return []
    race = f"the {windows.event.session} of {windows.course.schedule.in_words(windows.event.round)}"
    moments = (
        f"{what} at {at_clock(at, start, _DAY)}, before {race} started at {at_clock(start, start, _DAY)}"
    )
    cell, message = row.row.cell(field), f"Case {row.case} was {moments}."
    if row.any_session:
        hint = "Mend the moment, if the case is about that race."
        return [Problem(f"{message} It counts all the same.", cell, hint, Severity.WARNING, "cases")]
    cite = windows.rules.cite()
    return [
        Problem(f"{message} {fate}", cell, "Mend the moment.", rule="cases", article=cite, refusal="early")
    ]


def _start(windows: Windows) -> datetime | None:
    """Before that the race can't have begun: the start of its evening. None where no date is known."""
    event, course = windows.event, windows.course
    if not course.ruleset.is_race(event.session):
        return None
    return course.schedule.slot(event.round, event.pool).start
