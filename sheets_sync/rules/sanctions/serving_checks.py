"""What doesn't fit what was served: who raced in spite of a ban, and what was overturned after that."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from sheets_sync.problems import Problem, Severity
from sheets_sync.rules.classification.sessions import Runner
from sheets_sync.rules.sanctions.serving import Sentence
from sheets_sync.ruleset.phrases import BELONGING, Sanction
from sheets_sync.ruleset.round_words import in_words

if TYPE_CHECKING:
    from sheets_sync.rules.course import Course


def raced_all_the_same(course: Course, sentences: Iterable[Sentence]) -> list[Problem]:
    """A warning on each result row of a round, or a session, from which the driver was banned: what was raced
    counts, until people say otherwise."""
    runners_of = _by_person(course)
    return [
        _raced(course, sentence, number, runner)
        for sentence in sentences
        if sentence.penalty.undone is None
        for number in sentence.served
        for runner in runners_of.get((number, sentence.penalty.person), ())
        if _is_against(sentence, runner) and not _was_over(course, sentence, number, runner)
    ]


def _raced(course: Course, sentence: Sentence, number: int, runner: Runner) -> Problem:
    penalty = sentence.penalty
    message = (
        f"{course.name(penalty.person)} stands in the results of {in_words(course.ruleset, number)}, though "
        f"banned from it ({penalty.phrase}: {penalty.says}). The row counts, for it was raced."
    )
    at, hint = (
        runner.result.row.cell("driver"),
        "Take it out, or disqualify the driver, if it is not to count.",
    )
    return Problem(message, at, hint, Severity.WARNING, penalty.rule, penalty.article)


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


def _was_over(course: Course, sentence: Sentence, number: int, runner: Runner) -> bool:
    """Whether that session had begun before the ban was known, as the qualifying of the same evening."""
    slot = course.schedule.slot(number, runner.result.pool or "")
    start = slot.sessions.get(runner.result.session)
    return start is not None and start <= sentence.penalty.known


def served_in_vain(course: Course, sentences: Iterable[Sentence]) -> Iterator[Problem]:
    """A warning on each sanction that was overturned after it was served: nothing gives the round back."""
    for each in sentences:
        penalty = each.penalty
        if penalty.undone is None or not each.served or penalty.sanction in BELONGING:
            continue
        rounds = " and ".join(in_words(course.ruleset, number) for number in each.served)
        message = (
            f"{course.name(penalty.person)} served this in {rounds} ({penalty.phrase}: {penalty.says}), and "
            f"it was {penalty.undone_says} afterwards. What was raced stays as it was."
        )
        hint = "Decide whether something makes up for it; nothing does by itself."
        at = penalty.cells[0] if penalty.cells else None
        yield Problem(message, at, hint, Severity.WARNING, penalty.rule, penalty.article)
