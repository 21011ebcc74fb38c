"""Who is there: before the season, before each round, and who is known to leave later."""

from __future__ import annotations

from sheets_sync.rules import decisions
from sheets_sync.rules.absence import sign_outs
from sheets_sync.rules.advance import rule as advance
from sheets_sync.rules.checks import rule as checks
from sheets_sync.rules.classification.sessions import Runner
from sheets_sync.rules.conduct import acts_of
from sheets_sync.rules.course import Course
from sheets_sync.rules.ledger import Event
from sheets_sync.rules.pools import rule as pools
from sheets_sync.rules.pools.raced import pools_of_sessions
from sheets_sync.rules.roster import departures, opening, organisers, transfers
from sheets_sync.rules.roster import rule as roster
from sheets_sync.rules.roster.expected import expected_pool
from sheets_sync.rules.round_conduct import carry_out_answers, count, starters


def before_the_season(course: Course) -> None:
    """Opening balances, what organisers decided, the checks of the entries, and who is in the field."""
    made, problems = organisers.by_organisers(course.ruleset, course.facts.decisions, course.schedule)
    checked = checks.check_entries(course)
    acts = [
        *opening.acts(course.ruleset, course.schedule, course.facts.opening),
        *(act for each in (*made, *checked.penalties) for act in acts_of(each)),
    ]
    course.findings.problems += problems
    course.findings.entries += opening.entries(course.ruleset, course.facts.opening)
    course.findings.problems += [*opening.unknown(course.ruleset, course.facts.opening), *checked.problems]
    for person in checked.refused:
        course.seats.refuse(person)
    course.penalties += [*made, *checked.penalties]
    count(course, acts, course.reached)
    carry_out_answers(course, course.reached)
    course.findings.problems += roster.too_many(course.ruleset, course.seats)
    course.findings.add(advance.qualify(course, None))


def settle_roster(course: Course, number: int) -> None:
    course.reached = number
    rounds = course.rounds
    raced = course.facts.raced
    removed = decisions.removals(course, rounds, raced)
    removed += sign_outs.retirements(course, rounds, number)
    leaving = departures.departures(course.facts, removed, number)
    course.findings.add(departures.depart(course, leaving))
    course.findings.add(transfers.transfer(course, number))
    course.findings.add(advance.settle(course, number))
    course.standings.forget()


def departures_to_come(course: Course) -> None:
    """Who is known to leave before a later round, and who follows."""
    for number in course.rounds:
        if course.schedule.is_after(number, course.reached):
            leaving = departures.departures(course.facts, (), number)
            course.findings.add(departures.depart(course, leaving))
            advance.follow(course, number)
    course.standings.forget()


def note_where_they_raced(course: Course, number: int, sessions: dict[Event, list[Runner]]) -> None:
    raced_in = pools_of_sessions(sessions)
    course.belongs |= pools.own_pools(course, number, raced_in)
    course.pools |= {(number, person): pool for person, pool in raced_in.items()}
    course.entered[number] = starters(sessions)
    people = {*course.seats.field(number), *raced_in}
    course.homes |= {(number, person): expected_pool(course, person, number) for person in people}
