"""Penalties and acts: what drivers are sanctioned for, and what tallies count, wherever it comes from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction
from typing import Literal

from sheets_sync.cells import CellRef
from sheets_sync.records.cases import CaseRow
from sheets_sync.rules.cases.rule import Case
from sheets_sync.rules.ledger import Entry, Event
from sheets_sync.ruleset.phrases import Phrase, Sanction
from sheets_sync.ruleset.values import Number, simplest

ActKind = Literal["code", "mark", "status", "sanction", "penalty", "tally", "opening"]


@dataclass(frozen=True, slots=True)
class Penalty:
    """One sanction for one driver. ``code``: what it is for, in a word; ``case``: where it was decided in
    one; ``undone``: from when it holds no more, for the reason ``undone_says``; ``because``: the entries of
    the ledger that it follows from."""

    person: str
    event: Event
    phrase: Phrase
    code: str
    happened: datetime
    known: datetime
    rule: str
    article: str
    cells: tuple[CellRef, ...]
    says: str
    case: Case | None = None
    undone: datetime | None = None
    undone_says: str = ""
    because: tuple[Entry, ...] = ()

    @property
    def sanction(self) -> Sanction:
        return self.phrase.sanction

    @property
    def amount(self) -> Number:
        """In the sanction's unit, as it is written: points lost are below 0."""
        return self.phrase.amount

    @property
    def cost(self) -> Number:
        """What it costs in its unit, never below 0 for points lost."""
        return simplest(-Fraction(self.amount)) if self.sanction is Sanction.POINTS else self.amount

    @property
    def holds(self) -> bool:
        return self.undone is None and not self.phrase.suspended


@dataclass(frozen=True, slots=True)
class Act:
    """Something that a tally may count: a ``code`` of the tariff, a ``mark`` (a code that needs no case), a
    ``status``, a ``sanction`` by its words, a case that ends in a ``penalty``, or an addition to the
    ``tally`` that ``word`` names. ``amount``: the code's own amount, or what is added. What is ``inherited``
    with a seat, or brought along from an earlier season, is counted, but reaches no threshold by itself."""

    kind: ActKind
    word: str
    person: str
    event: Event
    amount: Number
    happened: datetime
    known: datetime
    article: str
    cells: tuple[CellRef, ...]
    says: str
    row: CaseRow | None = None
    undone: datetime | None = None
    undone_says: str = ""
    because: tuple[Entry, ...] = ()
    inherited: bool = False
