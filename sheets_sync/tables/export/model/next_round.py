"""What comes next: pools, grids, deadlines; who moves, goes on, or was absent."""

from __future__ import annotations

from sheets_sync.tables.export.model.part import Exact, Moment, Part


class GridPlace(Part):
    place: int
    driver: str
    why: str
    ballast: Exact
    group: int | None


class Left(Part):
    driver: str
    why: str


class Grid(Part):
    """The order of a session still to be driven."""

    round: str
    session: str
    pool: str
    places: list[GridPlace]
    out: list[Left]
    article: str


class Pools(Part):
    """The pools of the next round."""

    round: str
    size: int | None
    pools: dict[str, list[str]]
    unplaced: list[str]
    out: list[Left]


class Deadline(Part):
    """What falls due. ``missing``: fields that can't be filled yet."""

    name: str
    round: str
    pool: str
    due: Moment | None
    says: str
    to: str
    missing: list[str]
    waits_for: str
    article: str


class Movement(Part):
    round: str
    driver: str
    from_pool: str
    to_pool: str
    why: str
    article: str


class Advance(Part):
    """Who goes on into a round, in seed order."""

    into: str
    drivers: list[str]
    why: list[str]
    article: str


class Absence(Part):
    round: str
    driver: str
    status: str
    why: str
    article: str


class Interruption(Part):
    round: str
    session: str
    pool: str
    kind: str
    result: str
    scale: Exact
    why: str
    article: str
