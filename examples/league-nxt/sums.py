"""Whether a sum of the published tables follows from their single cells."""

from __future__ import annotations

from collections.abc import Iterable

from published import Published, Row

from sheets_sync.rules.standings.rule import Standing
from sheets_sync.ruleset.values import Number

FOLLOWS = (
    "It follows from published cells of single rounds, which are listed by themselves where they differ."
)
_COUNTING = 2


def dropped(line: Standing) -> Number:
    """What our line doesn't count."""
    return sum(line.rounds.get(number, 0) for number in line.dropped)


def by_round(rows: Iterable[Row], *keys: str) -> dict[tuple[str, ...], dict[str, int]]:
    """(table, driver), or (team,) -> round, DROP, PENALTIES or TOTAL -> points."""
    found: dict[tuple[str, ...], dict[str, int]] = {}
    for row in rows:
        found.setdefault(tuple(row[key] for key in keys), {})[row["round"]] = int(row["points"])
    return found


def theirs_add_up(cells: dict[str, int]) -> bool:
    """Whether a published line's total is the sum of its cells."""
    return cells["TOTAL"] == sum(points for column, points in cells.items() if column != "TOTAL")


def two_best(rows: Published, team: str, number: int) -> int:
    """The team's points of a round by the published class tables."""
    members = {row["driver"] for row in rows.teams if row["team"] == team}
    points = [
        int(row["points"])
        for row in rows.official_class_standings
        if row["driver"] in members and row["round"] == str(number) and row["table"] != "OVERALL"
    ]
    return sum(sorted(points, reverse=True)[:_COUNTING])
