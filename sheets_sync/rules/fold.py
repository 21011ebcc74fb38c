"""The fold of a season: round after round as they were held, each step in the order that rulesets rely on.

For each round: 1 roster and the checks of entries, 2 who has advanced into it, who raced in which session,
5 absences, 6 statuses, 7 checks, 8 cases, 9 tariff, 10 tallies, 11 which part of a broken race counts,
12 classification, 13 points with deductions last, 14 standings, 15 ballast, 16 movement, who advances. After
the rounds that were raced: the pools and grids of the next one. Conduct comes before the classification
because it shapes it. A round is read from its results and never computed anew; only what is still to be
driven is computed.
"""

from __future__ import annotations

from datetime import datetime

from sheets_sync.records.facts import Facts
from sheets_sync.records.results import Result
from sheets_sync.rules import decisions, loose_ends
from sheets_sync.rules.absence import sign_outs
from sheets_sync.rules.advance import rule as advance
from sheets_sync.rules.ballast import rule as ballast
from sheets_sync.rules.cases import votes as case_votes
from sheets_sync.rules.classification.session_names import with_sessions
from sheets_sync.rules.classification.sessions import Runner, sort_sessions
from sheets_sync.rules.coming_round import begun, next_pools
from sheets_sync.rules.conduct import Conduct
from sheets_sync.rules.course import Course
from sheets_sync.rules.grids import effects as grid_effects
from sheets_sync.rules.grids import rule as grids
from sheets_sync.rules.ledger import Event
from sheets_sync.rules.movement import rule as movement
from sheets_sync.rules.pools import rule as pools
from sheets_sync.rules.roster import opening
from sheets_sync.rules.roster import rule as roster
from sheets_sync.rules.round_conduct import conduct, decisions_so_far, reckon, too_late
from sheets_sync.rules.round_results import (
    classify_round,
    give_points,
    points_alone,
    settle_state,
    take_scores,
)
from sheets_sync.rules.round_roster import (
    before_the_season,
    departures_to_come,
    note_where_they_raced,
    settle_roster,
)
from sheets_sync.rules.round_state import held_results
from sheets_sync.rules.sanctions.penalties import Penalty
from sheets_sync.rules.sanctions.serving import carried
from sheets_sync.rules.season.calendar import make_schedule
from sheets_sync.rules.season.completeness import what_is_missing
from sheets_sync.rules.season.known import driven_by, known_by
from sheets_sync.rules.season.season import Season
from sheets_sync.rules.season_so_far import season_so_far
from sheets_sync.ruleset.model import Ruleset


def fold(ruleset: Ruleset, facts: Facts, now: datetime, read_at: datetime | None = None) -> Season:
    """Applies the ruleset to the facts as they were known at ``now``. ``read_at``: when they were read, where
    that isn't the same; a league that looks back has later ones, too. Where a late decision makes a tally act
    in a round that was worked out before, all is folded again with that in mind."""
    foreseen: tuple[Penalty, ...] = ()
    while True:
        course = _begin(ruleset, facts, now, read_at or now)
        course.foreseen = foreseen
        season = _folded(course)
        late = tuple(each for each in too_late(course) if carried(each) not in map(carried, foreseen))
        if not late:
            return season
        foreseen += late


def _folded(course: Course) -> Season:
    before_the_season(course)
    last = _last_raced(course)
    for number in course.rounds:
        if last is not None and not course.schedule.is_after(number, last):
            settle_roster(course, number)
            _round(course, number)
    if last is not None:
        reckon(course, course.conduct.acts, last)  # what has expired since somebody's last act
    grid = next_pools(course, last)
    starting, found = grids.grids_of(course, grid, begun(course, last))
    course.findings.add(found)
    course.findings.problems += sign_outs.load_shedding(course, grid) if grid else []
    departures_to_come(course)
    if course.facts.complete:
        _loose_ends(course, last)
    return season_so_far(course, grid, starting)


def _begin(ruleset: Ruleset, facts: Facts, now: datetime, read_at: datetime) -> Course:
    """The course before the season: the schedule, and what was known."""
    schedule, problems = make_schedule(ruleset, facts.calendar)
    dated = schedule.dated(ruleset)
    named, unnamed = with_sessions(dated, facts)
    known = known_by(named, schedule, now, dated)
    driven = driven_by(named, schedule, max(now, read_at), dated)
    problems += loose_ends.waiting(dated, named.results, driven)
    seats = roster.opening(dated, known.entries)
    seats.turns = schedule.turns
    course = Course(dated, known, schedule, now, seats, Conduct(dated))
    course.findings.problems += problems + unnamed
    course.reached = min((each.number for each in dated.rounds), default=1) - 1
    return course


def _last_raced(course: Course) -> int | None:
    """The round that was raced last, whatever its number."""
    ended = {row.round for row in course.facts.results if course.ruleset.ends_round(row.round, row.session)}
    given = {row.round for row in course.facts.opening if row.round and row.account in course.ruleset.points}
    return max(ended | given, key=course.schedule.turn, default=None)


def _round(course: Course, number: int) -> None:
    """One round that was raced, step by step."""
    rows = course.facts.in_round(course.facts.results, number)
    if not any(course.ruleset.ends_round(number, row.session) for row in rows):
        points_alone(course, number)
        return
    course.findings.problems += opening.given_twice(course.ruleset, course.facts.opening, number)
    field = course.seats.field(number)
    sessions = _sessions(course, number, rows, field)
    note_where_they_raced(course, number, sessions)
    penalties = conduct(course, number, sessions)
    classify_round(course, number, sessions, penalties)
    pools.settle_ranks(course, number)
    settle_state(course, number)
    give_points(course, number, penalties, field)
    take_scores(course, number)
    course.findings.entries += ballast.award_ballast(course, number)
    course.findings.add(movement.move(course, number))
    course.findings.add(advance.qualify(course, number))


def _sessions(
    course: Course, number: int, rows: list[Result], field: dict[str, str]
) -> dict[Event, list[Runner]]:
    """Who raced in which session of the round."""
    settled = pools.settle_moves(course, number, rows)
    sessions, problems = sort_sessions(course.ruleset, settled, field, course.seats.entrants, number)
    sessions = grid_effects.without_void_laps(course.ruleset, sessions)
    runners = (runner for own in sessions.values() for runner in own)
    course.findings.problems += [*problems, *advance.uninvited(course, number, runners)]
    course.sessions |= sessions
    return sessions


def _loose_ends(course: Course, last: int | None) -> None:
    """Rows about what hasn't been raced, codes that nobody has a rule for, answers to no question."""
    raced = set(course.standings)
    found = course.findings.problems
    found += sign_outs.told_by_number(course)
    driven = raced | {event.round for event in course.classifications}
    found += loose_ends.unraced(course.ruleset, course.schedule, course.facts, driven, last)
    found += loose_ends.unknown_awards(course.ruleset, course.facts.awards)
    under_way = [n for n in raced if n != last and course.states[n].word == "in progress"]
    found += loose_ends.unfinished(course.ruleset, {n: what_is_missing(course, n) for n in under_way})
    found += loose_ends.lonely_classes(course.ruleset, course.facts.entries)
    found += [*case_votes.votes_astray(course), *held_results(course)]
    found += decisions.check_answers(decisions_so_far(course), course.facts.answers)
