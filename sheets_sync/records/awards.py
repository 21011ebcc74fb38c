"""Record kind `awards`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sheets_sync.records import times, words
from sheets_sync.records.fields import Field, RecordKind
from sheets_sync.row_refs import RowRef


@dataclass(frozen=True, slots=True)
class Award:
    """A code for one driver that needs no case, such as a fair-play action."""

    row: RowRef
    round: int
    driver: str
    code: str
    reason: str | None = None
    by: str | None = None
    at: datetime | None = None


FIELDS = (
    Field("round", words.round_number, ("round",), required=True, says="The round."),
    Field("driver", words.driver, ("driver",), required=True, says="The driver."),
    Field("code", words.code, ("code",), required=True, says="The code that a points rule names."),
    Field("reason", words.text, ("reason", "what happened"), spare=True, says="Why."),
    Field("by", words.text, ("by", "awarded by"), spare=True, says="Who awarded it."),
    Field("at", times.moment, ("at", "timestamp"), spare=True, says="When."),
)
KIND = RecordKind("awards", FIELDS, Award)
