"""When a row of the results is a fact: from the end of the evening, or while its last races are to come."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from sheets_sync.records.results import Result
from sheets_sync.rules.season.rule import LONG_AGO, Schedule, Slot
from sheets_sync.ruleset.model import Ruleset

_BEFORE = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class _Race:
    """What all rows of a race share: the ``first`` and the ``last`` moment from which on they can be true,
    and whether a race of the same evening comes after it."""

    first: datetime
    last: datetime
    has_later: bool


@dataclass(frozen=True, slots=True)
class Driven:
    """What tells from when on a row counts."""

    ruleset: Ruleset
    schedule: Schedule
    _races: dict[tuple[int, str | None, str], _Race] = field(default_factory=dict)

    def known(self, row: Result, moment: datetime) -> bool:
        """Whether it had been driven, and written down, by then."""
        return self.at_last(row) <= moment and (row.at is None or row.at <= moment)

    def at_last(self, row: Result) -> datetime:
        """From when on a row can be true, whenever it was written down. Who wrote it down in the course of
        the evening had seen the session end, and whatever comes before the evening's last race is over when
        that one is prepared. Nothing tells when the last one ended but the evening's end."""
        race = self._race(row)
        written = row.at is not None and row.at >= race.first
        return race.first if row.part is None and (written or race.has_later) else race.last

    def _race(self, row: Result) -> _Race:
        key = row.round, row.pool, row.session
        if key not in self._races:
            slot = self.schedule.slot(row.round, row.pool or "")
            last = slot.end or LONG_AGO
            self._races[key] = _Race(self._at_first(row, slot), last, self._has_later(row))
        return self._races[key]

    def _at_first(self, row: Result, slot: Slot) -> datetime:
        """Before that it can't have been driven: its printed time, for a race on that evening; else from the
        evening's start on, and what is no race, such as a qualifying, from 24 hours before it."""
        if slot.start is None:
            return LONG_AGO
        printed = slot.sessions.get(row.session)
        if not self.ruleset.ends_round(row.round, row.session):
            return printed or slot.start - _BEFORE
        return min(max(printed or slot.start, slot.start), slot.end or slot.start)

    def _has_later(self, row: Result) -> bool:
        """Whether a race of the same evening comes after it."""
        programme = self.ruleset.programme(row.round)
        if row.session not in programme:
            return False
        later = programme[programme.index(row.session) + 1 :]
        return any(self.ruleset.ends_round(row.round, name) for name in later)
