"""Cases and sanctions, decisions, problems."""

from __future__ import annotations

from typing import Literal

from sheets_sync.tables.export.model.part import Exact, Moment, Part


class Sanction(Part):
    """A sanction for later: a ban, grid places, weight, a removal. ``served``: in which rounds;
    ``taken_back``: from when it holds no more, where it was overturned after it was served."""

    driver: str
    sanction: str
    amount: Exact
    earned_in: str
    known: Moment | None
    says: str
    article: str
    served: list[str]
    open: bool
    taken_back: Moment | None
    cells: list[str]


class Decision(Part):
    id: str
    question: str
    about: str
    options: list[str]
    default: str
    choice: str
    open: bool
    article: str
    cells: list[str]
    due: Moment | None


class Refusal(Part):
    """A row that a rule refuses: where it stands, the reason in one keyword, and the article."""

    cell: str
    reason: str
    message: str
    proposal: str
    article: str


class Problem(Part):
    cell: str
    severity: Literal["error", "warning", "note"]
    message: str
    proposal: str
    rule: str
    article: str


class Case(Part):
    """One row of the penalty tab. ``history``: the earlier states of the same case, in order."""

    case: str
    driver: str
    round: str
    session: str
    pool: str
    code: str
    state: str
    sanctions: list[str]
    known: Moment | None
    due: Moment | None
    undone: Moment | None
    history: list[str]
    cell: str
