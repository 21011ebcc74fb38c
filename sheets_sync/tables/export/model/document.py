"""The whole document, and its JSON Schema."""

from __future__ import annotations

from typing import Literal

from sheets_sync.tables.export.model.conduct import Case, Decision, Problem, Refusal, Sanction
from sheets_sync.tables.export.model.ledger import Account, LedgerEntry
from sheets_sync.tables.export.model.next_round import (
    Absence,
    Advance,
    Deadline,
    Grid,
    Interruption,
    Movement,
    Pools,
)
from sheets_sync.tables.export.model.part import Exact, Moment, Part
from sheets_sync.tables.export.model.results import Classification, Round, Standing, Table

VERSION: Literal[1] = 1


class Season(Part):
    """The whole document."""

    version: Literal[1] = VERSION
    league: str
    ruleset: str
    document: str
    zone: str
    as_of: Moment
    rounds: list[Round]
    tables: dict[str, Table]
    standings: list[Standing]
    classifications: list[Classification]
    pools: Pools | None
    grids: list[Grid]
    ballast: dict[str, Exact]
    movement: list[Movement]
    advance: list[Advance]
    sanctions: list[Sanction]
    cases: list[Case]
    decisions: list[Decision]
    absences: list[Absence]
    interruptions: list[Interruption]
    deadlines: list[Deadline]
    refusals: list[Refusal]
    problems: list[Problem]
    ledger: list[LedgerEntry]
    accounts: list[Account]


def schema() -> dict[str, object]:
    """The JSON Schema of the document."""
    made = Season.model_json_schema()
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    return {**head, **made, "title": "Everything that sheets_sync computed of a league"}
