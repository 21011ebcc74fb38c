"""cases: from the report to the final result.

A claim that comes after the window of ``report`` is refused, a contestation after that of ``contest``
too, or with ``late: report`` admitted and only said. A case that isn't decided within ``decide`` is
overdue; a decision that comes later counts, and it is said. A further row with the same case number
against the same driver decides the case anew: the older decision stays in its history and is reversed.
A contestation that is overturned reverses the decision. A round is final when claims are over and every
case is decided and none contested; with ``final: {when: contest closed}`` it is contestable before, until
the last decision's window of ``contest`` has passed. A ruling is due within ``contested``.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import TYPE_CHECKING

from sheets_sync.problems import Problem, Severity
from sheets_sync.records.cases import CaseRow
from sheets_sync.rules.ledger import Event
from sheets_sync.rules.schedule import LONG_AGO, Schedule
from sheets_sync.ruleset.kinds.cases import Cases, Step
from sheets_sync.ruleset.model import Ruleset
from sheets_sync.ruleset.values import Moment

if TYPE_CHECKING:
    from sheets_sync.rules.course import Course


class State(Enum):
    """Where a case stands at a moment."""

    OPEN = "open"
    REFUSED = "refused"
    NO_ACTION = "no action"
    DECIDED = "decided"
    CONTESTABLE = "contestable"
    CONTESTED = "contested"
    OVERTURNED = "overturned"
    FINAL = "final"
    SUPERSEDED = "superseded"


APPLIED = frozenset(
    {State.DECIDED, State.CONTESTABLE, State.CONTESTED, State.FINAL, State.OVERTURNED, State.SUPERSEDED}
)
UNDONE = frozenset({State.OVERTURNED, State.SUPERSEDED})


@dataclass(frozen=True, slots=True)
class Case:
    """One row of the penalty tab and its state. ``known``: from when it counts; ``undone``: from when
    it no longer does."""

    row: CaseRow
    event: Event
    state: State
    known: datetime
    undone: datetime | None = None
    due: datetime | None = None


def judge(
    course: Course, rows: Iterable[CaseRow], pools: dict[str, str], number: int
) -> tuple[list[Case], list[Problem]]:
    """The cases of one round as they stand now. ``pools``: driver -> the pool they raced in."""
    ruleset, schedule, now = course.ruleset, course.schedule, course.now
    by_case: dict[tuple[str, str], list[CaseRow]] = {}
    for row in rows:
        by_case.setdefault((row.case, row.driver), []).append(row)
    cases: list[Case] = []
    problems: list[Problem] = []
    for group in by_case.values():
        # Rows without a date can only be told apart by where they stand.
        if all(row.decided_at for row in group):
            group.sort(key=lambda row: (row.decided_at or LONG_AGO, row.row.row))
        for index, row in enumerate(group):
            follower = next((later for later in group[index + 1 :] if later.verdict), None)
            event = Event(number, row.session or "", pools.get(row.driver) or row.pool or "")
            case, found = _Judge(ruleset, schedule, event, now).case(row, group[0], follower)
            cases.append(case)
            problems += found
    return cases, problems


class _Judge:
    def __init__(self, ruleset: Ruleset, schedule: Schedule, event: Event, now: datetime) -> None:
        self.schedule, self.event, self.now = schedule, event, now
        where = ruleset.where(event.round, event.session, event.pool)
        self.rules: Cases = ruleset.cases.at(where) or ruleset.cases.usual
        self.contest = None if self.rules.contest == "no" else self.rules.contest

    def case(self, row: CaseRow, first: CaseRow, follower: CaseRow | None) -> tuple[Case, list[Problem]]:
        end = self.schedule.end(self.event.round, self.event.pool)
        known = row.published_at or row.decided_at or row.reported_at or end
        due = self._limit(self.rules.decide, row)
        refused, problems = self._late_report(first)
        problems = problems if row is first else []
        if refused:
            return Case(row, self.event, State.REFUSED, known, due=due), problems
        if row.verdict is None:
            return Case(row, self.event, State.OPEN, known, due=due), problems + self._overdue(row, due)
        problems = problems + (self._decided_late(row, due) if row is first else [])
        if row.verdict == "no action":
            gone = None if follower is None else follower.published_at or follower.decided_at or known
            return Case(row, self.event, State.NO_ACTION, known, gone, due), problems
        late, found = self._late_contest(row)
        problems = problems + found
        if follower is not None:
            replaced = follower.published_at or follower.decided_at or known
            return Case(row, self.event, State.SUPERSEDED, known, replaced, due), problems
        contested = (row.contested_at is not None or row.ruling is not None) and not late
        state = self._penalty_state(row, contested)
        undone = (row.contested_at or known) if state is State.OVERTURNED else None
        return Case(row, self.event, state, known, undone, due), problems + self._ruling_due(row, state)

    def _penalty_state(self, row: CaseRow, contested: bool) -> State:
        if contested and row.ruling == "overturned":
            return State.OVERTURNED
        if contested and row.ruling is None:
            return State.CONTESTED
        if row.published_at is None:
            return State.DECIDED
        limit = self._limit(self.contest, row)
        open_window = limit is not None and self.now < limit and row.ruling is None
        return State.CONTESTABLE if open_window else State.FINAL

    def _limit(self, step: Step | None, row: CaseRow) -> datetime | None:
        return self.moment(step.within, row) if step and step.within else None

    def moment(self, moment: Moment, row: CaseRow) -> datetime | None:
        event = self.event
        return self.schedule.moment(moment, event.round, event.pool, row.published_at, row.contested_at)

    def _late_report(self, row: CaseRow) -> tuple[bool, list[Problem]]:
        """Whether the claim is refused, and what is said about it."""
        step, limit = self.rules.report, self._limit(self.rules.report, row)
        if step is None or limit is None or row.reported_at is None or row.reported_at <= limit:
            return False, []
        message = (
            f"Case {row.case} was reported at {_spoken(row.reported_at, limit)}; claims were possible until "
            f"{_spoken(limit, limit)} ({step.within.text if step.within else ''})."
        )
        refused = step.late == "refuse"
        fate = " It is refused." if refused else " It is admitted all the same."
        severity = Severity.ERROR if refused else Severity.WARNING
        at = row.row.cell("reported_at")
        return refused, [Problem(message + fate, at, "", severity, "cases", self.rules.cite("report"))]

    def _late_contest(self, row: CaseRow) -> tuple[bool, list[Problem]]:
        """Whether the contestation is refused, and what is said about it."""
        step, limit = self.contest, self._limit(self.contest, row)
        if step is None or limit is None or row.contested_at is None or row.contested_at <= limit:
            return False, []
        refused = step.late == "refuse"
        fate = "refused" if refused else "admitted all the same"
        message = (
            f"Case {row.case} was contested at {_spoken(row.contested_at, limit)}; that was possible until "
            f"{_spoken(limit, limit)}. The contestation is {fate}."
        )
        severity = Severity.ERROR if refused else Severity.WARNING
        cite = self.rules.cite("contest")
        return refused, [Problem(message, row.row.cell("contested_at"), "", severity, "cases", cite)]

    def _ruling_due(self, row: CaseRow, state: State) -> list[Problem]:
        within = self.rules.final.contested if self.rules.final else None
        due = self.moment(within, row) if within else None
        if state is not State.CONTESTED or due is None or self.now <= due:
            return []
        message = f"Case {row.case} is contested; the ruling was due at {_spoken(due, due)}."
        at, cite = row.row.cell("ruling"), self.rules.cite("final")
        return [Problem(message, at, "Fill in the ruling.", Severity.WARNING, "cases", cite)]

    def _decided_late(self, row: CaseRow, due: datetime | None) -> list[Problem]:
        if due is None or row.decided_at is None or row.decided_at <= due:
            return []
        decided = f"Case {row.case} was decided at {_spoken(row.decided_at, due)}"
        message = f"{decided}; the decision was due at {_spoken(due, due)}."
        at, cite = row.row.cell("decided_at"), self.rules.cite("decide")
        return [Problem(message, at, "", Severity.WARNING, "cases", cite)]

    def _overdue(self, row: CaseRow, due: datetime | None) -> list[Problem]:
        if due is None or self.now <= due:
            return []
        message = f"Case {row.case} is undecided; the decision was due at {_spoken(due, due)}."
        cite = self.rules.cite("decide")
        at = row.row.cell("verdict")
        return [Problem(message, at, "Fill in the verdict.", Severity.WARNING, "cases", cite)]


def _spoken(moment: datetime, like: datetime) -> str:
    return f"{moment.astimezone(like.tzinfo):%a %d %b %H:%M}"
