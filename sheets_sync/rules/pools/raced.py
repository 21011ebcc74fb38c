"""Which pools a round was really driven in: what was raced is a fact."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import TYPE_CHECKING

from sheets_sync.records.names import fold
from sheets_sync.records.results import Result
from sheets_sync.rules.roster.expected import expected
from sheets_sync.rules.statuses import rule as statuses
from sheets_sync.ruleset.kinds.pools import Pools
from sheets_sync.ruleset.model import Ruleset

if TYPE_CHECKING:
    from sheets_sync.rules.classification.sessions import Runner
    from sheets_sync.rules.course import Course
    from sheets_sync.rules.ledger import Event


def pools_in(ruleset: Ruleset, number: int) -> Pools:
    return ruleset.pools.at(ruleset.where(number)) or ruleset.pools.usual


def filling_sessions(ruleset: Ruleset, number: int) -> tuple[str, ...]:
    """The sessions of the round by whose order its own pools are filled: they are driven without pools."""
    rules, programme = pools_in(ruleset, number), ruleset.programme(number)
    if rules.fill not in ("rank", "snake") or len(rules.names) == 1:
        return ()
    return tuple(each.name for each in rules.by if each.kind == "named" and each.name in programme)


def without_pools(ruleset: Ruleset, number: int, rows: Collection[Result]) -> frozenset[str]:
    """The sessions of a round whose rows need no pool although it has several: those that come before its
    pools are filled, and with few drivers all of them."""
    programme, filling = ruleset.programme(number), filling_sessions(ruleset, number)
    last = max((programme.index(each) for each in filling), default=-1)
    if _are_few(ruleset, number, rows):
        return frozenset(programme)
    return frozenset(programme[: last + 1])


def raced_in_one(ruleset: Ruleset, number: int, rows: Collection[Result]) -> bool:
    """Whether the round was driven in one pool, because there were few drivers."""
    return _are_few(ruleset, number, rows) and bool(rows) and not any(row.pool for row in rows)


def _are_few(ruleset: Ruleset, number: int, rows: Iterable[Result]) -> bool:
    below = pools_in(ruleset, number).one_pool_below
    drivers = {row.driver for row in rows if starts(ruleset, row)}
    return below is not None and len(drivers) < below


def starts(ruleset: Ruleset, row: Result) -> bool:
    return ruleset.statuses[row.status or statuses.FINISHED].usual.starts


def pools_of_sessions(sessions: Mapping[Event, Iterable[Runner]]) -> dict[str, str]:
    """person -> the pool they drove in; a session that was driven without pools says nothing of it."""
    found: dict[str, str] = {}
    for event, runners in sessions.items():
        for runner in runners:
            key = runner.person.key
            found[key] = event.pool or found.get(key, "")
    return found


def raced_pools(ruleset: Ruleset, number: int, rows: Iterable[Result]) -> dict[str, str]:
    """person -> the pool in which they have a row already, rather one in which they started."""
    names = pools_in(ruleset, number).names
    only = names[0] if len(names) == 1 else ""
    own = sorted((row for row in rows if row.round == number), key=lambda row: starts(ruleset, row))
    found = {row.driver: row.pool or only for row in own}
    return {person: pool for person, pool in found.items() if pool}


def finishers(ruleset: Ruleset, number: int, rows: Iterable[Result]) -> frozenset[str]:
    """Who has a race of the round behind them."""
    return frozenset(
        row.driver
        for row in rows
        if row.status in (None, statuses.FINISHED) and ruleset.ends_round(number, row.session)
    )


def finished_pools(ruleset: Ruleset, number: int, rows: Collection[Result]) -> frozenset[str]:
    """The pools that have driven all of their races."""
    races = {name for name in ruleset.programme(number) if ruleset.ends_round(number, name)}
    driven: dict[str, set[str]] = {}
    for row in rows:
        if row.pool:
            driven.setdefault(row.pool, set()).add(row.session)
    return frozenset(pool for pool, own in driven.items() if own >= races)


def peopled_pools(course: Course, number: int) -> set[str]:
    """The pools of a round in which somebody belongs, where they are kept; all, where that isn't known of
    everybody."""
    names = pools_in(course.ruleset, number).names
    known = {fold(name): name for name in names}
    if pools_in(course.ruleset, number).fill != "keep":
        return set(names)
    entrants = course.seats.entrants
    there, belongs = expected(course, number), course.belongs
    written = (belongs.get(person) or entrants[person].pool or "" for person in there)
    homes = {known.get(fold(each), "") for each in written}
    raced = {row.pool for row in course.facts.in_round(course.facts.results, number) if row.pool}
    return homes | raced if homes and "" not in homes else set(names)


def expected_pools(ruleset: Ruleset, number: int, rows: Collection[Result]) -> set[str] | None:
    """The pools that a round has to have raced in, where the document doesn't simply name them."""
    rules = pools_in(ruleset, number)
    if len(rules.names) == 1 or raced_in_one(ruleset, number, rows):
        return {""}
    filling = filling_sessions(ruleset, number)
    if not filling or not isinstance(rules.size, int):
        return None
    drivers = {row.driver for row in rows if row.session in filling and starts(ruleset, row)}
    rooms = -(-len(drivers) // rules.size)
    return set(rules.names[:rooms]) or None
