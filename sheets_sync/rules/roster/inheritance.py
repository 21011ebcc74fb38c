"""What goes over with a seat, and what is erased with one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sheets_sync.rules.ledger import Entry, Event
from sheets_sync.rules.roster.rule import settings_of
from sheets_sync.rules.sanctions.penalties import Act
from sheets_sync.rules.tallies.rule import account

if TYPE_CHECKING:
    from sheets_sync.rules.course import Course
    from sheets_sync.rules.roster.departures import Departure


def inherit(course: Course, departure: Departure, follower: str) -> None:
    """The tallies that go over: what is counted for who left is counted for who follows."""
    rules = settings_of(course.ruleset, departure.from_round)
    acts = [
        _inherited(entry, name, course.name(departure.person), departure, follower)
        for name in rules.takes_over
        if name in course.ruleset.tallies
        for entry in _standing(course, name, departure.person)
    ]
    touched = course.conduct.add(acts)
    names = {person: course.name(person) for person in touched}
    course.conduct.reckon(touched, names, course.moment(departure.from_round - 1))


def _standing(course: Course, name: str, person: str) -> list[Entry]:
    """The entries of a tally that weren't taken back."""
    own = [e for e in course.conduct.entries() if e.account == account(name) and e.subject.key == person]
    reversals = [e for e in own if any(e.amount == -each.amount and each in own for each in e.because)]
    undone = [each for entry in reversals for each in entry.because]
    return [entry for entry in own if entry not in reversals and entry not in undone]


def _inherited(entry: Entry, name: str, leaver: str, departure: Departure, follower: str) -> Act:
    return Act(
        "tally",
        name,
        follower,
        entry.event,
        entry.amount,
        entry.happened,
        max(entry.known, departure.known),
        entry.article,
        (*entry.cells, *departure.cells),
        f"taken over from {leaver}: {entry.says}",
        because=(entry,),
        inherited=True,
    )


def erase(course: Course, seat: str, departure: Departure) -> list[Entry]:
    """Takes a seat's points back; its line leaves the standings. Changes the course."""
    rules = settings_of(course.ruleset, departure.from_round)
    setting = "withdrawn" if departure.how == "withdrawn" else "removed"
    course.seats.erased[seat] = departure.from_round
    return [
        replace(
            entry,
            event=Event(departure.from_round),
            amount=-entry.amount,
            happened=max(entry.known, departure.known),
            known=max(entry.known, departure.known),
            rule="roster",
            article=rules.cite(setting),
            cells=departure.cells,
            says=f"erased: {course.name(departure.person)} leaves ({departure.how})",
            because=(entry,),
        )
        for entry in course.entries()
        if entry.account.startswith("points.")
        and entry.subject.kind == "seat"
        and entry.subject.key == seat
        and entry.amount
    ]
