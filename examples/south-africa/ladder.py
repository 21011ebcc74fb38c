"""Promotion and relegation as the coordinators reckon them on paper: who races in which pool next.

``down`` are those who go down whatever the ranking says, in their order; ``ranking`` all others of a pool
who can go down or up, the first ahead; who isn't in it stays.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

MOVE = 3


@dataclass
class Pool:
    name: str
    members: list[str]
    down: list[str] = field(default_factory=list)
    ranking: list[str] = field(default_factory=list)
    absent: list[str] = field(default_factory=list)  # rank behind all others, but can't go up


def move(pools: Sequence[Pool]) -> dict[str, list[str]]:
    """The pools of the next round."""
    home = {name: pool.name for pool in pools for name in pool.members}
    rising: list[str] = []
    for upper, lower in pairwise(pools):
        falling = list(upper.down)
        last = [name for name in reversed([*upper.ranking, *upper.absent]) if name not in (*falling, *rising)]
        falling += last[: max(MOVE - len(falling), 0)]
        rising = [name for name in lower.ranking if name not in lower.down][: len(falling)]
        home |= dict.fromkeys(falling, lower.name) | dict.fromkeys(rising, upper.name)
    return {pool.name: [name for name in home if home[name] == pool.name] for pool in pools}
