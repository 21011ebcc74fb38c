"""A folded season becomes the JSON document."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sheets_sync.problems import Problem
from sheets_sync.rules.season.season import Season
from sheets_sync.tables.export import conduct, ledger, next_round, results
from sheets_sync.tables.export.model import document as model
from sheets_sync.tables.export.scalars import moment
from sheets_sync.tables.table import Table


def document(
    league: str, season: Season, tables: Mapping[str, Table], problems: Iterable[Problem]
) -> model.Season:
    """Everything computed of a league, exactly."""
    found = list(problems)
    zone = season.ruleset.season.usual.zone
    return model.Season(
        league=league,
        ruleset=season.ruleset.name,
        document=season.ruleset.document,
        zone=zone.key,
        as_of=moment(season.now, zone) or "",
        rounds=results.rounds(season),
        tables=results.tables(tables),
        standings=results.standings(season),
        classifications=results.classifications(season),
        pools=next_round.pools(season),
        grids=next_round.grids(season),
        ballast=next_round.ballast(season),
        movement=next_round.movement(season),
        advance=next_round.advance(season),
        sanctions=conduct.sanctions(season),
        cases=conduct.cases(season),
        decisions=conduct.decisions(season),
        absences=next_round.absences(season),
        interruptions=next_round.interruptions(season),
        deadlines=next_round.deadlines(season),
        refusals=conduct.refusals(found),
        problems=conduct.problems(found),
        ledger=ledger.ledger(season),
        accounts=ledger.accounts(season),
    )
