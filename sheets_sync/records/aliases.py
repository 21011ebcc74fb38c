"""Record kind `aliases`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sheets_sync.records import times, words
from sheets_sync.records.fields import Field, RecordKind
from sheets_sync.row_refs import RowRef


@dataclass(frozen=True, slots=True)
class Alias:
    """A spelling that somebody confirmed: whoever writes it means that driver."""

    row: RowRef
    written: str
    driver: str
    by: str | None = None
    at: datetime | None = None


FIELDS = (
    Field(
        "written",
        words.text,
        ("written", "as written", "alias", "also known as"),
        required=True,
        says="The name as it is written somewhere.",
    ),
    Field(
        "driver", words.driver, ("driver", "name", "means"), required=True, says="The driver who is meant."
    ),
    Field("by", words.text, ("by", "confirmed by"), spare=True, says="Who confirmed it."),
    Field("at", times.moment, ("at", "date", "timestamp"), spare=True, says="When."),
)
KIND = RecordKind("aliases", FIELDS, Alias)
