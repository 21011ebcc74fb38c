"""The fold of a season: round after round, each step in the order that rulesets rely on.

For each round: 1 roster and the checks of entries, 2 who has advanced into it, who raced in which session,
5 absences, 6 statuses, 7 checks, 8 cases, 9 tariff, 10 tallies, 11 which part of a broken race counts,
12 classification, 13 points with deductions last, 14 standings, 15 ballast, 16 movement, who advances. After
the rounds that were raced: the pools and grids of the next one. Conduct comes before the classification
because it shapes it. A round is read from its results and never computed anew; only what is still to be
driven is computed.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import TypeVar

from sheets_sync.records.cases import CaseRow
from sheets_sync.records.facts import Facts
from sheets_sync.records.results import Result
from sheets_sync.rules import (
    absence,
    advance,
    ballast,
    case_votes,
    checks,
    decisions,
    deductions,
    departures,
    grid_effects,
    grids,
    guests,
    interruptions,
    judging,
    loose_ends,
    marks,
    movement,
    opening,
    organisers,
    points,
    pools,
    roster,
    serving_checks,
    sign_outs,
    status_acts,
    tariff,
    transfers,
)
from sheets_sync.rules.classification_notes import unrecorded
from sheets_sync.rules.completeness import has_raced_everywhere, is_complete
from sheets_sync.rules.conduct import Conduct, acts_of
from sheets_sync.rules.course import Course
from sheets_sync.rules.deadlines import deadlines
from sheets_sync.rules.known import known_by
from sheets_sync.rules.ledger import Decision, Event
from sheets_sync.rules.notices import notice_problems, notices
from sheets_sync.rules.penalties import Act, Penalty
from sheets_sync.rules.pools import PoolGrid
from sheets_sync.rules.pools_raced import pools_of_sessions
from sheets_sync.rules.round_state import RoundState, held_results, round_state
from sheets_sync.rules.schedule import LONG_AGO, make_schedule
from sheets_sync.rules.season import Season
from sheets_sync.rules.serving import sanction_entries
from sheets_sync.rules.session_names import with_sessions
from sheets_sync.rules.sessions import Runner, sort_sessions
from sheets_sync.rules.standing_lines import of_tallies
from sheets_sync.rules.suspended import revived
from sheets_sync.ruleset.model import Ruleset
from sheets_sync.ruleset.phrases import Sanction

Numbered = TypeVar("Numbered", Result, CaseRow)


def fold(ruleset: Ruleset, facts: Facts, now: datetime, read_at: datetime | None = None) -> Season:
    """Applies the ruleset to the facts as they were known at ``now``. ``read_at``: when they were read, where
    that isn't the same; a league that looks back has later ones, too."""
    return _Fold(ruleset, facts, now, read_at or now).season()


