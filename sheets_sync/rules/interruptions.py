"""interruptions: which part of a broken race counts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from sheets_sync.cells import CellRef
from sheets_sync.problems import Problem
from sheets_sync.rules.classification import Classification, classify
from sheets_sync.rules.ledger import Event, Findings
from sheets_sync.rules.penalties import Penalty
from sheets_sync.rules.sessions import Runner

if TYPE_CHECKING:
    from sheets_sync.rules.course import Course


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is done about a broken session. ``parts``: (part, weight) of what counts, in order; ``scale``:
    times the points; ``distance_rule``: whether it acts on top; ``bonuses``: whether they are given."""

    event: Event
    kind: str
    result: str
    parts: tuple[tuple[str, Fraction], ...]
    scale: Fraction
    distance_rule: bool
    bonuses: bool
    says: str
    article: str
    cells: tuple[CellRef, ...]


@dataclass(frozen=True, slots=True)
class Made:
    """A session in order: as a ``whole``, and the ``parts`` that points are given for."""

    whole: Classification
    parts: tuple[Classification, ...]
    problems: tuple[Problem, ...]


def classified(course: Course, event: Event, runners: list[Runner], penalties: list[Penalty]) -> Made:
    """The order of a session, whichever of its parts counts."""
    whole, problems = classify(course.ruleset, event, runners, penalties)
    return Made(whole, (whole,), tuple(problems))


def verdicts(
    course: Course, number: int, sessions: Mapping[Event, list[Runner]]
) -> tuple[dict[Event, Verdict], Findings]:
    """What is done about each broken session of a round."""
    return {}, Findings()
