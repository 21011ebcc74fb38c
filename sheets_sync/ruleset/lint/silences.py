"""Where the document is silent: what is assumed, and what is still open."""

from __future__ import annotations

from collections.abc import Iterator

from sheets_sync.problems import FileLine, Problem, Severity
from sheets_sync.ruleset.left_open import POINTS_HINT, asked, lacks_points
from sheets_sync.ruleset.lint.subject import Subject
from sheets_sync.ruleset.show import assumptions

_ASK = "Ask the organisers and write it here, or under 'rules' in league.yaml."


def counted_assumptions(subject: Subject) -> Iterator[Problem]:
    """How much of the ruleset is only assumed."""
    count = len(assumptions(subject.ruleset))
    if count:
        says = "1 assumption stands" if count == 1 else f"{count} assumptions stand"
        at = FileLine(subject.ruleset.files[-1])
        message = f"{says} where the document is silent."
        yield Problem(message, at, "sheets-sync rules show lists them, to be confirmed.", Severity.NOTE)


def still_open(subject: Subject) -> Iterator[Problem]:
    """Settings that are marked `ask`: the document leaves them open."""
    for path, at in asked(subject.tree):
        message = f"{' > '.join(path)}: still open."
        yield Problem(message, at, _ASK, Severity.NOTE)


def no_points(subject: Subject) -> Iterator[Problem]:
    """Standings that go by points where no rule gives any."""
    if lacks_points(subject.ruleset):
        at = FileLine(subject.ruleset.files[-1])
        message = "No rule gives points, so that every standing stays at 0."
        yield Problem(message, at, POINTS_HINT, Severity.NOTE)
