"""What the fold of a season gives: the ledger and everything that was computed on the way."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from sheets_sync.problems import Problem
from sheets_sync.records.entries import Entrant
from sheets_sync.records.facts import Facts
from sheets_sync.rules.absence.rule import Absence
from sheets_sync.rules.advance.rule import Marked, Qualified
from sheets_sync.rules.cases.rule import Case
from sheets_sync.rules.classification.rule import Classification
from sheets_sync.rules.grids.rule import StartingGrid
from sheets_sync.rules.interruptions.rule import Verdict
from sheets_sync.rules.ledger import Decision, Entry, Event
from sheets_sync.rules.movement.rule import Moved
from sheets_sync.rules.notices.due import Due
from sheets_sync.rules.pools.rule import PoolGrid
from sheets_sync.rules.roster.seats import Seats
from sheets_sync.rules.round_state import RoundState
from sheets_sync.rules.sanctions.penalties import Penalty
from sheets_sync.rules.sanctions.serving import Sentence
from sheets_sync.rules.season.rule import Schedule
from sheets_sync.rules.standings.rule import StandingTable
from sheets_sync.ruleset.model import Ruleset
from sheets_sync.ruleset.values import Number


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
    grids: tuple[StartingGrid, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    moved: Mapping[int, tuple[Moved, ...]] = field(default_factory=dict)
    qualified: Mapping[int, Qualified] = field(default_factory=dict)
    verdicts: Mapping[Event, Verdict] = field(default_factory=dict)
    absences: tuple[Absence, ...] = ()
    ballast: Mapping[str, Number] = field(default_factory=dict)
    notices: tuple[Due, ...] = ()
    marked: tuple[Marked, ...] = ()
    deadlines: tuple[Due, ...] = ()

    @property
    def last_round(self) -> int | None:
        """The raced round with the highest number: the standings after it hold everything."""
        return max(self.standings, default=None)

    @property
    def latest_round(self) -> int | None:
        """The round that was raced last, whatever its number."""
        return max(self.standings, key=self.schedule.turn, default=None)

    def name(self, person: str) -> str:
        return self.seats.entrants[person].driver

    def entrant(self, person: str) -> Entrant:
        return self.seats.entrants[person]
