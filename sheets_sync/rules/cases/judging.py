"""The cases of a round as they stand at a moment: their rows, step by step."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from sheets_sync.problems import Problem
from sheets_sync.records.cases import CaseRow
from sheets_sync.records.names import fold
from sheets_sync.rules.cases import votes as case_votes
from sheets_sync.rules.cases.outcome import Outcome
from sheets_sync.rules.cases.rule import Case
from sheets_sync.rules.cases.turns import Step, Turns
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
    known, windows_of = with_raised(rows), partial(_windows, course, pools, number)
    rows_of: dict[str, list[CaseRow]] = {}
    for row in known:
        rows_of.setdefault(fold(row.case), []).append(row)
    votes: dict[str, Voted] = {}
    cases: list[Case] = []
    problems: list[Problem] = []
    for group in _by_driver(course, known):
        case = fold(group[0].case)
        if case not in votes:
            votes[case], found = case_votes.voted(windows_of(group[0]), rows_of[case])
            problems += found
        cases += _judged(Turns(group, windows_of, votes[case], problems), problems)
    return cases, problems


def _by_driver(course: Course, rows: Iterable[CaseRow]) -> Iterable[list[CaseRow]]:
    """The rows of one case against one driver, in order."""
    groups: dict[tuple[str, str, str], list[CaseRow]] = {}
    for row in rows:
        groups.setdefault((fold(row.case), row.driver, _beside(course, row)), []).append(row)
    for group in groups.values():
        # Rows without a date can only be told apart by where they stand.
        if all(row.decided_at for row in group):
            group.sort(key=lambda row: (row.decided_at or LONG_AGO, row.row.row))
    return groups.values()


def _beside(course: Course, row: CaseRow) -> str:
    """A code that stands beside another one of the same case doesn't decide that one anew."""
    needs = course.ruleset.tariff.usual.needs.get(row.code or "", ())
    others = course.ruleset.tariff.usual.codes
    return row.code or "" if any(name.upper() in others for name in needs) else ""


def _windows(course: Course, pools: dict[str, str], number: int, row: CaseRow) -> Windows:
    event = Event(number, row.session or "", pools.get(row.driver) or row.pool or "")
    return Windows(course, event, rules_at(course, event))


def _judged(turns: Turns, problems: list[Problem]) -> Iterator[Case]:
    """The cases of one group, each with the decisions before it."""
    steps = turns.steps()
    for index, step in enumerate(steps):
        follower = next(filter(_decides, steps[index + 1 :]), None)
        earlier = tuple(each.row for each in steps[:index] if _decides(each))
        case = Outcome(step, follower, problems).case(first=index == 0)
        yield replace(case, history=earlier)


def _decides(step: Step) -> bool:
    return bool(step.row.verdict) and not step.refused
