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
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sheets_sync.problems import Problem, Severity
from sheets_sync.records.cases import CaseRow
from sheets_sync.rules.checks.about import OF_ROUNDS, About, about_of, where_of
from sheets_sync.rules.checks.conditions import condition, finding
from sheets_sync.rules.checks.consequences import Consequences, Failed
from sheets_sync.rules.checks.dates import season_day
from sheets_sync.rules.checks.missing_columns import missing_columns
from sheets_sync.rules.checks.no_row import without_row
from sheets_sync.rules.checks.overrides import Overrides, overrides
from sheets_sync.rules.checks.row import Row
from sheets_sync.rules.checks.values import Looked
from sheets_sync.rules.sanctions.penalties import Penalty
from sheets_sync.ruleset.kinds.checks import Check

if TYPE_CHECKING:
    from sheets_sync.rules.course import Course


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
    found = Consequences(course, [*problems, *missing_columns(course)])
    checking = _Checking(course, lifted, number, found)
    for name, dated in course.ruleset.checks.items():
        kind = dated.usual.tab
        checking.found.problems += _unchecked(course, name, dated.usual)
        if kind not in OF_ROUNDS:
            checking.rows(name, kind, getattr(course.facts, kind))
    return checking.checked()


def check_round(course: Course, number: int) -> Checked:
    """The checks of one round's rows: results, attendance, cases."""
    lifted, _ = overrides(course)
    checking = _Checking(course, lifted, number, Consequences(course))
    for name, dated in course.ruleset.checks.items():
        if dated.usual.tab in OF_ROUNDS:
            checking.rows(name, dated.usual.tab, _of_round(course, dated.usual.tab, number))
    there, raced = _of_round(course, "attendance", number), _of_round(course, "results", number)
    checking.found.problems += without_row(course, there, raced)
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
    found: Consequences

    def checked(self) -> Checked:
        found = self.found
        refused, raised = frozenset(found.refused), tuple(found.raised.values())
        return Checked(tuple(found.problems), refused, tuple(found.penalties), raised)

    def rows(self, name: str, kind: str, rows: Iterable[Any]) -> None:
        peers = tuple(getattr(self.course.facts, kind))
        for record in rows:
            about = about_of(self.course, record, self.number)
            rule = self.course.ruleset.checks[name].at(where_of(self.course, record, about))
            if rule is not None:
                self._row(name, rule, record, about, peers)

    def _row(self, name: str, rule: Check, record: Any, about: About, peers: tuple[Any, ...]) -> None:
        looked = _looked(self.course, rule)
        if not looked.is_there(record) or all(looked.value(each) is None for each in peers):
            return
        event, person = about.event, about.person
        found = finding(Row(self.course, rule, looked, record, event.round, event.pool, peers))
        if found is None or (person and self.lifted.lift(person, name, event.round)):
            return
        who = self.course.name(person) if person else self.course.ruleset.name_of(event.round)
        message = f"{who}: '{looked.header(record)}' {found.says} (check '{name}')."
        self.found.follow(Failed(name, rule, record, looked, about, found, message))
