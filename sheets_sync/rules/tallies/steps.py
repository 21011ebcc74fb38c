"""What follows when a tally reaches a threshold: a sanction, a count of another tally, an open decision."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction

from sheets_sync.cells import CellRef
from sheets_sync.rules.ledger import NO_ACTION, Decision, Entry, Event, Subject
from sheets_sync.rules.sanctions.penalties import Act, Penalty
from sheets_sync.ruleset.kinds.tallies import Tally
from sheets_sync.ruleset.phrases import Phrase
from sheets_sync.ruleset.values import Number, simplest


@dataclass(frozen=True, slots=True)
class Step:
    """A driver's tally at the moment when it reached a threshold. ``total``: what it had come to; ``act``:
    the last that was counted; ``because``: the entries of all of them."""

    name: str
    driver: str
    rules: Tally
    total: Number
    act: Act
    because: tuple[Entry, ...]

    @property
    def cells(self) -> tuple[CellRef, ...]:
        return tuple(dict.fromkeys(cell for entry in self.because for cell in entry.cells[:1]))

    @property
    def says(self) -> str:
        if self.rules.credit is None:
            return f"{self.name} {self.total} reached"
        return f"{self.name} {simplest(Fraction(self.rules.credit) - self.total)} left"

    def addition(self, phrase: Phrase) -> Act:
        """What it adds to another tally."""
        act = replace(self.act, kind="tally", word=phrase.name, amount=phrase.amount, row=None)
        return replace(act, says=self.says, cells=self.cells, because=self.because)

    def penalty(self, phrase: Phrase) -> Penalty:
        act = self.act
        return Penalty(
            act.person,
            act.event,
            phrase,
            self.name,
            act.happened,
            act.known,
            f"tallies.{self.name}",
            self.rules.cite("at" if self.rules.at else "every"),
            self.cells,
            self.says,
            because=self.because,
        )

    def decision(self, phrase: Phrase) -> Decision:
        act, what = self.act, phrase.name
        return Decision(
            f"{self.name}-r{act.event.round}-{act.person}".replace(" ", "-"),
            f"{self.driver}: {self.says}. {what[:1].upper()}{what[1:]}?",
            Subject("person", act.person),
            Event(act.event.round),
            (NO_ACTION, what),
            NO_ACTION,
            self.rules.cite("at"),
            self.cells,
            asked_at=act.known,
            ground=self.says,
        )
