"""Lap and race times of the elimination phase: seeded, in whole milliseconds."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from elimination import GAPS, LOST, STAGES, Stage, road


@dataclass(frozen=True)
class StageRow:
    stage: str
    pool: str
    place: int | None
    driver: str
    status: str
    total: int | None
    best: int | None
    laps: int


def race(stage: Stage, pool: str) -> list[StageRow]:
    rng = Random(f"{stage.name} {pool}")
    total = stage.laps * (stage.lap + 900 + int(500 * rng.random())) + int(900 * rng.random())
    rows = []
    for place, name in enumerate(road(stage.name, pool), 1):
        best = stage.lap + 60 * place + int(500 * rng.random())
        gap = 350 + int(2_400 * rng.random())
        total += GAPS.get((stage.name, name), gap) if place > 1 else 0
        rows.append(StageRow(stage.name, pool, place, name, "", total, best, stage.laps))
    if (stage.name, pool) in LOST:
        name, laps = LOST[stage.name, pool]
        rows.append(StageRow(stage.name, pool, None, name, "DISC", None, stage.lap + 2_000, laps))
    return rows


def qualifying(stage: Stage, pool: str) -> list[tuple[str, int]]:
    """Driver and best time, the fastest first."""
    rng = Random(f"qualifying {stage.name} {pool}")
    names = [row.driver for row in race(stage, pool)]
    score = {name: place + 6 * rng.random() for place, name in enumerate(names)}
    best, rows = stage.lap - 1_300 + int(300 * rng.random()), []
    for name in sorted(names, key=lambda each: score[each]):
        rows.append((name, best))
        best += 25 + int(260 * rng.random())
    return rows


ALL_STAGES = [row for stage in STAGES for pool in stage.days for row in race(stage, pool)]
ALL_STAGE_QUALIFYING = [
    (stage.name, pool, name, best)
    for stage in STAGES
    for pool in stage.days
    for name, best in qualifying(stage, pool)
]
