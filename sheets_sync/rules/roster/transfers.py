"""Transfers: changes of pool, class, team or role that hold from a round on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sheets_sync.problems import Problem
from sheets_sync.records.names import fold
from sheets_sync.records.transfers import Transfer
from sheets_sync.rules.decisions import bound
from sheets_sync.rules.ledger import Findings
from sheets_sync.rules.roster.rule import settings_of
from sheets_sync.rules.roster.seats import class_of
from sheets_sync.ruleset.phrases import Sanction
from sheets_sync.ruleset.round_words import in_words
from sheets_sync.validation import nearest

if TYPE_CHECKING:
    from sheets_sync.rules.course import Course

_LAST = 10**6


def transfer(course: Course, number: int) -> Findings:
    """What changes before a round. Changes the course."""
    findings = Findings()
    for row in (each for each in course.facts.transfers if each.from_round == number):
        _changed(course, row, findings)
    reserve = frozenset({Sanction.RESERVE})
    for penalty, first in bound(course, course.rounds, course.facts.raced, reserve):
        if first == number and penalty.holds:
            _reserve(course, penalty.person)
    return findings


def _changed(course: Course, row: Transfer, findings: Findings) -> None:
    if row.pool is not None:
        _pool(course, row, row.pool, findings)
    if row.car_class is not None:
        course.seats.change(row.driver, car_class=row.car_class)
    if row.team is not None:
        course.seats.change(row.driver, team=row.team)
    if row.role is not None and not row.league:
        _role(course, row, row.role, findings)


def _pool(course: Course, row: Transfer, written: str, findings: Findings) -> None:
    rules = course.ruleset.pools.at(course.ruleset.where(row.from_round)) or course.ruleset.pools.usual
    names = {fold(name): name for name in rules.names}
    if fold(written) in names:
        course.belongs[row.driver] = names[fold(written)]
        return
    where = in_words(course.ruleset, row.from_round)
    message = f"There is no pool '{written}' in {where}. {course.name(row.driver)} stays."
    found = nearest(written, list(rules.names))
    findings.problems.append(Problem(message, row.row.cell("pool"), found, rule="roster"))


def _role(course: Course, row: Transfer, role: str, findings: Findings) -> None:
    seats, person = course.seats, row.driver
    if role == "reserve":
        _reserve(course, person)
    elif role == "guest":
        seats.visitors.add(person)
        seats.change(person, role=role)
    elif role == "driver" and _holds_none(course, person, row.from_round):
        seats.seat(person, person, row.from_round)
    elif role == "driver":
        seats.change(person, role=role)
    else:
        message = f"{course.name(person)} can't become a candidate in mid-season. The row is left out."
        hint = "Write driver, reserve or guest."
        findings.problems.append(Problem(message, row.row.cell("role"), hint, rule="roster"))


def _holds_none(course: Course, person: str, number: int) -> bool:
    seats = course.seats
    return all(seats.holder(seat, number) != person for seat in seats.holdings)


def _reserve(course: Course, person: str) -> None:
    """The points stay with the driver, who isn't expected any more and may stand in."""
    course.seats.change(person, role="reserve", reserve_order=None)
    course.seats.visitors.add(person)


def class_in(course: Course, person: str, number: int) -> str:
    """The class that a driver's points of that round are for: with ``transfer: stay`` the class of then."""
    rows = [row for row in course.facts.of_driver(course.facts.transfers, person) if row.car_class]
    until = number if settings_of(course.ruleset, number).transfer == "stay" else _LAST
    last = course.raced[-1] + 1 if course.raced else _LAST
    known = [row for row in rows if row.from_round <= min(until, last)]
    found = max(known, key=lambda row: row.from_round, default=None)
    if found is not None and found.car_class:
        return found.car_class
    return class_of(course.ruleset, course.seats.first_entered[person])
