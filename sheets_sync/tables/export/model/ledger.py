"""The ledger and its accounts."""

from __future__ import annotations

from typing import Literal

from sheets_sync.tables.export.model.part import Exact, Moment, Part


class Subject(Part):
    """``name``: the driver, the seat's holder, or the team."""

    kind: Literal["person", "seat", "team", "car", "race"]
    key: str
    name: str


class LedgerEntry(Part):
    """One thing that a rule decided. ``because``: the ids of the entries it follows from."""

    id: int
    account: str
    subject: Subject
    round: str
    session: str
    pool: str
    amount: Exact
    happened: Moment | None
    known: Moment | None
    rule: str
    article: str
    cells: list[str]
    says: str
    because: list[int]


class Account(Part):
    """The sum of an account for one subject."""

    account: str
    subject: Subject
    balance: Exact
    access: Literal["private", "public"]
