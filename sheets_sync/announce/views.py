"""What templates see: a season as plain, frozen views. `Desk` is for private announcements only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class ResultLine:
    """``points`` is everything the driver took from the round, penalties included; ``sanctions``: what moved
    the driver down, ``+5 s, 2 places``."""

    place: int | None
    driver: str
    status: str
    points: str
    bonus: str
    penalty: str
    sanctions: str = ""


@dataclass(frozen=True, slots=True)
class PoolResult:
    """One pool's race; its ``name`` begins with the session where a round has several races. ``missing``:
    places that nobody holds yet, because a row couldn't be read."""

    name: str
    circuit: str
    car: str
    start: datetime | None
    lines: tuple[ResultLine, ...]
    missing: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Award:
    """One bonus: ``rule`` is the name of the points rule, ``says`` what it was for."""

    rule: str
    driver: str
    pool: str
    says: str
    points: str


@dataclass(frozen=True, slots=True)
class StandingLine:
    rank: int
    change: str
    driver: str
    points: str


@dataclass(frozen=True, slots=True)
class Results:
    """A round's results. ``state``: in progress, provisional, contestable or final, and ``why`` it isn't
    final yet; ``announceable``: whether the final results may be announced; ``signed_by`` and ``signed_at``
    where they are signed."""

    round: str
    state: str
    turns_final: datetime | None
    pools: tuple[PoolResult, ...]
    awards: tuple[Award, ...]
    standings: tuple[StandingLine, ...]
    announceable: bool = False
    why: str = ""
    signed_by: str = ""
    signed_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Decided:
    """One decided case. ``contest_until`` is None where it can't be contested any more."""

    case: str
    round: str
    driver: str
    pool: str
    lap: str
    turn: str
    code: str
    penalty: str
    article: str
    state: str
    contest_until: datetime | None


@dataclass(frozen=True, slots=True)
class Penalties:
    round: str
    decided: tuple[Decided, ...]
    open_cases: int


@dataclass(frozen=True, slots=True)
class Pool:
    name: str
    start: datetime | None
    circuit: str
    car: str
    drivers: tuple[str, ...]
    free: int | None


@dataclass(frozen=True, slots=True)
class Pools:
    """The next round's pools; without a next round ``round`` is empty."""

    round: str
    pools: tuple[Pool, ...]
    unplaced: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OpenDecision:
    id: str
    question: str
    options: str
    default: str


@dataclass(frozen=True, slots=True)
class OpenCase:
    """``due`` is None where no window binds; ``overdue``: it has passed."""

    case: str
    driver: str
    round: str
    state: str
    due: datetime | None
    overdue: bool


@dataclass(frozen=True, slots=True)
class TallyLine:
    """A driver whose tally is near or past a threshold."""

    tally: str
    driver: str
    figure: str
    state: str


@dataclass(frozen=True, slots=True)
class Desk:
    """What only the people who run the league may see."""

    decisions: tuple[OpenDecision, ...]
    cases: tuple[OpenCase, ...]
    tallies: tuple[TallyLine, ...]
    errors: int
    warnings: int


@dataclass(frozen=True, slots=True)
class RecordTally:
    """How one tally of a driver stands: ``figure`` is what is counted, or what is left of a credit."""

    name: str
    figure: str
    state: str


@dataclass(frozen=True, slots=True)
class RecordSanction:
    """One sanction of a driver; ``served`` is empty while it is open. ``state``: how it stands, in words."""

    words: str
    round: str
    served: str
    state: str


@dataclass(frozen=True, slots=True)
class DriverRecord:
    """One driver's own conduct, for that driver alone."""

    driver: str
    tallies: tuple[RecordTally, ...]
    sanctions: tuple[RecordSanction, ...]
