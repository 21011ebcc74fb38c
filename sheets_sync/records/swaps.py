"""Record kind `swaps`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sheets_sync.records import times, words
from sheets_sync.records.fields import Field, RecordKind
from sheets_sync.row_refs import RowRef


@dataclass(frozen=True, slots=True)
class Swap:
    row: RowRef
    round: int
    driver: str
    partner: str
    at: datetime | None = None
    confirmed: bool = False
    partner_confirmed: bool = False


FIELDS = (
    Field("round", words.round_number, ("round",), required=True, says="The round the swap is for."),
    Field("driver", words.driver, ("driver",), required=True, says="The driver who asks."),
    Field(
        "partner",
        words.driver,
        ("swaps with", "with", "partner"),
        required=True,
        says="The driver who gives the place.",
    ),
    Field("at", times.moment, ("asked at", "at", "timestamp"), says="When the swap was asked for."),
    Field(
        "confirmed",
        words.yes,
        ("confirmed by driver", "confirmed"),
        says="yes once the asking driver confirms.",
    ),
    Field("partner_confirmed", words.yes, ("confirmed by partner",), says="yes once the partner confirms."),
)
KIND = RecordKind("swaps", FIELDS, Swap)
