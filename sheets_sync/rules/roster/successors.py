"""Successors: who takes a seat that falls free, or comes back to one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sheets_sync.problems import Problem, Severity
from sheets_sync.rules.ledger import Findings
from sheets_sync.rules.roster.rule import settings_of
from sheets_sync.ruleset.kinds.roster import Roster

if TYPE_CHECKING:
    from sheets_sync.rules.course import Course
    from sheets_sync.rules.roster.departures import Departure


def successor(course: Course, departure: Departure, findings: Findings) -> str | None:
    """Who follows: whoever is named, else the next reserve; None where nobody does."""
    rules = settings_of(course.ruleset, departure.from_round)
    named = departure.successor
    if named is not None and _may_come_back(course, named):
        return named
    if not _is_followed(rules, departure):
        if named is not None:
            _nobody_replaced(course, departure, named, findings)
        return None
    free = course.seats.free_reserves()
    if named is None:
        if not free:
            _none_left(course, departure, findings)
        return free[0] if free else None
    return _named(course, rules, departure, named, free, findings)


def _is_followed(rules: Roster, departure: Departure) -> bool:
    if rules.replacement == "no":
        return False
    return departure.how == "replaced" or departure.how in rules.replaces


def _may_come_back(course: Course, named: str) -> bool:
    """Who held a seat, left it, and holds none now."""
    seats = course.seats
    held = any(each.person == named for found in seats.holdings.values() for each in found)
    return named in seats.gone and held


def returning(course: Course, departure: Departure) -> str | None:
    """The free seat that a row gives to somebody: the last one of the driver it names as leaving."""
    named, number = departure.successor, departure.from_round
    if named is None:
        return None
    held = [seat for seat in course.seats.holdings if departure.person in course.seats.people(seat, number)]
    empty = [seat for seat in held if course.seats.holder(seat, number) is None]
    if not empty or not (_may_come_back(course, named) or named in course.seats.free_reserves()):
        return None
    return empty[-1]


def _nobody_replaced(course: Course, departure: Departure, named: str, findings: Findings) -> None:
    message = f"Nobody is replaced here, so {course.name(named)} isn't seated."
    hint = "Set roster: {replacement: any reserve}, if that is right."
    findings.problems.append(Problem(message, departure.cells[-1], hint, Severity.WARNING, "roster"))


def _none_left(course: Course, departure: Departure, findings: Findings) -> None:
    message = f"{course.name(departure.person)}'s place stays empty: no reserve is left."
    findings.problems.append(Problem(message, departure.cells[0], severity=Severity.WARNING, rule="roster"))


def _named(
    course: Course, rules: Roster, departure: Departure, named: str, free: list[str], findings: Findings
) -> str | None:
    name = course.name(named)
    if named not in free:
        message = f"{name} isn't a free reserve and can't take over. The place stays empty."
        proposal = f"The next reserve is {course.name(free[0])}." if free else ""
        at = departure.cells[-1]
        findings.problems.append(Problem(message, at, proposal, rule="roster", refusal="not a reserve"))
        return None
    if rules.replacement == "next reserve" and named != free[0]:
        message = f"{name} takes over, though {course.name(free[0])} is the next reserve."
        cite = rules.cite("replacement")
        findings.problems.append(Problem(message, departure.cells[-1], "", Severity.WARNING, "roster", cite))
    return named
