"""roster: who takes part, and who follows when a place falls free.

A seat is a place in the championship. It belongs to an entrant; when that driver withdraws or is
removed, the replacement named in the replacements tab, else the next reserve in order, takes it
over from that round on. Reserves follow in the order of their numbers, those without one in row order
behind them; of several who leave before one round, first whoever left first. ``next reserve`` warns where
another one is named, ``any reserve`` doesn't. ``replaces`` says which departures are followed: who leaves by
the replacements tab is ``withdrawn``, who leaves by decision ``removed``; else the seat stays empty. With
``takes_over: points`` the seat's points stay with the seat, so that the standings show one line; what a
tally counted for the person who left does not go over.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from sheets_sync.cells import CellRef
from sheets_sync.problems import Problem, Severity
from sheets_sync.records.entries import Entrant
from sheets_sync.records.facts import Facts
from sheets_sync.rules.ledger import Entry, Event, Findings, Subject
from sheets_sync.rules.schedule import LONG_AGO
from sheets_sync.ruleset.model import Ruleset

if TYPE_CHECKING:
    from sheets_sync.rules.course import Course


@dataclass(frozen=True, slots=True)
class Holding:
    """``person`` holds the seat from that round on; None where nobody follows."""

    from_round: int
    person: str | None


@dataclass(frozen=True, slots=True)
class Departure:
    """A driver who leaves their seat before a round: a row of the tab, or a removal by decision."""

    person: str
    from_round: int
    how: str
    known: datetime
    cells: tuple[CellRef, ...]
    successor: str | None = None


@dataclass(slots=True)
class Seats:
    """Who holds which seat in which round. A seat's key is the key of its first holder."""

    entrants: Mapping[str, Entrant]
    holdings: dict[str, list[Holding]]

    def holder(self, seat: str, number: int) -> str | None:
        held = [each.person for each in self.holdings[seat] if each.from_round <= number]
        return held[-1] if held else None

    def seat_of(self, person: str, number: int) -> str | None:
        return next((seat for seat in self.holdings if self.holder(seat, number) == person), None)

    def field(self, number: int) -> dict[str, str]:
        """person -> seat, for everybody who may race that round."""
        holders = ((self.holder(seat, number), seat) for seat in self.holdings)
        return {person: seat for person, seat in holders if person is not None}

    def people(self, seat: str, number: int) -> list[str]:
        """Everybody who has held the seat up to that round, in order."""
        return [each.person for each in self.holdings[seat] if each.person and each.from_round <= number]


def opening(entries: Iterable[Entrant]) -> Seats:
    """The seats at the start of the season."""
    entrants = {entry.key: entry for entry in entries}
    drivers = [entry.key for entry in entrants.values() if entry.role == "driver"]
    return Seats(entrants, {key: [Holding(-(10**6), key)] for key in drivers})


def class_of(ruleset: Ruleset, entrant: Entrant) -> str:
    """The class in the entry list; where it has none, that of newcomers."""
    return entrant.car_class or ruleset.roster.usual.newcomer or ""


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
    leaving += [each for each in removals if each.from_round == number]
    return sorted(leaving, key=lambda each: (each.known, each.cells))


def transfer(course: Course, number: int) -> Findings:
    """Changes of pool, class, team or role that hold from that round on. Changes the course."""
    return Findings()


def replace(ruleset: Ruleset, seats: Seats, leaving: Iterable[Departure]) -> Findings:
    """Frees the seats of those who leave and seats who follows. Changes ``seats``."""
    findings = Findings()
    for departure in leaving:
        seat = seats.seat_of(departure.person, departure.from_round)
        if seat is None:
            name = seats.entrants[departure.person].driver
            message = f"{name} holds no place from which to be replaced. The row is left out."
            findings.problems.append(Problem(message, departure.cells[0], rule="roster"))
            continue
        successor = _successor(ruleset, seats, departure, findings)
        _seat(ruleset, seats, seat, departure, successor)
        findings.entries.append(_taken_over(ruleset, seats, seat, departure, successor))
    return findings


def _seat(ruleset: Ruleset, seats: Seats, seat: str, departure: Departure, successor: str | None) -> None:
    settings = ruleset.roster.at(ruleset.where(departure.from_round)) or ruleset.roster.usual
    if successor is None or "points" in settings.takes_over:
        seats.holdings[seat].append(Holding(departure.from_round, successor))
        return
    seats.holdings[seat].append(Holding(departure.from_round, None))
    seats.holdings[successor] = [Holding(departure.from_round, successor)]


def _successor(ruleset: Ruleset, seats: Seats, departure: Departure, findings: Findings) -> str | None:
    settings = ruleset.roster.at(ruleset.where(departure.from_round))
    if settings is None or settings.replacement == "no" or departure.how not in settings.replaces:
        if departure.successor is not None:
            message = (
                f"Nobody is replaced here, so {seats.entrants[departure.successor].driver} isn't seated."
            )
            hint = "Set roster: {replacement: any reserve}, if that is right."
            at = departure.cells[-1]
            findings.problems.append(Problem(message, at, hint, Severity.WARNING, "roster"))
        return None
    free = _free_reserves(seats)
    named = departure.successor
    if named is None:
        if free:
            return free[0]
        message = f"{seats.entrants[departure.person].driver}'s place stays empty: no reserve is left."
        findings.problems.append(
            Problem(message, departure.cells[0], severity=Severity.WARNING, rule="roster")
        )
        return None
    if named not in free:
        message = (
            f"{seats.entrants[named].driver} isn't a free reserve and can't take over. The place stays empty."
        )
        proposal = f"The next reserve is {seats.entrants[free[0]].driver}." if free else ""
        findings.problems.append(Problem(message, departure.cells[-1], proposal, rule="roster"))
        return None
    if settings.replacement == "next reserve" and named != free[0]:
        following = seats.entrants[free[0]].driver
        message = f"{seats.entrants[named].driver} takes over, though {following} is the next reserve."
        cite = settings.cite("replacement")
        findings.problems.append(Problem(message, departure.cells[-1], "", Severity.WARNING, "roster", cite))
    return named


def _free_reserves(seats: Seats) -> list[str]:
    taken = {each.person for holdings in seats.holdings.values() for each in holdings}
    reserves = [
        entry for entry in seats.entrants.values() if entry.role == "reserve" and entry.key not in taken
    ]
    order = sorted(
        reserves, key=lambda entry: (entry.reserve_order is None, entry.reserve_order or 0, entry.row.row)
    )
    return [entry.key for entry in order]


def _taken_over(
    ruleset: Ruleset, seats: Seats, seat: str, departure: Departure, successor: str | None
) -> Entry:
    settings = ruleset.roster.at(ruleset.where(departure.from_round)) or ruleset.roster.usual
    leaver, what = seats.entrants[departure.person].driver, " and ".join(settings.takes_over)
    says = f"{leaver} leaves ({departure.how}); nobody follows"
    if successor is not None:
        says = f"{seats.entrants[successor].driver} takes over from {leaver} ({departure.how}), with {what}"
    return Entry(
        "seat",
        Subject("seat", seat),
        Event(departure.from_round),
        0,
        departure.known,
        departure.known,
        "roster",
        settings.cite("takes_over"),
        departure.cells,
        says,
    )
