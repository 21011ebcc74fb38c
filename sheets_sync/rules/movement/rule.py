"""movement: up and down between divisions for the next round.

After a round the ``down`` last of each pool move to the pool below and the ``up`` first to the pool above.
They are ranked by the measures of ``by``, such as a session of the round as it is classified in the end;
without it by the last race. The first pool promotes nobody, the last one demotes nobody. With ``grid`` in
an exception the numbers hang on how many drivers belong to the pool, whether they took part or not.

``first_down`` names statuses, and tallies whose threshold brought a demotion: whose status it was in the
round, or whose threshold was reached in it, goes down before others, in this order. Behind them stand
demotions that were decided in a case or follow from something else. All of these happen even where they are
more than ``down``; where they are fewer, the last of the ranking make up the number. A driver with a status
or sanction of ``spare`` is never one of those last: who had no time because of a qualifying ban isn't a
slow driver. A sanction ``promotion`` goes before the ranking too.

With ``refill`` as many move up as went down, so that pools stay full: for each demotion more, or fewer,
than ``down`` there is one promotion more, or fewer; the numbers of the pool above count. With ``refill:
no`` always ``up`` move up. Only who was ranked can move up.

``absent: last`` ranks who took no part behind everybody who did, among themselves by ``absent_by``; with
``spared`` they aren't demoted for it. Where nothing says who of them is last, it is the lower row of the
entry list, and that is said.

A demotion that became known after the next round had started acts in the movement after that one. Where a
driver then really raced is a fact: a row in another pool is reported, and the driver belongs there.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

from sheets_sync.cells import CellRef
from sheets_sync.problems import Problem, Severity
from sheets_sync.rules.ledger import Entry, Event, Findings, Subject
from sheets_sync.rules.movement.divisions import Division, divisions
from sheets_sync.rules.movement.orders import Mover, Orders
from sheets_sync.rules.pools.raced import pools_in
from sheets_sync.rules.season.rule import LONG_AGO
from sheets_sync.ruleset.phrases import Sanction
from sheets_sync.ruleset.round_words import in_words

if TYPE_CHECKING:
    from sheets_sync.rules.course import Course

Way = Literal["up", "down"]


@dataclass(frozen=True, slots=True)
class Moved:
    """A driver who moves after a round, from one pool to another, and why."""

    person: str
    round: int
    from_pool: str
    to_pool: str
    says: str
    article: str
    cells: tuple[CellRef, ...]
    way: Way = "down"
    known: datetime = LONG_AGO


def move(course: Course, number: int) -> Findings:
    """Who moves after a round that was raced. Changes the course."""
    findings = Findings(problems=_astray(course, number))
    names = pools_in(course.ruleset, number).names
    if len(names) < 2 or not _is_foreseen(course):
        return findings
    orders = Orders(course, number)
    ladder = divisions(course, number, names, orders)
    moved = _all(ladder)
    findings.problems += (_undecided(each, *pair) for each in ladder for pair in each.level)
    course.carried_out |= dict.fromkeys(orders.carried_out, number)
    course.moved[number] = tuple(moved)
    course.belongs |= {each.person: each.to_pool for each in moved}
    findings.entries += [_entry(course, each) for each in moved]
    return findings


def _is_foreseen(course: Course) -> bool:
    """Whether anything can move anybody: the rules, or a sanction."""
    rules = (course.ruleset.movement.usual, *course.ruleset.movement.variants())
    if any(each.up or each.down or each.first_down for each in rules):
        return True
    sanctions = (Sanction.DEMOTION, Sanction.PROMOTION)
    return any(each.sanction in sanctions for each in course.all_penalties())


def _all(ladder: list[Division]) -> list[Moved]:
    """From the top down: who leaves a pool downwards decides how many come up to it."""
    moved: list[Moved] = []
    rising: list[Mover] = []
    for upper, lower in pairwise(ladder):
        ranked = upper.is_driven and lower.is_driven
        falling = upper.falling({each.person for each in rising}, ranked)
        rising = lower.rising(_places(upper, lower, len(falling)))
        moved += [_moved(upper, lower, each, "down") for each in falling]
        moved += [_moved(lower, upper, each, "up") for each in rising]
    return moved


def _places(upper: Division, lower: Division, falling: int) -> int:
    """How many move up by the ranking."""
    if not upper.is_driven or not lower.is_driven:
        return 0
    if upper.rules is not None and upper.rules.up is not None and upper.rules.refill:
        return max(upper.rules.up + falling - (upper.rules.down or 0), 0)
    return (lower.rules.up or 0) if lower.rules is not None else 0


def _undecided(division: Division, one: str, other: str) -> Problem:
    """Two who took no part and of whom nothing says who is last."""
    course = division.course
    names = f"{course.name(one)} and {course.name(other)}"
    message = (
        f"{names} took no part in {division.pool} of {course.ruleset.name_of(division.number)}, and nothing "
        f"says who is last; {course.name(one)}, the lower row of the entry list, moves down."
    )
    cell = course.seats.entrants[one].row.cell("driver")
    hint = "Say it with 'absent_by' in the ruleset, or with a row of the decisions."
    return Problem(
        message,
        cell,
        hint,
        Severity.WARNING,
        "movement",
        division.rules.cite("absent_by") if division.rules else "",
    )


def _moved(from_: Division, to: Division, mover: Mover, way: Way) -> Moved:
    says = f"{mover.says}: {way} to {to.pool}"
    return Moved(
        mover.person,
        from_.number,
        from_.pool,
        to.pool,
        says,
        mover.article,
        mover.cells,
        way,
        mover.known,
    )


def _entry(course: Course, moved: Moved) -> Entry:
    ended = course.schedule.last_end(moved.round)
    return Entry(
        "movement",
        Subject("person", moved.person),
        Event(moved.round, "", moved.from_pool),
        1 if moved.way == "up" else -1,
        ended,
        max(ended, moved.known),
        "movement",
        moved.article,
        moved.cells,
        moved.says,
    )


def _astray(course: Course, number: int) -> list[Problem]:
    """Drivers who raced somewhere else than the movement before had put them."""
    schedule = course.schedule
    earlier = (each for each in course.moved if schedule.is_after(number, each))
    last = max(earlier, key=schedule.turn, default=None)
    if last is None:
        return []
    swapped = {who for row in course.facts.swaps if row.round == number for who in (row.driver, row.partner)}
    excused = swapped.union(course.relocated.get(number, {}))
    pools = {each.person: course.pools.get((number, each.person), "") for each in course.moved[last]}
    return [
        _raced_elsewhere(course, number, each, pools[each.person])
        for each in course.moved[last]
        if pools[each.person] not in ("", each.to_pool) and each.person not in excused
    ]


def _raced_elsewhere(course: Course, number: int, moved: Moved, pool: str) -> Problem:
    rows = (row for row in course.facts.results if row.round == number)
    row = next(row for row in rows if (row.driver, row.pool) == (moved.person, pool))
    after = in_words(course.ruleset, moved.round)
    message = f"{course.name(moved.person)} raced in {pool}, though moved to {moved.to_pool} after {after}."
    hint = "The pool that was raced counts."
    return Problem(message, row.row.cell("pool"), hint, Severity.WARNING, "movement", moved.article)
