"""Record kind `approvals`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sheets_sync.records import times, words
from sheets_sync.records.fields import Field, RecordKind
from sheets_sync.row_refs import RowRef


@dataclass(frozen=True, slots=True)
class Approval:
    """A signature: the final results of a round, the entry list."""

    row: RowRef
    what: str
    round: int | None = None
    signed_by: str | None = None
    at: datetime | None = None


FIELDS = (
    Field(
        "what", words.text, ("what", "document"), required=True, says="What is approved: results, entry list."
    ),
    Field("round", words.round_number, ("round",), says="The round; empty for the season."),
    Field("signed_by", words.text, ("signed by", "by"), says="Who signed; empty until it is signed."),
    Field("at", times.moment, ("signed at", "at"), says="When."),
)
KIND = RecordKind("approvals", FIELDS, Approval)
