"""Record kind `sign_outs`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sheets_sync.cells import RowRef
from sheets_sync.records import times, words
from sheets_sync.records.fields import Field, RecordKind


@dataclass(frozen=True, slots=True)
class SignOut:
    row: RowRef
    driver: str
    round: int
    at: datetime | None = None
    reason: str | None = None
    sent_by: str | None = None
    proper: bool = True


FIELDS = (
    Field("driver", words.driver, ("driver", "name"), required=True, says="The driver."),
    Field("round", words.round_number, ("round",), required=True, says="The round the driver misses."),
    Field("at", times.moment, ("at", "timestamp"), says="When the sign-out was sent."),
    Field("reason", words.text, ("reason",), spare=True, says="The reason."),
    Field("sent_by", words.text, ("sent by",), spare=True, says="Who sent it, where it wasn't the driver."),
    Field("proper", words.yes, ("proper reason",), says="no where the reason is judged to be improper."),
)
KIND = RecordKind("sign_outs", FIELDS, SignOut)