class _Fold:
    def __init__(self, ruleset: Ruleset, facts: Facts, now: datetime, read_at: datetime) -> None:
        self.schedule, problems = make_schedule(ruleset, facts.calendar)
        self.ruleset = self.schedule.dated(ruleset)
        named, unnamed = with_sessions(self.ruleset, facts)
        self.facts = known_by(named, self.schedule, now, self.ruleset)
        driven = known_by(named, self.schedule, max(now, read_at), self.ruleset).results
        problems += loose_ends.waiting(named.results, driven)
        self.seats = roster.opening(self.ruleset, self.facts.entries)
        self.course = Course(self.ruleset, self.facts, self.schedule, now, self.seats, Conduct(self.ruleset))
        self.findings = self.course.findings
        self.findings.problems += problems + unnamed
        self.results = _by_round(self.facts.results)
        self.cases = _by_round(self.facts.cases)
        self.carried_out: set[str] = set()
        self.reached = min((each.number for each in self.ruleset.rounds), default=1) - 1

    def season(self) -> Season:
        self._before_the_season()
        ended = [row.round for row in self.facts.results if self.ruleset.ends_round(row.round, row.session)]
        last = max(ended, default=None)
        for each in self.ruleset.rounds:
            if last is not None and each.number <= last:
                self._roster(each.number)
                self._round(each.number)
        if last is not None:
            self._reckon(self.course.conduct.acts, last)  # what has expired since somebody's last act
        grid = self._next_pools(last)
        starting, found = grids.grids_of(self.course, grid, self._begun(last))
        self.findings.add(found)
        self.findings.problems += sign_outs.load_shedding(self.course, grid) if grid else []
        self._departures_to_come()
        if self.facts.complete:
            self._loose_ends(last)
        return self._season(grid, starting)

    def _season(self, grid: PoolGrid | None, starting: tuple[grids.StartingGrid, ...]) -> Season:
        course = self.course
        sentences = course.sentences()
        self.findings.problems += serving_checks.raced_all_the_same(course, sentences)
        told = notices(course, grid.round if grid else None)
        self.findings.problems += notice_problems(course, told)
        return Season(
            self.ruleset,
            self.facts,
            self.schedule,
            course.now,
            self.seats,
            (*course.entries(), *of_tallies(course), *sanction_entries(sentences)),
            tuple(self.findings.problems),
            tuple(self._decisions()),
            course.classifications,
            tuple(course.cases),
            tuple(course.all_penalties()),
            course.standings,
            course.states,
            grid,
            starting,
            tuple(sentences),
            course.moved,
            course.qualified,
            course.verdicts,
            tuple(course.absences),
            ballast.carried(course, grid.round) if grid else {},
            tuple(told),
            tuple(course.marked),
            deadlines=tuple(deadlines(course)),
        )

    def _before_the_season(self) -> None:
        """Opening balances, what organisers decided, the checks of the entries, and who is in the field."""
        made, problems = organisers.by_organisers(self.ruleset, self.facts.decisions, self.schedule)
        checked = checks.check_entries(self.course)
        acts = [
            *opening.acts(self.ruleset, self.schedule, self.facts.opening),
            *(act for each in (*made, *checked.penalties) for act in acts_of(each)),
        ]
        self.findings.problems += problems
        self.findings.entries += opening.entries(self.ruleset, self.facts.opening)
        self.findings.problems += checked.problems
        for person in checked.refused:
            self.seats.refuse(person)
        self.course.penalties += [*made, *checked.penalties]
        self._count(acts, min((each.number for each in self.ruleset.rounds), default=1) - 1)
        self.findings.problems += roster.too_many(self.ruleset, self.seats)
        self.findings.add(advance.qualify(self.course, None))

    def _next_pools(self, last: int | None) -> PoolGrid | None:
        """The pools of the first round that is still to be driven, or to be finished; one that was passed
        over, because a later one has begun or its own days are over, is neither."""
        passed = self._passed_over(last)
        for each in self.ruleset.rounds:
            if self.schedule.is_cancelled(each.number):
                continue
            if last is None or each.number > last:
                self._roster(each.number)
                if each.number in passed or any(number > each.number for number in self.results):
                    continue
                self._driven_so_far(each.number)
                return self._pools(each.number)
            if each.number == last and not has_raced_everywhere(self.course, last):
                return self._pools(last)
        return None

    def _passed_over(self, last: int | None) -> set[int]:
        """Rounds without any result whose days are over, while a later one is still to come."""
        later = [each.number for each in self.ruleset.rounds if last is None or each.number > last]
        over = {number for number in later if LONG_AGO < self.schedule.last_end(number) < self.course.now}
        return over - set(self.results) if any(number not in over for number in later) else set()

    def _begun(self, last: int | None) -> int | None:
        """The round that isn't over, though every pool has raced in it."""
        if last is None or self._complete(last):
            return None
        end = self.schedule.last_end(last)
        return last if end == LONG_AGO or self.course.now <= end else None

    def _driven_so_far(self, number: int) -> None:
        """The sessions of a round whose races are still to come, such as its qualifying: their order, and
        what was decided about them, shape its pools and grids."""
        rows = pools.settle_moves(self.course, number, self.facts.in_round(self.facts.results, number))
        if not rows:
            return
        field = self.seats.field(number)
        sessions, problems = sort_sessions(self.ruleset, rows, field, self.seats.entrants, number)
        sessions = grid_effects.without_void_laps(self.ruleset, sessions)
        self.findings.problems += problems
        self.course.sessions |= sessions
        costs = self._cases(number, sessions, checks.Checked())
        self.course.penalties += costs.penalties
        self.findings.problems += costs.problems
        self._count(costs.acts, number)
        self._classify(number, sessions, [p for p in self.course.all_penalties() if p.event.round == number])

    def _pools(self, number: int) -> PoolGrid:
        grid, problems = pools.pools_of(self.course, number)
        self.findings.problems += problems
        return grid

    def _loose_ends(self, last: int | None) -> None:
        """Rows about what hasn't been raced, codes that nobody has a rule for, answers to no question."""
        raced = set(self.course.standings)
        found = self.findings.problems
        found += sign_outs.told_by_number(self.course)
        driven = raced | {event.round for event in self.course.classifications}
        found += loose_ends.unraced(self.ruleset, self.schedule, self.facts, driven, last)
        found += loose_ends.unknown_awards(self.ruleset, self.facts.awards)
        unfinished = [number for number in raced if not self._complete(number) and number != last]
        found += loose_ends.unfinished(self.ruleset, unfinished)
        found += loose_ends.lonely_classes(self.ruleset, self.facts.entries)
        found += [*case_votes.votes_astray(self.course), *held_results(self.course)]
        found += decisions.check_answers(self._decisions(), self.facts.answers)

    def _departures_to_come(self) -> None:
        """Who is known to leave before a later round, and who follows."""
        for each in self.ruleset.rounds:
            if each.number > self.reached:
                leaving = departures.departures(self.facts, (), each.number)
                self.findings.add(departures.depart(self.course, leaving))
                advance.follow(self.course, each.number)
        self.course.standings.forget()

    def _roster(self, number: int) -> None:
        self.reached = number
        rounds = [each.number for each in self.ruleset.rounds]
        raced = self.facts.raced
        removed = decisions.removals(self.course.all_penalties(), self.schedule, rounds, raced)
        removed += sign_outs.retirements(self.facts, self.schedule, self.seats, rounds, number)
        leaving = departures.departures(self.facts, removed, number)
        self.findings.add(departures.depart(self.course, leaving))
        self.findings.add(transfers.transfer(self.course, number))
        self.findings.add(advance.settle(self.course, number))
        self.course.standings.forget()

    def _round(self, number: int) -> None:
        rows = self.results.get(number, [])
        if not any(self.ruleset.ends_round(number, row.session) for row in rows):
            return
        rows = pools.settle_moves(self.course, number, rows)
        field = self.seats.field(number)
        sessions, problems = sort_sessions(self.ruleset, rows, field, self.seats.entrants, number)
        sessions = grid_effects.without_void_laps(self.ruleset, sessions)
        self.findings.problems += problems
        runners = (runner for own in sessions.values() for runner in own)
        self.findings.problems += advance.uninvited(self.course, number, runners)
        self.course.sessions |= sessions
        self._where_they_raced(number, sessions)
        penalties = self._conduct(number, sessions)
        self._classify(number, sessions, penalties)
        pools.settle_ranks(self.course, number)
        self._state(number)
        self._points(number, penalties, field)
        self._standings(number)
        self.findings.entries += ballast.award_ballast(self.course, number)
        self.findings.add(movement.move(self.course, number))
        self.findings.add(advance.qualify(self.course, number))

    def _where_they_raced(self, number: int, sessions: dict[Event, list[Runner]]) -> None:
        course = self.course
        raced_in = pools_of_sessions(sessions)
        course.belongs |= pools.own_pools(course, number, raced_in)
        course.pools |= {(number, person): pool for person, pool in raced_in.items()}
        course.entered[number] = self._starters(sessions)

    def _conduct(self, number: int, sessions: dict[Event, list[Runner]]) -> list[Penalty]:
        """The penalties of the round, with those that its tallies bring."""
        course = self.course
        acts = self._statuses(sessions)
        away = absence.absences(course, number)
        barred = grid_effects.raced_without(course, sessions)
        checked = checks.check_round(course, number)
        costs = self._cases(number, sessions, checked)
        course.absences += away.absences
        course.penalties += [*away.penalties, *barred.penalties, *checked.penalties, *costs.penalties]
        found = [away.problems, barred.problems, checked.problems, costs.problems]
        self.findings.problems += [each for problems in found for each in problems]
        self.findings.decisions += [*away.decisions, *costs.decisions]
        self._count([*acts, *away.acts, *costs.acts, *marks.acts(self.course, number)], number)
        self._count([act for each in checked.penalties for act in acts_of(each)], number)
        self._count([act for each in self._answers() for act in acts_of(each)], number)
        self._count([act for each in revived(course, number) for act in acts_of(each)], number)
        return [each for each in course.all_penalties() if each.event.round == number]

    def _statuses(self, sessions: dict[Event, list[Runner]]) -> list[Act]:
        acts = []
        for event, runners in sessions.items():
            for runner in runners:
                made, asked = status_acts.from_status(runner, event, self.schedule)
                self.course.penalties += made
                self.findings.decisions += asked
                acts += [act for each in made for act in acts_of(each)]
                if runner.result.status:
                    acts.append(status_acts.status_act(runner, event, self.schedule))
        return acts

    def _cases(
        self, number: int, sessions: dict[Event, list[Runner]], checked: checks.Checked
    ) -> tariff.Costs:
        raced_in = pools_of_sessions(sessions)
        rows = [*self.cases.get(number, ()), *checked.raised]
        judged, problems = judging.judge(self.course, rows, raced_in, number)
        self.course.cases += judged
        self.findings.problems += problems
        unfinished = {
            (runner.person.key, event.session)
            for event, own in sessions.items()
            for runner in own
            if runner.status != "FIN"
        }
        periods = marks.periods(self.course, number)
        field = tariff.Field(self.seats.entrants, self._starters(sessions), unfinished, periods)
        return tariff.penalties(self.ruleset, self.schedule, judged, field)

    def _starters(self, sessions: dict[Event, list[Runner]]) -> set[str]:
        started = (runner for own in sessions.values() for runner in own if runner.meaning.starts)
        return {runner.person.key for runner in started}

    def _count(self, acts: Iterable[Act], number: int) -> None:
        """Adds acts to the tallies."""
        self._reckon(self.course.conduct.add(acts), number)

    def _reckon(self, people: Iterable[str], number: int) -> None:
        names = {person: self.course.name(person) for person in people}
        self.course.conduct.reckon(names, names, self.course.moment(number))

    def _decisions(self) -> list[Decision]:
        """Every decision so far with its answer."""
        found = [*self.findings.decisions, *self.course.conduct.decisions()]
        return decisions.answered(decisions.distinct(found, ()), self.facts.answers)

    def _answers(self) -> list[Penalty]:
        """What answers have brought since the last look."""
        made = [
            each
            for each in decisions.carried_out(self._decisions(), self.schedule)
            if each.key not in self.carried_out
        ]
        self.carried_out |= {each.key for each in made}
        self.course.penalties += [each.penalty for each in made]
        return [each.penalty for each in made]

    def _classify(self, number: int, sessions: dict[Event, list[Runner]], penalties: list[Penalty]) -> None:
        course = self.course
        found, said = interruptions.verdicts(course, number, sessions)
        course.verdicts |= found
        self.findings.add(said)
        self.findings.problems += grid_effects.too_late(course, number)
        holding = [tariff.in_seconds(self.ruleset, each) for each in penalties if each.holds]
        for event, runners in sessions.items():
            made = interruptions.classified(course, event, runners, holding)
            course.classifications[event] = made.whole
            course.scored[event] = made.parts
            self.findings.problems += made.problems
        races = [name for name in self.ruleset.programme(number) if self.ruleset.ends_round(number, name)]
        only = races[0] if len(races) == 1 else ""
        self.findings.problems += unrecorded(sessions, holding, self.seats.entrants, only)

    def _state(self, number: int) -> None:
        """Whether the round is final; not while a place of one of its races is held by nobody."""
        races = self.course.round_classifications(number)
        missing = sum(len(each.missing) for each in races if each.by == "place")
        complete = self._complete(number)
        state = round_state(self.course, number, complete)
        if missing and complete:
            state = RoundState(number, "provisional", None, f"{missing} places are being checked")
        self.course.states[number] = state

    def _points(self, number: int, penalties: list[Penalty], field: dict[str, str]) -> None:
        awards = self.facts.in_round(self.facts.awards, number)
        out = {p.person for p in penalties if p.sanction is Sanction.ROUND_DISQUALIFICATION and p.holds}
        earned = [row for row in awards if row.driver not in out]
        found = self.findings.entries
        for name in self.ruleset.points:
            if not self._waits(name, number):
                found += points.award(self.course, name, number)
            found += points.award_codes(self.course, name, number, earned, field)
            self.findings.problems += points.not_given(self.course, name, number)
        of_cases = [each for each in self.course.penalties if each.event.round == number]
        found += deductions.deduct(of_cases, field)
        self.findings.problems += loose_ends.awards_to_nobody(awards, field, self.seats.entrants)

    def _waits(self, name: str, number: int) -> bool:
        """Points among the whole round are given once every pool has raced, and never taken back."""
        rules = self.ruleset.points[name].at(self.ruleset.where(number)) or self.ruleset.points[name].usual
        return rules.among == "round" and not self._complete(number)

    def _complete(self, number: int) -> bool:
        return is_complete(self.course, number)

    def _standings(self, number: int) -> None:
        races = [
            made
            for made in self.course.round_classifications(number)
            if self.ruleset.is_race(made.event.session)
        ]
        self.course.scores.take(self.findings.entries)
        counted = (guests.counted(self.course, each) for each in races)
        self.course.scores.take_races(self.ruleset, counted)
        self.course.standings.add(number)


def _by_round(rows: Iterable[Numbered]) -> dict[int, list[Numbered]]:
    found: dict[int, list[Numbered]] = {}
    for row in rows:
        found.setdefault(row.round, []).append(row)
    return found
