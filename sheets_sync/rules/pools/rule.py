"""pools: who races where.

``names`` are the pools in order, ``size`` their places; ``size: ask`` sets no limit, and it is noted that
the document leaves it open. ``fill`` says how they are filled:

- ``keep``: the pool of the round before, with those whom a movement or a decision moved, else that of the
  entry list. Who takes over a seat and has no pool of their own takes over its pool too.
- ``choice``: each driver's last choice counts, first come first served by its timestamp; who finds a pool
  full has no place and is reported.
- ``tab``: as the choices tab says, whenever it was written and however full a pool becomes.
- ``rank``: by the measures of ``by`` the first pool is filled first, then the second, and so on. Where
  ``by`` is a session of the round itself, that session and those before it are driven without pools, and
  the pools are filled once it has been driven, for the sessions that still come.
- ``snake``: by the measures of ``by`` in turn, there and back: 1-2-3-3-2-1.
- ``draw``: by lot. The lot hangs on the ruleset and the round alone, so that each run draws the same; a row
  of the choices tab says what was drawn already and stays.
- ``together``: everybody in the first pool.

With ``one_pool_below`` there is only one pool, called `one`, while fewer drivers than that take part. It is
written without a pool in the results, and what a rule says for the first pool isn't meant for it.

Who is banned from the round, has left the season or has signed out is in no pool, and is listed with the
reason. Where others have qualified for a round, only they are in it. Nobody is dropped in silence: a pool
that holds more than its places, and a driver without one, are reported. A pool that was already raced stays
as it was.

``swap``: two drivers exchange their pools, in the order in which it was asked for. ``confirmed_by`` says
whose confirmation it needs, ``until`` when it is too late (the earlier of the two races counts),
``per_round`` how often a driver may, ``refuse`` what else is refused; a driver who is banned can't swap
anyway.

``move``: a driver races in another pool of the same round, ``if`` there is a ``free place`` or another
driver is willing (``driver willing``, who then takes the place that was left). ``after_start: yes`` allows
it after the own race has started; ``missed_race`` says whether that race is an absence. What is left of it
in the results, such as a DNS, is left out. A swap or a move is for one round: with kept pools each driver
is back in the own pool in the next.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sheets_sync.problems import Problem, Severity, number_of
from sheets_sync.records.names import fold
from sheets_sync.records.results import Result
from sheets_sync.rules.pools.allocation import Allocation, Out, Placed
from sheets_sync.rules.pools.filling import allocation_of, fill
from sheets_sync.rules.pools.fills import FILLS
from sheets_sync.rules.pools.moves import Relocated, left_behind
from sheets_sync.rules.pools.raced import filling_sessions, finished_pools
from sheets_sync.rules.pools.swaps import without_swaps

if TYPE_CHECKING:
    from sheets_sync.rules.course import Course


@dataclass(frozen=True, slots=True)
class PoolGrid:
    """The pools of a round; ``unplaced`` are drivers of the field without a pool, ``out`` those who don't
    take part; ``waits_for``: the session by which the pools will be filled, while it hasn't been driven."""

    round: int
    size: int | None
    pools: Mapping[str, tuple[Placed, ...]]
    unplaced: tuple[str, ...]
    article: str
    out: tuple[Out, ...] = ()
    waits_for: str = ""

    @property
    def people(self) -> tuple[str, ...]:
        """Everybody who takes part."""
        return (*(each.person for own in self.pools.values() for each in own), *self.unplaced)


def pools_of(course: Course, number: int) -> tuple[PoolGrid, list[Problem]]:
    """The pool grid of a round from the league's facts."""
    allocation = allocation_of(course, number)
    moved = fill(allocation)
    _as_raced(allocation, moved)
    _too_many(allocation)
    return _grid(allocation), allocation.problems


def settle_moves(course: Course, number: int, rows: Collection[Result]) -> list[Result]:
    """The rows of a round that is raced, without those of the races that drivers missed by a move. Changes
    the course."""
    if not any(row.round == number for row in course.facts.moves):
        return list(rows)
    moved = {each.person: each for each in fill(allocation_of(course, number))}
    course.relocated[number] = moved
    left = left_behind(course.ruleset, moved, rows)
    return [row for row in rows if row not in left]


