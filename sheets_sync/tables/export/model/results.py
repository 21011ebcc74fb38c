"""What was raced: tables, standings, results, and the rounds with their revisions."""

from __future__ import annotations

from typing import Literal

from sheets_sync.tables.export.model.part import Exact, Moment, Ms, Part


class Column(Part):
    key: str
    title: str
    kind: Literal["text", "number", "points", "change", "time"]


class Table(Part):
    """``rows``: key of a column -> its value; points as exact text, times in ms."""

    title: str
    access: Literal["private", "public"]
    columns: list[Column]
    rows: list[dict[str, str | int | None]]


class Line(Part):
    rank: int
    name: str
    key: str
    people: list[str]
    points: Exact
    change: int | None
    carried: Exact
    rounds: dict[str, Exact]
    penalties: Exact
    dropped: list[str]
    drops_to_come: list[str]
    tie_break: str
    note: str


class Standing(Part):
    """A championship table after a round. Equal ranks share it; ``tie_break`` says what set them apart;
    ``carried``: points brought along from another one."""

    name: str
    group: str
    after: str
    access: Literal["private", "public"]
    lines: list[Line]


class Result(Part):
    place: int | None
    at_the_flag: int | None
    driver: str
    status: str
    time: Ms | None
    best_lap: Ms | None
    laps: int | None
    penalties: list[str]
    cell: str


class Classification(Part):
    round: str
    session: str
    pool: str
    by: str
    interruption: str
    results: list[Result]


class Round(Part):
    """``state``: to come, in progress, provisional, contestable or final."""

    number: int
    name: str
    state: str
    turns_final: Moment | None
    why: str
    races: list[Race]
    revisions: list[Revision]


class Revision(Part):
    """One state of a round's results, from ``at`` on; None where nobody knows the time."""

    number: int
    at: Moment | None
    changes: list[str]
    signed_by: str


class Race(Part):
    pool: str
    start: Moment | None
    end: Moment | None
    circuit: str
    car: str
