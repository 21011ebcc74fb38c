"""The fold of a season: round after round, each step in the order that rulesets rely on.

For each round: 1 roster, 2 who raced in which session, 3 cases, 4 tariff, 5 tallies, 6 classification,
7 points, deductions last, 8 standings. After the rounds that were raced, the pools of the next one.
Conduct comes before the classification because it shapes it. A round is read from its results and
never computed anew; only what is still to be driven is computed.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from sheets_sync.records.facts import Facts
from sheets_sync.rules import (
    cases,
    classification,
    decisions,
    deductions,
    loose_ends,
    points,
    pools,
    roster,
    standings,
    tallies,
    tariff,
)
from sheets_sync.rules.classification import Classification
from sheets_sync.rules.known import known_by
from sheets_sync.rules.ledger import Decision, Entry, Event, Findings
from sheets_sync.rules.pools import PoolGrid
from sheets_sync.rules.round_state import RoundState, round_state
from sheets_sync.rules.schedule import make_schedule
from sheets_sync.rules.season import Season
from sheets_sync.rules.session_names import with_sessions
from sheets_sync.rules.sessions import sort_sessions
from sheets_sync.rules.standings import StandingTable
from sheets_sync.rules.swaps import without_swaps
from sheets_sync.rules.tariff import Penalty
from sheets_sync.ruleset.model import Ruleset
from sheets_sync.ruleset.phrases import Sanction


def fold(ruleset: Ruleset, facts: Facts, now: datetime) -> Season:
    """Applies the ruleset to the facts as they were known at ``now``."""
    return _Fold(ruleset, facts, now).season()


class _Fold:
    def __init__(self, ruleset: Ruleset, facts: Facts, now: datetime) -> None:
        self.ruleset, self.now = ruleset, now
        self.schedule, problems = make_schedule(ruleset, facts.calendar)
        named, unnamed = with_sessions(ruleset, facts)
        self.facts = known_by(named, self.schedule, now)
        problems += loose_ends.waiting(named.results, self.facts.results)
        self.seats = roster.opening(facts.entries)
        self.findings = Findings(problems=problems + unnamed)
        self.classifications: dict[Event, Classification] = {}
        self.cases: list[cases.Case] = []
        self.penalties: list[Penalty] = []
        self.standings: dict[int, tuple[StandingTable, ...]] = {}
        self.states: dict[int, RoundState] = {}
        self.last_pool: dict[str, str] = {}

    def season(self) -> Season:
        ended = [row.round for row in self.facts.results if self.ruleset.ends_round(row.round, row.session)]
        last = max(ended, default=None)
        for each in self.ruleset.rounds:
            if last is not None and each.number <= last:
                self._roster(each.number)
                self._round(each.number)
        grid = self._next_pools(last)
        if self.facts.complete:
            self._loose_ends(last)
        return Season(
            self.ruleset,
            self.facts,
            self.schedule,
            self.now,
            self.seats,
            tuple(self.findings.entries),
            tuple(self.findings.problems),
            tuple(self.findings.decisions),
            self.classifications,
            tuple(self.cases),
            tuple(self.penalties),
            self.standings,
            self.states,
            grid,
        )

    def _next_pools(self, last: int | None) -> PoolGrid | None:
        """The pools of the first round that is still to be driven, or to be finished."""
        for each in self.ruleset.rounds:
            if last is None or each.number > last:
                self._roster(each.number)
                return self._pools(each.number)
            if each.number == last and not self._complete(last):
                return self._pools(last)
        return None

    def _loose_ends(self, last: int | None) -> None:
        """Rows about what hasn't been raced, codes that nobody has a rule for, answers to no question."""
        raced = set(self.standings)
        self.findings.problems += loose_ends.unraced(self.ruleset, self.facts, raced, last)
        self.findings.problems += loose_ends.unknown_awards(self.ruleset, self.facts.awards)
        unfinished = [number for number in raced if not self._complete(number) and number != last]
        self.findings.problems += loose_ends.unfinished(self.ruleset, unfinished)
        self.findings.problems += loose_ends.lonely_classes(self.ruleset, self.facts.entries)
        self.findings.problems += decisions.check_answers(self.findings.decisions, self.facts.answers)

    def _roster(self, number: int) -> None:
        rounds = [each.number for each in self.ruleset.rounds]
        raced = {(row.round, row.driver) for row in self.facts.results}
        removed = decisions.removals(self.findings.decisions, self.schedule, rounds, raced)
        leaving = roster.departures(self.facts.replacements, removed, number)
        self.findings.add(roster.replace(self.ruleset, self.seats, leaving))

    def _round(self, number: int) -> None:
        field = self.seats.field(number)
        rows = [row for row in self.facts.results if row.round == number]
        if not any(self.ruleset.ends_round(number, row.session) for row in rows):
            return
        sessions, problems = sort_sessions(self.ruleset, rows, field, self.seats.entrants, number)
        self.findings.problems += problems
        for event, runners in sessions.items():
            for runner in runners:
                self._decide(decisions.from_status(runner, event).decisions)
        raced_in = {
            runner.person.key: event.pool for event, runners in sessions.items() for runner in runners
        }
        swapped = [row for row in self.facts.swaps if row.round == number]
        self.last_pool |= without_swaps(raced_in, self.last_pool, self.seats.entrants, swapped)
        started = {
            runner.person.key for runners in sessions.values() for runner in runners if runner.meaning.starts
        }
        penalties = self._conduct(number, raced_in, started)
        for event, runners in sessions.items():
            own = [each for each in penalties if not each.undone]
            self.classifications[event], problems = classification.classify(self.ruleset, event, runners, own)
            self.findings.problems += problems
        self._state(number)
        self._points(number, penalties, field)
        self._standings(number)

    def _conduct(self, number: int, raced_in: dict[str, str], started: set[str]) -> list[Penalty]:
        rows = [row for row in self.facts.cases if row.round == number]
        judged, problems = cases.judge(self.ruleset, self.schedule, rows, raced_in, number, self.now)
        penalties, more = tariff.penalties(self.ruleset, judged, started, self.seats.entrants)
        self.cases += judged
        self.penalties += penalties
        self.findings.problems += [*problems, *more]
        for name in self.ruleset.tallies:
            before = [entry for entry in self.findings.entries if entry.account == tallies.account(name)]
            found = tallies.count(self.ruleset, name, before, penalties, number, self.seats.entrants)
            self.findings.entries += found.entries
            self._decide(found.decisions)
        return penalties

    def _state(self, number: int) -> None:
        """Whether the round is final; not while a place of one of its races is held by nobody."""
        judged = [case for case in self.cases if case.event.round == number]
        races = [each for event, each in self.classifications.items() if event.round == number]
        missing = sum(len(each.missing) for each in races if each.by == "place")
        complete = self._complete(number)
        state = round_state(self.ruleset, self.schedule, judged, number, self.now, complete)
        if missing and complete:
            state = RoundState(number, "provisional", None, f"{missing} places are being checked")
        self.states[number] = state

    def _decide(self, found: Iterable[Decision]) -> None:
        known = [each.id for each in self.findings.decisions]
        self.findings.decisions += decisions.answered(decisions.distinct(found, known), self.facts.answers)

    def _points(self, number: int, penalties: list[Penalty], field: dict[str, str]) -> None:
        raced = [each for each in self.classifications.values() if each.event.round == number]
        awards = [row for row in self.facts.awards if row.round == number]
        out = {p.person for p in penalties if p.sanction is Sanction.ROUND_DISQUALIFICATION and not p.undone}
        earned = [row for row in awards if row.driver not in out]
        found = self.findings.entries
        for name in self.ruleset.points:
            if not self._waits(name, number):
                found += points.award(self.ruleset, self.schedule, name, number, raced)
            found += points.award_codes(self.ruleset, self.schedule, name, number, earned, field)
            self.findings.problems += points.without_laps(self.ruleset, name, number, raced)
        found += deductions.deduct(penalties, field)
        self.findings.problems += loose_ends.awards_to_nobody(awards, field, self.seats.entrants)

    def _waits(self, name: str, number: int) -> bool:
        """Points among the whole round are given once every pool has raced, and never taken back."""
        rules = self.ruleset.points[name].at(self.ruleset.where(number)) or self.ruleset.points[name].usual
        return rules.among == "round" and not self._complete(number)

    def _complete(self, number: int) -> bool:
        """Whether every pool of the round has a result of each of its races."""
        rows = [row for row in self.facts.results if row.round == number]
        raced = {(row.session, row.pool or "") for row in rows}
        races = [name for name in self.ruleset.programme(number) if self.ruleset.ends_round(number, name)]
        pools = {slot.pool for slot in self.schedule.of_round(number)}
        rules = self.ruleset.pools.at(self.ruleset.where(number)) or self.ruleset.pools.usual
        if pools == {""} and len(rules.names) > 1:
            pools = set(rules.names)
        if pools == {""}:
            return {session for session, _ in raced} >= set(races)
        return all((race, pool) in raced for race in races for pool in pools)

    def _standings(self, number: int) -> None:
        races = [each for each in self.classifications.values() if self.ruleset.is_race(each.event.session)]
        earlier = self.standings[max(self.standings)] if self.standings else ()
        tables: list[StandingTable] = []
        entries: list[Entry] = self.findings.entries
        for name in self.ruleset.standings:
            tables += standings.standings(self.ruleset, name, number, entries, races, self.seats, earlier)
        self.standings[number] = tuple(tables)

    def _pools(self, number: int) -> PoolGrid:
        field = self.seats.field(number)
        grid, problems = pools.pools_of(
            self.ruleset, self.schedule, self.facts, number, field, self.seats.entrants, self.last_pool
        )
        self.findings.problems += problems
        return grid
