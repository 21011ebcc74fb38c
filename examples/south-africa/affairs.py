"""The forms of what stewards and coordinators write down: cases, votes, lines of the sign-out channel."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

CASE_COLUMNS = (
    ("Case", 9), ("Round", 7), ("Division", 10), ("Reported at", 17), ("Reported by", 20), ("Offending driver", 21),
    ("DS code", 12), ("Lap", 6), ("Turn", 8), ("Video", 24), ("No advantage", 10), ("Verdict", 11), ("Penalty", 17),
    ("Served in game", 9), ("Points", 7), ("Decided at", 17), ("Published at", 17), ("Panel", 22), ("Fee paid", 8),
    ("Protest lodged", 17), ("Ruling", 11), ("Remarks", 52),
)  # fmt: skip


@dataclass(frozen=True)
class Case:
    """One row of the stewards' tab. ``cost``: the seconds that it adds to the race time in the end, as reckoned
    from the document."""

    case: str
    round: int
    driver: str
    code: str = ""
    reported: str = ""
    by: str = ""
    lap: int | None = None
    turn: str = ""
    video: str = ""
    no_advantage: bool = False
    verdict: str = ""
    penalty: str = ""
    served: bool = False
    points: int | None = None
    decided: str = ""
    published: str = ""
    panel: str = ""
    fee: bool = False
    protest: str = ""
    ruling: str = ""
    note: str = ""
    cost: int = 0


@dataclass(frozen=True)
class Vote:
    case: str
    steward: str
    vote: str
    penalty: str = ""
    senior: bool = False
    at: str = ""


@dataclass(frozen=True)
class Line:
    """A line as it was posted in the sign-out channel."""

    at: str
    text: str
    note: str = ""


@dataclass(frozen=True)
class Stopped:
    """A row of the race director's log."""

    round: int
    pool: str
    kind: str
    lap: int | None
    laps: int | None
    drivers: int | None
    cause: str = ""
    restarted: bool = False
    verdict: str = ""
    at: str = ""
    note: str = ""


@dataclass(frozen=True)
class Answer:
    decision: str
    choice: str
    by: str
    at: str
    why: str


def moment(text: str, year: int) -> datetime | str | None:
    """``05-04 20:41`` in that year; with an apostrophe it is kept as a typed text."""
    if not text:
        return None
    if text.startswith("'"):
        return f"{year}-{text[1:]}"
    return datetime.strptime(f"{year}-{text}", "%Y-%m-%d %H:%M")


def seconds(cases: Iterable[Case]) -> dict[int, dict[str, int]]:
    """Round -> driver -> what is added to the race time."""
    found: dict[int, dict[str, int]] = {}
    for case in cases:
        own = found.setdefault(case.round, {})
        own[case.driver] = own.get(case.driver, 0) + case.cost
    return found
