"""What follows from a failed check: an error, a refused entry, a raised case, or sanctions."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any

from sheets_sync.problems import Problem, Severity
from sheets_sync.records.cases import CaseRow
from sheets_sync.rules.checks.about import OF_ROUNDS, About
from sheets_sync.rules.checks.raised_cases import decides
from sheets_sync.rules.checks.row import Finding
from sheets_sync.rules.checks.values import Looked
from sheets_sync.rules.sanctions.penalties import Penalty
from sheets_sync.rules.season.rule import LONG_AGO
from sheets_sync.ruleset.kinds.checks import Check, RaisesCase
from sheets_sync.ruleset.phrases import BELONGING, LATER, Phrase

if TYPE_CHECKING:
    from sheets_sync.rules.course import Course


@dataclass(frozen=True, slots=True)
class Failed:
    """A row that the check ``name`` found something wrong with; ``message`` says it."""

    name: str
    rule: Check
    record: Any
    looked: Looked
    about: About
    finding: Finding
    message: str

    def problem(self, message: str, severity: Severity, rule: str, refusal: str = "") -> Problem:
        at, cite = self.looked.at(self.record), self.rule.cite()
        return Problem(message, at, "", severity, rule, cite, refusal=refusal)


@dataclass(slots=True)
class Consequences:
    """What the failed checks of some rows have brought so far. ``raised``: case id -> the case."""

    course: Course
    problems: list[Problem] = field(default_factory=list)
    refused: set[str] = field(default_factory=set)
    penalties: list[Penalty] = field(default_factory=list)
    raised: dict[str, CaseRow] = field(default_factory=dict)

    def follow(self, failed: Failed) -> None:
        """Adds what follows from one failed check."""
        then, of = failed.rule.otherwise, f"checks.{failed.name}"
        if failed.finding.unknown:
            self.problems.append(failed.problem(failed.message, Severity.WARNING, "checks"))
        elif then == "refuse":
            self._refuse(failed, of)
        elif isinstance(then, RaisesCase):
            self._raise(failed, then.case, of)
        elif then == "report":
            self.problems.append(failed.problem(failed.message, Severity.ERROR, of))
        else:
            self._penalise(failed, then)

    def _refuse(self, failed: Failed, of: str) -> None:
        self.refused.add(failed.about.person)
        refusal = "blacklisted" if failed.rule.not_in == "blacklist" else "not admitted"
        message = f"{failed.message} The entry is refused."
        self.problems.append(failed.problem(message, Severity.ERROR, of, refusal))

    def _raise(self, failed: Failed, code: str, of: str) -> None:
        """The case stands; it isn't said any more once a row of the penalty tab decides it."""
        new = _case(failed, code.upper())
        row = self.raised.setdefault(new.case, new)
        if not any(decides(own, row) for own in self.course.facts.cases):
            message = f"{failed.message} It raises the case {row.case}."
            self.problems.append(failed.problem(message, Severity.WARNING, of))

    def _penalise(self, failed: Failed, then: list[Phrase]) -> None:
        known = self._known(failed)
        self.penalties += [_penalty(failed, phrase, known) for phrase in then]
        message = f"{failed.message} It brings {', '.join(map(str, then))}."
        self.problems.append(failed.problem(message, Severity.WARNING, "checks"))

    def _known(self, failed: Failed) -> datetime:
        """From the end of the race on; what stands before the season was always known."""
        if failed.looked.kind not in OF_ROUNDS:
            return LONG_AGO
        event = failed.about.event
        return self.course.schedule.end(event.round, event.pool)


def _case(failed: Failed, code: str) -> CaseRow:
    """An undecided case, on the row that raised it."""
    person, event = failed.about.person, failed.about.event
    return CaseRow(
        failed.record.row,
        f"{code}-r{event.round}-{person}",
        event.round,
        person,
        code,
        event.pool or None,
        event.session or None,
        article=failed.rule.cite() or None,
        description=failed.message,
        raised_by=failed.name,
    )


def _penalty(failed: Failed, phrase: Phrase, known: datetime) -> Penalty:
    """What binds later binds the first round, where it comes from before the season."""
    person, event = failed.about.person, failed.about.event
    if failed.looked.kind not in OF_ROUNDS and phrase.sanction in LATER | BELONGING:
        event = event._replace(round=event.round - 1)
    cells, cite = failed.looked.cells(failed.record), failed.rule.cite()
    says, of = failed.message.rstrip("."), f"checks.{failed.name}"
    return Penalty(person, event, phrase, failed.name, known, known, of, cite, cells, says)
