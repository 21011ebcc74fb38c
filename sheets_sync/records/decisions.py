"""Record kind `decisions`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sheets_sync.records import times, words
from sheets_sync.records.fields import Field, RecordKind
from sheets_sync.row_refs import RowRef


@dataclass(frozen=True, slots=True)
class DecisionRow:
    """What the organisers decide about one driver, with the reason."""

    row: RowRef
    driver: str
    what: str
    round: int | None = None
    also: str | None = None
    reason: str | None = None
    by: str | None = None
    at: datetime | None = None


FIELDS = (
    Field("driver", words.driver, ("driver", "name"), required=True, says="The driver."),
    Field(
        "what",
        words.text,
        ("decision", "what"),
        required=True,
        says="A sanction such as removal, or override with the name of the check.",
    ),
    Field("round", words.round_number, ("round", "from round"), says="The round it is about."),
    Field("also", words.driver, ("also", "second driver"), says="A second driver whom it hits."),
    Field("reason", words.text, ("reason", "why"), spare=True, says="Why."),
    Field("by", words.text, ("by",), spare=True, says="Who decided."),
    Field("at", times.moment, ("at", "timestamp"), spare=True, says="When."),
)
KIND = RecordKind("decisions", FIELDS, DecisionRow)
