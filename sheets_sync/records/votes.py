"""Record kind `votes`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sheets_sync.records import times, words
from sheets_sync.records.fields import Field, RecordKind
from sheets_sync.row_refs import RowRef


@dataclass(frozen=True, slots=True)
class Vote:
    """One steward on one case."""

    row: RowRef
    case: str
    steward: str
    vote: str
    penalty: str | None = None
    senior: bool = False
    at: datetime | None = None


FIELDS = (
    Field("case", words.text, ("case", "case no."), required=True, says="The case."),
    Field("steward", words.text, ("steward",), required=True, says="Who votes."),
    Field("vote", words.verdict, ("vote", "verdict"), required=True, says="penalty or no action."),
    Field(
        "penalty",
        words.text,
        ("penalty",),
        spare=True,
        says="The penalty voted for, where it is written out.",
    ),
    Field("senior", words.yes, ("senior steward", "senior"), says="yes for the senior steward."),
    Field("at", times.moment, ("at", "timestamp"), spare=True, says="When."),
)
KIND = RecordKind("votes", FIELDS, Vote)
