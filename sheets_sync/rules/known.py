"""What was known at a moment: facts that came later are left out, or lose what came later."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from sheets_sync.records.approvals import Approval
from sheets_sync.records.cases import CaseRow
from sheets_sync.records.facts import Facts
from sheets_sync.records.results import Result
from sheets_sync.rules.schedule import LONG_AGO, Schedule
from sheets_sync.ruleset.model import Ruleset

_DATED = (
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


def known_by(facts: Facts, schedule: Schedule, moment: datetime, ruleset: Ruleset) -> Facts:
    """The facts as they stood at ``moment``. A retyped cell can't be seen through."""
    dated: dict[str, Any] = {
        name: tuple(row for row in getattr(facts, name) if not _later(row.at, moment))
        for name in _DATED
    }
    return replace(
        facts,
        results=tuple(row for row in facts.results if _raced(row, schedule, ruleset) <= moment),
        photos=tuple(row for row in facts.results if _is_photo(row, schedule, moment)),
        cases=tuple(_case(row, moment) for row in facts.cases if not _later(row.reported_at, moment)),
        approvals=tuple(_approval(row, moment) for row in facts.approvals),
        **dated,
    )


def _raced(row: Result, schedule: Schedule, ruleset: Ruleset) -> datetime:
    """From the end of the race; a session before it, such as a qualifying, from the day before on."""
    if ruleset.ends_round(row.round, row.session):
        return schedule.end(row.round, row.pool or "")
    start = schedule.slot(row.round, row.pool or "").start
    if start is None:
        return LONG_AGO
    return start.astimezone(schedule.zone).replace(hour=0, minute=0, second=0) - timedelta(days=1)


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


def _case(row: CaseRow, moment: datetime) -> CaseRow:
    """A decision, publication or contestation of later is not there yet."""
    if _later(row.decided_at, moment):
        return replace(row, verdict=None, decided_at=None, published_at=None, contested_at=None, ruling=None)
    if _later(row.published_at, moment):
        return replace(row, published_at=None, contested_at=None, ruling=None)
    if _later(row.contested_at, moment):
        return replace(row, contested_at=None, ruling=None)
    return row
