"""Departures: who leaves before a round, who follows, and what goes over."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from sheets_sync.cells import CellRef
from sheets_sync.problems import Problem
from sheets_sync.records.facts import Facts
from sheets_sync.rules.ledger import Entry, Event, Findings, Subject
from sheets_sync.rules.roster.inheritance import erase, inherit
from sheets_sync.rules.roster.returns import come_back
from sheets_sync.rules.roster.rule import settings_of
from sheets_sync.rules.roster.successors import returning, successor
from sheets_sync.rules.season.rule import LONG_AGO
from sheets_sync.ruleset.model import Ruleset

if TYPE_CHECKING:
    from sheets_sync.rules.course import Course


OVERTURNED = "overturned"


@dataclass(frozen=True, slots=True)
class Departure:
    """A driver who leaves their seat before a round. ``how``: ``withdrawn`` by a row of the tab,
    ``removed`` or ``replaced`` by a sanction, ``moved`` to another league; or comes back to it, because that
    sanction was ``overturned``. ``for_good``: whether nothing was overturned, so that what goes over with a
    seat, or is erased with it, does."""

    person: str
    from_round: int
    how: str
    known: datetime
    cells: tuple[CellRef, ...]
    successor: str | None = None
    for_good: bool = True


def departures(facts: Facts, removals: Iterable[Departure], number: int) -> list[Departure]:
    """Everybody who leaves before round ``number``, in the order in which it became known."""
    leaving = [
        Departure(
            row.driver,
            row.from_round,
            "withdrawn",
            row.at or LONG_AGO,
            row.row.cells("driver", "from_round", "replacement"),
            row.replacement,
        )
        for row in facts.replacements
        if row.from_round == number
    ]
    leaving += [
        Departure(row.driver, number, "moved", row.at or LONG_AGO, row.row.cells("driver", "league"))
        for row in facts.transfers
        if row.from_round == number and row.league
    ]
    leaving += [each for each in removals if each.from_round == number]
    return sorted(leaving, key=lambda each: (each.how != OVERTURNED, each.known, each.cells))


def depart(course: Course, leaving: Iterable[Departure]) -> Findings:
    """Frees the seats of those who leave and seats who follows. Changes the course."""
    findings = Findings()
    for departure in leaving:
        seats, number = course.seats, departure.from_round
        if departure.how == OVERTURNED:
            findings.add(come_back(course, departure))
            continue
        seat = next((each for each in seats.holdings if seats.holder(each, number) == departure.person), None)
        if seat is None:
            _without_seat(course, departure, findings)
            continue
        seats.gone[departure.person] = number
        follower = successor(course, departure, findings)
        if follower is not None:
            seats.followed[departure.person] = follower
        _seat(course.ruleset, course, seat, departure, follower)
        findings.entries.append(_seated(course, seat, departure, follower))
        if follower is not None and departure.for_good:
            inherit(course, departure, follower)
        if seats.holder(seat, number) is None and _erases(course.ruleset, departure):
            findings.entries += erase(course, seat, departure)
    return findings


def _erases(ruleset: Ruleset, departure: Departure) -> bool:
    rules = settings_of(ruleset, departure.from_round)
    if departure.how == "moved" or not departure.for_good:
        return False
    return (rules.withdrawn if departure.how == "withdrawn" else rules.removed) == "erase"


def _without_seat(course: Course, departure: Departure, findings: Findings) -> None:
    """Who holds no seat: somebody comes into one that is free, a reserve goes, or the row means nothing."""
    seats, person = course.seats, departure.person
    empty = returning(course, departure)
    if empty is not None:
        _seat_in_free(course, empty, departure, findings)
    elif departure.how == "withdrawn" and (person in seats.gone or person in seats.holdings):
        message = f"{course.name(person)} holds no place from which to be replaced. The row is left out."
        findings.problems.append(Problem(message, departure.cells[0], rule="roster"))
    else:
        seats.gone.setdefault(person, departure.from_round)
        if departure.for_good:
            seats.gone_for_good.add(person)


def _seat_in_free(course: Course, seat: str, departure: Departure, findings: Findings) -> None:
    course.seats.seat(seat, departure.successor, departure.from_round)
    findings.entries.append(_seated(course, seat, departure, departure.successor))


def _seat(ruleset: Ruleset, course: Course, seat: str, departure: Departure, follower: str | None) -> None:
    seats, number = course.seats, departure.from_round
    if follower is None or "points" in settings_of(ruleset, number).takes_over:
        seats.seat(seat, follower, number)
        return
    seats.seat(seat, None, number)
    seats.seat(follower, follower, number)


def _seated(course: Course, seat: str, departure: Departure, follower: str | None) -> Entry:
    rules = settings_of(course.ruleset, departure.from_round)
    leaver, what = course.name(departure.person), " and ".join(rules.takes_over) or "nothing"
    says = f"{leaver} leaves ({departure.how}); nobody follows"
    if follower is not None and follower == departure.person:
        says = f"{leaver} comes back"
    elif follower is not None:
        says = f"{course.name(follower)} takes over from {leaver} ({departure.how}), with {what}"
    return Entry(
        "seat",
        Subject("seat", seat),
        Event(departure.from_round),
        0,
        departure.known,
        departure.known,
        "roster",
        rules.cite("takes_over" if follower is not None else departure.how),
        departure.cells,
        says,
    )
