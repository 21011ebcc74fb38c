"""What each seat has gathered: points by round, deductions, places and the best lap."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from sheets_sync.rules.classification import Classification, Classified
from sheets_sync.rules.deductions import DEDUCTIONS
from sheets_sync.rules.ledger import Entry
from sheets_sync.rules.ranking_points import account
from sheets_sync.ruleset.kinds.standings import Standing as StandingRules
from sheets_sync.ruleset.values import Number


@dataclass(slots=True)
class Sums:
    """One seat. ``rounds``: round -> points without deductions; ``scored``: entries that aren't 0;
    ``places``: place -> how often, in races; ``best_lap`` of the season's races, ms."""

    rounds: dict[int, Number] = field(default_factory=dict)
    deductions: Number = 0
    scored: int = 0
    places: dict[int, int] = field(default_factory=dict)
    best_lap: int | None = None

    @property
    def total(self) -> Number:
        return sum(self.rounds.values(), start=0) + self.deductions


def gather_sums(
    rules: StandingRules,
    seats: Iterable[str],
    entries: Iterable[Entry],
    races: Iterable[Classification],
) -> dict[str, Sums]:
    """The sums of every seat, over the points that the standing counts."""
    sums = {seat: Sums() for seat in seats}
    wanted = {DEDUCTIONS if name == "deductions" else account(name) for name in rules.sum}
    for entry in entries:
        counted = entry.account in wanted or ("all" in rules.sum and entry.account.startswith("points."))
        if counted and entry.subject.kind == "seat":
            _add_entry(sums[entry.subject.key], entry)
    for race in races:
        for row, place in _placed(rules, race):
            _add_race(sums[row.runner.seat], place, row.runner.result.best_lap)
    return sums


def _placed(rules: StandingRules, race: Classification) -> Iterator[tuple[Classified, int | None]]:
    """Every row with its place; in a standing for each class that is the place in the class."""
    ahead: Counter[str] = Counter()
    for row in race.rows:
        place = row.place
        if place is not None and rules.each == "class":
            ahead[row.runner.car_class] += 1
            place = ahead[row.runner.car_class]
        yield row, place


def _add_entry(own: Sums, entry: Entry) -> None:
    own.scored += entry.amount != 0
    if entry.account == DEDUCTIONS:
        own.deductions += entry.amount
    else:
        own.rounds[entry.event.round] = own.rounds.get(entry.event.round, 0) + entry.amount


def _add_race(own: Sums, place: int | None, best_lap: int | None) -> None:
    if place is not None:
        own.places[place] = own.places.get(place, 0) + 1
    if best_lap is not None:
        own.best_lap = best_lap if own.best_lap is None else min(best_lap, own.best_lap)
