"""Conduct in a round: statuses, absences, checks, cases, tariff and tallies, in that order."""

from __future__ import annotations

from collections.abc import Iterable

from sheets_sync.rules import decisions
from sheets_sync.rules.absence import rule as absence
from sheets_sync.rules.cases import judging
from sheets_sync.rules.cases.rule import Case, reopened
from sheets_sync.rules.checks import rule as checks
from sheets_sync.rules.classification.sessions import Runner
from sheets_sync.rules.conduct import acts_of
from sheets_sync.rules.course import Course
from sheets_sync.rules.grids import effects as grid_effects
from sheets_sync.rules.ledger import Decision, Event
from sheets_sync.rules.pools.raced import pools_of_sessions
from sheets_sync.rules.sanctions.penalties import Act, Penalty
from sheets_sync.rules.sanctions.possible import IN_ITS_ROUND
from sheets_sync.rules.sanctions.serving import carried
from sheets_sync.rules.sanctions.suspended import revived
from sheets_sync.rules.statuses import acts as status_acts
from sheets_sync.rules.tallies import marks
from sheets_sync.rules.tariff import rule as tariff
from sheets_sync.rules.tariff.objections import Field
from sheets_sync.ruleset.phrases import Sanction


def conduct(course: Course, number: int, sessions: dict[Event, list[Runner]]) -> list[Penalty]:
    """The penalties of the round, with those that its tallies bring."""
    acts = _statuses(course, sessions)
    away = absence.absences(course, number)
    barred = grid_effects.raced_without(course, sessions)
    checked = checks.check_round(course, number)
    costs = judge_cases(course, number, sessions, checked)
    course.absences += away.absences
    course.penalties += [*away.penalties, *barred.penalties, *checked.penalties, *costs.penalties]
    found = [away.problems, barred.problems, checked.problems, costs.problems]
    course.findings.problems += [each for problems in found for each in problems]
    course.findings.decisions += [*away.decisions, *costs.decisions]
    count(course, [*acts, *away.acts, *costs.acts, *marks.acts(course, number)], number)
    count(course, [act for each in (*barred.penalties, *checked.penalties) for act in acts_of(each)], number)
    count(course, [act for each in revived(course, number) for act in acts_of(each)], number)
    carry_out_answers(course, number)
    penalties = [each for each in course.all_penalties() if each.event.round == number]
    there = {carried(each) for each in penalties}
    penalties += [e for e in course.foreseen if e.event.round == number and carried(e) not in there]
    course.applied |= {carried(each) for each in penalties}
    return penalties


def too_late(course: Course) -> list[Penalty]:
    """What tallies brought for a round that had been worked out by then, because a decision came late."""
    shaping = IN_ITS_ROUND - {Sanction.POINTS}
    found = (each for each in course.conduct.penalties() if each.holds and each.sanction in shaping)
    return [e for e in found if e.event.round in course.states and carried(e) not in course.applied]


def _statuses(course: Course, sessions: dict[Event, list[Runner]]) -> list[Act]:
    acts = []
    for event, runners in sessions.items():
        for runner in runners:
            made, asked = status_acts.from_status(runner, event, course.schedule)
            course.penalties += made
            course.findings.decisions += asked
            acts += [act for each in made for act in acts_of(each)]
            if runner.result.status:
                acts.append(status_acts.status_act(runner, event, course.schedule))
    return acts


def judge_cases(
    course: Course, number: int, sessions: dict[Event, list[Runner]], checked: checks.Checked
) -> tariff.Costs:
    raced_in = pools_of_sessions(sessions)
    rows = [*course.facts.in_round(course.facts.cases, number), *checked.raised]
    judged, problems = judging.judge(course, rows, raced_in, number)
    course.findings.problems += problems
    unfinished = {
        (runner.person.key, event.session)
        for event, own in sessions.items()
        for runner in own
        if runner.status != "FIN"
    }
    periods = marks.periods(course, number)
    field = Field(course.seats.entrants, starters(sessions), unfinished, periods)
    costs = tariff.penalties(course.ruleset, course.schedule, judged, field)
    course.cases += [_reopened(course, case) if case in costs.unapplied else case for case in judged]
    return costs


def _reopened(course: Course, case: Case) -> Case:
    return reopened(case, course.schedule.end(case.event.round, case.event.pool))


def starters(sessions: dict[Event, list[Runner]]) -> set[str]:
    started = (runner for own in sessions.values() for runner in own if runner.meaning.starts)
    return {runner.person.key for runner in started}


def count(course: Course, acts: Iterable[Act], number: int) -> None:
    """Adds acts to the tallies."""
    reckon(course, course.conduct.add(acts), number)


def reckon(course: Course, people: Iterable[str], number: int) -> None:
    names = {person: course.name(person) for person in people}
    course.conduct.reckon(names, names, course.moment(number))


def decisions_so_far(course: Course) -> list[Decision]:
    """Every decision so far with its answer."""
    found = [*course.findings.decisions, *course.conduct.decisions()]
    return decisions.answered(decisions.distinct(course.ruleset, found), course.facts.answers)


def carry_out_answers(course: Course, number: int) -> None:
    """What answers bring, and what follows from it, until no further question is answered."""
    while made := _answers(course):
        count(course, [act for each in made for act in acts_of(each)], number)
        count(course, [act for each in revived(course, number) for act in acts_of(each)], number)


def _answers(course: Course) -> list[Penalty]:
    """What answers have brought since the last look."""
    made = [
        each
        for each in decisions.carried_out(course.ruleset, decisions_so_far(course), course.schedule)
        if each.key not in course.answered
    ]
    course.answered |= {each.key for each in made}
    course.penalties += [each.penalty for each in made]
    return [each.penalty for each in made]
