"""The seats of a championship: who holds which in which round, and who may race beside them."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from sheets_sync.records.entries import Entrant
from sheets_sync.ruleset.model import Ruleset

BEFORE_ALL = -(10**6)


@dataclass(frozen=True, slots=True)
class Holding:
    """``person`` holds the seat from that round on; None where nobody follows."""

    from_round: int
    person: str | None


@dataclass(slots=True)
class Seats:
    """Who holds which seat in which round. A seat's key is the key of its first holder.

    ``visitors`` race on a line of their own without holding a seat: guests, and reserves who stand in.
    ``refused``: entries that count for nothing. ``gone``: person -> the first round without them;
    ``gone_for_good``: of those without a seat who left by more than a removal that was overturned.
    ``erased``: seat -> the round from which its results count no more. ``open_rounds``: everybody who entered
    may race them, as in a prequalification. ``entrants`` are as they are in the round that is looked at;
    ``first_entered`` as they stand in the entry list; ``taken``: person -> the seats they took over.
    ``followed``: who left -> who took their place; ``turns``: round -> that in whose place it is held, where
    rounds were postponed.
    """

    entrants: dict[str, Entrant]
    holdings: dict[str, list[Holding]]
    visitors: set[str] = field(default_factory=set)
    refused: set[str] = field(default_factory=set)
    gone: dict[str, int] = field(default_factory=dict)
    gone_for_good: set[str] = field(default_factory=set)
    erased: dict[str, int] = field(default_factory=dict)
    open_rounds: Collection[int] = ()
    first_entered: dict[str, Entrant] = field(default_factory=dict)
    taken: dict[str, list[str]] = field(default_factory=dict)
    followed: dict[str, str] = field(default_factory=dict)
    turns: Mapping[int, int] = field(default_factory=dict)

    def turn(self, number: int) -> int:
        return self.turns.get(number, number)

    def holder(self, seat: str, number: int) -> str | None:
        turn = self.turn(number)
        for each in reversed(self.holdings.get(seat, ())):
            if self.turn(each.from_round) <= turn:
                return each.person
        return None

    def seat_of(self, person: str, number: int) -> str | None:
        """The seat that the driver's points go to in that round."""
        held = {seat for seat in (person, *self.taken.get(person, ())) if self.holder(seat, number) == person}
        if len(held) > 1:
            return next(seat for seat in self.holdings if seat in held)
        return next(iter(held), person if person in self.visitors else None)

    def field(self, number: int) -> dict[str, str]:
        """person -> seat, for everybody who may race that round."""
        holders = ((self.holder(seat, number), seat) for seat in self.holdings)
        found = {person: seat for person, seat in holders if person is not None}
        turn = self.turn(number)
        beside = self.visitors if number not in self.open_rounds else self.entrants
        for person in (each for each in self.entrants if each in beside) if beside else ():
            if person not in self.refused and self.turn(self.gone.get(person, 10**6)) > turn:
                found.setdefault(person, person)
        return found

    def people(self, seat: str, number: int) -> list[str]:
        """Everybody who has held the seat up to that round, in order."""
        held, turn = self.holdings.get(seat, ()), self.turn(number)
        return [each.person for each in held if each.person and self.turn(each.from_round) <= turn]

    def seat(self, seat: str, person: str | None, number: int) -> None:
        """From that round on the person holds the seat, or nobody does."""
        self.holdings.setdefault(seat, []).append(Holding(number, person))
        if person is not None:
            self.taken.setdefault(person, []).append(seat)
            self.gone.pop(person, None)
            self.change(person, role="driver")

    def change(self, person: str, **values: Any) -> None:
        """From now on the driver has another role, class or team."""
        self.entrants[person] = replace(self.entrants[person], **values)

    def refuse(self, person: str) -> None:
        """The entry counts for nothing."""
        self.holdings.pop(person, None)
        self.visitors.discard(person)
        self.refused.add(person)

    def reserves(self) -> list[str]:
        """Who is a reserve and holds no seat of somebody else's, in their order; who was moved to the
        reserves stands behind them."""
        taken = {held[-1].person for seat, held in self.holdings.items() if held[-1].person != seat}
        free = [
            entry
            for entry in self.entrants.values()
            if entry.role == "reserve" and entry.key not in {*taken, *self.refused, *self.gone}
        ]
        free.sort(key=lambda entry: (entry.key in self.holdings, *reserve_order(entry)))
        return [entry.key for entry in free]

    def free_reserves(self) -> list[str]:
        """The reserves who can take a seat: those who never held one."""
        return [person for person in self.reserves() if person not in self.holdings]


def reserve_order(entry: Entrant) -> tuple[bool, int, int]:
    """By the number, those without one in row order behind them."""
    return entry.reserve_order is None, entry.reserve_order or 0, entry.row.row


def class_of(ruleset: Ruleset, entrant: Entrant) -> str:
    """The class in the entry list; where it has none, that of newcomers."""
    return entrant.car_class or ruleset.roster.usual.newcomer or ""
