"""The public pool grid: who races where, and who doesn't take part."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from rule_cases import run_on

from sheets_sync import marked_yaml
from sheets_sync.tables.pools import out_table, pool_grid

RULES = """
calendar: {R1: {dates: 2023-01-05}, R2: {dates: 2023-01-12}, R3: {dates: 2023-01-19}}
season: {start: 20:00}
tariff: {codes: {ABUSE: removal, CUT: round ban}, article: usage-cases}
"""


def grid_after(rounds: int, code: str) -> tuple[list[Any], list[Any]]:
    """The rows of the pool grid and the drivers who are out, with Ben's case of R1 decided at once."""
    changes, _ = marked_yaml.parse(RULES, Path("rules.yaml"))
    assert changes is not None
    raced = [("1", "Ann", "1"), ("1", "Ben", "2"), ("2", "Ann", "1")]
    facts: dict[str, list[Any]] = {
        "entries": ["Ann", "Ben"],
        "results": [{"round": r, "driver": d, "pos": p} for r, d, p in raced if int(r) <= rounds],
        "cases": [{"case": "1", "round": "1", "driver": "Ben", "code": code, "verdict": "penalty"}],
    }
    outcome = run_on("base", changes, facts, f"2023-01-{7 * rounds:02} 12:00")
    assert outcome.season is not None, outcome.problems
    names = [row[0] for row in pool_grid(outcome.season).rows]
    return names, [row[1] for row in out_table(outcome.season).rows]


@pytest.mark.parametrize("code", ["ABUSE", "CUT"])
def test_who_is_out_of_the_next_round_stands_below(code: str) -> None:
    assert grid_after(1, code) == (["Ann", None, "Not taking part:", "Ben"], ["Ben"])


def test_who_was_gone_the_round_before_stands_only_in_the_private_list() -> None:
    assert grid_after(2, "ABUSE") == (["Ann"], ["Ben"])
