"""Tables, standings, classifications and rounds, for machines."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from sheets_sync.rules.classification.rule import Classification as Made
from sheets_sync.rules.classification.rule import Classified
from sheets_sync.rules.season.revisions import revisions
from sheets_sync.rules.season.season import Season
from sheets_sync.rules.standings.rule import Standing, StandingTable
from sheets_sync.tables.export.model import results as model
from sheets_sync.tables.export.scalars import exact, moment
from sheets_sync.tables.standings import is_published, shown_name
from sheets_sync.tables.table import Cellable, Column, Kind, Table


def tables(made: Mapping[str, Table]) -> dict[str, model.Table]:
    """Every table by its name."""
    return {name: _table(table) for name, table in made.items()}


def _table(table: Table) -> model.Table:
    columns = [model.Column(key=c.key, title=c.title, kind=c.kind.value) for c in table.columns]
    rows = [
        {column.key: _value(column, value) for column, value in zip(table.columns, row, strict=True)}
        for row in table.rows
    ]
    return model.Table(title=table.title, access=table.access, columns=columns, rows=rows)


def _value(column: Column, value: Cellable) -> str | int | None:
    if value is None or isinstance(value, str):
        return value
    if column.kind is Kind.POINTS or isinstance(value, Fraction):
        return exact(value)
    return value


def standings(season: Season) -> list[model.Standing]:
    """Every standing after every round that was raced."""
    return [_standing(season, table) for number in season.standings for table in season.standings[number]]


def _standing(season: Season, table: StandingTable) -> model.Standing:
    return model.Standing(
        name=table.name,
        group=table.group,
        after=season.ruleset.name_of(table.after),
        access="public" if is_published(season, table) else "private",
        lines=[_line(season, row) for row in table.rows],
    )


def _line(season: Season, row: Standing) -> model.Line:
    name_of = season.ruleset.name_of
    dropped = [name_of(number) for number in row.dropped]
    people = [*row.predecessors, row.person] if row.person else list(row.members)
    return model.Line(
        rank=row.rank,
        name=shown_name(season, row),
        key=row.seat,
        people=[season.name(person) for person in people],
        points=exact(row.total),
        change=row.change,
        carried=exact(row.carried),
        rounds={name_of(number): exact(points) for number, points in sorted(row.rounds.items())},
        penalties=exact(row.deductions),
        dropped=dropped if row.drops_shown else [],
        drops_to_come=[] if row.drops_shown else dropped,
        tie_break=row.tie_break,
        note=row.note,
    )


def classifications(season: Season) -> list[model.Classification]:
    """The order of every session that was driven."""
    return [_classification(season, made) for made in season.classifications.values()]


def _classification(season: Season, made: Made) -> model.Classification:
    verdict = season.verdicts.get(made.event)
    return model.Classification(
        round=season.ruleset.name_of(made.event.round),
        session=made.event.session,
        pool=made.event.pool,
        by=made.by,
        interruption=verdict.result if verdict else "",
        results=[_result(row) for row in made.rows],
    )


def _result(row: Classified) -> model.Result:
    result = row.runner.result
    return model.Result(
        place=row.place,
        at_the_flag=row.entered,
        driver=row.runner.person.driver,
        status=row.runner.status,
        time=result.total_time,
        best_lap=result.best_lap,
        laps=result.laps,
        penalties=[str(each.phrase) for each in row.penalties],
        cell=str(result.row.cell("driver")),
    )


def rounds(season: Season) -> list[model.Round]:
    """Every round with its state and its races."""
    return [_round(season, each.number) for each in season.ruleset.rounds]


def _round(season: Season, number: int) -> model.Round:
    zone, state = season.ruleset.season.usual.zone, season.states.get(number)
    races = [
        model.Race(
            pool=slot.pool,
            start=moment(slot.start, zone),
            end=moment(slot.end, zone),
            circuit=slot.circuit,
            car=slot.car,
        )
        for slot in season.schedule.of_round(number)
    ]
    return model.Round(
        number=number,
        name=season.ruleset.name_of(number),
        state=state.word if state else "to come",
        turns_final=moment(state.turns_final, zone) if state else None,
        why=state.why if state else "",
        races=races,
        revisions=_revisions(season, number) if state else [],
    )


def _revisions(season: Season, number: int) -> list[model.Revision]:
    zone = season.ruleset.season.usual.zone
    return [
        model.Revision(
            number=each.number, at=moment(each.at, zone), changes=list(each.changes), signed_by=each.signed
        )
        for each in revisions(season, number)
    ]