def excused(course: Course, number: int) -> dict[str, str]:
    """person -> the pool they moved to, for those whose missed race in another pool is no absence. Who then
    missed that one too isn't excused."""
    moved = course.relocated.get(number, {})
    rows = course.facts.in_round(course.facts.results, number)
    done, there = finished_pools(course.ruleset, number, rows), {row.driver for row in rows}
    return {
        person: each.to_pool
        for person, each in moved.items()
        if each.excused and (each.to_pool not in done or person in there)
    }


def missed(course: Course, number: int) -> dict[str, Relocated]:
    """Those whose race that was missed by a move counts as an absence all the same."""
    moved = course.relocated.get(number, {})
    return {person: each for person, each in moved.items() if not each.excused and each.from_pool}


def own_pools(course: Course, number: int, raced_in: Mapping[str, str]) -> dict[str, str]:
    """The pools that drivers belong to after a round: where they raced, but for swaps and moves."""
    entrants, swapped = course.seats.entrants, course.facts.in_round(course.facts.swaps, number)
    own = without_swaps(raced_in, course.belongs, entrants, swapped)
    for person, each in course.relocated.get(number, {}).items():
        for who in (person, each.partner):
            home = course.belongs.get(who) or (entrants[who].pool if who else None)
            if home and own.get(who) in (each.to_pool, each.from_pool):
                own[who] = home
    return {person: pool for person, pool in own.items() if pool}


def settle_ranks(course: Course, number: int) -> None:
    """After a round that was driven without pools, those that its own order fills. Changes the course."""
    if not filling_sessions(course.ruleset, number):
        return
    people = [person for (each, person), pool in course.pools.items() if each == number and not pool]
    if people:
        allocation = allocation_of(course, number)
        FILLS[allocation.rules.fill](allocation)
        course.belongs |= {key: pool for key, pool in allocation.pool_of.items() if key in people}


def _as_raced(allocation: Allocation, moved: Collection[Relocated]) -> None:
    """A pool that was raced stays as it was raced; who was to be in it and wasn't has no place yet."""
    away = {each.person: each.to_pool for each in moved}
    for person, pool in list(allocation.pool_of.items()):
        if pool in allocation.done and person not in allocation.raced:
            message = f"{pool} has already raced this round; {allocation.name(person)} has no place yet."
            cells = allocation.placed[person].cells or (allocation.entrants[person].row.cell("driver"),)
            allocation.report(message, cells[-1], "fill")
            del allocation.pool_of[person]
    for person, pool in allocation.raced.items():
        if person in allocation.field and away.get(person, pool) == pool:
            allocation.place(person, pool, "raced", ())


def _too_many(allocation: Allocation) -> None:
    size = allocation.size
    for pool in allocation.names:
        people = [person for person, each in allocation.pool_of.items() if each == pool]
        if size is not None and len(people) > size:
            message = f"{pool} holds {number_of(len(people), 'driver')}, but has {number_of(size, 'place')}."
            at = allocation.entrants[people[-1]].row.cell("pool")
            allocation.report(message, at, "size", Severity.WARNING)


def _grid(allocation: Allocation) -> PoolGrid:
    pools: dict[str, list[Placed]] = {pool: [] for pool in allocation.names}
    for person, pool in allocation.pool_of.items():
        pools.setdefault(pool, []).append(allocation.placed[person])

    def called(person: str) -> str:
        return fold(allocation.name(person))

    order = {
        pool: tuple(sorted(each, key=lambda placed: called(placed.person))) for pool, each in pools.items()
    }
    unplaced = sorted((p for p in allocation.field if p not in allocation.pool_of), key=called)
    out = sorted(allocation.out.values(), key=lambda each: called(each.person))
    article = allocation.rules.cite("names")
    return PoolGrid(
        allocation.round, allocation.size, order, tuple(unplaced), article, tuple(out), allocation.waits_for
    )
