"""Contestations: whether one is admitted, which panel may decide next, and whether the fee goes back."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from sheets_sync.problems import Problem, Severity
from sheets_sync.records.cases import CaseRow
from sheets_sync.records.names import fold
from sheets_sync.row_refs import RowRef
from sheets_sync.rules.cases.columns import case_field, joined, missing, spoken
from sheets_sync.rules.cases.windows import Windows, contest_of
from sheets_sync.rules.season.clocks import clocks
from sheets_sync.validation import nearest


@dataclass(frozen=True, slots=True)
class Contested:
    """A row with its contestation, or without one that isn't admitted; ``made``: there is one."""

    row: CaseRow
    made: bool = False
    problems: tuple[Problem, ...] = ()


def contestation(windows: Windows, row: CaseRow, appeal: CaseRow | None, at: RowRef) -> Contested:
    """Whether a decided row was contested. ``appeal``: the row of a higher panel that follows it; ``at``: the
    row in which the contestation stands."""
    paid = row.fee_paid and level(windows, row) == 0  # on a panel's row it is the fee that led there
    made = bool(row.contested_at or paid or appeal)
    if not made and row.ruling is None:
        return Contested(row)
    if windows.rules.contest == "no":
        message = f"Judgments are final. The contestation of case {row.case} is refused."
        return _refused(windows, row, at, message, "final", "contested_at" if row.contested_at else "ruling")
    if not made:
        message = f"Case {row.case} has a ruling, though nobody contested it. The ruling isn't used."
        hint = "Fill in when it was contested."
        return _refused(windows, row, at, message, "closed", "ruling", hint)
    contest = contest_of(windows.rules)
    filled = [row, *([appeal] if appeal else [])]
    lacking = missing(windows.course.facts, filled, contest.needs) if contest else []
    if lacking:
        what = joined(f"'{spoken(either)}'" for either in lacking)
        message = f"The contestation of case {row.case} lacks {what}. It is refused."
        field = case_field(lacking[0][0]) or lacking[0][0]
        unpaid = any(case_field(name) == "fee_paid" for either in lacking for name in either)
        hint = f"The fee is {contest.fee}." if unpaid and contest and contest.fee else "Fill it in."
        return _refused(windows, row, at, message, "no fee" if unpaid else "incomplete", field, hint)
    return _in_time(windows, row, at)


def _in_time(windows: Windows, row: CaseRow, at: RowRef) -> Contested:
    contest = contest_of(windows.rules)
    limit = windows.limit(contest, row)
    if contest is None or limit is None or row.contested_at is None or row.contested_at <= limit:
        return Contested(row, True)
    contested, until = clocks(row.contested_at, limit)
    message = (
        f"Case {row.case} was contested at {contested}; that was possible until {until}. The contestation is"
    )
    if contest.late == "refuse":
        return _refused(windows, row, at, f"{message} refused.", "late", "contested_at")
    cell, cite = at.cell("contested_at"), windows.rules.cite("contest")
    said = Problem(f"{message} admitted all the same.", cell, "", Severity.WARNING, "cases", cite)
    return Contested(row, True, (said,))


def _refused(
    windows: Windows, row: CaseRow, at: RowRef, message: str, keyword: str, field: str, hint: str = ""
) -> Contested:
    bare = replace(row, contested_at=None, ruling=None)
    return Contested(bare, False, (problem(windows, at, message, keyword, field, hint),))


def problem(windows: Windows, at: RowRef, message: str, keyword: str, field: str, hint: str = "") -> Problem:
    cite = windows.rules.cite("contest")
    return Problem(message, at.cell(field), hint, rule="cases", article=cite, refusal=keyword)


def level(windows: Windows, row: CaseRow) -> int | None:
    """How high the panel stands that decided the row: 0 are the stewards; None for one that isn't known."""
    contest = contest_of(windows.rules)
    panels = [fold(name) for name in contest.to] if contest else []
    written = fold(row.panel or "")
    if not panels or not written or written in ("steward", "stewards", "the stewards"):
        return 0
    return panels.index(written) + 1 if written in panels else None


def out_of_turn(windows: Windows, row: CaseRow, before: CaseRow | None, admitted: bool) -> Problem | None:
    """Why a panel can't decide now. ``before``: the row that holds so far; ``admitted``: whether it was
    contested as it must be."""
    contest = contest_of(windows.rules)
    panels = ["stewards", *(contest.to if contest else [])]
    own = level(windows, row)
    if own is None:
        message = f"There is no panel '{row.panel}'. The row isn't used."
        return problem(windows, row.row, message, "closed", "panel", nearest(row.panel or "", panels))
    reached = -1 if before is None else level(windows, before) or 0
    if own == reached or (before is None and own == 0):
        return None
    if own < reached:
        message = (
            f"Case {row.case} is with {panels[reached]} already. The row of the {panels[own]} isn't used."
        )
        return problem(windows, row.row, message, "closed", "panel", "Name the panel that decides.")
    says = _too_high(row.case, panels, own, reached, before, admitted)
    return problem(windows, row.row, f"{says} The row isn't used.", "closed", "panel") if says else None


def _too_high(
    case: str, panels: list[str], own: int, reached: int, before: CaseRow | None, admitted: bool
) -> str:
    """Why a higher panel isn't reached yet; empty where it is."""
    if own > reached + 1 or before is None or before.verdict is None:
        turn = panels[reached + 1] if before is None or before.verdict else panels[reached]
        return f"Case {case} has to be decided by {turn} first."
    if not admitted:
        return f"The contestation of case {case} wasn't admitted, so that {panels[own]} can't decide it."
    return ""


def refund(windows: Windows, row: CaseRow, appeal: CaseRow | None, overturned: bool) -> str:
    """The fee that goes back; empty where none does."""
    contest = contest_of(windows.rules)
    paid = row.fee_paid or (appeal is not None and appeal.fee_paid)
    if contest is None or contest.refund != "if won" or not paid:
        return ""
    changed = appeal is not None and appeal.verdict is not None and _outcome(appeal) != _outcome(row)
    return (contest.fee or "the fee") if overturned or changed else ""


def _outcome(row: CaseRow) -> tuple[str | None, str | None, str]:
    penalised = row.verdict == "penalty"
    return row.verdict, row.code if penalised else None, fold(row.penalty or "") if penalised else ""


def contest_until(windows: Windows, row: CaseRow) -> datetime | None:
    """Until when a published decision can be contested."""
    contest = contest_of(windows.rules)
    return windows.limit(contest, row) if row.published_at else None
