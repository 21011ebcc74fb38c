"""Whether a report is admitted: in time, from a source that may report, complete, and by whom it concerns.

What nobody reported is bound by none of it: a row without a source that says neither who reported it nor
when, nor whom it hit, nor gives evidence, is what the officials saw themselves; so is a case that a check
raised, and one that is marked as unreported. Any other row without a source counts as the first of
``sources``, which is the usual one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sheets_sync.problems import Problem, Severity
from sheets_sync.records.cases import CaseRow
from sheets_sync.records.context import ReadingContext
from sheets_sync.records.names import fold
from sheets_sync.rules.cases.columns import case_field, joined, missing, says_yes, spoken
from sheets_sync.rules.cases.early import early_report
from sheets_sync.rules.cases.windows import Windows
from sheets_sync.rules.season.clocks import clocks
from sheets_sync.ruleset.kinds.cases import Report
from sheets_sync.validation import nearest

_PEOPLE = re.compile(r"\s*(?:[,;/&+]|\band\b)\s*")


def admitted(windows: Windows, row: CaseRow) -> tuple[bool, list[Problem]]:
    """Whether the report is admitted, and what is said about it."""
    step = windows.rules.report
    if row.raised_by:
        return True, []
    problems = [*early_report(windows, row), *(_objections(windows, step, row) if step else ())]
    return not any(each.severity is Severity.ERROR for each in problems), problems


def _objections(windows: Windows, step: Report, row: CaseRow) -> Iterator[Problem]:
    source = _source(step, row)
    if source is None:
        message = f"Case {row.case} comes from '{row.source}', which isn't among the sources. It is refused."
        hint = nearest(row.source or "", step.sources)
        yield _refusal(windows, row, message, "source", "wrong source", hint)
        return
    if not source and _unreported(row):
        return
    if step.binds and fold(source) not in map(fold, step.binds):
        return
    if step.sessions and row.session not in step.sessions:
        message = f"Case {row.case} is about the {row.session}, which can't be reported. It is refused."
        hint = f"Possible: {', '.join(step.sessions)}."
        yield _refusal(windows, row, message, "session", "wrong source", hint)
    yield from _incomplete(windows, step, row)
    if step.only_affected:
        yield from _not_affected(windows, row)
    yield from _late(windows, step, row)


def _source(step: Report, row: CaseRow) -> str | None:
    """The source as the ruleset writes it; empty where nothing says so, None for one that it doesn't know."""
    known = step.sources or step.binds
    if not known or (not row.source and _unreported(row)):
        return ""
    if not row.source:
        return known[0]
    fitting = (name for name in known if fold(name) == fold(row.source))
    return next(fitting, None if step.sources else row.source)


def _unreported(row: CaseRow) -> bool:
    return row.unreported or not (row.reported_at or row.reported_by or row.affected or row.evidence)


def _incomplete(windows: Windows, step: Report, row: CaseRow) -> Iterator[Problem]:
    lacking = missing(windows.course.facts, [row], step.needs)
    if lacking:
        what = joined(f"the {spoken(either)}" for either in lacking)
        message = f"The report of case {row.case} lacks {what}."
        field = case_field(lacking[0][0]) or lacking[0][0]
        hint = "Fill in what is missing."
        if step.incomplete == "refuse":
            yield _refusal(windows, row, f"{message} It is refused.", field, "incomplete", hint)
        else:
            at, cite = row.row.cell(field), windows.rules.cite("report")
            yield Problem(f"{message} It is admitted.", at, hint, Severity.WARNING, "cases", cite)


def _not_affected(windows: Windows, row: CaseRow) -> Iterator[Problem]:
    if not row.affected or not row.reported_by:
        return
    if fold(row.reported_by) not in map(fold, [row.affected, *people_in(row.affected)]):
        message = (
            f"Case {row.case} was reported by {row.reported_by}, but it affected {row.affected}. "
            "It is refused."
        )
        hint = "Mend the names, if they mean the same person."
        yield _refusal(windows, row, message, "affected", "not affected", hint)


def people_in(text: str) -> list[str]:
    """The names in one cell: ``Ann, Ben and Cid``."""
    return [name for name in _PEOPLE.split(text) if name]


def _late(windows: Windows, step: Report, row: CaseRow) -> Iterator[Problem]:
    limit = windows.limit(step, row)
    if step.within is None or limit is None or row.reported_at is None or row.reported_at <= limit:
        return
    zone = ReadingContext(windows.course.ruleset.season.usual.zone)
    if step.unless and says_yes(windows.course.facts, row, step.unless, zone):
        return
    reported, until = clocks(row.reported_at, limit)
    message = (
        f"Case {row.case} was reported at {reported}; claims were possible until {until} "
        f"({step.within.text})."
    )
    hint = "Mend the moment, if it was another one."
    if step.late == "refuse":
        yield _refusal(windows, row, f"{message} It is refused.", "reported_at", "late", hint)
        return
    at, cite = row.row.cell("reported_at"), windows.rules.cite("report")
    message = f"{message} It is admitted all the same."
    yield Problem(message, at, hint, Severity.WARNING, "cases", cite)


def _refusal(
    windows: Windows, row: CaseRow, message: str, field: str, keyword: str, hint: str = ""
) -> Problem:
    cite = windows.rules.cite("report")
    return Problem(message, row.row.cell(field), hint, rule="cases", article=cite, refusal=keyword)
