"""Open decisions and their answers: a row of the Answers tab chooses one of a decision's options."""

from __future__ import annotations

import itertools
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from sheets_sync.problems import Problem, Severity
from sheets_sync.records.answers import Answer
from sheets_sync.records.names import fold
from sheets_sync.rules.ledger import NO_ACTION, Decision
from sheets_sync.rules.roster.departures import OVERTURNED, Departure
from sheets_sync.rules.roster.expected import own_start
from sheets_sync.rules.sanctions.penalties import Penalty
from sheets_sync.rules.sanctions.possible import all_sessions, impossible
from sheets_sync.rules.season.rule import LONG_AGO, Schedule
from sheets_sync.ruleset.model import Ruleset
from sheets_sync.ruleset.phrases import GONE, Phrase, Sanction
from sheets_sync.validation import nearest

if TYPE_CHECKING:
    from sheets_sync.rules.course import Course

REMOVALS = frozenset({"exclusion", "removal"})


@dataclass(frozen=True, slots=True)
class CarriedOut:
    """What the answer to the decision ``key`` brings."""

    key: str
    penalty: Penalty


def carried_out(ruleset: Ruleset, decisions: Iterable[Decision], schedule: Schedule) -> list[CarriedOut]:
    """The sanctions that answered decisions bring, where the chosen option is a sanction itself."""
    sessions = all_sessions(ruleset)
    found = []
    for decision in decisions:
        if decision.answered is None or decision.choice == NO_ACTION or decision.subject.kind == "race":
            continue
        phrase = Phrase(Sanction.DECIDE, 1, decision.choice).carried_out
        if phrase is not None and impossible(ruleset, phrase, sessions) is None:
            found.append(CarriedOut(decision.id, _carried_out(decision, phrase, schedule)))
    return found


def _carried_out(decision: Decision, phrase: Phrase, schedule: Schedule) -> Penalty:
    ended = schedule.last_end(decision.event.round)
    cells = (decision.answered, *decision.cells[:1]) if decision.answered else decision.cells
    return Penalty(
        decision.subject.key,
        decision.event,
        phrase,
        decision.choice,
        ended,
        decision.answered_at or ended,
        "decisions",
        decision.article,
        cells,
        f"decided: {decision.choice}",
    )


def distinct(ruleset: Ruleset, found: Iterable[Decision]) -> list[Decision]:
    """The decisions with ids of their own: the second question of one kind about a driver ends in ``-2``.
    Which is the second goes by when and about which session it was asked, wherever its row stands."""
    decisions = list(found)
    ids = {each.id for each in decisions}
    if len(ids) == len(decisions):
        return decisions
    given: set[str] = set()
    renamed = dict[int, Decision]()
    for index in sorted(range(len(decisions)), key=lambda index: _turn(ruleset, decisions[index])):
        own = decisions[index].id
        own = _free(own, ids | given) if own in given else own
        given.add(own)
        renamed[index] = replace(decisions[index], id=own)
    return [renamed[index] for index in range(len(decisions))]


def _free(taken: str, ids: Collection[str]) -> str:
    return next(each for each in (f"{taken}-{count}" for count in itertools.count(2)) if each not in ids)


def _turn(ruleset: Ruleset, decision: Decision) -> tuple[int, datetime, int, str, str]:
    event = decision.event
    programme = ruleset.programme(event.round)
    session = programme.index(event.session) if event.session in programme else -1
    return event.round, decision.asked_at or LONG_AGO, session, event.pool, decision.ground


def answered(decisions: Iterable[Decision], answers: Iterable[Answer]) -> list[Decision]:
    """The decisions with their choices. The last answer in time counts."""
    by_id: dict[str, Answer] = {}
    for answer in sorted(answers, key=lambda row: (row.at or LONG_AGO, row.row.row)):
        by_id[fold(answer.decision)] = answer
    return [_with_answer(decision, by_id.get(fold(decision.id))) for decision in decisions]


