"""The prequalification: who registered, and each driver's best time in 15 minutes and one lap of Kyoto Yamagiwa.

The best 56 are the field, the next eight the reserves in the order of their times. The times were written down
only on 9 October, when the last replay had been checked; what follows from them is seen from then on.
"""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from cast import DRIVERS, RESERVES

CLOSED = "10-09 12:00"
SLOT_SIZE = 7


@dataclass(frozen=True)
class Candidate:
    """Who stands in the entry list without a place. ``registered`` as in moves.py."""

    number: int
    name: str
    psn_id: str
    registered: str
    decision: str = "admitted"


NOT_FAST_ENOUGH = (
    Candidate(118, "Emil Sandvik", "emil_sndvk", "09-08 19:20"),
    Candidate(121, "Valentina Orsini", "vale_orsini", "09-09 21:05"),
    Candidate(127, "Tomasz Górecki", "gorecki_sim", "09-10 14:48"),
    Candidate(133, "Aino Lehtovaara", "aino_lv", "09-10 22:31"),
    Candidate(139, "Benoît Charpenel", "BenoitCh139", "09-10 23:55"),
)
NO_LAP = "Benoît Charpenel"  # every lap was cut
LATECOMERS = (
    Candidate(144, "Keoni Nakahara", "keoni_nkh", "10-12 18:40"),  # registration closed on 10 September
    Candidate(151, "Rasmus Tveit", "RasmusT_151", "10-20 09:15", "denied"),
)


@dataclass(frozen=True)
class Time:
    slot: str
    driver: str
    best: int | None


def times() -> list[Time]:
    """In the order of the slots; within each the fastest first."""
    rng = Random("prequalification")
    score = {driver.name: number + 24 * rng.random() for number, driver in enumerate(DRIVERS)}
    ranked = sorted(score, key=lambda name: score[name])
    ranked += [each.name for each in sorted(RESERVES, key=lambda each: each.reserve_no or 0)]
    ranked += [each.name for each in NOT_FAST_ENOUGH]
    best, rows = 117_412, []
    for name in ranked:
        rows.append((name, None if name == NO_LAP else best))
        best += 31 + int(150 * rng.random())
    evening = {name: rng.random() for name, _ in rows}
    slot = {name: number for number, name in enumerate(sorted(evening, key=lambda name: evening[name]))}
    order = sorted(rows, key=lambda row: (slot[row[0]] // SLOT_SIZE, row[1] or 10**9))
    return [Time(f"slot {slot[name] // SLOT_SIZE + 1}", name, lap) for name, lap in order]
