"""Which grid rule holds for a session, what it goes by, and what of a round is still to be driven."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from sheets_sync.records.names import fold
from sheets_sync.rules.pools.allocation import ONE
from sheets_sync.rules.pools.rule import PoolGrid
from sheets_sync.rules.season.rule import LONG_AGO
from sheets_sync.ruleset.kinds.grids import Grid
from sheets_sync.ruleset.kinds.measures import Measure
from sheets_sync.ruleset.model import Ruleset

if TYPE_CHECKING:
    from sheets_sync.rules.course import Course

ASK = Measure("named", "ask")


@dataclass(frozen=True, slots=True)
class Starters:
    """Who starts together: a pool of a round; ``pool`` is empty where everybody does."""

    round: int
    pool: str
    people: tuple[str, ...]


def rule_of(ruleset: Ruleset, session: str, starters: Starters) -> Grid | None:
    """The grid's rule. A race without one goes by the round's qualifying, another session by nothing."""
    where = ruleset.where(starters.round, session, starters.pool)
    found = ruleset.grids.get(session)
    rule = found.at(dataclasses.replace(where, grid=len(starters.people))) if found else None
    if rule is not None:
        return rule
    qualifying = qualifying_before(ruleset, starters.round, session)
    if not ruleset.is_race(session) or not qualifying:
        return None
    return _by_qualifying(qualifying)


@lru_cache
def _by_qualifying(session: str) -> Grid:
    return Grid.model_validate({"by": [session]})


def qualifying_before(ruleset: Ruleset, number: int, session: str) -> str:
    """The last qualifying of the round before that session."""
    programme = ruleset.programme(number)
    before = programme[: programme.index(session)] if session in programme else programme
    return next((name for name in reversed(before) if not ruleset.is_race(name)), "")


def measures(ruleset: Ruleset, rule: Grid, session: str, number: int) -> list[Measure]:
    """What the grid goes by; ``qualifying`` is the round's, whatever it is called."""
    qualifying = qualifying_before(ruleset, number, session)
    known = {*ruleset.programme(number), *ruleset.standings, *ruleset.tallies}
    usual = Measure("named", "qualifying")
    stand_in = Measure("named", qualifying) if qualifying and usual.name not in known else usual
    return [stand_in if each == usual else each for each in rule.by]


def source_of(ruleset: Ruleset, by: list[Measure], number: int) -> str:
    """The session of the round whose places the grid goes by, if it does."""
    first = by[0] if by else None
    named = first is not None and first.kind == "named" and first.name in ruleset.programme(number)
    return first.name if first is not None and named else ""


def starters_of(course: Course, grid: PoolGrid, session: str) -> list[Starters]:
    """Who starts that session together, pool by pool; all of them until the pools are filled."""
    programme = course.ruleset.programme(grid.round)
    if grid.waits_for in programme and programme.index(session) <= programme.index(grid.waits_for):
        return [Starters(grid.round, "", grid.people)]
    pools = {name: tuple(each.person for each in placed) for name, placed in grid.pools.items() if placed}
    return [Starters(grid.round, "" if name == ONE else name, people) for name, people in pools.items()]


def as_raced(course: Course, number: int) -> list[Starters]:
    """Who started a round together that has begun."""
    pools: dict[str, list[str]] = {}
    for (each, person), pool in course.pools.items():
        if each == number and person in course.entered.get(number, ()):
            pools.setdefault(pool, []).append(person)
    return [Starters(number, pool, tuple(people)) for pool, people in pools.items()]


def is_driven(course: Course, session: str, starters: Starters) -> bool:
    """Whether there are results of that session in which these drivers were, or would have been."""
    people = set(starters.people)
    return any(
        event.pool in ("", starters.pool) or bool(people & {each.person.key for each in runners})
        for event, runners in course.sessions.items()
        if (event.round, event.session) == (starters.round, session)
    )


def to_drive(course: Course, starters: Starters) -> list[str]:
    """The sessions of the round after the last one that was driven."""
    programme = course.ruleset.programme(starters.round)
    driven = [index for index, name in enumerate(programme) if is_driven(course, name, starters)]
    return list(programme[max(driven, default=-1) + 1 :])


def is_next(course: Course, session: str, starters: Starters) -> bool:
    """Whether everything before that session has been driven, and it hasn't."""
    programme = course.ruleset.programme(starters.round)
    before = programme[: programme.index(session)]
    return all(is_driven(course, name, starters) for name in before)


def is_awaited(course: Course, starters: Starters) -> bool:
    """Whether the evening isn't over, so that its next session is still prepared."""
    end = course.schedule.end(starters.round, starters.pool)
    return end == LONG_AGO or course.now < end


def named_last(course: Course, rule: Grid) -> tuple[list[str], list[str]]:
    """The drivers who always stand last, and the names that are nobody's."""
    keys = {fold(entrant.driver): key for key, entrant in course.seats.entrants.items()}
    found = [keys[fold(name)] for name in rule.last if fold(name) in keys]
    return found, [name for name in rule.last if fold(name) not in keys]
