"""What was known at a moment: facts that came later are left out, or lose what came later."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from sheets_sync.records.approvals import Approval
from sheets_sync.records.cases import CaseRow
from sheets_sync.records.entries import Entrant
from sheets_sync.records.facts import KINDS, Facts
from sheets_sync.records.names import fold
from sheets_sync.records.results import Result
from sheets_sync.records.votes import Vote
from sheets_sync.rules.season.driven import Driven
from sheets_sync.rules.season.rule import Schedule
from sheets_sync.ruleset.model import Ruleset

_DATED = (
    "interruptions",
    "choices",
    "swaps",
    "moves",
    "sign_outs",
    "replacements",
    "transfers",
    "awards",
    "answers",
    "votes",
    "decisions",
)

_PEOPLE = ("driver", "partner", "replacement", "also")


def known_by(facts: Facts, schedule: Schedule, moment: datetime, ruleset: Ruleset) -> Facts:
    """The facts as they stood at ``moment``. A retyped cell can't be seen through."""
    dated: dict[str, Any] = {
        name: tuple(row for row in getattr(facts, name) if not _later(row.at, moment)) for name in _DATED
    }
    first, driven = _first_rows(facts.cases), Driven(ruleset, schedule)
    known = replace(
        facts,
        results=tuple(row for row in facts.results if driven.known(row, moment)),
        photos=tuple(row for row in facts.results if _is_photo(row, schedule, moment)),
        cases=tuple(_case(row, moment) for row in facts.cases if _came_up(row, first, schedule) <= moment),
        approvals=tuple(_approval(row, moment) for row in facts.approvals),
        **dated,
    )
    return replace(known, entries=_entered(known, moment), votes=_cast(facts, known))


def _cast(facts: Facts, known: Facts) -> tuple[Vote, ...]:
    """Without those on cases that came up later; one on a case that nobody knows at all stays, to be said."""
    to_come = {fold(row.case) for row in facts.cases} - {fold(row.case) for row in known.cases}
    return tuple(row for row in known.votes if fold(row.case) not in to_come)


def _entered(known: Facts, moment: datetime) -> tuple[Entrant, ...]:
    """Who has entered by then, and everybody who is named by then all the same."""
    named = {
        getattr(row, field, None)
        for kind in ("photos", *KINDS)
        if kind != "entries"
        for row in getattr(known, kind)
        for field in _PEOPLE
    }
    return tuple(row for row in known.entries if row.key in named or not _later(row.entered_at, moment))


def driven_by(facts: Facts, schedule: Schedule, moment: datetime, ruleset: Ruleset) -> list[Result]:
    """The results that can have been driven by then, whenever they were written down."""
    driven = Driven(ruleset, schedule)
    return [row for row in facts.results if driven.at_last(row) <= moment]


def _is_photo(row: Result, schedule: Schedule, moment: datetime) -> bool:
    """The photo of a race that is broken off, but not over."""
    slot = schedule.slot(row.round, row.pool or "")
    started = slot.start is not None and slot.start <= moment
    return row.part == "photo" and started and schedule.end(row.round, row.pool or "") > moment


def _later(written: datetime | None, moment: datetime) -> bool:
    return written is not None and written > moment


def _approval(row: Approval, moment: datetime) -> Approval:
    """A signature of later is not there yet."""
    return replace(row, signed_by=None, at=None) if _later(row.at, moment) else row


def _first_rows(rows: Iterable[CaseRow]) -> dict[tuple[int, str, str], CaseRow]:
    found: dict[tuple[int, str, str], CaseRow] = {}
    for row in rows:
        found.setdefault((row.round, fold(row.case), row.driver), row)
    return found


def _came_up(row: CaseRow, first: Mapping[tuple[int, str, str], CaseRow], schedule: Schedule) -> datetime:
    """From the report on; what nobody reported from the end of the race, or an earlier decision. A row that
    decides a case anew, or contests it, isn't there before it does."""
    decided = [at for at in (row.decided_at, row.published_at) if at is not None]
    contested = [row.contested_at] if row.contested_at else []
    if first[row.round, fold(row.case), row.driver] is not row and (decided or contested):
        return min([*([max(decided)] if decided else []), *contested])
    if row.reported_at is not None:
        return row.reported_at
    return min([schedule.end(row.round, row.pool or ""), *decided, *contested])


def _case(row: CaseRow, moment: datetime) -> CaseRow:
    """A decision or contestation of later is not there yet. A decision acts from its publication on, where
    one is written, the same before and after it; that it had been made keeps it from being overdue."""
    if _later(row.decided_at, moment):
        return replace(row, verdict=None, decided_at=None, published_at=None, contested_at=None, ruling=None)
    if _later(row.published_at, moment):
        bare = replace(row, verdict=None, published_at=None, contested_at=None, ruling=None)
        return replace(bare, unpublished=True)
    if _later(row.contested_at, moment):
        return replace(row, contested_at=None, ruling=None)
    return row
