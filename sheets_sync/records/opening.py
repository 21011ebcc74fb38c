"""Record kind `opening`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction

from sheets_sync.records import given_points, times, words
from sheets_sync.records.fields import Field, RecordKind
from sheets_sync.row_refs import RowRef


@dataclass(frozen=True, slots=True)
class Opening:
    """What a driver brings along: an opening balance of a tally or a standing, or the points of a ``round``
    that were given by hand and aren't reckoned from its results."""

    row: RowRef
    driver: str
    account: str
    amount: Fraction
    happened: datetime | None = None
    reason: str | None = None
    round: int | None = None


FIELDS = (
    Field("driver", words.driver, ("driver", "name"), required=True, says="The driver."),
    Field(
        "account",
        words.text,
        ("account", "tally", "standing"),
        required=True,
        says="The tally, or the points rule.",
    ),
    Field(
        "amount",
        given_points.points,
        ("amount", "points"),
        required=True,
        says="How much; a status such as DNF for none.",
    ),
    Field(
        "happened",
        times.moment,
        ("happened", "date", "at"),
        says="When it happened: from then on it expires.",
    ),
    Field("reason", words.text, ("reason", "why"), spare=True, says="Why."),
    Field(
        "round",
        words.round_number,
        ("round",),
        says="The round, where its points were given by hand; then it needs no results.",
    ),
)
KIND = RecordKind("opening", FIELDS, Opening)
