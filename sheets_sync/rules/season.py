"""What the fold of a season gives: the ledger and everything that was computed on the way."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sheets_sync.problems import Problem
from sheets_sync.records.entries import Entrant
from sheets_sync.records.facts import Facts
from sheets_sync.rules.cases import Case
from sheets_sync.rules.classification import Classification
from sheets_sync.rules.ledger import Decision, Entry, Event
from sheets_sync.rules.pools import PoolGrid
from sheets_sync.rules.roster import Seats
from sheets_sync.rules.round_state import RoundState
from sheets_sync.rules.schedule import Schedule
from sheets_sync.rules.standings import StandingTable
from sheets_sync.rules.tariff import Penalty
from sheets_sync.ruleset.model import Ruleset


@dataclass(frozen=True, slots=True)
class Season:
    """A folded season, as it stands at ``now``. ``standings``: after each round that was raced."""

    ruleset: Ruleset
    facts: Facts
    schedule: Schedule
    now: datetime
    seats: Seats
    entries: tuple[Entry, ...]
    problems: tuple[Problem, ...]
    decisions: tuple[Decision, ...]
    classifications: Mapping[Event, Classification]
    cases: tuple[Case, ...]
    penalties: tuple[Penalty, ...]
    standings: Mapping[int, tuple[StandingTable, ...]]
    states: Mapping[int, RoundState]
    pool_grid: PoolGrid | None

    @property
    def last_round(self) -> int | None:
        """The last round with a race result."""
        return max(self.standings, default=None)

    def name(self, person: str) -> str:
        return self.seats.entrants[person].driver

    def entrant(self, person: str) -> Entrant:
        return self.seats.entrants[person]
