"""Open decisions and their answers: a row of the Decisions tab chooses one of a decision's options."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import datetime

from sheets_sync.problems import Problem, Severity
from sheets_sync.records.answers import Answer
from sheets_sync.records.names import fold
from sheets_sync.rules.ledger import Decision, Event, Findings, Subject
from sheets_sync.rules.roster import Departure
from sheets_sync.rules.schedule import LONG_AGO, Schedule
from sheets_sync.rules.sessions import Runner
from sheets_sync.ruleset.phrases import Sanction
from sheets_sync.validation import nearest

NO_ACTION = "no action"
REMOVALS = frozenset({"exclusion", "removal"})


def from_status(runner: Runner, event: Event) -> Findings:
    """The decisions that a status raises, such as a rage quit."""
    findings = Findings()
    for phrase in runner.meaning.then:
        if phrase.sanction is not Sanction.DECIDE:
            continue
        person = runner.person
        where = f"round {event.round} {event.pool}".strip()
        decision = Decision(
            f"{runner.status.lower()}-r{event.round}-{person.key}".replace(" ", "-"),
            f"{person.driver}: {runner.status} in {where}. {phrase.name.capitalize()}?",
            Subject("person", person.key),
            event,
            (NO_ACTION, phrase.name),
            NO_ACTION,
            runner.meaning.cite("then"),
            runner.result.row.cells("driver", "status"),
        )
        findings.decisions.append(decision)
    return findings


def distinct(decisions: Iterable[Decision], known: Iterable[str]) -> list[Decision]:
    """The decisions with ids of their own: the second question of one kind about a driver ends in ``-2``."""
    taken, renamed = set(known), []
    for decision in decisions:
        own, count = decision.id, 1
        while own in taken:
            count += 1
            own = f"{decision.id}-{count}"
        taken.add(own)
        renamed.append(replace(decision, id=own))
    return renamed


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


def removals(
    decisions: Iterable[Decision],
    schedule: Schedule,
    rounds: Iterable[int],
    raced: Collection[tuple[int, str]],
) -> list[Departure]:
    """Who leaves by decision: from the first round after it that starts later than the answer; where no
    start is known, from the first that they haven't raced. ``raced``: (round, person)."""
    leaving = []
    numbers = list(rounds)
    for decision in decisions:
        if decision.choice not in REMOVALS or decision.answered is None:
            continue
        person = decision.subject.key
        known = decision.answered_at or schedule.last_end(decision.event.round)
        later = [number for number in numbers if number > decision.event.round]
        fitting = (n for n in later if _starts_after(schedule, n, known, (n, person) in raced))
        first = next(fitting, None)
        if first is not None:
            cells = (decision.answered, *decision.cells[:1])
            leaving.append(Departure(person, first, "removed", known, cells))
    return leaving


def _starts_after(schedule: Schedule, number: int, moment: datetime, has_raced: bool) -> bool:
    starts = [slot.start for slot in schedule.of_round(number) if slot.start]
    return min(starts) > moment if starts else not has_raced