def _with_answer(decision: Decision, answer: Answer | None) -> Decision:
    if answer is None:
        return replace(decision, choice=decision.default)
    options = {fold(option): option for option in decision.options}
    choice = options.get(fold(answer.choice))
    if choice is None:
        return replace(decision, choice=decision.default)
    return replace(decision, choice=choice, answered=answer.row.cell("choice"), answered_at=answer.at)


def check_answers(decisions: Iterable[Decision], answers: Iterable[Answer]) -> list[Problem]:
    """Answers to decisions that don't exist, and choices that aren't among the options."""
    known = {fold(decision.id): decision for decision in decisions}
    problems = []
    for answer in answers:
        decision = known.get(fold(answer.decision))
        if decision is None:
            message = f"There is no decision '{answer.decision}'. The answer isn't used."
            proposal = nearest(answer.decision, [each.id for each in known.values()]) if known else ""
            problems.append(Problem(message, answer.row.cell("decision"), proposal))
        elif fold(answer.choice) not in map(fold, decision.options):
            message = (
                f"'{answer.choice}' is no option of {decision.id}. The default '{decision.default}' holds."
            )
            proposal = f"Write one of: {', '.join(decision.options)}."
            problems.append(Problem(message, answer.row.cell("choice"), proposal))
        elif answer.at is None and fold(answer.choice) in REMOVALS:
            message = f"The answer to {decision.id} has no time; it counts from the end of its round."
            hint = "Fill in when it was decided."
            problems.append(Problem(message, answer.row.cell("at"), hint, Severity.WARNING))
    return problems


def removals(course: Course, rounds: Iterable[int], raced: Collection[tuple[int, str]]) -> list[Departure]:
    """Who leaves by a sanction: from the first later round whose race of theirs starts after it was known;
    where no start is known, from the first that they haven't raced. ``raced``: (round, person). Who had left
    when it was overturned comes back in the first round that starts after that."""
    numbers, found = list(rounds), list[Departure]()
    for penalty, first in bound(course, numbers, raced, GONE):
        back = _round_back(course, numbers, penalty, first)
        found.append(
            Departure(
                penalty.person, first, _how(penalty), penalty.known, penalty.cells, for_good=penalty.holds
            )
        )
        if back is not None and penalty.undone is not None:
            cells = penalty.cells
            found.append(Departure(penalty.person, back, OVERTURNED, penalty.undone, cells, penalty.person))
    return found


def _round_back(course: Course, numbers: Iterable[int], penalty: Penalty, first: int) -> int | None:
    undone = penalty.undone
    if undone is None:
        return None
    starts = ((number, own_start(course, penalty.person, number)) for number in numbers)
    later = (number for number, start in starts if start is not None and start > undone)
    return next((number for number in later if course.schedule.is_after(number, first)), None)


def _how(penalty: Penalty) -> str:
    return "replaced" if penalty.sanction is Sanction.REPLACEMENT else "removed"


def bound(
    course: Course,
    rounds: Iterable[int],
    raced: Collection[tuple[int, str]],
    sanctions: Collection[Sanction],
) -> list[tuple[Penalty, int]]:
    """The sanctions of these kinds, each with the first round that it holds for."""
    found = []
    numbers = list(rounds)
    for penalty in course.all_penalties():
        if penalty.sanction not in sanctions or penalty.phrase.suspended:
            continue
        later = [number for number in numbers if course.schedule.is_after(number, penalty.event.round)]
        fitting = (n for n in later if _starts_after(course, n, penalty, (n, penalty.person) in raced))
        first = next(fitting, None)
        if first is not None and _began(course, first, penalty):
            found.append((penalty, first))
    return found


def _began(course: Course, number: int, penalty: Penalty) -> bool:
    """Whether the sanction still held when that round started."""
    start = own_start(course, penalty.person, number)
    return penalty.undone is None or (start is not None and start < penalty.undone)


def _starts_after(course: Course, number: int, penalty: Penalty, has_raced: bool) -> bool:
    start = own_start(course, penalty.person, number)
    return start > penalty.known if start else not has_raced
