"""interruptions: which part of a broken race counts.

A row of the interruptions tab names the kind, which is the rule's name, the session, how far it was (the
share that was driven, or the lap and the laps of the whole), how many drivers it hit, its cause, and whether
the session was restarted. ``counts_from`` says from how many drivers on it is one (``4 drivers``, ``50 % of
starters``); with ``ask`` the document leaves that open, which is said, and the row counts. The first of
the ``bands`` that fits says what is done: ``from`` and ``up_to`` include their end, ``above`` and ``below``
don't.

Result rows of such a session carry their ``part``: ``first``, ``restart`` or ``photo``, the order of the
grid photo. After a ``restart``, or a ``restart from photo``, only the rows of the restart count; with
``photo`` those of the photo are the result, and ``photo`` says which moment it shows. With ``two parts``
both count: a place in the first, whose order is that of the photo where there is one, is worth the first of
the ``weights``, one in the restart the second, and the order of the session follows from the sum; where no
points are given there, the usual table only ranks. Seconds and places lost then act in the restart alone.
Bonuses are given once and unscaled, the best lap is that of both parts, and with ``bonuses: no`` there are
none. ``scale`` times the points of places; ``shortened`` says that the restart is run over less; with
``distance_rule: no`` the distance rule of the points isn't applied on top.

``decide`` is left to people: an open decision, until whose answer the ``default`` holds. ``note`` only
shows the article with the ``note``. What the stewards write under ``verdict`` wins over the rule, and is
said. For a cause under ``refuse`` nothing is done; beyond so many ``restarts`` of that kind in one session
nothing, too. A restart that nobody recorded is reported, and so are parts of a session without an
interruption: then the restart counts, else the photo. What happens ``before the race``, such as a lobby that
is started anew, is shown and chooses no rows.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TYPE_CHECKING

from sheets_sync.problems import Problem, Severity
from sheets_sync.rules.classification.rule import Classification
from sheets_sync.rules.classification.sessions import Runner
from sheets_sync.rules.interruptions.bands import by_rule
from sheets_sync.rules.interruptions.parts import Parts, in_parts
from sheets_sync.rules.interruptions.rows import Broken, read
from sheets_sync.rules.interruptions.verdict import Verdict as Verdict
from sheets_sync.rules.interruptions.verdicts import judged
from sheets_sync.rules.ledger import Event, Findings
from sheets_sync.rules.sanctions.penalties import Penalty

if TYPE_CHECKING:
    from sheets_sync.rules.course import Course

_IDLE = ("none", "note")


@dataclass(frozen=True, slots=True)
class Made:
    """A session in order: as a ``whole``, and the ``parts`` that points are given for."""

    whole: Classification
    parts: tuple[Classification, ...]
    problems: tuple[Problem, ...]


def classified(course: Course, event: Event, runners: list[Runner], penalties: list[Penalty]) -> Made:
    """The order of a session, whichever of its parts counts."""
    found: Parts = in_parts(course, event, runners, penalties)
    return Made(found.whole, found.scored, tuple(found.problems))


def verdicts(
    course: Course, number: int, sessions: Mapping[Event, list[Runner]]
) -> tuple[dict[Event, Verdict], Findings]:
    """What is done about each broken session of a round."""
    findings = Findings()
    found: dict[Event, list[tuple[Broken, Verdict]]] = {}
    rows = course.facts.in_round(course.facts.interruptions, number)
    ordered = sorted(rows, key=lambda row: (row.at is None, row.at.timestamp() if row.at else 0, row.row.row))
    read_so_far = [read(course, row, sessions) for row in ordered if row.at is None or row.at <= course.now]
    findings.problems += [each for each in read_so_far if isinstance(each, Problem)]
    broken_off = [each for each in read_so_far if isinstance(each, Broken)]
    for broken in broken_off:
        own = found.setdefault(broken.event, [])
        earlier = [(each.kind, each.result) for _, each in own]
        before = _before(broken, broken_off)
        verdict, said = judged(course, broken, by_rule(course, broken, earlier), before)
        own.append((broken, verdict))
        findings.add(said)
        findings.problems += _unrecorded(broken, verdict, sessions.get(broken.event, []))
    return {event: _one(own, findings) for event, own in found.items()}, findings


def _before(broken: Broken, others: list[Broken]) -> int:
    """How many of its kind the session had before: by time, else by how far it was, not by row."""
    same = [each for each in others if (each.name, each.event) == (broken.name, broken.event)]
    return sorted(same, key=_turn).index(broken)


def _turn(broken: Broken) -> tuple[float, int, Fraction, int, str]:
    row = broken.row
    moment = row.at.timestamp() if row.at else math.inf
    return moment, broken.lap or 0, broken.share or Fraction(0), row.drivers or 0, row.cause or ""


def _one(own: list[tuple[Broken, Verdict]], findings: Findings) -> Verdict:
    """The verdict that holds for a session: that of its last interruption that does something."""
    acting = [pair for pair in own if pair[1].parts]
    if len(acting) > 1:
        broken = acting[-1][0]
        message = (
            f"{broken.where.capitalize()} was broken more than once; '{broken.name}', the last, says which "
            "part counts."
        )
        at = broken.row.row.cell("kind")
        findings.problems.append(
            Problem(message, at, "", Severity.WARNING, "interruptions", broken.rules.cite())
        )
    done = [pair for pair in own if pair[1].result not in _IDLE]
    _, verdict = (acting or done or own)[-1]
    others = tuple(each for _, each in own if each is not verdict)
    return replace(verdict, others=others)


def _unrecorded(broken: Broken, verdict: Verdict, runners: list[Runner]) -> list[Problem]:
    """A restart that the rule asks for, and that nobody recorded."""
    restarted = broken.row.restarted or any(runner.result.part == "restart" for runner in runners)
    needed = any(part == "restart" for part, _ in verdict.parts)
    if restarted or not needed:
        return []
    message = (
        f"No restart of {broken.where} is recorded after '{broken.name}'; until then the rows that are there "
        "count."
    )
    hint = "Enter its results with the part restart, or write yes under restarted."
    at = broken.row.row.cell("restarted")
    return [Problem(message, at, hint, Severity.WARNING, "interruptions", verdict.article)]
