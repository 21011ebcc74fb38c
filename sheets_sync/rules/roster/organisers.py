"""What organisers decide about drivers without a case: sanctions, each with its reason."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from sheets_sync.problems import Problem
from sheets_sync.records.decisions import DecisionRow
from sheets_sync.rules.ledger import Event
from sheets_sync.rules.sanctions.penalties import Penalty
from sheets_sync.rules.sanctions.possible import IN_ITS_ROUND, all_sessions, impossible, is_switched_off
from sheets_sync.rules.season.rule import LONG_AGO, Schedule
from sheets_sync.rules.tariff.chosen_penalty import as_phrase
from sheets_sync.ruleset.model import Ruleset
from sheets_sync.ruleset.phrases import BELONGING, LATER, Phrase

_OVERRIDE = "override"


def by_organisers(
    ruleset: Ruleset, rows: Iterable[DecisionRow], schedule: Schedule
) -> tuple[list[Penalty], list[Problem]]:
    """The sanctions that organisers decided about drivers, without a case."""
    found, problems = [], []
    for row in rows:
        if row.what.casefold().startswith(_OVERRIDE):
            continue
        try:
            phrases = _of_code(ruleset, row) or [Phrase.parse(row.what)]
        except ValueError as error:
            words = str(error)
            problems.append(_not_applied(row, f"{words[:1].upper()}{words[1:]}.", "unreadable"))
            continue
        refused = _objection(ruleset, row, phrases, schedule)
        if refused is not None:
            problems.append(refused)
            continue
        phrases = [phrase for phrase in phrases if not is_switched_off(ruleset, phrase)]
        people = [row.driver, *([row.also] if row.also else [])]
        made = [(person, phrase) for person in people for phrase in phrases]
        found += [_by_organisers(ruleset, row, person, phrase, schedule) for person, phrase in made]
    return found, problems


def _objection(
    ruleset: Ruleset, row: DecisionRow, phrases: list[Phrase], schedule: Schedule
) -> Problem | None:
    """Why a row can't be applied: it names what isn't there, or no round for what acts in one."""
    switched_on = [phrase for phrase in phrases if not is_switched_off(ruleset, phrase)]
    for phrase in switched_on:
        refused = impossible(ruleset, phrase, all_sessions(ruleset))
        if refused is not None:
            return _not_applied(row, refused.message, refused.keyword, refused.proposal)
    numbers = {each.number for each in ruleset.rounds}
    for phrase in switched_on:
        if phrase.sanction in IN_ITS_ROUND and _event_round(ruleset, row, phrase, schedule) not in numbers:
            return _not_applied(row, f"'{phrase}' is for a race, and no round says for which.", "incomplete")
    return None


def _not_applied(row: DecisionRow, why: str, keyword: str, hint: str = "") -> Problem:
    field = "round" if keyword == "incomplete" else "what"
    message = f"{why} The row isn't applied."
    return Problem(message, row.row.cell(field), hint, rule="decisions", refusal=keyword)


def _of_code(ruleset: Ruleset, row: DecisionRow) -> list[Phrase]:
    """What a code of the tariff costs, where the row names one that leaves nothing to choose."""
    rules = ruleset.tariff.usual
    cost = rules.codes.get(row.what.upper())
    return [as_phrase(rules, each) for each in cost.fixed] if cost is not None else []


def _by_organisers(
    ruleset: Ruleset, row: DecisionRow, person: str, phrase: Phrase, schedule: Schedule
) -> Penalty:
    number = _event_round(ruleset, row, phrase, schedule)
    known = row.at or (schedule.last_end(number) if row.round is None else LONG_AGO)
    says = f"decided by the organisers{f': {row.reason}' if row.reason else ''}"
    cells = row.row.cells("driver", "what", "also", "reason")
    article = ruleset.cases.usual.cite()
    return Penalty(person, Event(number), phrase, row.what, known, known, "decisions", article, cells, says)


def _event_round(ruleset: Ruleset, row: DecisionRow, phrase: Phrase, schedule: Schedule) -> int:
    """The round it is about: with a code that of the incident. A sanction that binds later binds from the
    round that is named on."""
    numbers = [each.number for each in ruleset.rounds]
    if row.round is None:
        return _round_before(numbers, schedule, row.at)
    if phrase.sanction in LATER | BELONGING and not _of_code(ruleset, row):
        named = schedule.turn(row.round)
        earlier = (number for number in numbers if schedule.turn(number) < named)
        return max(earlier, key=schedule.turn, default=min(numbers, default=row.round) - 1)
    return row.round


def _round_before(numbers: list[int], schedule: Schedule, moment: datetime | None) -> int:
    """The last round that had started by then."""
    slots = schedule.slots.values()
    earlier = [slot.round for slot in slots if moment and slot.start and slot.start <= moment]
    return max(earlier, default=min(numbers, default=1) - 1)
