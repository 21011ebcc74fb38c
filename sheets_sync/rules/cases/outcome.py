"""How a case stands now: open, contested, overturned, final."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sheets_sync.problems import Problem, Severity
from sheets_sync.rules.cases import contests as case_contests
from sheets_sync.rules.cases.rule import Case, State
from sheets_sync.rules.cases.turns import Step


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a row of a case leads to. ``follower``: the next one that decides; ``problems``: what is said."""

    step: Step
    follower: Step | None
    problems: list[Problem]

    def case(self, first: bool) -> Case:
        """The case as it stands. ``first``: whether the row is the case's first one."""
        row, windows = self.step.row, self.step.windows
        due = windows.limit(windows.rules.decide, row)
        if self.step.refused:
            return Case(row, windows.event, State.REFUSED, self._known(), due=due)
        if row.verdict is None:
            self.problems.extend(windows.overdue(row, due))
            return Case(row, windows.event, State.OPEN, self._known(), due=due)
        self.problems.extend(windows.decided_late(row, due) if first else [])
        return self._decided(due)

    def _known(self) -> datetime:
        row, windows = self.step.row, self.step.windows
        end = windows.course.schedule.end(windows.event.round, windows.event.pool)
        return row.published_at or row.decided_at or row.reported_at or end

    def _decided(self, due: datetime | None) -> Case:
        row, windows = self.step.row, self.step.windows
        known, until = self._known(), case_contests.contest_until(windows, row)
        state = self._state(until)
        waits = self.step.contested and row.ruling is None and self.follower is None
        self.problems.extend(windows.ruling_overdue(row) if waits else [])
        if row.verdict == "no action" and row.ruling == "overturned" and self.follower is None:
            self._undecided_anew()
        refund = self._refund(state)
        ruling = windows.ruling_due(row) if waits else None
        gone = self._undone(state, known)
        return Case(row, windows.event, state, known, gone, due, (), until, waits, refund, ruling)

    def _undone(self, state: State, known: datetime) -> datetime | None:
        """From when the decision holds no more."""
        if state is State.OVERTURNED:
            return self.step.row.contested_at or known
        if self.follower is None:
            return None
        return self.follower.row.published_at or self.follower.row.decided_at or known

    def _state(self, until: datetime | None) -> State:
        row = self.step.row
        if row.verdict == "no action":
            return State.NO_ACTION
        if self.follower is not None:
            return State.SUPERSEDED
        if self.step.contested and row.ruling != "upheld":
            return State.OVERTURNED if row.ruling else State.CONTESTED
        if row.published_at is None:
            return State.DECIDED
        open_window = until is not None and self.step.windows.course.now < until and row.ruling is None
        return State.CONTESTABLE if open_window else State.FINAL

    def _undecided_anew(self) -> None:
        row = self.step.row
        message = f"Case {row.case} ended without action; that is overturned, and no row says what holds."
        at, hint = row.row.cell("ruling"), "Add a row with the same case and the new decision."
        self.problems.append(Problem(message, at, hint, Severity.WARNING, "cases"))

    def _refund(self, state: State) -> str:
        row, windows = self.step.row, self.step.windows
        fee = case_contests.refund(windows, row, self.step.appeal, state is State.OVERTURNED)
        if fee:
            message = f"The contestation of case {row.case} was won: {fee} goes back."
            at, cite = row.row.cell("fee_paid"), windows.rules.cite("contest")
            self.problems.append(Problem(message, at, "", Severity.NOTE, "cases", cite))
        return fee
