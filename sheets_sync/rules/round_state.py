"""Whether a round's result is provisional, contestable or final at a moment, and what holds it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from typing import TYPE_CHECKING

from sheets_sync.problems import Problem, Severity
from sheets_sync.records.approvals import Approval
from sheets_sync.records.names import fold
from sheets_sync.rules.cases.rule import Case, State, unclosed
from sheets_sync.rules.season.clocks import at_clock
from sheets_sync.rules.season.completeness import what_is_missing
from sheets_sync.rules.season.rule import LONG_AGO, Schedule
from sheets_sync.ruleset.kinds.cases import Cases

if TYPE_CHECKING:
    from sheets_sync.rules.course import Course

_RESULTS = frozenset({"results", "result", "final results", "classification", "final classification"})


@dataclass(frozen=True, slots=True)
class RoundState:
    """``word``: in progress, provisional, contestable or final; ``turns_final``: when, as far as is known;
    ``why`` it isn't final yet. ``announceable``: whether the final results may be announced."""

    round: int
    word: str
    turns_final: datetime | None
    why: str
    signed_by: str = ""
    signed_at: datetime | None = None
    announceable: bool = False


def round_state(course: Course, number: int, complete: bool) -> RoundState:
    """The state of a raced round."""
    rules = _rules(course, number)
    signature = signature_of(course, number) if rules.final and rules.final.when == "signed" else None
    signed_by = (signature.signed_by or "") if signature else ""
    signed_at = signature.at if signature else None
    word, end, why = _state(course, rules, number, complete, signature)
    return RoundState(number, word, end, why, signed_by, signed_at, word == "final")


def _rules(course: Course, number: int) -> Cases:
    return course.ruleset.cases.at(course.ruleset.where(number)) or course.ruleset.cases.usual


def _state(
    course: Course, rules: Cases, number: int, complete: bool, signature: Approval | None
) -> tuple[str, datetime | None, str]:
    cases = [case for case in course.cases if case.event.round == number]
    if not complete:
        return "in progress", None, f"there are no results of {what_is_missing(course, number)} yet"
    held = _held(rules, cases)
    if held:
        return "provisional", _rulings(rules, course, number, cases), held
    signed = rules.final is not None and rules.final.when == "signed"
    if signed and (signature is None or not signature.signed_by):
        return "provisional", None, "the results aren't signed"
    claims_end = _claims_end(rules, course.schedule, number)
    end = _last(rules, cases, claims_end, signature)
    if claims_end and course.now < claims_end:
        return "provisional", end, "claims are still possible"
    if end and course.now < end:
        return "contestable", end, "decisions can still be contested"
    return "final", end, ""


def _held(rules: Cases, cases: list[Case]) -> str:
    """Why the round can't be final at all yet."""
    undecided = list(unclosed(cases))
    unpublished = [case for case in cases if case.state is State.DECIDED]
    if _waits_for_contests(rules):
        undecided += unpublished
    if undecided:
        return "1 case is not closed" if len(undecided) == 1 else f"{len(undecided)} cases are not closed"
    if unpublished and rules.final is not None and "penalties announced" in rules.final.needs:
        names = ", ".join(dict.fromkeys(case.row.case for case in unpublished))
        return f"the penalty of case {names} isn't announced yet"
    return ""


def _rulings(rules: Cases, course: Course, number: int, cases: list[Case]) -> datetime | None:
    """When the results are final, where nothing but rulings is waited for."""
    waiting = [case for case in cases if case.waits]
    others = [case for case in cases if case not in waiting]
    moments = [case.ruling_due for case in waiting]
    if _held(rules, others) or not all(moments):
        return None
    last = _last(rules, cases, _claims_end(rules, course.schedule, number), None)
    return max((moment for moment in (*moments, last) if moment), default=None)


def _waits_for_contests(rules: Cases) -> bool:
    return rules.final is not None and rules.final.when == "contest closed"


def _claims_end(rules: Cases, schedule: Schedule, number: int) -> datetime | None:
    """When the last claim of the round is possible; None where no window or no date says so."""
    if rules.report is None or rules.report.within is None:
        return None
    within, slots = rules.report.within, schedule.of_round(number)
    limits = [schedule.moment(within, number, slot.pool) for slot in slots]
    return max((limit for limit in limits if limit), default=None)


def _last(
    rules: Cases, cases: Iterable[Case], claims_end: datetime | None, signature: Approval | None
) -> datetime | None:
    """The last window that closes: claims, contestations; the publications, and the signature."""
    moments = [claims_end, signature.at if signature else None]
    for case in cases:
        if case.state is State.REFUSED:
            continue
        ruled = case.row.ruling is not None or not _waits_for_contests(rules)
        moments.append(case.row.published_at if ruled else case.contest_until or case.row.published_at)
    return max((moment for moment in moments if moment), default=None)


def signature_of(course: Course, number: int) -> Approval | None:
    """The row of the approvals that is about that round's results: the last signature, where there is one."""
    found = [
        row
        for row in course.facts.approvals
        if fold(row.what) in _RESULTS and (row.round == number or row.round is None)
    ]
    return max(
        found, key=lambda row: (bool(row.signed_by), row.round is not None, row.at or LONG_AGO), default=None
    )


def held_results(course: Course) -> list[Problem]:
    """Results that were signed too early, and rounds that start on provisional standings."""
    found = []
    for number, state in course.states.items():
        signature = signature_of(course, number)
        if state.signed_by and state.word == "provisional" and signature is not None:
            name = course.ruleset.name_of(number)
            signed = f"The results of {name} are signed by {state.signed_by}"
            message = f"{signed}, but {state.why}: they can't be final yet."
            at, cite = signature.row.cell("signed_by"), _rules(course, number).cite("final")
            found.append(Problem(message, at, "", Severity.WARNING, "cases", cite))
    return [*found, *_provisional_starts(course)]


def _provisional_starts(course: Course) -> list[Problem]:
    """A round that isn't final when the next one starts."""
    numbers = [number for number in course.rounds if not course.schedule.is_cancelled(number)]
    found = []
    for number, following in pairwise(numbers):
        state, rules = course.states.get(number), _rules(course, number)
        starts = [slot for slot in course.schedule.of_round(following) if slot.start]
        if state is None or state.word == "final" or rules.final is None or not starts:
            continue
        slot = min(starts, key=lambda each: each.start or course.now)
        start = slot.start or course.now
        if course.now < start and (state.turns_final is None or state.turns_final <= start):
            continue
        name, then = course.ruleset.name_of(number), course.ruleset.name_of(following)
        turns = f"turns final at {at_clock(state.turns_final, start)}" if state.turns_final else state.why
        waits = rules.final.next_round == "waits"
        fate = "it should wait" if waits else "it starts on provisional standings"
        message = f"{then} starts at {at_clock(start, start)} and {name} isn't final ({turns}); {fate}."
        at, cite = (slot.cells[0] if slot.cells else None), rules.cite("final")
        found.append(Problem(message, at, "", Severity.WARNING, "cases", cite))
    return found
