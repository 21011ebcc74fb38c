"""Rows that shouldn't be there: who raced, or qualified, in spite of a ban."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from sheets_sync.problems import Problem
from sheets_sync.rules.classification.sessions import Runner
from sheets_sync.rules.sanctions.serving import Sentence
from sheets_sync.ruleset.phrases import Sanction

if TYPE_CHECKING:
    from sheets_sync.rules.course import Course


def raced_all_the_same(course: Course, sentences: Iterable[Sentence]) -> list[Problem]:
    """A problem on each result row of a round, or a session, from which the driver was banned."""
    problems = []
    runners_of = _by_person(course)
    for sentence in sentences:
        penalty = sentence.penalty
        for number in sentence.served:
            for runner in runners_of.get((number, penalty.person), ()):
                if _is_against(sentence, runner):
                    name = course.name(penalty.person)
                    message = (
                        f"{name} stands in the results of round {number}, though banned from it "
                        f"({penalty.phrase}: {penalty.says})."
                    )
                    at, hint = runner.result.row.cell("driver"), "Check the results, or the sanction."
                    problems.append(
                        Problem(
                            message, at, hint, rule=penalty.rule, article=penalty.article, refusal="banned"
                        )
                    )
    return problems


def _by_person(course: Course) -> dict[tuple[int, str], list[Runner]]:
    """(round, person) -> the rows."""
    found: dict[tuple[int, str], list[Runner]] = {}
    for event, runners in course.sessions.items():
        for runner in runners:
            found.setdefault((event.round, runner.person.key), []).append(runner)
    return found


def _is_against(sentence: Sentence, runner: Runner) -> bool:
    penalty = sentence.penalty
    if penalty.sanction is Sanction.ROUND_BAN:
        return runner.meaning.starts
    same = penalty.phrase.name.casefold() in runner.result.session.casefold()
    drove = runner.result.best_lap is not None or runner.result.total_time is not None
    return penalty.sanction is Sanction.SESSION_BAN and same and runner.meaning.starts and drove
