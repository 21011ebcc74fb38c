"""The pool grid of the next round: one column a pool."""

from __future__ import annotations

from sheets_sync.rules.season import Season
from sheets_sync.tables.results import round_name
from sheets_sync.tables.table import Cellable, Column, Table


def pool_grid(season: Season) -> Table:
    """Drivers by pool, each column in the order of names; drivers without a pool stand below."""
    grid = season.pool_grid
    if grid is None:
        return Table("pool grid", "Pool grid: every round is raced", (), (), "public")
    lists: dict[str, list[str]] = {
        pool: [season.name(each.person) for each in placed] for pool, placed in grid.pools.items()
    }
    columns = tuple(Column(name, name) for name in lists)
    length = max((len(names) for names in lists.values()), default=0)
    rows: list[tuple[Cellable, ...]] = [
        tuple(names[index] if index < len(names) else None for names in lists.values())
        for index in range(length)
    ]
    if grid.unplaced:
        names = [season.name(person) for person in grid.unplaced]
        rows += [(None,) * len(columns), ("No pool yet:",) + (None,) * (len(columns) - 1)]
        rows += [tuple(_line(names, start, len(columns))) for start in range(0, len(names), len(columns))]
    return Table(
        "pool grid", f"Pool grid of {round_name(season, grid.round)}", columns, tuple(rows), "public"
    )


def _line(names: list[str], start: int, width: int) -> list[Cellable]:
    line: list[Cellable] = list(names[start : start + width])
    return line + [None] * (width - len(line))
