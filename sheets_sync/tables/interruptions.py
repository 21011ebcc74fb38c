"""The broken sessions of the season: what happened, and what was done about it."""

from __future__ import annotations

from collections.abc import Iterator

from sheets_sync.rules.interruptions.verdict import Verdict
from sheets_sync.rules.season.season import Season
from sheets_sync.tables.table import Cellable, Column, Kind, Table

COLUMNS = (
    Column("round", "Round"),
    Column("session", "Session"),
    Column("pool", "Pool"),
    Column("kind", "What happened"),
    Column("driven", "Driven"),
    Column("drivers", "Drivers", Kind.NUMBER),
    Column("result", "Result"),
    Column("says", "What is done"),
    Column("article", "Article"),
)


def interruptions_table(season: Season) -> Table:
    """Every interruption, round by round."""
    found = sorted(season.verdicts.values(), key=lambda verdict: verdict.event)
    rows = tuple(_row(season, each) for verdict in found for each in _all(verdict))
    return Table("interruptions", "Interruptions", COLUMNS, rows, "public")


def _all(verdict: Verdict) -> Iterator[Verdict]:
    yield verdict
    yield from verdict.others


def _row(season: Season, verdict: Verdict) -> tuple[Cellable, ...]:
    event = verdict.event
    return (
        season.ruleset.name_of(event.round),
        event.session,
        event.pool or None,
        verdict.kind,
        None if verdict.share is None else f"{float(verdict.share * 100):.4g} %",
        verdict.drivers,
        f"{verdict.result} (to be decided)" if verdict.decision else verdict.result,
        verdict.says,
        verdict.article or None,
    )
