"""Record kind `transfers`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sheets_sync.records import times, words
from sheets_sync.records.fields import Field, RecordKind
from sheets_sync.row_refs import RowRef


@dataclass(frozen=True, slots=True)
class Transfer:
    """A driver whose pool, class, team or role changes for good."""

    row: RowRef
    driver: str
    from_round: int
    role: str | None = None
    pool: str | None = None
    car_class: str | None = None
    team: str | None = None
    league: str | None = None
    at: datetime | None = None
    reason: str | None = None


FIELDS = (
    Field("driver", words.driver, ("driver", "name"), required=True, says="The driver."),
    Field(
        "from_round",
        words.round_number,
        ("from round", "round"),
        required=True,
        says="The first round it holds for.",
    ),
    Field("role", words.role, ("role", "status"), says="driver, reserve or guest, where that changes."),
    Field("pool", words.text, ("pool", "division"), says="The new pool, where that changes."),
    Field("car_class", words.text, ("class",), spare=True, says="The new class, where that changes."),
    Field("team", words.text, ("team",), spare=True, says="The new team, where that changes."),
    Field("league", words.text, ("league",), spare=True, says="Another league: the driver leaves this one."),
    Field("at", times.moment, ("at", "timestamp"), spare=True, says="When."),
    Field("reason", words.text, ("reason", "why"), spare=True, says="Why."),
)
KIND = RecordKind("transfers", FIELDS, Transfer)
