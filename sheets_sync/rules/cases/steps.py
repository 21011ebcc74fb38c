"""The order of a case's steps: what comes before its turn is refused; the rest of the row still counts."""

from __future__ import annotations

from dataclasses import replace

from sheets_sync.problems import Problem
from sheets_sync.records.cases import CaseRow
from sheets_sync.rules.cases.early import without_early_decision
from sheets_sync.rules.cases.windows import Windows
from sheets_sync.rules.season.clocks import clocks


def in_order(windows: Windows, row: CaseRow, refused: bool) -> tuple[CaseRow, list[Problem]]:
    """The row without the steps that can't have happened yet."""
    problems: list[Problem] = []
    if row.verdict is None and not row.unpublished:
        row = _without_decision(windows, row, problems)
    row, early = without_early_decision(windows, row)
    problems += early
    if row.published_at and row.decided_at and row.published_at < row.decided_at:
        moments = f"published at {clocks(row.published_at, row.decided_at)[0]}, before it was decided"
        message = f"Case {row.case} was {moments}. The publication isn't used."
        problems.append(_closed(windows, row, message, "published_at", "Check the two moments."))
        row = replace(row, published_at=None)
    if (row.contested_at or row.ruling) and windows.rules.contest != "no" and (refused or not row.verdict):
        why = "is refused" if refused else "isn't decided"
        message = f"Case {row.case} {why}, so that it can't be contested. The contestation isn't used."
        field = "contested_at" if row.contested_at else "ruling"
        problems.append(_closed(windows, row, message, field))
        row = replace(row, contested_at=None, ruling=None)
    return row, problems


def _without_decision(windows: Windows, row: CaseRow, problems: list[Problem]) -> CaseRow:
    """An undecided case can't have been published; a moment alone is no decision."""
    if row.published_at:
        message = f"Case {row.case} isn't decided, so that it can't be published. The publication isn't used."
        problems.append(_closed(windows, row, message, "published_at", "Fill in the verdict."))
    elif row.decided_at:
        message = f"Case {row.case} has the moment of a decision and no verdict. It stays open."
        problems.append(_closed(windows, row, message, "decided_at", "Fill in the verdict."))
    return replace(row, published_at=None, decided_at=None)


def _closed(windows: Windows, row: CaseRow, message: str, field: str, hint: str = "") -> Problem:
    at, cite = row.row.cell(field), windows.rules.cite()
    return Problem(message, at, hint, rule="cases", article=cite, refusal="closed")
