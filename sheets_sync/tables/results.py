"""Round results: the classification of every pool of the last round, with what each place was worth."""

from __future__ import annotations

from dataclasses import replace

from sheets_sync.rules.classification.rule import Classification, Classified
from sheets_sync.rules.ledger import Entry, Event, balance
from sheets_sync.rules.season.season import Season
from sheets_sync.rules.tariff.deductions import DEDUCTIONS
from sheets_sync.ruleset.phrases import OUT, Sanction
from sheets_sync.ruleset.values import Number
from sheets_sync.tables.table import Cellable, Column, Kind, Table

COLUMNS = (
    Column("round", "Round"),
    Column("session", "Session", extra=True),
    Column("pool", "Pool"),
    Column("pos", "Pos", Kind.NUMBER),
    Column("driver", "Driver"),
    Column("status", "Status"),
    Column("time", "Time", Kind.TIME),
    Column("best_lap", "Best lap", Kind.TIME),
    Column("points", "Points", Kind.POINTS),
    Column("bonus", "Bonus", Kind.POINTS),
    Column("penalty", "Penalty", Kind.POINTS),
    Column("mark", "Mark", extra=True),
    Column("added", "Added", Kind.TIME, extra=True),
    Column("official_time", "Official time", Kind.TIME, extra=True),
    Column("sanctions", "Sanctions", extra=True),
)


def round_results(season: Season, number: int | None = None) -> Table:
    """The results of a round, by default of the last one raced; pools in the ruleset's order."""
    number = season.latest_round if number is None else number
    rows: list[tuple[Cellable, ...]] = []
    if number is not None:
        earnings = Earnings(season, number)
        for classification in races(season, number):
            rows += [_row(season, classification, row, earnings) for row in classification.rows]
    about = round_name(season, number) if number is not None else ""
    title = f"Results of {about}" if about else "Results"
    return Table("round results", title, shown_columns(season, COLUMNS), tuple(rows), "public", about=about)


def shown_columns(season: Season, columns: tuple[Column, ...]) -> tuple[Column, ...]:
    """A league that knows no pools has no column of them, unless it is asked for."""
    rules = (season.ruleset.pools.usual, *season.ruleset.pools.variants())
    if any(len(each.names) > 1 for each in rules):
        return columns
    return tuple(replace(each, extra=True) if each.key == "pool" else each for each in columns)


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


def _row(
    season: Season, classification: Classification, row: Classified, earnings: Earnings
) -> tuple[Cellable, ...]:
    event, result = classification.event, row.runner.result
    place, bonus, penalty = earnings.of(row, event)
    sanctions = shown_sanctions(classification, row)
    return (
        round_name(season, event.round),
        event.session,
        event.pool or None,
        row.place,
        row.runner.person.driver,
        " ".join(filter(None, (shown_status(row), sanctions))) or None,
        result.total_time,
        result.best_lap,
        place,
        bonus or None,
        penalty or None,
        _mark(season, event.round, row),
        row.added or None,
        None if result.total_time is None else result.total_time + row.added,
        sanctions or None,
    )


def shown_status(row: Classified) -> str:
    """The status that stands beside a driver; empty for a finisher. Who was disqualified has one, too."""
    if any(each.sanction in OUT and each.holds for each in row.penalties):
        return "DSQ"
    return "" if row.runner.status == "FIN" else row.runner.status


def shown_sanctions(classification: Classification, row: Classified) -> str:
    """What moved the driver down: the time that was added, places and laps lost. Time moves nobody where the
    places count as they were entered."""
    seconds = f"{row.added / 1000:.3f}".rstrip("0").rstrip(".")
    added = [f"+{seconds} s"] if row.added and classification.by != "place" else []
    lost = [
        each for each in row.penalties if each.sanction in (Sanction.PLACES, Sanction.LAPS) and each.holds
    ]
    return ", ".join([*added, *(str(each.phrase) for each in lost)])


def _mark(season: Season, number: int, row: Classified) -> str | None:
    """What the ruleset writes beside drivers who advance."""
    texts = [m.text for m in season.marked if m.round == number and m.person == row.runner.person.key]
    return ", ".join(texts) or None


class Earnings:
    """What each seat got out of one round."""

    def __init__(self, season: Season, number: int) -> None:
        self._season = season
        raced = [classification.event.session for classification in races(season, number)]
        self._last_race = raced[-1] if raced else ""
        self._points: dict[str, list[Entry]] = {}
        for entry in season.entries:
            if entry.event.round == number and entry.account.startswith("points."):
                self._points.setdefault(entry.subject.key, []).append(entry)

    def are_given(self, classification: Classification) -> bool:
        """Whether anybody has points of that race, be it 0; a heat may only select who goes on."""
        seats = {row.runner.seat for row in classification.rows}
        own = (entry for seat in seats for entry in self._points.get(seat, []))
        return any(self._belongs(entry, classification.event) for entry in own)

    def of(self, row: Classified, event: Event) -> tuple[Number, Number, Number]:
        """Points for the place in that race, bonus points and deductions; what belongs to no race of the
        round, such as a pole, stands with its last one."""
        own = [entry for entry in self._points.get(row.runner.seat, []) if self._belongs(entry, event)]
        places = [entry for entry in own if is_for_place(self._season, entry)]
        deductions = [entry for entry in own if entry.account == DEDUCTIONS]
        bonus = [entry for entry in own if entry not in places and entry not in deductions]
        return balance(places), balance(bonus), balance(deductions)

    def _belongs(self, entry: Entry, event: Event) -> bool:
        if entry.event.session and self._season.ruleset.is_race(entry.event.session):
            return entry.event.session == event.session
        return event.session == self._last_race


def is_for_place(season: Season, entry: Entry) -> bool:
    """Whether the entry is for a place in a race; all other points that aren't lost are a bonus."""
    rule = season.ruleset.points.get(entry.account.removeprefix("points."))
    return (
        rule is not None and rule.usual.for_.kind == "place" and season.ruleset.is_race(entry.event.session)
    )
