"""One row of the interruptions tab: what it is about, and what its rule makes of it."""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from sheets_sync.problems import Problem
from sheets_sync.records.interruptions import InterruptionRow
from sheets_sync.records.names import fold
from sheets_sync.rules.classification.sessions import Runner
from sheets_sync.rules.ledger import Event
from sheets_sync.ruleset.kinds.interruptions import Interruption
from sheets_sync.ruleset.round_words import at_first, in_words
from sheets_sync.validation import nearest

if TYPE_CHECKING:
    from sheets_sync.rules.course import Course


@dataclass(frozen=True, slots=True)
class Broken:
    """A row with the rule of its kind: how far the session was, and how many started it."""

    row: InterruptionRow
    name: str
    rules: Interruption
    event: Event
    starters: int
    share: Fraction | None
    lap: int | None

    @property
    def where(self) -> str:
        session = f"{self.event.session} {self.event.pool}".strip()
        return f"the {session} of round {self.event.round}"


def read(
    course: Course, row: InterruptionRow, sessions: Mapping[Event, Collection[Runner]]
) -> Broken | Problem:
    """The row with its rule and its session, or why it can't be used."""
    names = {fold(name): name for name in course.ruleset.interruptions}
    name = names.get(fold(row.kind))
    if name is None:
        hint = nearest(row.kind, list(course.ruleset.interruptions))
        message = f"There is no interruption '{row.kind}'. The row is left out."
        return Problem(message, row.row.cell("kind"), hint, rule="interruptions")
    rule = course.ruleset.interruptions[name]
    event = _event(course, row, rule.usual, sessions)
    if isinstance(event, Problem):
        return event
    rules = rule.at(course.ruleset.where(event.round, event.session, event.pool))
    if rules is None:
        return _not_possible(course, row, name, event)
    starters = {r.person.key for r in sessions.get(event, ()) if r.meaning.starts}
    share, lap = _distance(course, row, event)
    return Broken(row, name, rules, event, len(starters), share, lap)


def _not_possible(course: Course, row: InterruptionRow, name: str, event: Event) -> Problem:
    where = f"{event.session} of {in_words(course.ruleset, event.round)}"
    message = f"'{name}' isn't possible in the {where}; the row is left out."
    at, hint = row.row.cell("session"), "Mend the session or the kind."
    cite = course.ruleset.interruptions[name].usual.cite()
    return Problem(message, at, hint, rule="interruptions", article=cite)


def _event(
    course: Course,
    row: InterruptionRow,
    rules: Interruption,
    sessions: Mapping[Event, Collection[Runner]],
) -> Event | Problem:
    programme, called = course.ruleset.programme(row.round), at_first(course.ruleset, row.round)
    races = [name for name in programme if course.ruleset.ends_round(row.round, name)]
    possible = [name for name in programme if name in (rules.sessions or races)]
    first = possible[:1] if rules.when == "before the race" else possible
    session = row.session or (first[0] if len(first) == 1 else "")
    if not session:
        message = f"{called} has several races, and the row doesn't say which. It is left out."
        hint = f"Fill in the session: {', '.join(possible or programme)}."
        return Problem(message, row.row.cell("session"), hint, rule="interruptions")
    pools = [event.pool for event in sessions if event.session == session]
    pool = row.pool or (pools[0] if len(pools) == 1 else "")
    if not pool and len(pools) > 1 and rules.when == "in the race":
        message = f"{called} has several pools, and the row doesn't say which. It is left out."
        return Problem(
            message, row.row.cell("pool"), f"Write one of: {', '.join(pools)}.", rule="interruptions"
        )
    return Event(row.round, session, pool)


def _distance(course: Course, row: InterruptionRow, event: Event) -> tuple[Fraction | None, int | None]:
    """How far it was: the share that was driven, and the lap."""
    laps = row.laps or course.schedule.slot(event.round, event.pool).laps
    share, lap = row.completed, row.lap
    if share is None and lap is not None and laps:
        share = min(Fraction(lap, laps), Fraction(1))
    if lap is None and share is not None and laps:
        lap = math.ceil(share * laps)
    return share, lap
