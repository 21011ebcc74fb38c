"""The rows of a round, sorted by session and pool, each with the seat it counts for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from sheets_sync.problems import Problem
from sheets_sync.records.entries import Entrant
from sheets_sync.records.names import fold
from sheets_sync.records.results import Result
from sheets_sync.rules.ledger import Event
from sheets_sync.rules.pools.raced import pools_in, without_pools
from sheets_sync.rules.roster.seats import class_of
from sheets_sync.rules.statuses import rule as statuses
from sheets_sync.ruleset.kinds.statuses import Status
from sheets_sync.ruleset.model import Ruleset
from sheets_sync.ruleset.round_words import in_words


class Runner(NamedTuple):
    """One driver in one session: the result row, what its status means, and the seat it counts for."""

    result: Result
    person: Entrant
    seat: str
    status: str
    meaning: Status
    car_class: str


def sort_sessions(
    ruleset: Ruleset,
    results: Iterable[Result],
    field: Mapping[str, str],
    entrants: Mapping[str, Entrant],
    where: int,
) -> tuple[dict[Event, list[Runner]], list[Problem]]:
    """Sorts one round's rows. A driver without a place in that round is a problem, and one with two rows, but
    for the parts of a broken race and for several cars."""
    rows = list(results)
    sorter = _Sorter(ruleset, rows, field, entrants, where)
    for row in rows:
        sorter.take(row)
    return sorter.sessions, sorter.problems


@dataclass(frozen=True, slots=True)
class _Place:
    """What rows of one session, pool and status have in common."""

    status: str
    meaning: Status
    runners: list[Runner]


class _Sorter:
    def __init__(
        self,
        ruleset: Ruleset,
        rows: list[Result],
        field: Mapping[str, str],
        entrants: Mapping[str, Entrant],
        where: int,
    ) -> None:
        self.ruleset, self.field, self.entrants, self.where = ruleset, field, entrants, where
        self.pools = pools_in(ruleset, where).names
        self.poolless = without_pools(ruleset, where, rows) if len(self.pools) > 1 else frozenset()
        self.seen: dict[tuple[str, str, str | None], list[Result]] = {}
        self.places: dict[tuple[str, str | None, str | None], _Place] = {}
        self.sessions: dict[Event, list[Runner]] = {}
        self.problems: list[Problem] = []

    def take(self, row: Result) -> None:
        wrong = self._stranger(row) or self._twice(row) or self._without_pool(row)
        if wrong is not None:
            self.problems.append(wrong)
            return
        key = (row.session, row.pool, row.status)
        place = self.places.get(key) or self.places.setdefault(key, self._place(row))
        person, seat = self.entrants[row.driver], self.field[row.driver]
        car_class = person.car_class or class_of(self.ruleset, person)
        place.runners.append(Runner(row, person, seat, place.status, place.meaning, car_class))

    def _place(self, row: Result) -> _Place:
        event = Event(self.where, row.session, row.pool or "")
        status = row.status or statuses.FINISHED
        runners = self.sessions.setdefault(event, [])
        return _Place(status, statuses.meaning(self.ruleset, status, event), runners)

    def _stranger(self, row: Result) -> Problem | None:
        if row.driver in self.field:
            return None
        name = self.entrants[row.driver].driver
        message = f"{name} holds no place in {in_words(self.ruleset, self.where)}. The row is left out."
        return Problem(message, row.row.cell("driver"), "Enter a replacement, or mend the name.")

    def _twice(self, row: Result) -> Problem | None:
        earlier = self.seen.setdefault((row.session, row.driver, row.part), [])
        first = next((each for each in earlier if not _other_car(each, row)), None) if earlier else None
        earlier.append(row)
        if first is None:
            return None
        name, other = self.entrants[row.driver].driver, first.row.cell("driver")
        message = f"{name} has two results of this session, the first in {other}. This row is left out."
        return Problem(message, row.row.cell("driver"), "Take one out.")

    def _without_pool(self, row: Result) -> Problem | None:
        if row.pool is not None or len(self.pools) <= 1 or row.session in self.poolless:
            return None
        name = self.entrants[row.driver].driver
        message = f"{name} has no pool here, though the round has several. The row is left out."
        return Problem(message, row.row.cell("pool"), f"Write one of: {', '.join(self.pools)}.")


def _other_car(one: Result, two: Result) -> bool:
    """Whether two rows of a driver name two cars, as in the days when drivers changed them."""
    return bool(one.car and two.car) and fold(one.car or "") != fold(two.car or "")
