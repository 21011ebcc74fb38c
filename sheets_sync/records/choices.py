"""Record kind `choices`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sheets_sync.records import times, words
from sheets_sync.records.fields import Field, RecordKind
from sheets_sync.row_refs import RowRef


@dataclass(frozen=True, slots=True)
class PoolChoice:
    row: RowRef
    driver: str
    round: int
    pool: str
    at: datetime | None = None


FIELDS = (
    Field("driver", words.driver, ("driver", "name"), required=True, says="The driver."),
    Field("round", words.round_number, ("round",), required=True, says="The round."),
    Field("pool", words.pool, ("pool", "group", "date"), required=True, says="The pool that is chosen."),
    Field("at", times.moment, ("timestamp", "at"), says="When it was chosen: first come, first served."),
)
KIND = RecordKind("choices", FIELDS, PoolChoice, in_cells="pool")
