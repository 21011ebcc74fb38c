"""Returns: who was removed and comes back to their seat, because the removal was overturned."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sheets_sync.problems import Problem, Severity
from sheets_sync.rules.ledger import Entry, Event, Findings, Subject
from sheets_sync.ruleset.round_words import in_words

if TYPE_CHECKING:
    from sheets_sync.rules.course import Course
    from sheets_sync.rules.roster.departures import Departure


def come_back(course: Course, departure: Departure) -> Findings:
    """Seats the driver again, and sends whoever followed back to the reserves. What was raced until then
    stays as it was. Changes the course."""
    person, number, seats = departure.person, departure.from_round, course.seats
    held = [seat for seat in seats.holdings if person in seats.people(seat, number)]
    findings = Findings()
    if not held and person not in seats.gone_for_good:
        seats.gone.pop(person, None)  # a guest or a reserve, who hasn't left by a row of the tab as well
    if not held or any(seats.holder(seat, number) == person for seat in held):
        return findings
    follower = _leaves(course, held[-1], departure)
    seats.seat(held[-1], person, number)
    findings.entries.append(_entry(course, held[-1], departure, follower))
    if follower:
        findings.problems.append(_said(course, departure, follower))
    return findings


def _leaves(course: Course, seat: str, departure: Departure) -> str:
    """Who has to make room: the holder, or who followed on a line of their own; empty where nobody has."""
    seats, number = course.seats, departure.from_round
    follower = seats.holder(seat, number) or seats.followed.get(departure.person, "")
    own = seats.seat_of(follower, number) if follower else None
    if own is None:
        return ""
    seats.seat(own, None, number)
    seats.change(follower, role="reserve")
    return follower


def _said(course: Course, departure: Departure, follower: str) -> Problem:
    name, other = course.name(departure.person), course.name(follower)
    when = in_words(course.ruleset, departure.from_round)
    message = (
        f"{name}'s removal was overturned after {other} had taken over: {name} holds the place again from "
        f"{when} on, and {other} is a reserve. What was raced until then stays."
    )
    hint = (
        f"If {other} is to keep the place, write it into the replacements tab: {name} leaves from {when} on."
    )
    at = departure.cells[0] if departure.cells else None
    return Problem(message, at, hint, Severity.WARNING, "roster")


def _entry(course: Course, seat: str, departure: Departure, follower: str) -> Entry:
    says = f"{course.name(departure.person)} comes back (the removal is overturned)"
    if follower:
        says += f"; {course.name(follower)} is a reserve again"
    known, rules = departure.known, course.ruleset.roster.usual
    event, subject = Event(departure.from_round), Subject("seat", seat)
    return Entry(
        "seat", subject, event, 0, known, known, "roster", rules.cite("removed"), departure.cells, says
    )
