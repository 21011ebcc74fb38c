"""Overrides: what a check objects to passes where an organiser says so with a reason."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sheets_sync.problems import Problem
from sheets_sync.records.decisions import DecisionRow
from sheets_sync.records.names import fold
from sheets_sync.validation import nearest

if TYPE_CHECKING:
    from sheets_sync.rules.course import Course

_WORD = "override"


@dataclass(frozen=True, slots=True)
class Overrides:
    """Who is excepted from which check, and in which round; None for the whole season."""

    passed: frozenset[tuple[str, str, int | None]] = frozenset()

    def lift(self, person: str, check: str, number: int | None) -> bool:
        named = fold(check)
        return (person, named, None) in self.passed or (person, named, number) in self.passed


def overrides(course: Course) -> tuple[Overrides, list[Problem]]:
    """The overrides in the tab of the decisions; one without a reason, or of no check, isn't accepted."""
    passed, problems = set(), []
    known = {fold(name): name for name in course.ruleset.checks}
    for row in course.facts.decisions:
        if not fold(row.what).startswith(_WORD):
            continue
        name = fold(row.what)[len(_WORD) :].strip(" :'\"")
        problem = _objection(course, row, name, known)
        if problem is not None:
            problems.append(problem)
            continue
        passed |= {(person, name, row.round) for person in (row.driver, row.also) if person}
    return Overrides(frozenset(passed)), problems


def _objection(course: Course, row: DecisionRow, name: str, known: dict[str, str]) -> Problem | None:
    who = course.name(row.driver)
    if name not in known:
        message = f"There is no check '{name}', so that nothing is overridden for {who}."
        at, hint = row.row.cell("what"), nearest(name, known.values())
        return Problem(message, at, hint, rule="checks", refusal="unknown check")
    if row.reason:
        return None
    message = f"The override of '{known[name]}' for {who} has no reason. It isn't accepted."
    at = row.row.cell("reason")
    return Problem(message, at, "Write why.", rule="checks", refusal="incomplete")
