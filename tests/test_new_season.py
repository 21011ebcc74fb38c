"""A new league of each ruleset takes a whole season: no table outgrows its range, and none is refused."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import computed

from sheets_sync.cells import Grid
from sheets_sync.jobs.new_league.lay_out import lay_out
from sheets_sync.jobs.run import sync
from sheets_sync.pipeline import plan
from sheets_sync.plan.safety import Consent
from sheets_sync.ruleset.files import known
from sheets_sync.ruleset.load import load_ruleset
from sheets_sync.ruleset.model import Round, Ruleset
from sheets_sync.sources.snapshot import CellWrite
from sheets_sync.sources.workbook import read_workbook, write_workbook

_NAMES = [f"{chr(65 + n // 26)}{chr(97 + n % 26)} Driver" for n in range(70)]
"""More than the 60 of whose rows the look is laid out."""


def _row(grid: Grid, row: int, values: dict[str, str | None]) -> Iterator[CellWrite]:
    """Values under their headers, where the tab has them."""
    headers = {str(grid.value(3, column)): column for column in range(1, grid.columns + 1)}
    yield from (
        CellWrite(grid.tab, row, headers[key], value) for key, value in values.items() if key in headers
    )


def _results(grid: Grid, ruleset: Ruleset, rounds: tuple[Round, ...]) -> Iterator[CellWrite]:
    """Every session of these rounds in the order of the list, pool by pool."""
    row = 4
    for each in rounds:
        pools = (ruleset.pools.at(ruleset.where(each.number)) or ruleset.pools.usual).names
        for session in ruleset.programme(each.number):
            for place, name in enumerate(_NAMES):
                said = {"Round": each.name, "Session": session, "Driver": name}
                said["Pool"] = pools[place % len(pools)] if len(pools) > 1 else None
                said |= {
                    "Pos": str(place // len(pools) + 1),
                    "Best lap": f"1:{20 + place % 40}.{row % 1000:03d}",
                }
                yield from _row(grid, row, said)
                row += 1


def _enter(folder: Path, ruleset: Ruleset, rounds: tuple[Round, ...]) -> None:
    book, _ = read_workbook("book", folder / "coordinators.xlsx", "", ["Entries", "Results"])
    assert book is not None
    writes = list(_results(book.grids["Results"], ruleset, rounds))
    for row, name in enumerate(_NAMES, 4):
        entry = {"Driver": name, "No.": str(row), "Team": f"Team {row // 2}"}
        writes += _row(book.grids["Entries"], row, entry)
    assert write_workbook(book, writes, book.memory or "") == []


@pytest.mark.parametrize("name", [each for each in known([]) if each != "base"])
def test_a_whole_season_fits(name: str, tmp_path: Path) -> None:
    ruleset, _ = load_ruleset(name)
    assert ruleset is not None
    folder = tmp_path / "league"
    lay_out(ruleset, folder, "A league")
    days = ruleset.rounds[0].dates.values()
    assert plan(computed(folder, str(min(days)) if days else None), Consent()).problems == ()
    _enter(folder, ruleset, ruleset.rounds[: len(ruleset.rounds) // 2 + 1])
    assert sync(computed(folder), Consent()).problems == ()
    _enter(folder, ruleset, ruleset.rounds)
    assert sync(computed(folder), Consent()).problems == ()
