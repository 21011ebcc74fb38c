"""Record kind `attendance`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sheets_sync.records import times, words
from sheets_sync.records.fields import Field, RecordKind
from sheets_sync.row_refs import RowRef


@dataclass(frozen=True, slots=True)
class Attendance:
    """Who was there: briefings, registrations. Its columns are read by the checks."""

    row: RowRef
    driver: str
    round: int | None = None
    at: datetime | None = None


FIELDS = (
    Field("driver", words.driver, ("driver", "name"), required=True, says="The driver."),
    Field("round", words.round_number, ("round",), says="The round."),
    Field("at", times.moment, ("at", "timestamp"), spare=True, says="When."),
)
KIND = RecordKind("attendance", FIELDS, Attendance)
