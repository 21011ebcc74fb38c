"""Record kind `opening`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction

from sheets_sync.cells import RowRef
from sheets_sync.records import numbers, times, words
from sheets_sync.records.fields import Field, RecordKind


@dataclass(frozen=True, slots=True)
class Opening:
    """What a driver brings along: an opening balance of a tally or a standing."""

    row: RowRef
    driver: str
    account: str
    amount: Fraction
    happened: datetime | None = None
    reason: str | None = None


FIELDS = (
    Field("driver", words.driver, ("driver", "name"), required=True, says="The driver."),
    Field(
        "account",
        words.text,
        ("account", "tally", "standing"),
        required=True,
        says="The tally, or the points rule.",
    ),
    Field("amount", numbers.number, ("amount", "points"), required=True, says="How much."),
    Field(
        "happened",
        times.moment,
        ("happened", "date", "at"),
        says="When it happened: from then on it expires.",
    ),
    Field("reason", words.text, ("reason", "why"), spare=True, says="Why."),
)
KIND = RecordKind("opening", FIELDS, Opening)
