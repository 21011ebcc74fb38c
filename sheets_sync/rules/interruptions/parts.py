"""The parts of a broken session: which rows count, and the order that two parts make together."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import TYPE_CHECKING

from sheets_sync.problems import Problem, Severity
from sheets_sync.rules.classification.rule import Classification, classify, goes_by
from sheets_sync.rules.classification.sessions import Runner
from sheets_sync.rules.interruptions.combined import combined, with_best
from sheets_sync.rules.ledger import Event
from sheets_sync.rules.sanctions.penalties import Penalty
from sheets_sync.ruleset.phrases import OUT
from sheets_sync.ruleset.round_words import in_words

if TYPE_CHECKING:
    from sheets_sync.rules.course import Course

_WORTH = {"first": ("photo", "first"), "photo": ("photo", "first"), "restart": ("restart",)}
"""What may stand for a part, the first that is there."""
_USUALLY = ("restart", "photo", "first")


@dataclass(slots=True)
class Parts:
    """A session as a ``whole``, and what points are given for."""

    whole: Classification
    scored: tuple[Classification, ...]
    problems: list[Problem] = field(default_factory=list)


def in_parts(course: Course, event: Event, runners: list[Runner], penalties: list[Penalty]) -> Parts:
    """The order of a session; of a broken one, of what counts."""
    if not any(runner.result.part for runner in runners):
        whole, problems = classify(course.ruleset, event, runners, penalties)
        return Parts(whole, (whole,), problems)
    said: list[Problem] = []
    chosen = _chosen(course, event, runners, said)
    made = []
    for index, (part, weight) in enumerate(chosen):
        acting = [each for each in penalties if index == len(chosen) - 1 or each.sanction in OUT]
        own, found = _classify(course, event, _of(runners, part), acting)
        made.append(replace(own, part=part if len(chosen) > 1 else "", weight=weight))
        said += found
    if len(made) != 1:
        whole = combined(course, event, made) if made else Classification(event, "place", ())
        return Parts(whole, tuple(made), said)
    verdict = course.verdicts.get(event)
    same_run = [r for r in runners if r.result.part in ("photo", "first") and chosen[0][0] != "restart"]
    whole = with_best(made[0], same_run if verdict is not None else [])
    return Parts(whole, (whole,), said)


def _chosen(
    course: Course, event: Event, runners: list[Runner], problems: list[Problem]
) -> list[tuple[str, Fraction]]:
    """The parts that count, as the results name them, each with its weight."""
    there = {runner.result.part for runner in runners if runner.result.part}
    verdict = course.verdicts.get(event)
    if verdict is None or not verdict.parts:
        part = next(part for part in _USUALLY if part in there)
        problems.append(_unexplained(course, event, runners, part))
        return [(part, Fraction(1))]
    found: list[tuple[str, Fraction]] = []
    for wanted, weight in verdict.parts:
        standing = [each for each in _WORTH[wanted] if each in there]
        if standing:
            found.append((standing[0], weight))
        elif any(not runner.result.part for runner in runners):
            found.append(("", weight))
        else:
            problems.append(_missing(course, event, runners, wanted))
    return found


def _of(runners: Iterable[Runner], part: str) -> list[Runner]:
    """The rows of a part; a row that names none, such as an absence, belongs to each."""
    rows = list(runners)
    own = [runner for runner in rows if runner.result.part == part]
    there = {runner.person.key for runner in own}
    return own + [r for r in rows if not r.result.part and r.person.key not in there]


def _classify(
    course: Course, event: Event, runners: list[Runner], penalties: list[Penalty]
) -> tuple[Classification, list[Problem]]:
    """A part goes by what the session goes by; by its places where it has no times, as a photo."""
    by = goes_by(course.ruleset, event)
    timeless = by == "time" and not any(runner.result.total_time for runner in runners)
    placed = any(runner.result.place for runner in runners)
    return classify(course.ruleset, event, runners, penalties, "place" if timeless and placed else by)


def _unexplained(course: Course, event: Event, runners: list[Runner], part: str) -> Problem:
    race = f"{event.session} {event.pool}".strip()
    message = (
        f"The results of the {race} of {in_words(course.ruleset, event.round)} have parts, and no "
        f"interruption says which counts; the {part} counts."
    )
    at = next(runner.result.row.cell("part") for runner in runners if runner.result.part)
    hint = "Enter what happened in the interruptions."
    return Problem(message, at, hint, Severity.WARNING, "interruptions")


def _missing(course: Course, event: Event, runners: list[Runner], part: str) -> Problem:
    race = f"{event.session} {event.pool}".strip()
    message = (
        f"The {race} of {in_words(course.ruleset, event.round)} has no rows of the part '{part}' yet; nobody "
        "scores in it."
    )
    at = runners[0].result.row.cell("part")
    return Problem(message, at, "Enter its results.", Severity.WARNING, "interruptions")
