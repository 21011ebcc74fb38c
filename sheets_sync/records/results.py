"""Record kind `results`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction

from sheets_sync.records import numbers, times, words
from sheets_sync.records.durations import Gap
from sheets_sync.records.fields import Field, RecordKind
from sheets_sync.row_refs import RowRef


@dataclass(frozen=True, slots=True)
class Result:
    """One driver in one session of one pool. ``place`` is as entered."""

    row: RowRef
    round: int
    driver: str
    session: str = ""
    pool: str | None = None
    place: int | None = None
    number: str | None = None
    status: str | None = None
    total_time: int | None = None
    best_lap: int | None = None
    laps: int | None = None
    start: int | None = None
    laps_led: int | None = None
    incidents: int | None = None
    unserved: int | None = None
    sectors: int | None = None
    part: str | None = None
    disconnected_at: datetime | None = None
    disconnected_for: Fraction | None = None
    car: str | None = None
    at: datetime | None = None
    gap: Gap | None = None
    interval: Gap | None = None


FIELDS = (
    Field("round", words.round_number, ("round",), required=True, says="The round."),
    Field("driver", words.driver, ("driver", "name"), required=True, says="The driver."),
    Field(
        "session",
        words.session,
        ("session",),
        says="The session of the round's programme; the round's only race where it isn't given.",
    ),
    Field("pool", words.pool, ("pool", "group", "division"), says="The pool that was raced in."),
    Field(
        "place",
        numbers.place,
        ("pos", "position", "place", "p"),
        says="The place at the flag. A status (DNF) in this cell, or in a time's, is taken for the status.",
        spills=("status",),
    ),
    Field("number", words.text, ("no.", "number", "#"), spare=True, says="The car number."),
    Field("status", words.status, ("status",), says="Empty for a finisher, else a status of the ruleset."),
    Field(
        "total_time",
        times.duration,
        ("total time", "time", "race time"),
        spare=True,
        says="The race time, ms; or the gap to the winner, with a plus.",
        spills=("gap", "status"),
    ),
    Field(
        "best_lap",
        times.duration,
        ("best lap", "fastest lap", "best time"),
        spare=True,
        says="The best lap, ms.",
        spills=("status",),
    ),
    Field(
        "gap",
        times.gap,
        ("gap",),
        spare=True,
        says="How far behind the winner of the session and pool: the race time is reckoned from it.",
        spills=("status",),
        tells="total_time",
    ),
    Field(
        "interval",
        times.gap,
        ("interval",),
        spare=True,
        says="How far behind the car ahead: the race time is reckoned from it.",
        spills=("status",),
        tells="total_time",
    ),
    Field("laps", numbers.laps, ("laps",), says="Laps completed.", spills=("status",)),
    Field("start", numbers.place, ("grid", "start"), spare=True, says="The place on the grid, as raced."),
    Field("laps_led", numbers.whole, ("laps led", "led"), spare=True, says="Laps led."),
    Field("incidents", numbers.whole, ("incidents", "inc"), spare=True, says="Incident points of the game."),
    Field(
        "unserved",
        times.duration,
        ("unserved", "unserved penalty"),
        says="Penalties of the game that weren't served: seconds, ms.",
    ),
    Field("sectors", numbers.whole, ("sectors",), says="Sectors driven before the penalty was served."),
    Field(
        "part",
        words.part,
        ("part",),
        says="The part of a broken race: first, restart or photo; empty where it was run through.",
    ),
    Field(
        "disconnected_at",
        times.moment,
        ("disconnected at",),
        says="When the connection was lost.",
    ),
    Field(
        "disconnected_for",
        numbers.share,
        ("disconnected for",),
        says="The share of the session that was missed: 60 %.",
    ),
    Field("car", words.text, ("car",), spare=True, says="The car, where several share one."),
    Field(
        "at",
        times.moment,
        ("written down at",),
        spare=True,
        says="When it was written down; until then it isn't known. Empty: from the end of the evening, or "
        "from its start where a later race of the same evening is still to come.",
    ),
)
_TELLS = ("place", "status", "total_time", "best_lap", "laps", "laps_led", "incidents", "part")
KIND = RecordKind("results", FIELDS, Result, tells=_TELLS, in_cells="place")
