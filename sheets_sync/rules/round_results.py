"""The results of a round: the order of its sessions, its state, its points."""

from __future__ import annotations

from sheets_sync.rules import loose_ends
from sheets_sync.rules.classification.notes import unrecorded
from sheets_sync.rules.classification.sessions import Runner
from sheets_sync.rules.course import Course
from sheets_sync.rules.grids import effects as grid_effects
from sheets_sync.rules.interruptions import rule as interruptions
from sheets_sync.rules.ledger import Event
from sheets_sync.rules.points import rule as points
from sheets_sync.rules.roster import guests, opening
from sheets_sync.rules.round_state import RoundState, round_state
from sheets_sync.rules.sanctions.penalties import Penalty
from sheets_sync.rules.season.completeness import is_complete
from sheets_sync.rules.tariff import deductions
from sheets_sync.rules.tariff import rule as tariff
from sheets_sync.ruleset.phrases import Sanction


def classify_round(
    course: Course, number: int, sessions: dict[Event, list[Runner]], penalties: list[Penalty]
) -> None:
    """The order of every session of a round, whichever of its parts count."""
    found, said = interruptions.verdicts(course, number, sessions)
    course.verdicts |= found
    course.findings.add(said)
    course.findings.problems += grid_effects.too_late(course, number)
    holding = [tariff.in_seconds(course.ruleset, each) for each in penalties if each.holds]
    own: dict[str, list[Penalty]] = {}
    for each in holding:
        own.setdefault(each.person, []).append(each)
    for event, runners in sessions.items():
        people = dict.fromkeys(runner.person.key for runner in runners)
        acting = [penalty for person in people for penalty in own.get(person, ())]
        made = interruptions.classified(course, event, runners, acting)
        course.classifications[event] = made.whole
        course.scored[event] = made.parts
        course.findings.problems += made.problems
    races = [name for name in course.ruleset.programme(number) if course.ruleset.ends_round(number, name)]
    only = races[0] if len(races) == 1 else ""
    course.findings.problems += unrecorded(course.ruleset, sessions, holding, course.seats.entrants, only)


def settle_state(course: Course, number: int) -> None:
    """Whether the round is final; not while a place of one of its races is held by nobody."""
    races = course.round_classifications(number)
    missing = sum(len(each.missing) for each in races if each.by == "place")
    complete = is_complete(course, number)
    state = round_state(course, number, complete)
    if missing and complete:
        state = RoundState(
            number,
            "provisional",
            None,
            f"{missing} {'places are' if missing > 1 else 'place is'} being checked",
        )
    course.states[number] = state


def give_points(course: Course, number: int, penalties: list[Penalty], field: dict[str, str]) -> None:
    """The round's points and deductions."""
    awards = course.facts.in_round(course.facts.awards, number)
    out = {p.person for p in penalties if p.sanction is Sanction.ROUND_DISQUALIFICATION and p.holds}
    earned = [row for row in awards if row.driver not in out]
    found = course.findings.entries
    for name in course.ruleset.points:
        if not _waits(course, name, number):
            found += points.award(course, name, number)
        found += points.award_codes(course, name, number, earned, field)
        course.findings.problems += points.not_given(course, name, number)
    of_cases = [each for each in course.penalties if each.event.round == number]
    found += deductions.deduct(course, of_cases, field)
    course.findings.problems += loose_ends.awards_to_nobody(
        course.ruleset, awards, field, course.seats.entrants
    )


def _waits(course: Course, name: str, number: int) -> bool:
    """Points among the whole round are given once every pool has raced, and never taken back."""
    rules = course.ruleset.points[name].at(course.ruleset.where(number)) or course.ruleset.points[name].usual
    return rules.among == "round" and not is_complete(course, number)


def points_alone(course: Course, number: int) -> None:
    """A round whose points were given by hand and that has no results: there are standings after it."""
    given = opening.given_by_hand(course.ruleset, course.facts.opening, number)
    if given:
        course.findings.entries += given
        course.states[number] = RoundState(number, "final", None, "its points were given by hand")
        take_scores(course, number)


def take_scores(course: Course, number: int) -> None:
    """What the round brought each seat; from now on there are standings after it."""
    races = [
        made for made in course.round_classifications(number) if course.ruleset.is_race(made.event.session)
    ]
    course.scores.take(course.findings.entries)
    counted = (guests.counted(course, each) for each in races)
    course.scores.take_races(course.ruleset, counted)
    course.standings.add(number)
