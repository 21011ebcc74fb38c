"""Record kind `answers`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sheets_sync.records import times, words
from sheets_sync.records.fields import Field, RecordKind
from sheets_sync.row_refs import RowRef


@dataclass(frozen=True, slots=True)
class Answer:
    """A person's answer to an open decision."""

    row: RowRef
    decision: str
    choice: str
    by: str | None = None
    at: datetime | None = None
    why: str | None = None


FIELDS = (
    Field("decision", words.text, ("id", "decision"), required=True, says="The id of the open decision."),
    Field("choice", words.text, ("choice",), required=True, says="One of its options."),
    Field("by", words.text, ("by",), spare=True, says="Who decided."),
    Field("at", times.moment, ("at",), spare=True, says="When."),
    Field("why", words.text, ("why", "reason"), spare=True, says="Why."),
)
KIND = RecordKind("answers", FIELDS, Answer)
