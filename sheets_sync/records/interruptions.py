"""Record kind `interruptions`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction

from sheets_sync.records import numbers, times, words
from sheets_sync.records.fields import Field, RecordKind
from sheets_sync.row_refs import RowRef


@dataclass(frozen=True, slots=True)
class InterruptionRow:
    """A race, or a session, that was broken off."""

    row: RowRef
    round: int
    kind: str
    pool: str | None = None
    session: str | None = None
    completed: Fraction | None = None
    lap: int | None = None
    laps: int | None = None
    drivers: int | None = None
    cause: str | None = None
    restarted: bool = False
    verdict: str | None = None
    at: datetime | None = None
    note: str | None = None


FIELDS = (
    Field("round", words.round_number, ("round",), required=True, says="The round."),
    Field(
        "kind",
        words.text,
        ("kind", "interruption"),
        required=True,
        says="Its kind, as the ruleset names it: host, mass, lobby bug.",
    ),
    Field("pool", words.pool, ("pool", "group", "division"), says="The pool."),
    Field(
        "session",
        words.session,
        ("session",),
        says="The session; the round's only race where it isn't given.",
    ),
    Field(
        "completed",
        numbers.share,
        ("completed", "distance"),
        says="The share of the distance that was driven: 40 %.",
    ),
    Field("lap", numbers.whole, ("lap",), says="The lap in which it happened."),
    Field("laps", numbers.laps, ("of laps", "scheduled laps"), says="The laps of the whole race."),
    Field("drivers", numbers.whole, ("drivers", "drivers lost", "cars"), says="How many drivers it hit."),
    Field("cause", words.text, ("cause",), spare=True, says="What caused it."),
    Field(
        "restarted",
        words.yes,
        ("restarted", "rerun"),
        says="yes where the race was restarted, or the session run again.",
    ),
    Field(
        "verdict",
        words.text,
        ("verdict", "decision"),
        spare=True,
        says="What the stewards decided: restart, two parts, photo, none.",
    ),
    Field("at", times.moment, ("at", "timestamp"), spare=True, says="When."),
    Field("note", words.text, ("note",), spare=True, says="Anything else."),
)
KIND = RecordKind("interruptions", FIELDS, InterruptionRow)
