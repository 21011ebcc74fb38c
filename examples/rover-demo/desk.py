"""What a row of the stewards' tabs holds. Moments are written as in moves.py."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Case:
    case: str
    pool: str
    reported: str
    by: str
    driver: str
    code: str
    lap: int | None
    turn: str
    verdict: str = ""
    decided: str = ""
    published: str = ""
    contested: str = ""
    ruling: str = ""
    article: str = ""
    note: str = ""

    @property
    def round(self) -> str:
        return self.case.split("-")[0]


@dataclass(frozen=True)
class Award:
    round: int
    driver: str
    what: str
    by: str
    at: str


@dataclass(frozen=True)
class Answer:
    decision: str
    choice: str
    by: str
    at: str
    why: str
