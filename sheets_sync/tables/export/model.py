"""The form of the JSON document: what `tables --json` prints, and its JSON Schema.

Points and amounts are exact text (``"53/3"``), times are whole milliseconds, moments are ISO 8601 with
their offset in the league's zone, cells are ``spreadsheet!tab!A1``. A text that is empty was not given.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

VERSION: Literal[1] = 1
Exact = Annotated[str, Field(pattern=r"^-?\d+(/[1-9]\d*)?$", description="an exact number as text")]
Ms = Annotated[int, Field(ge=0, description="milliseconds")]
Moment = Annotated[
    str,
    Field(
        pattern=r"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?([+-]\d{2}:\d{2}|Z)$",
        description="ISO 8601 with the offset of the league's zone",
    ),
]


class Part(BaseModel):
    """A part of the document; nothing else may stand in it."""

    model_config = ConfigDict(extra="forbid", frozen=True)


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


class Subject(Part):
    """``name``: the driver, the seat's holder, or the team."""

    kind: Literal["person", "seat", "team", "car", "race"]
    key: str
    name: str


class LedgerEntry(Part):
    """One thing that a rule decided. ``because``: the ids of the entries it follows from."""

    id: int
    account: str
    subject: Subject
    round: str
    session: str
    pool: str
    amount: Exact
    happened: Moment | None
    known: Moment | None
    rule: str
    article: str
    cells: list[str]
    says: str
    because: list[int]


class Account(Part):
    """The sum of an account for one subject."""

    account: str
    subject: Subject
    balance: Exact
    access: Literal["private", "public"]


class GridPlace(Part):
    place: int
    driver: str
    why: str
    ballast: Exact
    group: int | None


class Left(Part):
    driver: str
    why: str


class Grid(Part):
    """The order of a session still to be driven."""

    round: str
    session: str
    pool: str
    places: list[GridPlace]
    out: list[Left]
    article: str


class Pools(Part):
    """The pools of the next round."""

    round: str
    size: int | None
    pools: dict[str, list[str]]
    unplaced: list[str]
    out: list[Left]


class Sanction(Part):
    """A sanction for later: a ban, grid places, weight, a removal. ``served``: in which rounds;
    ``taken_back``: from when it holds no more, where it was overturned after it was served."""

    driver: str
    sanction: str
    amount: Exact
    earned_in: str
    known: Moment | None
    says: str
    article: str
    served: list[str]
    open: bool
    taken_back: Moment | None
    cells: list[str]


class Decision(Part):
    id: str
    question: str
    about: str
    options: list[str]
    default: str
    choice: str
    open: bool
    article: str
    cells: list[str]
    due: Moment | None


class Refusal(Part):
    """A row that a rule refuses: where it stands, the reason in one keyword, and the article."""

    cell: str
    reason: str
    message: str
    proposal: str
    article: str


class Problem(Part):
    cell: str
    severity: Literal["error", "warning", "note"]
    message: str
    proposal: str
    rule: str
    article: str


class Case(Part):
    """One row of the penalty tab. ``history``: the earlier states of the same case, in order."""

    case: str
    driver: str
    round: str
    session: str
    pool: str
    code: str
    state: str
    sanctions: list[str]
    known: Moment | None
    due: Moment | None
    undone: Moment | None
    history: list[str]
    cell: str


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


class Deadline(Part):
    """What falls due. ``missing``: fields that can't be filled yet."""

    name: str
    round: str
    pool: str
    due: Moment | None
    says: str
    to: str
    missing: list[str]
    waits_for: str
    article: str


class Movement(Part):
    round: str
    driver: str
    from_pool: str
    to_pool: str
    why: str
    article: str


class Advance(Part):
    """Who goes on into a round, in seed order."""

    into: str
    drivers: list[str]
    why: list[str]
    article: str


class Absence(Part):
    round: str
    driver: str
    status: str
    why: str
    article: str


class Interruption(Part):
    round: str
    session: str
    pool: str
    kind: str
    result: str
    scale: Exact
    why: str
    article: str


class Season(Part):
    """The whole document."""

    version: Literal[1] = VERSION
    league: str
    ruleset: str
    document: str
    zone: str
    as_of: Moment
    rounds: list[Round]
    tables: dict[str, Table]
    standings: list[Standing]
    classifications: list[Classification]
    pools: Pools | None
    grids: list[Grid]
    ballast: dict[str, Exact]
    movement: list[Movement]
    advance: list[Advance]
    sanctions: list[Sanction]
    cases: list[Case]
    decisions: list[Decision]
    absences: list[Absence]
    interruptions: list[Interruption]
    deadlines: list[Deadline]
    refusals: list[Refusal]
    problems: list[Problem]
    ledger: list[LedgerEntry]
    accounts: list[Account]


def schema() -> dict[str, object]:
    """The JSON Schema of the document."""
    made = Season.model_json_schema()
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    return {**head, **made, "title": "Everything that sheets_sync computed of a league"}
