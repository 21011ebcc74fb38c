"""The windows of a case: until when it can be reported, decided, contested and ruled on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from sheets_sync.problems import Problem, Severity
from sheets_sync.records.cases import CaseRow
from sheets_sync.rules.ledger import Event
from sheets_sync.rules.season.clocks import at_clock, clocks
from sheets_sync.ruleset.kinds.cases import Cases, Contest, Step
from sheets_sync.ruleset.moments import Moment

if TYPE_CHECKING:
    from sheets_sync.rules.course import Course


def rules_at(course: Course, event: Event) -> Cases:
    """What holds for cases there."""
    cases = course.ruleset.cases
    return cases.at(course.ruleset.where(event.round, event.session, event.pool)) or cases.usual


def contest_of(rules: Cases) -> Contest | None:
    """How decisions are contested; None where they can't be, or nothing is said."""
    return None if rules.contest is None or rules.contest == "no" else rules.contest


@dataclass(frozen=True, slots=True)
class Windows:
    """The windows of the cases of one event, by its rules."""

    course: Course
    event: Event
    rules: Cases

    def limit(self, step: Step | None, row: CaseRow) -> datetime | None:
        return self.moment(step.within, row) if step and step.within else None

    def moment(self, moment: Moment, row: CaseRow) -> datetime | None:
        event, schedule = self.event, self.course.schedule
        return schedule.moment(moment, event.round, event.pool, row.published_at, row.contested_at)

    def decided_late(self, row: CaseRow, due: datetime | None) -> list[Problem]:
        if due is None or row.decided_at is None or row.decided_at <= due:
            return []
        decided, limit = clocks(row.decided_at, due)
        message = f"Case {row.case} was decided at {decided}; {self._was_due(limit)}."
        return [self._warning(message, row, "decided_at")]

    def _was_due(self, due: str) -> str:
        within = self.rules.decide.within if self.rules.decide else None
        return f"the decision was due at {due} ({within.text if within else ''})"

    def overdue(self, row: CaseRow, due: datetime | None) -> list[Problem]:
        if due is None or self.course.now <= due:
            return []
        message = f"Case {row.case} is undecided; {self._was_due(at_clock(due, due))}."
        return [self._warning(message, row, "verdict", "Fill in the verdict.")]

    def ruling_due(self, row: CaseRow) -> datetime | None:
        within = self.rules.final.contested if self.rules.final else None
        return self.moment(within, row) if within else None

    def ruling_overdue(self, row: CaseRow) -> list[Problem]:
        """For a case that is contested and waits for its ruling."""
        due = self.ruling_due(row)
        if due is None or self.course.now <= due:
            return []
        message = f"Case {row.case} is contested; the ruling was due at {at_clock(due, due)}."
        return [self._warning(message, row, "ruling", "Fill in the ruling.", "final")]

    def _warning(
        self, message: str, row: CaseRow, field: str, hint: str = "", setting: str = "decide"
    ) -> Problem:
        at, cite = row.row.cell(field), self.rules.cite(setting)
        return Problem(message, at, hint, Severity.WARNING, "cases", cite)
