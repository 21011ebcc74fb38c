"""Lap and race times for the orders in season.py: seeded, in whole milliseconds, believable.

Only `Random.random` is used, seeded by a text: it gives the same numbers in every Python version.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from random import Random

import later
from season import OUT, POLES, POOLS, ROUNDS, Round, field, finished, without_place

QUALIFYING_POLE = {1: 138_904, 2: 116_951, 3: 92_870, 4: 117_240}  # about the pole of each pool
RACE_LAP = {
    1: 140_460,
    2: 118_690,
    3: 94_560,
    4: 119_130,
}  # about the best lap of a winner; nobody else gets below it
FASTEST = {
    1: (140_212, ("Kenji Sato",)),
    2: (118_467, ("Haruto Nakagawa", "Callum McAllister")),
} | later.FASTEST
PARKED = {(1, "Marco De Angelis"): 12}  # laps driven before parking
LAPPED = {(2, "Malik Benhaddou")}
LISTED_BY_NAME = {(1, "BETA"), (2, "GAMMA")}  # these hosts copied the lobby list, not the time sheet
REMARKS = {
    (1, "Callum McAllister"): "traffic in last sector",
    (1, "Piotr Wiśniewski"): "not in lobby, no message",
    (1, "Malik Benhaddou"): "late, only 2 laps",
    (1, "Wei Jie Tan"): "asked for lobby restart - refused",
    (2, "Noémie Gauthier"): "signed out",
    (2, "Marco De Angelis"): "new controller :)",
    (2, "Luuk Janssen"): "complained about lag",
    (2, "Ryo Tachibana"): "replaces H. Lindström",
    (4, "Riku Ōshima"): "gone from 21:06 on, time is void",
    (4, "Wei Jie Tan"): "from ALPHA, lobby bug",
    (4, "Filipe Azevedo"): "replaces L. Janssen",
}


@dataclass(frozen=True)
class QualifyingRow:
    round: int
    pool: str
    driver: str
    best: int | None
    status: str = ""
    remark: str = ""


@dataclass(frozen=True)
class RaceRow:
    round: int
    pool: str
    place: int | None
    driver: str
    status: str
    total: int | None
    best: int | None
    laps: int | None
    part: str = ""


def qualifying(round_number: int, pool: str) -> list[QualifyingRow]:
    rng = Random(f"qualifying {round_number} {pool}")
    pole = POLES[round_number, pool]
    runners = [name for name in field(round_number, pool) if OUT.get((round_number, name), ("", "", 1))[2]]
    score = {name: index + 5 * rng.random() for index, name in enumerate(runners)}
    runners.sort(key=lambda name: (name != pole, score[name]))
    best = QUALIFYING_POLE[round_number] + int(400 * rng.random())
    rows = []
    for name in runners:
        if (round_number, name) in later.LOST:  # the best lap of all, before the line went down
            rows.append(QualifyingRow(round_number, pool, name, rows[0].best - 61))  # type: ignore[operator]
            continue
        rows.append(QualifyingRow(round_number, pool, name, best))
        best += 30 + int(340 * rng.random())
    if (round_number, pool) in LISTED_BY_NAME:
        rows.sort(key=lambda row: row.driver)
    absent = [name for name in field(round_number, pool) if name not in score]
    rows += [QualifyingRow(round_number, pool, name, None, "DNS") for name in absent]
    return [replace(row, remark=REMARKS.get((round_number, row.driver), "")) for row in rows]


def race(round_: Round, pool: str) -> list[RaceRow]:
    rng = Random(f"race {round_.number} {pool}")
    winner = round_.laps * (RACE_LAP[round_.number] + 1_150 + int(600 * rng.random())) + int(
        900 * rng.random()
    )
    rows, gap = [], 0
    for place, name in enumerate(finished(round_.number, pool), 1):
        best = _best_lap(round_.number, name, place, rng)
        rows.append(_finisher(round_, pool, place, name, winner + gap, best))
        gap += 350 + int(7_200 * rng.random())
    for name in without_place(round_.number, pool):
        _, status, laps = OUT[round_.number, name]
        slow = RACE_LAP[round_.number] + 1_200 + int(900 * rng.random()) if laps else None
        rows.append(RaceRow(round_.number, pool, None, name, status, None, slow, laps or None))
    return rows


def _best_lap(round_number: int, name: str, place: int, rng: Random) -> int:
    lap = RACE_LAP[round_number] + 70 * place + int(650 * rng.random())
    fastest, holders = FASTEST[round_number]
    return fastest if name in holders else lap


def _finisher(round_: Round, pool: str, place: int, name: str, total: int, best: int) -> RaceRow:
    key = (round_.number, name)
    if key in PARKED:
        return RaceRow(round_.number, pool, place, name, "", None, best, PARKED[key])
    laps = round_.laps - 1 if key in LAPPED else round_.laps
    return RaceRow(round_.number, pool, place, name, "", total, best, laps)


def in_parts(round_: Round, pool: str) -> list[RaceRow]:
    """A race that the host broke off at half of its distance: the photo, and the sprint over the rest."""
    half = replace(round_, laps=round_.laps // 2)
    photo = [replace(row, part="first") for row in race(half, pool)]
    rng, rows = Random(f"sprint {round_.number} {pool}"), []
    total = half.laps * (RACE_LAP[round_.number] + 1_400)
    for place, name in enumerate(" ".join(each.split()) for each in later.SPRINT.split(",")):
        best = _best_lap(round_.number, name, place + 3, rng)
        rows.append(RaceRow(round_.number, pool, place + 1, name, "", total, best, half.laps, "restart"))
        total += 300 + int(2_600 * rng.random())
    return photo + rows


def rows_of(round_: Round, pool: str) -> list[RaceRow]:
    if (round_.number, pool) == (4, "GAMMA"):
        return in_parts(round_, pool)
    rows = race(round_, pool)
    restarted = (round_.number, pool) == (3, "DELTA")
    return [replace(row, part="restart") for row in rows] if restarted else rows


ALL_QUALIFYING = [row for round_ in ROUNDS for pool in POOLS for row in qualifying(round_.number, pool)]
ALL_RACES = [row for round_ in ROUNDS for pool in POOLS for row in rows_of(round_, pool)]
