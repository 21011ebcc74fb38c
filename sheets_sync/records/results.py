"""Record kind `results`."""

from __future__ import annotations

from dataclasses import dataclass

from sheets_sync.cells import RowRef
from sheets_sync.records import times, words
from sheets_sync.records.fields import Field, RecordKind


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
    Field("place", words.place, ("pos", "position", "place", "p"), says="The place at the flag."),
    Field("number", words.text, ("no.", "number", "#"), spare=True, says="The car number."),
    Field("status", words.status, ("status",), says="Empty for a finisher, else a status of the ruleset."),
    Field(
        "total_time",
        times.duration,
        ("total time", "time", "race time"),
        spare=True,
        says="The race time, ms.",
    ),
    Field(
        "best_lap",
        times.duration,
        ("best lap", "fastest lap", "best time"),
        spare=True,
        says="The best lap, ms.",
    ),
    Field("laps", words.whole, ("laps",), says="Laps completed."),
)
KIND = RecordKind("results", FIELDS, Result)
