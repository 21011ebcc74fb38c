"""Record kind `blacklist`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sheets_sync.records import times, words
from sheets_sync.records.fields import Field, RecordKind
from sheets_sync.row_refs import RowRef


@dataclass(frozen=True, slots=True)
class Blacklisted:
    """A name that may not enter."""

    row: RowRef
    name: str
    since: datetime | None = None
    until: datetime | None = None
    reason: str | None = None


FIELDS = (
    Field("name", words.text, ("driver", "name"), required=True, says="The name, or the platform id."),
    Field("since", times.since, ("since", "date"), spare=True, says="Since when."),
    Field("until", times.until, ("until",), says="Until when; empty for ever."),
    Field("reason", words.text, ("reason", "why"), spare=True, says="Why."),
)
KIND = RecordKind("blacklist", FIELDS, Blacklisted)
