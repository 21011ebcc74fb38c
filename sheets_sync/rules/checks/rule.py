"""checks: one column, one condition.

A check looks at every row of a ``tab`` (a kind of record, such as entries, results, attendance or calendar)
and at one ``column`` of it: a field, one of its headers, or any header that the tab has. It has one
condition: ``filled``; ``one_of`` a list; ``equals`` a text, or yes; ``at_least`` and ``at_most`` a number,
which for a list in one cell is how many different things it names; ``before`` a moment, itself included;
``age_at_least`` in years from a date of birth, on the day of ``age_at``; ``unique_in``: no two rows with
the same value in that column share this one; ``in_list`` and ``not_in``: whether the name stands in another
tab, such as the blacklist, as long as it does; ``year_of_season``: a year, or a date in it;
``equals_calendar``: what the calendar has for that race, such as its car. A column that the tab doesn't
have, or that is empty in every row, isn't checked, and that is said once. A cell that is empty fails only
where something must stand there; elsewhere it is said. Who raced without a row in the attendance is said,
too, where a check looks there and other rows of that round stand in it.

What follows is said under ``otherwise``: ``report`` puts an error on the cell, and the row stands;
``refuse`` refuses the entry; sanctions are imposed by themselves; ``{case: CODE}`` raises a case,
undecided, which the stewards decide in a row of the penalty tab with the same id, or with the same driver,
round and code. In the results only who started is looked at. Nothing follows where an organiser writes
``override`` and the check's name into the decisions, for that driver and with a reason.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from sheets_sync.problems import Problem, Severity
from sheets_sync.records.cases import CaseRow
from sheets_sync.rules.checks.conditions import Finding, Row, condition, finding, season_day
from sheets_sync.rules.checks.missing_columns import missing_columns
from sheets_sync.rules.checks.no_row import without_row
from sheets_sync.rules.checks.overrides import Overrides, overrides
from sheets_sync.rules.checks.raised_cases import decides
from sheets_sync.rules.checks.values import Looked
from sheets_sync.rules.ledger import Event
from sheets_sync.rules.sanctions.penalties import Penalty
from sheets_sync.rules.season.rule import LONG_AGO
from sheets_sync.ruleset.items import Where
from sheets_sync.ruleset.kinds.checks import Check, RaisesCase
from sheets_sync.ruleset.phrases import BELONGING, LATER, Phrase

if TYPE_CHECKING:
    from sheets_sync.rules.course import Course

OF_ROUNDS = frozenset(
    {"results", "attendance", "cases", "sign_outs", "choices", "swaps", "moves", "awards", "interruptions"}
)
"""The kinds whose rows are checked when their round is raced; the others before the season."""


@dataclass(frozen=True, slots=True)
class Checked:
    """What the checks of some rows found. ``refused``: drivers whose entry is refused; ``raised``: cases that
    they raise by themselves, undecided."""

    problems: tuple[Problem, ...] = ()
    refused: frozenset[str] = frozenset()
    penalties: tuple[Penalty, ...] = ()
    raised: tuple[CaseRow, ...] = ()


def check_entries(course: Course) -> Checked:
    """The checks of the entry list, and of all else that stands before the season."""
    lifted, problems = overrides(course)
    number = min((each.number for each in course.ruleset.rounds), default=1)
    checking = _Checking(course, lifted, number, [*problems, *missing_columns(course)])
    for name, dated in course.ruleset.checks.items():
        kind = dated.usual.tab
        checking.problems += _unchecked(course, name, dated.usual)
        if kind not in OF_ROUNDS:
            checking.rows(name, kind, getattr(course.facts, kind))
    return checking.checked()


def check_round(course: Course, number: int) -> Checked:
    """The checks of one round's rows: results, attendance, cases."""
    lifted, _ = overrides(course)
    checking = _Checking(course, lifted, number)
    for name, dated in course.ruleset.checks.items():
        if dated.usual.tab in OF_ROUNDS:
            checking.rows(name, dated.usual.tab, _of_round(course, dated.usual.tab, number))
    there, raced = _of_round(course, "attendance", number), _of_round(course, "results", number)
    checking.problems += without_row(course, there, raced)
    return checking.checked()


def _of_round(course: Course, kind: str, number: int) -> list[Any]:
    """The rows of a round; of the results those of who started. What names no round is about the first."""
    if kind == "results":
        sessions = (own for event, own in course.sessions.items() if event.round == number)
        return [runner.result for own in sessions for runner in own if runner.meaning.starts]
    rows = getattr(course.facts, kind)
    return [row for row in rows if row.round == number or (row.round is None and not course.raced)]


def _unchecked(course: Course, name: str, rule: Check) -> list[Problem]:
    """A column that is there and empty in every row, and conditions that hang on a day that nobody knows."""
    rows = getattr(course.facts, rule.tab)
    looked = _looked(course, rule)
    there = [row for row in rows if looked.is_there(row)]
    if not there:
        return []
    if all(looked.value(row) is None for row in there):
        message = f"Nobody has filled in '{looked.header(there[0])}', so that the check '{name}' isn't made."
        return [_note(looked, there[0], message, rule)]
    by_day = condition(rule) in ("age_at_least", "year_of_season") and rule.age_at is None
    if by_day and season_day(course) is None:
        message = f"The season has no date yet, so that the check '{name}' isn't made."
        return [_note(looked, there[0], message, rule)]
    return []


