"""Record kind `moves`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sheets_sync.records import times, words
from sheets_sync.records.fields import Field, RecordKind
from sheets_sync.row_refs import RowRef


@dataclass(frozen=True, slots=True)
class Move:
    """A driver who races in another pool of the same round."""

    row: RowRef
    round: int
    driver: str
    pool: str
    partner: str | None = None
    confirmed: bool = False
    at: datetime | None = None
    reason: str | None = None


FIELDS = (
    Field("round", words.round_number, ("round",), required=True, says="The round."),
    Field("driver", words.driver, ("driver", "name"), required=True, says="The driver."),
    Field(
        "pool", words.pool, ("to pool", "pool", "group"), required=True, says="The pool the driver moves to."
    ),
    Field(
        "partner",
        words.driver,
        ("switches with", "with"),
        says="A driver of that pool who is willing to switch; empty where a place is free.",
    ),
    Field("confirmed", words.yes, ("confirmed",), says="yes once the partner agrees."),
    Field("at", times.moment, ("at", "timestamp"), spare=True, says="When."),
    Field("reason", words.text, ("reason", "why"), spare=True, says="Why."),
)
KIND = RecordKind("moves", FIELDS, Move)
