"""The course of a season: everything that the steps of the fold have found so far and later ones read."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from sheets_sync.records.facts import Facts
from sheets_sync.rules.absence.rule import Absence
from sheets_sync.rules.advance.bracket import Bracket
from sheets_sync.rules.advance.rule import Marked, Qualified
from sheets_sync.rules.cases.rule import Case
from sheets_sync.rules.classification.found import Sessions
from sheets_sync.rules.classification.rule import Classification
from sheets_sync.rules.classification.sessions import Runner
from sheets_sync.rules.conduct import Conduct
from sheets_sync.rules.interruptions.rule import Verdict
from sheets_sync.rules.ledger import Entry, Event, Findings
from sheets_sync.rules.movement.rule import Moved
from sheets_sync.rules.pools.moves import Relocated
from sheets_sync.rules.roster.expected import expected
from sheets_sync.rules.roster.seats import Seats
from sheets_sync.rules.round_state import RoundState
from sheets_sync.rules.sanctions.penalties import Penalty
from sheets_sync.rules.sanctions.serving import Carried, Held, Sentence, sentences
from sheets_sync.rules.season.rule import Schedule
from sheets_sync.rules.standings.after import StandingsAfter
from sheets_sync.rules.standings.scores import Scores
from sheets_sync.rules.tallies.rule import Moment
from sheets_sync.ruleset.model import Ruleset


@dataclass(slots=True)
class Course:
    """How far the fold has come. ``belongs``: person -> the pool they belong to after the last round;
    ``scored``: what points are given for, where that isn't the classification as a whole; ``penalties``:
    all but those that tallies bring; ``answered``: decisions whose answers were carried out; ``reached``: the
    last round before which the roster was settled; ``pools`` and ``homes``: (round, person) -> the pool they
    raced in, and that in which they would have; ``foreseen``: penalties of rounds before they came up,
    ``applied``: those that shaped a round."""

    ruleset: Ruleset
    facts: Facts
    schedule: Schedule
    now: datetime
    seats: Seats
    conduct: Conduct
    findings: Findings = field(default_factory=Findings)
    sessions: dict[Event, list[Runner]] = field(default_factory=dict)
    verdicts: dict[Event, Verdict] = field(default_factory=dict)
    classifications: Sessions = field(default_factory=Sessions)
    scored: dict[Event, tuple[Classification, ...]] = field(default_factory=dict)
    cases: list[Case] = field(default_factory=list)
    penalties: list[Penalty] = field(default_factory=list)
    absences: list[Absence] = field(default_factory=list)
    scores: Scores = field(default_factory=Scores)
    standings: StandingsAfter = field(init=False)
    states: dict[int, RoundState] = field(default_factory=dict)
    moved: dict[int, tuple[Moved, ...]] = field(default_factory=dict)
    qualified: dict[int, Qualified] = field(default_factory=dict)
    bracket: Bracket = field(init=False)
    marked: list[Marked] = field(default_factory=list)
    relocated: dict[int, dict[str, Relocated]] = field(default_factory=dict)
    belongs: dict[str, str] = field(default_factory=dict)
    carried_out: dict[Carried, int] = field(default_factory=dict)
    entered: dict[int, set[str]] = field(default_factory=dict)
    pools: dict[tuple[int, str], str] = field(default_factory=dict)
    foreseen: tuple[Penalty, ...] = ()
    applied: set[Carried] = field(default_factory=set)
    homes: dict[tuple[int, str], str] = field(default_factory=dict)
    answered: set[str] = field(default_factory=set)
    reached: int = 0

    def __post_init__(self) -> None:
        self.standings = StandingsAfter(self)
        self.bracket = Bracket.of(self.ruleset)

    @property
    def raced(self) -> tuple[int, ...]:
        """The rounds that were raced so far, by their numbers."""
        return tuple(sorted(self.standings))

    @property
    def rounds(self) -> list[int]:
        """Every round, in the order in which they are held."""
        return self.schedule.in_order(each.number for each in self.ruleset.rounds)

    def name(self, person: str) -> str:
        return self.seats.entrants[person].driver

    def field(self, number: int) -> dict[str, str]:
        """person -> seat, for everybody who is expected to race that round."""
        return expected(self, number)

    def round_classifications(self, number: int) -> list[Classification]:
        return self.classifications.of_round(number)

    def all_penalties(self) -> list[Penalty]:
        return [*self.penalties, *self.conduct.penalties()]

    def entries(self) -> list[Entry]:
        """The ledger so far, with what the tallies hold now."""
        return [*self.findings.entries, *self.conduct.entries()]

    def sentences(self) -> list[Sentence]:
        """Every sanction for later, as served so far."""
        return sentences(self.all_penalties(), self.schedule, self.held)

    @property
    def held(self) -> Held:
        return Held(tuple(self.schedule.in_order(self.entered)), self.entered, self.homes, self.carried_out)

    def moment(self, number: int) -> Moment:
        starts = tuple(slot.start for slot in self.schedule.slots.values() if slot.start)
        return Moment(self.now, max((number, *self.standings)), starts)