def _note(looked: Looked, row: Any, message: str, rule: Check) -> Problem:
    return Problem(message, looked.at(row), "", Severity.NOTE, "checks", rule.cite())


def _looked(course: Course, rule: Check) -> Looked:
    return Looked(course.facts, rule.tab, rule.column, course.ruleset.season.usual.zone)


@dataclass(slots=True)
class _Checking:
    """One pass over the rows of a round, or over those before the season."""

    course: Course
    lifted: Overrides
    number: int
    problems: list[Problem] = field(default_factory=list)
    refused: set[str] = field(default_factory=set)
    penalties: list[Penalty] = field(default_factory=list)
    raised: dict[str, CaseRow] = field(default_factory=dict)

    def checked(self) -> Checked:
        refused, raised = frozenset(self.refused), tuple(self.raised.values())
        return Checked(tuple(self.problems), refused, tuple(self.penalties), raised)

    def rows(self, name: str, kind: str, rows: Iterable[Any]) -> None:
        peers = tuple(getattr(self.course.facts, kind))
        for record in rows:
            rule = self.course.ruleset.checks[name].at(self._where(record))
            if rule is not None:
                self._row(name, rule, record, peers)

    def _row(self, name: str, rule: Check, record: Any, peers: tuple[Any, ...]) -> None:
        looked = _looked(self.course, rule)
        if not looked.is_there(record) or all(looked.value(each) is None for each in peers):
            return
        event, person = self._event(record), self._person(record)
        found = finding(Row(self.course, rule, looked, record, event.round, event.pool, peers))
        if found is None or (person and self.lifted.lift(person, name, event.round)):
            return
        who = self.course.name(person) if person else self.course.ruleset.name_of(event.round)
        message = f"{who}: '{looked.header(record)}' {found.says} (check '{name}')."
        self._follow(name, rule, _Failed(record, looked, person, event, found, message))

    def _follow(self, name: str, rule: Check, failed: _Failed) -> None:
        """What follows from a failed check."""
        at, then = failed.looked.at(failed.record), rule.otherwise
        message, severity, refusal, of = failed.message, Severity.ERROR, "", f"checks.{name}"
        if failed.finding.unknown:
            severity, of = Severity.WARNING, "checks"
        elif then == "refuse":
            self.refused.add(failed.person)
            message = f"{message} The entry is refused."
            refusal = "blacklisted" if rule.not_in == "blacklist" else "not admitted"
        elif isinstance(then, RaisesCase):
            row = self._raise(name, rule, then.case, failed)
            severity, message = Severity.WARNING, f"{message} It raises the case {row.case}."
            if any(decides(own, row) for own in self.course.facts.cases):
                return
        elif then != "report":
            known = self._known(failed)
            self.penalties += [_penalty(rule, failed, name, phrase, known) for phrase in then]
            words = ", ".join(map(str, then))
            severity, of, message = Severity.WARNING, "checks", f"{message} It brings {words}."
        self.problems.append(Problem(message, at, "", severity, of, rule.cite(), refusal=refusal))

    def _raise(self, name: str, rule: Check, code: str, failed: _Failed) -> CaseRow:
        event, code = failed.event, code.upper()
        case = f"{code}-r{event.round}-{failed.person}"
        row = CaseRow(
            failed.record.row,
            case,
            event.round,
            failed.person,
            code,
            event.pool or None,
            event.session or None,
            article=rule.cite() or None,
            description=failed.message,
            raised_by=name,
        )
        return self.raised.setdefault(case, row)

    def _known(self, failed: _Failed) -> datetime:
        """From the end of the race on; what stands before the season was always known."""
        if failed.looked.kind not in OF_ROUNDS:
            return LONG_AGO
        return self.course.schedule.end(failed.event.round, failed.event.pool)

    def _person(self, record: Any) -> str:
        found = getattr(record, "key", None) or getattr(record, "driver", "")
        return found if found in self.course.seats.entrants else ""

    def _event(self, record: Any) -> Event:
        """Where the row belongs; what names no session is about the round's first race."""
        number = getattr(record, "round", None)
        number = self.number if number is None else number
        session = getattr(record, "session", None)
        races = [each for each in self.course.ruleset.programme(number) if self.course.ruleset.is_race(each)]
        pool = getattr(record, "pool", None) or self.course.pools.get((number, self._person(record)), "")
        return Event(number, session or next(iter(races), ""), pool)

    def _where(self, record: Any) -> Where:
        event, person = self._event(record), self._person(record)
        session = getattr(record, "session", None) or ""
        where = self.course.ruleset.where(event.round, session, event.pool)
        entrant = self.course.seats.entrants.get(person)
        if entrant is None:
            return where
        car_class, team = entrant.car_class or "", entrant.team or ""
        return replace(where, car_class=car_class, driver=entrant.driver, team=team)


@dataclass(frozen=True, slots=True)
class _Failed:
    record: Any
    looked: Looked
    person: str
    event: Event
    finding: Finding
    message: str


def _penalty(rule: Check, failed: _Failed, name: str, phrase: Phrase, known: datetime) -> Penalty:
    """What binds later binds the first round, where it comes from before the season."""
    event = failed.event
    if failed.looked.kind not in OF_ROUNDS and phrase.sanction in LATER | BELONGING:
        event = event._replace(round=event.round - 1)
    cells = failed.looked.cells(failed.record)
    says, of = failed.message.rstrip("."), f"checks.{name}"
    return Penalty(failed.person, event, phrase, name, known, known, of, rule.cite(), cells, says)
