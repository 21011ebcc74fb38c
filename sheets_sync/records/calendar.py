"""Record kind `calendar`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date as Day
from datetime import datetime, time

from sheets_sync.records import numbers, times, words
from sheets_sync.records.fields import Field, RecordKind
from sheets_sync.row_refs import RowRef


@dataclass(frozen=True, slots=True)
class CalendarRow:
    row: RowRef
    round: int
    pool: str | None = None
    date: Day | None = None
    start: time | None = None
    ended_at: datetime | None = None
    circuit: str | None = None
    car: str | None = None
    laps: int | None = None
    weather: str | None = None
    tyre_wear: str | None = None
    fuel: str | None = None
    briefing: datetime | None = None
    moved_from: Day | None = None
    cancelled: bool = False
    note: str | None = None


FIELDS = (
    Field("round", words.round_number, ("round",), required=True, says="The round: 1, R1 or its name."),
    Field("pool", words.pool, ("pool", "group", "division"), says="The pool the row is for; empty for all."),
    Field("date", times.day, ("date", "day"), says="The day of the race."),
    Field("start", times.clock, ("start", "time"), says="When it starts."),
    Field(
        "ended_at",
        times.moment,
        ("ended at", "ended", "end"),
        says="When the race ended; else start and duration of the ruleset.",
    ),
    Field("circuit", words.text, ("circuit", "track"), spare=True, says="The circuit."),
    Field("car", words.text, ("car",), spare=True, says="The car of the round."),
    Field("laps", numbers.laps, ("laps",), says="The scheduled laps."),
    Field("weather", words.text, ("weather",), spare=True, says="Weather and time of day."),
    Field("tyre_wear", words.text, ("tyre wear",), spare=True, says="Tyre wear."),
    Field("fuel", words.text, ("fuel", "fuel consumption"), spare=True, says="Fuel consumption."),
    Field("briefing", times.moment, ("briefing",), spare=True, says="When the drivers' briefing is."),
    Field("moved_from", times.day, ("moved from",), spare=True, says="The day it was moved from."),
    Field("cancelled", words.yes, ("cancelled",), says="yes for a round that is not held."),
    Field("note", words.text, ("note",), spare=True, says="Anything else."),
)
KIND = RecordKind("calendar", FIELDS, CalendarRow)
