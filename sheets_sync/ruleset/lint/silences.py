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
        message = f"{says} where the document is silent."
        at = _first_assumption(subject)
        yield Problem(message, at, "sheets-sync rules show lists them, to be confirmed.", Severity.NOTE)


def _first_assumption(subject: Subject) -> FileLine:
    """Where they begin: in the ruleset itself, or in the first below it that has one."""
    files = subject.ruleset.files
    marked = (part.node.keys["assumption"] for part in subject.parts() if "assumption" in part.node.keys)
    known = sorted(
        ((files.index(at.path), at.line, at) for at in marked if at.path in files), key=lambda each: each[:2]
    )
    top = max((index for index, *_ in known), default=0)
    return next((at for index, _, at in known if index == top), subject.line())


def still_open(subject: Subject) -> Iterator[Problem]:
    """Settings that are marked `ask`: the document leaves them open."""
    for path, at in asked(subject.tree):
        message = f"{' > '.join(path)}: still open."
        yield Problem(message, at, _ASK, Severity.NOTE)


def no_points(subject: Subject) -> Iterator[Problem]:
    """Standings that go by points where no rule gives any."""
    if lacks_points(subject.ruleset):
        message = "No rule gives points, so that every standing stays at 0."
        yield subject.note(message, hint=POINTS_HINT)
