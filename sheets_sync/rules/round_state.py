"""Whether a round's result is provisional, contestable or final at a moment."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from sheets_sync.rules.cases import Case, State
from sheets_sync.rules.schedule import Schedule
from sheets_sync.ruleset.kinds.cases import Cases

if TYPE_CHECKING:
    from sheets_sync.rules.course import Course


@dataclass(frozen=True, slots=True)
class RoundState:
    """``word``: in progress, provisional, contestable or final; ``turns_final``: when, as far as is known."""

    round: int
    word: str
    turns_final: datetime | None
    why: str


def round_state(course: Course, number: int, complete: bool) -> RoundState:
    """The state of a raced round."""
    ruleset, schedule, now = course.ruleset, course.schedule, course.now
    cases = [case for case in course.cases if case.event.round == number]
    rules = ruleset.cases.at(ruleset.where(number)) or ruleset.cases.usual
    if not complete:
        return RoundState(number, "in progress", None, "not every pool has raced")
    closing = {State.OPEN, State.CONTESTED} | ({State.DECIDED} if _waits_for_contests(rules) else set())
    undecided = [case for case in cases if case.state in closing]
    if undecided:
        return RoundState(number, "provisional", None, f"{len(undecided)} cases are not closed")
    claims_end = _claims_end(rules, schedule, number)
    if claims_end and now < claims_end:
        return RoundState(number, "provisional", _last(rules, cases, claims_end), "claims are still possible")
    end = _last(rules, cases, claims_end)
    if end and now < end:
        return RoundState(number, "contestable", end, "decisions can still be contested")
    return RoundState(number, "final", end, "")


def _waits_for_contests(rules: Cases) -> bool:
    return rules.final is not None and rules.final.when == "contest closed"


def _claims_end(rules: Cases, schedule: Schedule, number: int) -> datetime | None:
    """When the last claim of the round is possible; None where no window or no date says so."""
    if rules.report is None or rules.report.within is None:
        return None
    within, slots = rules.report.within, schedule.of_round(number)
    limits = [schedule.moment(within, number, slot.pool) for slot in slots]
    return max((limit for limit in limits if limit), default=None)


def _last(rules: Cases, cases: Iterable[Case], claims_end: datetime | None) -> datetime | None:
    """The last window that closes: claims, contestations, rulings."""
    contest = None if rules.contest == "no" else rules.contest
    within = contest.within if contest and _waits_for_contests(rules) else None
    window = within.offset if within else timedelta()
    moments = [case.row.published_at + window for case in cases if case.row.published_at]
    return max([*moments, *([claims_end] if claims_end else [])], default=None)
