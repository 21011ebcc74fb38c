"""The cases of a round as they stand at a moment: their rows, step by step."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from sheets_sync.cells import RowRef
from sheets_sync.problems import Problem, Severity
from sheets_sync.records.cases import CaseRow
from sheets_sync.records.names import fold
from sheets_sync.rules.cases import contests as case_contests
from sheets_sync.rules.cases import votes as case_votes
from sheets_sync.rules.cases.reports import admitted
from sheets_sync.rules.cases.rule import Case, State
from sheets_sync.rules.cases.steps import in_order
from sheets_sync.rules.cases.votes import Voted
from sheets_sync.rules.cases.windows import Windows, rules_at
from sheets_sync.rules.checks.raised_cases import with_raised
from sheets_sync.rules.ledger import Event
from sheets_sync.rules.season.rule import LONG_AGO

if TYPE_CHECKING:
    from sheets_sync.rules.course import Course


def judge(
    course: Course, rows: Iterable[CaseRow], pools: dict[str, str], number: int
) -> tuple[list[Case], list[Problem]]:
    """The cases of one round as they stand now. ``pools``: driver -> the pool they raced in."""
    known = with_raised(rows)
    by_case: dict[tuple[str, str, str], list[CaseRow]] = {}
    for row in known:
        by_case.setdefault((fold(row.case), row.driver, _beside(course, row)), []).append(row)
    rows_of: dict[str, list[CaseRow]] = {}
    for row in known:
        rows_of.setdefault(fold(row.case), []).append(row)
    votes: dict[str, Voted] = {}
    cases: list[Case] = []
    problems: list[Problem] = []
    for (case, *_), group in by_case.items():
        # Rows without a date can only be told apart by where they stand.
        if all(row.decided_at for row in group):
            group.sort(key=lambda row: (row.decided_at or LONG_AGO, row.row.row))
        if case not in votes:
            windows = _windows(course, group[0], pools, number)
            votes[case], found = case_votes.voted(windows, rows_of[case])
            problems += found
        judged, found = _Group(course, group, votes[case], pools, number).judged()
        cases += judged
        problems += found
    return cases, problems


def _beside(course: Course, row: CaseRow) -> str:
    """A code that stands beside another one of the same case doesn't decide that one anew."""
    needs = course.ruleset.tariff.usual.needs.get(row.code or "", ())
    others = course.ruleset.tariff.usual.codes
    return row.code or "" if any(name.upper() in others for name in needs) else ""


def _windows(course: Course, row: CaseRow, pools: dict[str, str], number: int) -> Windows:
    event = Event(number, row.session or "", pools.get(row.driver) or row.pool or "")
    return Windows(course, event, rules_at(course, event))


@dataclass(frozen=True, slots=True)
class _Step:
    """A row as far as it is admitted. ``contested``: it is, and as it must be."""

    row: CaseRow
    windows: Windows
    refused: bool = False
    contested: bool = False
    appeal: CaseRow | None = None


def _with_filings(rows: Iterable[CaseRow], votes: Voted) -> tuple[list[CaseRow], dict[int, CaseRow]]:
    """The rows that decide, and the contestations that stand in rows of their own behind them."""
    kept: list[CaseRow] = []
    filings: dict[int, CaseRow] = {}
    for row in rows:
        filed = row.verdict is None and row.panel is None and (row.contested_at or row.ruling)
        before = kept[-1] if kept else None
        if filed and before and (before.verdict or votes.verdict) and not before.contested_at:
            filings[len(kept) - 1] = row
        else:
            kept.append(row)
    return kept, filings


