"""The round that comes next: which it is, what of it was driven, and its pools."""

from __future__ import annotations

from sheets_sync.rules.checks import rule as checks
from sheets_sync.rules.classification.sessions import sort_sessions
from sheets_sync.rules.course import Course
from sheets_sync.rules.grids import effects as grid_effects
from sheets_sync.rules.pools import rule as pools
from sheets_sync.rules.pools.rule import PoolGrid
from sheets_sync.rules.round_conduct import carry_out_answers, count, judge_cases
from sheets_sync.rules.round_results import classify_round
from sheets_sync.rules.round_roster import settle_roster
from sheets_sync.rules.season.completeness import has_raced_everywhere, is_complete
from sheets_sync.rules.season.rule import LONG_AGO


def next_pools(course: Course, last: int | None) -> PoolGrid | None:
    """The pools of the first round that is still to be driven, or to be finished; one that was passed
    over, because a later one has begun or its own days are over, is neither."""
    passed = _passed_over(course, last)
    for number in course.rounds:
        if course.schedule.is_cancelled(number):
            continue
        if last is None or course.schedule.is_after(number, last):
            settle_roster(course, number)
            if number in passed or any(course.schedule.is_after(n, number) for n in _with_results(course)):
                continue
            _driven_so_far(course, number)
            return _pools_of(course, number)
        if number == last and not _is_past(course, last):
            return _pools_of(course, last)
    return None


def _with_results(course: Course) -> set[int]:
    return {row.round for row in course.facts.results}


def _passed_over(course: Course, last: int | None) -> set[int]:
    """Rounds without any result whose days are over, while a later one is still to come."""
    later = _later(course, last)
    over = {number for number in later if LONG_AGO < course.schedule.last_end(number) < course.now}
    if all(number in over for number in later):
        return set()
    return over - _with_results(course)


def _later(course: Course, last: int | None) -> list[int]:
    return [number for number in course.rounds if last is None or course.schedule.is_after(number, last)]


def _is_past(course: Course, number: int) -> bool:
    """Whether every pool has raced, and no race of the evening is still to come."""
    over = is_complete(course, number) or course.schedule.last_end(number) <= course.now
    return over and has_raced_everywhere(course, number)


def begun(course: Course, last: int | None) -> int | None:
    """The round that isn't over, though every pool has raced in it: until its races are all there, or the
    next one starts."""
    if last is None or is_complete(course, last):
        return None
    later = _later(course, last)
    slots = [slot for number in later for slot in course.schedule.of_round(number) if not slot.cancelled]
    following = min((slot.start for slot in slots if slot.start), default=None)
    return last if following is None or course.now < following else None


def _driven_so_far(course: Course, number: int) -> None:
    """The sessions of a round whose races are still to come, such as its qualifying: their order, and
    what was decided about them, shape its pools and grids."""
    rows = pools.settle_moves(course, number, course.facts.in_round(course.facts.results, number))
    if not rows:
        return
    field = course.seats.field(number)
    sessions, problems = sort_sessions(course.ruleset, rows, field, course.seats.entrants, number)
    sessions = grid_effects.without_void_laps(course.ruleset, sessions)
    course.findings.problems += problems
    course.sessions |= sessions
    costs = judge_cases(course, number, sessions, checks.Checked())
    course.penalties += costs.penalties
    course.findings.problems += costs.problems
    course.findings.decisions += costs.decisions
    count(course, costs.acts, number)
    carry_out_answers(course, number)
    classify_round(course, number, sessions, [p for p in course.all_penalties() if p.event.round == number])


def _pools_of(course: Course, number: int) -> PoolGrid:
    grid, problems = pools.pools_of(course, number)
    course.findings.problems += problems
    return grid
