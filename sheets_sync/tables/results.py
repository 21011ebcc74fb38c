"""Round results: the classification of every pool of the last round, with what each place was worth."""

from __future__ import annotations

from sheets_sync.rules.classification import Classification, Classified
from sheets_sync.rules.deductions import DEDUCTIONS
from sheets_sync.rules.ledger import Entry, balance
from sheets_sync.rules.season import Season
from sheets_sync.ruleset.values import Number
from sheets_sync.tables.table import Cellable, Column, Kind, Table

COLUMNS = (
    Column("round", "Round"),
    Column("pool", "Pool"),
    Column("pos", "Pos", Kind.NUMBER),
    Column("driver", "Driver"),
    Column("status", "Status"),
    Column("time", "Time", Kind.TIME),
    Column("best_lap", "Best lap", Kind.TIME),
    Column("points", "Points", Kind.POINTS),
    Column("bonus", "Bonus", Kind.POINTS),
    Column("penalty", "Penalty", Kind.POINTS),
)


def round_results(season: Season, number: int | None = None) -> Table:
    """The results of a round, by default of the last one raced; pools in the ruleset's order."""
    number = season.last_round if number is None else number
    rows: list[tuple[Cellable, ...]] = []
    for classification in races(season, number):
        rows += [_row(season, classification, row) for row in classification.rows]
    title = f"Results of {round_name(season, number)}" if number is not None else "Results"
    return Table("round results", title, COLUMNS, tuple(rows), "public")


def races(season: Season, number: int | None) -> list[Classification]:
    """The race classifications of a round, in the order of its programme and pools."""
    names = season.ruleset.pools.usual.names
    sessions = season.ruleset.programme(number) if number is not None else ()
    found = [
        each
        for event, each in season.classifications.items()
        if event.round == number and season.ruleset.is_race(event.session)
    ]
    return sorted(
        found, key=lambda each: (_index(sessions, each.event.session), _index(names, each.event.pool))
    )


def _index(names: list[str] | tuple[str, ...], name: str) -> int:
    return names.index(name) if name in names else len(names)


def round_name(season: Season, number: int) -> str:
    return next((each.name for each in season.ruleset.rounds if each.number == number), f"round {number}")


def _row(season: Season, classification: Classification, row: Classified) -> tuple[Cellable, ...]:
    event, result = classification.event, row.runner.result
    place, bonus, penalty = earned(season, row, classification)
    return (
        round_name(season, event.round),
        event.pool or None,
        row.place,
        row.runner.person.driver,
        None if row.runner.status == "FIN" else row.runner.status,
        result.total_time,
        result.best_lap,
        place,
        bonus or None,
        penalty or None,
    )


def earned(season: Season, row: Classified, classification: Classification) -> tuple[Number, Number, Number]:
    """Points for the place, bonus points and deductions of that driver in that round."""
    event = classification.event
    own = [e for e in season.entries if e.subject.key == row.runner.seat and e.event.round == event.round]
    points = [e for e in own if e.account.startswith("points.")]
    place = [e for e in points if _is_place(season, e) and e.event.session == event.session]
    deductions = [e for e in points if e.account == DEDUCTIONS]
    bonus = [e for e in points if not _is_place(season, e) and e.account != DEDUCTIONS]
    return balance(place), balance(bonus), balance(deductions)


def _is_place(season: Season, entry: Entry) -> bool:
    rule = season.ruleset.points.get(entry.account.removeprefix("points."))
    return rule is not None and rule.usual.for_ == "place" and season.ruleset.is_race(entry.event.session)
