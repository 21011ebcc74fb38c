"""Record kind `replacements`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sheets_sync.records import times, words
from sheets_sync.records.fields import Field, RecordKind
from sheets_sync.row_refs import RowRef


@dataclass(frozen=True, slots=True)
class Replacement:
    """A driver who leaves; ``replacement`` None means the next reserve in order."""

    row: RowRef
    driver: str
    from_round: int
    replacement: str | None = None
    at: datetime | None = None
    reason: str | None = None


FIELDS = (
    Field("driver", words.driver, ("driver leaving", "driver"), required=True, says="The driver who leaves."),
    Field(
        "from_round",
        words.round_number,
        ("from round", "round"),
        required=True,
        says="The first round without them.",
    ),
    Field(
        "replacement",
        words.driver,
        ("replaced by", "replacement"),
        says="Who takes the seat; empty for the next reserve in order.",
    ),
    Field("at", times.moment, ("at", "date", "timestamp"), spare=True, says="When it was noted."),
    Field("reason", words.text, ("reason",), spare=True, says="withdrawn, or why."),
)
KIND = RecordKind("replacements", FIELDS, Replacement)
