"""Who goes where after the demo's moment: late choices, moves into another pool, and races that broke off."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from moves import Choice

LATE_CHOICES = (
    Choice(datetime(2023, 10, 8, 20, 10), "Ruaridh Campbell", 3, "GAMMA"),
    Choice(datetime(2023, 10, 8, 20, 31), "João Pedro Matos", 3, "DELTA"),
)


@dataclass(frozen=True)
class Move:
    at: str
    round: str
    driver: str
    pool: str
    partner: str
    confirmed: str
    reason: str


MOVES = (
    Move("10-23 21:02", "R4", "Wei Jie Tan", "DELTA", "", "", "lobby bug: can't join ALPHA, three tries"),
    Move("10-24 20:40", "R4", "Malik Benhaddou", "DELTA", "", "", "would like to race on Friday"),
)


@dataclass(frozen=True)
class Interruption:
    at: str
    round: str
    pool: str
    kind: str
    completed: float | None
    restarted: str
    cause: str
    note: str


INTERRUPTIONS = (
    Interruption(
        "10-11 21:20",
        "R3",
        "BETA",
        "lobby bug",
        0.1,
        "",
        "on-track",
        "two of them want a new start after the pile-up",
    ),
    Interruption(
        "10-13 21:19", "R3", "DELTA", "lobby bug", 0.05, "yes", "game", "half of the field without tyres"
    ),
    Interruption("10-26 21:41", "R4", "GAMMA", "host", 0.5, "yes", "host", "lap 10 of 20, photo by Inês"),
)
