"""What the rules of grids do to results: void laps, races without a qualifying, late penalties."""

from __future__ import annotations

import copy
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from sheets_sync.problems import Problem, Severity
from sheets_sync.rules.classification.found import Sessions
from sheets_sync.rules.classification.sessions import Runner
from sheets_sync.rules.grids import settings as grid_rules
from sheets_sync.rules.grids.order import is_cut_off
from sheets_sync.rules.grids.settings import Starters
from sheets_sync.rules.interruptions import rule as interruptions
from sheets_sync.rules.ledger import Event
from sheets_sync.rules.sanctions.penalties import Penalty
from sheets_sync.rules.tariff import rule as tariff
from sheets_sync.ruleset.kinds.grids import Grid
from sheets_sync.ruleset.model import Ruleset
from sheets_sync.ruleset.phrases import Phrase, Sanction

if TYPE_CHECKING:
    from sheets_sync.rules.course import Course

_SHAPING = (Sanction.SECONDS, Sanction.PLACES, Sanction.LAPS, Sanction.DISQUALIFICATION)


def _rules(ruleset: Ruleset, number: int, pool: str) -> Iterator[tuple[str, Grid, str]]:
    """The written grids of a round: session, rule, the session of the round that it goes by."""
    for session in ruleset.programme(number) if ruleset.grids else ():
        rule = grid_rules.rule_of(ruleset, session, Starters(number, pool, ()))
        if rule is not None and session in ruleset.grids:
            by = grid_rules.measures(ruleset, rule, session, number)
            yield session, rule, grid_rules.source_of(ruleset, by, number)


def without_void_laps(ruleset: Ruleset, sessions: Mapping[Event, list[Runner]]) -> dict[Event, list[Runner]]:
    """The sessions, but without the best laps of who was disconnected for too long."""
    if not ruleset.grids:
        return dict(sessions)
    return {event: [_voided(ruleset, event, each) for each in own] for event, own in sessions.items()}


def _voided(ruleset: Ruleset, event: Event, runner: Runner) -> Runner:
    for _, rule, source in _rules(ruleset, event.round, event.pool):
        if source == event.session and is_cut_off(rule, runner.result):
            return runner._replace(result=replace(runner.result, best_lap=None))
    return runner


@dataclass(frozen=True, slots=True)
class Barred:
    """Who is disqualified from a race by the rules of its grid, and what is said about it."""

    penalties: tuple[Penalty, ...]
    problems: tuple[Problem, ...]


def raced_without(course: Course, sessions: Mapping[Event, list[Runner]]) -> Barred:
    """Who raced though ``absent: out`` keeps off the grid whoever took no part in the qualifying."""
    made, problems = [], []
    for event, runners in sessions.items():
        for session, rule, source in _rules(course.ruleset, event.round, event.pool):
            if session != event.session or rule.absent != "out" or not source:
                continue
            there = _took_part(sessions, source, event.pool)
            for runner in runners if there else ():
                if runner.person.key not in there and runner.meaning.starts:
                    penalty = _disqualified(course, rule, source, runner, event)
                    made.append(penalty)
                    problems.append(_said(penalty, runner, source))
    return Barred(tuple(made), tuple(problems))


def _took_part(sessions: Mapping[Event, list[Runner]], source: str, pool: str) -> set[str]:
    return {
        runner.person.key
        for event, runners in sessions.items()
        if event.session == source and event.pool in ("", pool)
        for runner in runners
        if runner.meaning.starts and runner.meaning.place != "none"
    }


def _disqualified(course: Course, rule: Grid, source: str, runner: Runner, event: Event) -> Penalty:
    ended = course.schedule.end(event.round, event.pool)
    cells = runner.result.row.cells("driver", "session")
    return Penalty(
        runner.person.key,
        event,
        Phrase(Sanction.DISQUALIFICATION),
        "absent",
        ended,
        ended,
        f"grids.{event.session}",
        rule.cite("absent"),
        cells,
        f"out of {source}, or not there",
    )


def _said(penalty: Penalty, runner: Runner, source: str) -> Problem:
    message = (
        f"{runner.person.driver} took no part in {source}, or was out of it, and so is disqualified from the "
        f"{penalty.event.session} of round {penalty.event.round}."
    )
    at, cite = runner.result.row.cell("driver"), penalty.article
    return Problem(message, at, "", Severity.WARNING, penalty.rule, cite)


def too_late(course: Course, number: int) -> list[Problem]:
    """Penalties that would have changed a grid, but became known only after it was frozen."""
    problems: dict[str, Problem] = {}
    for penalty in course.penalties:
        if penalty.event.round != number or not penalty.holds or penalty.sanction not in _SHAPING:
            continue
        for session, rule, source in _rules(course.ruleset, number, penalty.event.pool):
            limit = _frozen_at(course, rule, number, penalty.event.pool)
            if source == penalty.event.session and limit is not None and penalty.known > limit:
                problem = _left_as_it_was(course, penalty, session, rule, limit)
                problems.setdefault(problem.message, problem)
    return list(problems.values())


def _frozen_at(course: Course, rule: Grid, number: int, pool: str) -> datetime | None:
    return course.schedule.moment(rule.freeze, number, pool) if rule.freeze is not None else None


def _left_as_it_was(course: Course, penalty: Penalty, session: str, rule: Grid, limit: datetime) -> Problem:
    zone = course.ruleset.season.usual.zone
    message = (
        f"{course.name(penalty.person)}: {penalty.phrase} ({penalty.says}) became known at "
        f"{penalty.known.astimezone(zone):%a %d %b %H:%M}, after {limit.astimezone(zone):%H:%M} "
        f"({rule.freeze.text if rule.freeze else ''}). The grid of the {session} stays as it was."
    )
    at = penalty.case.row.row.cell("published_at") if penalty.case else next(iter(penalty.cells), None)
    return Problem(message, at, "", Severity.WARNING, f"grids.{session}", rule.cite("freeze"))


def as_frozen(course: Course, rule: Grid, starters: Starters, source: str) -> Course:
    """The course as it stood when the grid was frozen: without what became known later."""
    limit = _frozen_at(course, rule, starters.round, starters.pool)
    if limit is None:
        return course
    frozen = copy.copy(course)
    frozen.classifications = Sessions(course.classifications.items())
    of_round = [each for each in course.all_penalties() if each.event.round == starters.round and each.holds]
    in_time = [tariff.in_seconds(course.ruleset, each) for each in of_round if each.known <= limit]
    for event, runners in course.sessions.items():
        if (event.round, event.session) == (starters.round, source) and len(in_time) < len(of_round):
            made = interruptions.classified(course, event, runners, in_time)
            frozen.classifications[event] = made.whole
    return frozen