class _Group:
    """The rows of one case against one driver, in order."""

    def __init__(
        self, course: Course, rows: list[CaseRow], votes: Voted, pools: dict[str, str], number: int
    ) -> None:
        self.course, self.votes = course, votes
        self.rows, self.filings = _with_filings(rows, votes)
        self.windows = [_windows(course, row, pools, number) for row in self.rows]
        self.problems: list[Problem] = []

    def judged(self) -> tuple[list[Case], list[Problem]]:
        steps = self._steps()
        cases = []
        for index, step in enumerate(steps):
            later = (each for each in steps[index + 1 :] if each.row.verdict and not each.refused)
            earlier = tuple(each.row for each in steps[:index] if each.row.verdict and not each.refused)
            case = self._case(step, next(later, None), index == 0)
            cases.append(replace(case, history=earlier))
        return cases, self.problems

    def _steps(self) -> list[_Step]:
        """Every row, without what comes before its turn."""
        accepted, said = admitted(self.windows[0], self.rows[0])
        self.problems += said
        steps: list[_Step] = []
        for index, row in enumerate(self.rows):
            steps.append(self._step(index, row, not accepted, steps))
        return steps

    def _step(self, index: int, row: CaseRow, refused: bool, steps: list[_Step]) -> _Step:
        windows = self.windows[index]
        if index == 0:
            row, said = case_votes.with_verdict(windows, row, self.votes)
            self.problems += said
        row, at = self._filed(index, row)
        row, said = in_order(windows, row, refused)
        self.problems += said
        if refused:
            return _Step(row, windows, True)
        before = next((each for each in reversed(steps) if not each.refused), None)
        last = before.row if before else None
        barred = case_contests.out_of_turn(windows, row, last, before is not None and before.contested)
        if barred is not None:
            self.problems.append(barred)
            return _Step(row, windows, True)
        if row.verdict is None and windows.rules.contest != "no":
            return _Step(row, windows)
        appeal = self._appeal(index)
        found = case_contests.contestation(windows, row, appeal, at)
        self.problems += found.problems
        return _Step(found.row, windows, False, found.made, appeal)

    def _filed(self, index: int, row: CaseRow) -> tuple[CaseRow, RowRef]:
        """The row with a contestation that stands in a row of its own, and where it stands."""
        filing = self.filings.get(index)
        if filing is None:
            return row, row.row
        paid = row.fee_paid or filing.fee_paid
        filed = replace(row, contested_at=filing.contested_at, ruling=filing.ruling, fee_paid=paid)
        return filed, filing.row

    def _appeal(self, index: int) -> CaseRow | None:
        """The next row of a higher panel."""
        own = case_contests.level(self.windows[index], self.rows[index]) or 0
        later = zip(self.windows[index + 1 :], self.rows[index + 1 :], strict=True)
        return next((row for windows, row in later if (case_contests.level(windows, row) or 0) > own), None)

    def _case(self, step: _Step, follower: _Step | None, first: bool) -> Case:
        row, windows = step.row, step.windows
        event = windows.event
        end = self.course.schedule.end(event.round, event.pool)
        known = row.published_at or row.decided_at or row.reported_at or end
        due = windows.limit(windows.rules.decide, row)
        if step.refused:
            return Case(row, event, State.REFUSED, known, due=due)
        if row.verdict is None:
            self.problems += windows.overdue(row, due)
            return Case(row, event, State.OPEN, known, due=due)
        self.problems += windows.decided_late(row, due) if first else []
        until = case_contests.contest_until(windows, row)
        waits = step.contested and row.ruling is None and follower is None
        gone = None
        if follower is not None:
            gone = follower.row.published_at or follower.row.decided_at or known
        state = self._state(step, follower, until)
        if state is State.OVERTURNED:
            gone = row.contested_at or known
        self.problems += windows.ruling_overdue(row) if waits else []
        if row.verdict == "no action" and row.ruling == "overturned" and follower is None:
            self._undecided_anew(row)
        refund = self._refund(step, state)
        ruling = windows.ruling_due(row) if waits else None
        return Case(row, event, state, known, gone, due, (), until, waits, refund, ruling)

    def _state(self, step: _Step, follower: _Step | None, until: datetime | None) -> State:
        row = step.row
        if row.verdict == "no action":
            return State.NO_ACTION
        if follower is not None:
            return State.SUPERSEDED
        if step.contested and row.ruling != "upheld":
            return State.OVERTURNED if row.ruling else State.CONTESTED
        if row.published_at is None:
            return State.DECIDED
        open_window = until is not None and self.course.now < until and row.ruling is None
        return State.CONTESTABLE if open_window else State.FINAL

    def _undecided_anew(self, row: CaseRow) -> None:
        message = f"Case {row.case} ended without action; that is overturned, and no row says what holds."
        at, hint = row.row.cell("ruling"), "Add a row with the same case and the new decision."
        self.problems.append(Problem(message, at, hint, Severity.WARNING, "cases"))

    def _refund(self, step: _Step, state: State) -> str:
        row = step.row
        fee = case_contests.refund(step.windows, row, step.appeal, state is State.OVERTURNED)
        if fee:
            cite = step.windows.rules.cite("contest")
            message = f"The contestation of case {row.case} was won: {fee} goes back."
            self.problems.append(Problem(message, row.row.cell("fee_paid"), "", Severity.NOTE, "cases", cite))
        return fee
