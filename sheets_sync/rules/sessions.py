"""The rows of a round, sorted by session and pool, each with the seat it counts for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sheets_sync.problems import Problem
from sheets_sync.records.entries import Entrant
from sheets_sync.records.names import fold
from sheets_sync.records.results import Result
from sheets_sync.rules import statuses
from sheets_sync.rules.ledger import Event
from sheets_sync.rules.pools_raced import pools_in, without_pools
from sheets_sync.rules.seats import class_of
from sheets_sync.ruleset.kinds.statuses import Status
from sheets_sync.ruleset.model import Ruleset


@dataclass(frozen=True, slots=True)
class Runner:
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
    sessions: dict[Event, list[Runner]] = {}
    seen: dict[tuple[str, str, str], list[Result]] = {}
    problems: list[Problem] = []
    rows = list(results)
    pool_names, poolless = pools_in(ruleset, where).names, without_pools(ruleset, where, rows)
    for row in rows:
        name = entrants[row.driver].driver
        if row.driver not in field:
            message = f"{name} holds no place in round {where}. The row is left out."
            problems.append(
                Problem(message, row.row.cell("driver"), "Enter a replacement, or mend the name.")
            )
            continue
        earlier = seen.setdefault((row.session, row.driver, row.part or ""), [])
        first = next((each for each in earlier if not _other_car(each, row)), None)
        earlier.append(row)
        if first is not None:
            other = first.row.cell("driver")
            message = f"{name} has two results of this session, the first in {other}. This row is left out."
            problems.append(Problem(message, row.row.cell("driver"), "Take one out."))
            continue
        if row.pool is None and len(pool_names) > 1 and row.session not in poolless:
            message = f"{name} has no pool here, though the round has several. The row is left out."
            problems.append(Problem(message, row.row.cell("pool"), f"Write one of: {', '.join(pool_names)}."))
            continue
        event = Event(where, row.session, row.pool or "")
        status = row.status or statuses.FINISHED
        meaning = statuses.meaning(ruleset, status, event)
        car_class = class_of(ruleset, entrants[row.driver])
        runner = Runner(row, entrants[row.driver], field[row.driver], status, meaning, car_class)
        sessions.setdefault(event, []).append(runner)
    return sessions, problems


def _other_car(one: Result, two: Result) -> bool:
    """Whether two rows of a driver name two cars, as in the days when drivers changed them."""
    return bool(one.car and two.car) and fold(one.car or "") != fold(two.car or "")
