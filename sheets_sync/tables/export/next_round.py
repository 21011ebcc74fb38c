"""What comes next: pools, grids, weight, movement, who advances, what falls due; for machines."""

from __future__ import annotations

from sheets_sync.rules.notices.due import in_order
from sheets_sync.rules.season.season import Season
from sheets_sync.tables.export.model import next_round as model
from sheets_sync.tables.export.scalars import exact, moment


def pools(season: Season) -> model.Pools | None:
    """The pools of the next round; None where every round is raced."""
    grid = season.pool_grid
    if grid is None:
        return None
    return model.Pools(
        round=season.ruleset.name_of(grid.round),
        size=grid.size,
        pools={name: [season.name(each.person) for each in placed] for name, placed in grid.pools.items()},
        unplaced=[season.name(person) for person in grid.unplaced],
        out=[model.Left(driver=season.name(each.person), why=each.why) for each in grid.out],
    )


def grids(season: Season) -> list[model.Grid]:
    """The grids of sessions that are still to be driven."""
    return [
        model.Grid(
            round=season.ruleset.name_of(grid.event.round),
            session=grid.event.session,
            pool=grid.event.pool,
            places=[
                model.GridPlace(
                    place=each.place,
                    driver=season.name(each.person),
                    why=each.why,
                    ballast=exact(each.ballast),
                    group=each.group or None,
                )
                for each in grid.places
            ],
            out=[model.Left(driver=season.name(person), why=why) for person, why in grid.out],
            article=grid.article,
        )
        for grid in season.grids
    ]


def ballast(season: Season) -> dict[str, str]:
    """Driver -> kg carried in the next round."""
    return {season.name(person): exact(weight) for person, weight in season.ballast.items() if weight}


def movement(season: Season) -> list[model.Movement]:
    return [
        model.Movement(
            round=season.ruleset.name_of(each.round),
            driver=season.name(each.person),
            from_pool=each.from_pool,
            to_pool=each.to_pool,
            why=each.says,
            article=each.article,
        )
        for moved in season.moved.values()
        for each in moved
    ]


def advance(season: Season) -> list[model.Advance]:
    return [
        model.Advance(
            into=season.ruleset.name_of(each.round),
            drivers=[season.name(person) for person in each.people],
            why=list(each.says),
            article=each.article,
        )
        for each in season.qualified.values()
    ]


def absences(season: Season) -> list[model.Absence]:
    return [
        model.Absence(
            round=season.ruleset.name_of(each.event.round),
            driver=season.name(each.person),
            status=each.status,
            why=each.says,
            article=each.article,
        )
        for each in season.absences
    ]


def interruptions(season: Season) -> list[model.Interruption]:
    return [
        model.Interruption(
            round=season.ruleset.name_of(event.round),
            session=event.session,
            pool=event.pool,
            kind=each.kind,
            result=each.result,
            scale=exact(each.scale),
            why=each.says,
            article=each.article,
        )
        for event, each in season.verdicts.items()
    ]


def deadlines(season: Season) -> list[model.Deadline]:
    """Every notice and window, in the order of their moments."""
    zone = season.ruleset.season.usual.zone
    return [
        model.Deadline(
            name=each.name,
            round=season.ruleset.name_of(each.round),
            pool=each.pool,
            due=moment(each.due, zone),
            says=each.says,
            to=each.to,
            missing=list(each.missing),
            waits_for=each.waits,
            article=each.article,
        )
        for each in sorted((*season.notices, *season.deadlines), key=in_order)
    ]
