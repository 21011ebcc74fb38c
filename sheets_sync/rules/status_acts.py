"""What a status brings beside its place: sanctions, open decisions, and a mark in tallies."""

from __future__ import annotations

from sheets_sync.rules.ledger import Decision, Event, Subject
from sheets_sync.rules.penalties import Act, Penalty
from sheets_sync.rules.schedule import Schedule
from sheets_sync.rules.sessions import Runner
from sheets_sync.rules.tallies import NO_ACTION
from sheets_sync.ruleset.phrases import Sanction


def from_status(runner: Runner, event: Event, schedule: Schedule) -> tuple[list[Penalty], list[Decision]]:
    """What a status brings, such as a rage quit: sanctions and open decisions."""
    made, asked = [], []
    meaning, person = runner.meaning, runner.person
    cells = runner.result.row.cells("driver", "status")
    article = meaning.cite("then")
    ended = schedule.end(event.round, event.pool)
    for phrase in meaning.then:
        if phrase.sanction is Sanction.DECIDE:
            where = f"round {event.round} {event.pool}".strip()
            question = (
                f"{person.driver}: {runner.status} in {where}. {phrase.name[:1].upper()}{phrase.name[1:]}?"
            )
            key = f"{runner.status.lower()}-r{event.round}-{person.key}".replace(" ", "-")
            subject = Subject("person", person.key)
            options = (NO_ACTION, phrase.name)
            asked.append(Decision(key, question, subject, event, options, NO_ACTION, article, cells))
        else:
            says = f"{runner.status} in round {event.round}"
            made.append(
                Penalty(
                    person.key, event, phrase, runner.status, ended, ended, "statuses", article, cells, says
                )
            )
    return made, asked


def status_act(runner: Runner, event: Event, schedule: Schedule) -> Act:
    """A status as something that tallies may count."""
    ended = schedule.end(event.round, event.pool)
    cells = runner.result.row.cells("driver", "status")
    says = f"{runner.status} in round {event.round}"
    person = runner.person.key
    return Act("status", runner.status, person, event, 1, ended, ended, runner.meaning.cite(), cells, says)
