"""Clean records of a small season, as a person would know them."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import strategies as st

DRIVERS = (
    "José Núñez",
    "Søren Kjærgaard",
    "Ana Sofia Prado",
    "Łukasz Wójcik",
    "Jean-Pierre Le Goff",
    "Grace Hopper",
    "Conor O'Brien",
    "Giulia D'Angelo",
    "Zoë Brandt",
    "Matteo Rossi",
)
NUMBERS = dict(zip(DRIVERS, ("7", "007", "12", "99", "23", "44", "5", "81", "3", "64"), strict=True))
POOLS = ("ALPHA", "BETA")
STATUSES = ("DNF", "DNS", "DSQ")

RULESET = """
document: A league with messy tabs
season: {zone: Europe/Paris, start: 21:00, duration: 60 min, programme: [race]}
calendar: {R1: {dates: 2024-01-01}, R2: {dates: 2024-01-08}, R3: {dates: 2024-01-15}, R4: {dates: 2024-01-22}}
pools: {names: [ALPHA, BETA]}
points: {race: {table: [10, 6, 4, 3, 2, 1]}}
"""


@dataclass(frozen=True)
class Clean:
    """One driver in one race; ``ms``: the race time. A place or a status, never both."""

    round: int
    driver: str
    pool: str
    place: int | None
    status: str | None
    ms: int | None = None

    @property
    def order(self) -> tuple[int, str, str]:
        return self.round, self.pool, self.driver


@st.composite
def _race(draw: st.DrawFn, number: int, drivers: list[str], pool: str) -> list[Clean]:
    order = draw(st.permutations(drivers))
    out = draw(st.integers(0, len(order) // 2))
    finished, others = order[: len(order) - out], order[len(order) - out :]
    ms, rows = draw(st.integers(1_500_000, 1_900_000)), []
    for place, driver in enumerate(finished, 1):
        rows.append(Clean(number, driver, pool, place, None, ms))
        ms += draw(st.integers(1, 40_000))
    return rows + [Clean(number, driver, pool, None, draw(st.sampled_from(STATUSES))) for driver in others]


@st.composite
def seasons(draw: st.DrawFn) -> list[Clean]:
    """Every driver in every round, in one of two pools."""
    rows: list[Clean] = []
    drivers = draw(st.permutations(DRIVERS))[: draw(st.integers(4, len(DRIVERS)))]
    half = len(drivers) // 2
    for number in range(1, draw(st.integers(1, 4)) + 1):
        for pool, members in zip(POOLS, (drivers[:half], drivers[half:]), strict=True):
            rows += draw(_race(number, members, pool))
    return rows
