"""The pool grid of the next round, one column a pool; and who is out of it, with the reasons."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sheets_sync.rules.pools.allocation import ONE
from sheets_sync.rules.pools.rule import PoolGrid
from sheets_sync.rules.season.season import Season
from sheets_sync.tables.results import round_name
from sheets_sync.tables.table import Cellable, Column, Table

OUT_COLUMNS = (
    Column("round", "Round"),
    Column("driver", "Driver"),
    Column("team", "Team"),
    Column("why", "Why"),
    Column("article", "Article"),
    Column("cell", "Cell"),
)


def pool_grid(season: Season) -> Table:
    """Drivers by pool, each column in the order of names; below stand drivers without a pool, and those who
    don't take part, without those who have long been gone."""
    grid = season.pool_grid
    if grid is None:
        title = "Pool grid: every round is raced"
        return Table("pool grid", title, (), (), "public", comes_and_goes=True)
    lists: dict[str, list[str]] = {
        pool: [season.name(each.person) for each in placed] for pool, placed in grid.pools.items()
    }
    columns = tuple(Column(name, "Drivers" if name == ONE else name) for name in lists)
    length = max((len(names) for names in lists.values()), default=0)
    rows: list[tuple[Cellable, ...]] = [
        tuple(names[index] if index < len(names) else None for names in lists.values())
        for index in range(length)
    ]
    rows += _below(_waiting(grid), (season.name(person) for person in grid.unplaced), len(columns))
    rows += _below("Not taking part:", _missed(season, grid), len(columns))
    about = round_name(season, grid.round)
    return Table("pool grid", f"Pool grid of {about}", columns, tuple(rows), "public", about=about)


def _missed(season: Season, grid: PoolGrid) -> Iterator[str]:
    """Who is out of this round; of those who are gone for good only who was still there the round before."""
    last = season.latest_round if season.latest_round is not None else grid.round
    there = {*season.seats.field(last), *season.seats.field(grid.round)}
    return (season.name(each.person) for each in grid.out if each.person in there)


def _waiting(grid: PoolGrid) -> str:
    return f"In pools by the {grid.waits_for}:" if grid.waits_for else "No pool yet:"


def _below(title: str, names: Iterable[str], width: int) -> Iterator[tuple[Cellable, ...]]:
    listed = list(names)
    if listed:
        yield (None,) * width
        yield (title, *(None,) * (width - 1))
        yield from (tuple(_line(listed, start, width)) for start in range(0, len(listed), width))


def _line(names: list[str], start: int, width: int) -> list[Cellable]:
    line: list[Cellable] = list(names[start : start + width])
    return line + [None] * (width - len(line))


def out_table(season: Season) -> Table:
    """Who doesn't take part in the next round, and why."""
    grid = season.pool_grid
    rows = [
        (
            round_name(season, grid.round),
            season.name(each.person),
            season.entrant(each.person).team,
            each.why,
            each.article or None,
            str(each.cells[0]) if each.cells else None,
        )
        for each in (grid.out if grid else ())
        if grid is not None
    ]
    return Table("out", "Not in the next round", OUT_COLUMNS, tuple(rows), "private", comes_and_goes=True)
