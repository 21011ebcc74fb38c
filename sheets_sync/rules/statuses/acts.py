"""What a status brings beside its place: sanctions, open decisions, and a mark in tallies."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sheets_sync.cells import CellRef
from sheets_sync.records.entries import Entrant
from sheets_sync.rules.classification.sessions import Runner
from sheets_sync.rules.ledger import NO_ACTION, Decision, Event, Subject
from sheets_sync.rules.sanctions.penalties import Act, Penalty
from sheets_sync.rules.season.rule import Schedule
from sheets_sync.ruleset.kinds.statuses import Status
from sheets_sync.ruleset.phrases import Phrase, Sanction


@dataclass(frozen=True, slots=True)
class Held:
    """A status that a driver has in a session or, without a row of results, in a round. ``round``: how it is
    called."""

    status: str
    meaning: Status
    person: Entrant
    event: Event
    known: datetime
    cells: tuple[CellRef, ...]
    round: str

    @property
    def says(self) -> str:
        return f"{self.status} in {self.round}"


def of_runner(runner: Runner, event: Event, schedule: Schedule) -> Held:
    """The status of a row of results."""
    cells = runner.result.row.cells("driver", "status")
    ended = schedule.end(event.round, event.pool)
    return Held(
        runner.status, runner.meaning, runner.person, event, ended, cells, schedule.in_words(event.round)
    )


def from_status(runner: Runner, event: Event, schedule: Schedule) -> tuple[list[Penalty], list[Decision]]:
    """What a status brings, such as a rage quit: sanctions and open decisions."""
    if not runner.meaning.then:
        return [], []
    held = of_runner(runner, event, schedule)
    return brings(held, held.meaning.then, "statuses", held.meaning.cite("then"))


def brings(
    held: Held, phrases: list[Phrase], rule: str, article: str
) -> tuple[list[Penalty], list[Decision]]:
    """The sanctions and the open decisions that follow from a status."""
    made, asked = [], []
    for phrase in phrases:
        if phrase.sanction is Sanction.DECIDE:
            asked.append(_question(held, phrase, article))
        else:
            made.append(_penalty(held, phrase, rule, article))
    return made, asked


def _penalty(held: Held, phrase: Phrase, rule: str, article: str) -> Penalty:
    return Penalty(
        held.person.key,
        held.event,
        phrase,
        held.status,
        held.known,
        held.known,
        rule,
        article,
        held.cells,
        held.says,
    )


def _question(held: Held, phrase: Phrase, article: str) -> Decision:
    event, person = held.event, held.person
    where = f"{held.round} {event.pool}".strip()
    question = f"{person.driver}: {held.status} in {where}. {phrase.name[:1].upper()}{phrase.name[1:]}?"
    key = f"{held.status.lower()}-r{event.round}-{person.key}".replace(" ", "-")
    options = (NO_ACTION, phrase.name)
    return Decision(
        key,
        question,
        Subject("person", person.key),
        event,
        options,
        NO_ACTION,
        article,
        held.cells,
        asked_at=held.known,
        ground=held.says,
    )


def status_act(runner: Runner, event: Event, schedule: Schedule) -> Act:
    """A status of a row of results as something that tallies may count."""
    return act_of(of_runner(runner, event, schedule))


def act_of(held: Held) -> Act:
    """A status as something that tallies may count."""
    person, cite = held.person.key, held.meaning.cite()
    return Act(
        "status", held.status, person, held.event, 1, held.known, held.known, cite, held.cells, held.says
    )
