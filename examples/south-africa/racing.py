"""Lap and race times for a field of drivers: seeded, in whole milliseconds, believable.

Only `Random.random` is used, seeded by a text: it gives the same numbers in every Python version.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from random import Random

STEP = 42  # ms a lap from one driver of the cast to the next slower one


@dataclass(frozen=True)
class Driver:
    number: int
    name: str
    psn: str
    town: str
    team: str
    pace: int  # ms a lap behind the fastest of the cast


@dataclass(frozen=True)
class Odd:
    """What befell a driver: ``status`` after so many ``laps``, seconds ``lost`` on the way, or ``slow`` in
    qualifying."""

    status: str = ""
    laps: int | None = None
    lost: int = 0
    slow: int = 0


@dataclass(frozen=True)
class Timed:
    """A line of a time sheet."""

    driver: str
    best: int | None
    status: str = ""


@dataclass(frozen=True)
class Raced:
    """A line of a race sheet."""

    driver: str
    place: int | None
    status: str
    laps: int
    total: int | None
    best: int | None
    part: str = ""


def cast(text: str) -> list[Driver]:
    """number | driver | PSN ID | town | team, the fastest first."""
    found = []
    for index, line in enumerate(text.strip().splitlines()):
        number, name, psn, town, team = (part.strip() for part in line.split("|"))
        found.append(Driver(int(number), name, psn, town, team, index * STEP))
    return found


def _bell(seed: str) -> float:
    """About -1 to 1, most often near 0."""
    draw = Random(seed)
    return sum(draw.random() for _ in range(4)) / 2 - 1


def qualifying(seed: str, drivers: Iterable[Driver], pole: int, odds: Mapping[str, Odd]) -> list[Timed]:
    """The time sheet, the fastest first."""
    rows = []
    for driver in drivers:
        odd = odds.get(driver.name, Odd())
        best = pole + driver.pace + int(420 * _bell(f"{seed} {driver.name}")) + odd.slow * 1000
        rows.append(Timed(driver.name, best + 300))
    return sorted(rows, key=lambda row: row.best or 0)


def race(seed: str, drivers: Iterable[Driver], lap: int, laps: int, odds: Mapping[str, Odd]) -> list[Raced]:
    """The race sheet as the game shows it, the winner first."""
    rows = []
    for driver in drivers:
        odd, form = odds.get(driver.name, Odd()), _bell(f"{seed} race {driver.name}")
        done = laps if odd.laps is None else odd.laps
        total = done * (lap + driver.pace) + int(9_000 * form) + 14_000 + odd.lost * 1000
        best = lap + driver.pace - 900 + int(350 * _bell(f"{seed} best {driver.name}"))
        rows.append(Raced(driver.name, None, odd.status, done, None if odd.status else total, best))
    return placed(_flagged(rows, lap))


def _flagged(rows: list[Raced], lap: int) -> list[Raced]:
    """Who is more than a lap behind sees the flag a lap earlier."""
    first = min(row.total for row in rows if row.total is not None)
    return [
        replace(row, laps=row.laps - 1, total=row.total - lap)
        if row.total is not None and row.total > first + lap
        else row
        for row in rows
    ]


def placed(rows: Iterable[Raced]) -> list[Raced]:
    """Finishers by laps and time; then those who didn't finish, who hold no place on the sheet."""
    known = list(rows)
    there = sorted(
        (row for row in known if row.total is not None), key=lambda row: (-row.laps, row.total or 0)
    )
    out = sorted((row for row in known if row.total is None), key=lambda row: -row.laps)
    return [replace(row, place=place) for place, row in enumerate(there, 1)] + [
        replace(row, place=None) for row in out
    ]


def penalised(rows: Iterable[Raced], seconds: Mapping[str, int]) -> list[str]:
    """The drivers in their final order: what the stewards added, in seconds, is in it."""
    known = placed(
        row if row.total is None else replace(row, total=row.total + 1000 * seconds.get(row.driver, 0))
        for row in rows
    )
    return [row.driver for row in known]
