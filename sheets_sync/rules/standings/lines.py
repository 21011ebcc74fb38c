"""The lines of one standing before they are ranked: who stands in it and what each line counts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sheets_sync.rules.ledger import Entry
from sheets_sync.rules.roster.guests import is_listed, score_nothing
from sheets_sync.rules.roster.teams import group_of
from sheets_sync.rules.roster.transfers import class_in
from sheets_sync.rules.standings.counting import Counted, counted
from sheets_sync.rules.standings.line_sums import Scores, Sums
from sheets_sync.rules.standings.scores import Finish, RoundScore, with_entries
from sheets_sync.rules.tariff.deductions import deduct
from sheets_sync.ruleset.kinds.standings import Standing as StandingRules
from sheets_sync.ruleset.values import Number, simplest

if TYPE_CHECKING:
    from sheets_sync.rules.course import Course


@dataclass(frozen=True, slots=True)
class Line:
    """One line. ``seats``: whose scores it sums; ``deductions``: what was taken beside the counted points;
    ``finishes``: (round, race) of all of them; ``scored``: entries that aren't 0."""

    key: str
    seats: tuple[str, ...]
    counted: Counted
    deductions: Number
    total: Number
    scored: int
    finishes: tuple[tuple[int, Finish], ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """What lines are made from: the rules after a round, the rounds ``held`` by then, every seat's scores,
    and the rounds that are ``cancelled``."""

    rules: StandingRules
    sums: Sums
    held: tuple[int, ...]
    scores: Mapping[str, Scores]
    cancelled: frozenset[int]


def sheet(course: Course, name: str, after: int) -> Sheet:
    """The scores of every seat up to that round, with what tallies took."""
    where = course.ruleset.where(after)
    rules = course.ruleset.standings[name].at(where) or course.ruleset.standings[name].usual
    taken: dict[str, list[Entry]] = {}
    for entry in of_tallies(course):
        taken.setdefault(entry.subject.key, []).append(entry)
    scores: dict[str, Scores] = {}
    for seat in dict.fromkeys([*course.seats.holdings, *course.scores.seats]):
        own: Scores = course.scores.seats.get(seat, {})
        if seat in taken:
            own = with_entries(own, taken[seat])
        scores[seat] = {number: score for number, score in own.items() if number <= after}
    held = tuple(number for number in course.raced if number <= after)
    cancelled = (each.number for each in course.ruleset.rounds if course.schedule.is_cancelled(each.number))
    return Sheet(rules, Sums.of(rules), held, scores, frozenset(cancelled))


def of_tallies(course: Course) -> list[Entry]:
    """The points that thresholds took, each from the seat that the driver held."""
    found = []
    for penalty in course.conduct.penalties():
        seat = course.seats.seat_of(penalty.person, penalty.event.round)
        if seat is not None:
            found += deduct(course, [penalty], {penalty.person: seat})
    return found


def lines(course: Course, name: str, after: int) -> dict[str, list[Line]]:
    """The lines of each table of a standing: one table, or one for each class or pool."""
    made = sheet(course, name, after)
    tables: dict[str, list[Line]] = {}
    for group, members in _groups(course, made).items():
        own = _of_class(course, made, group)
        tables[group] = [_line(course, own, key, seats) for key, seats in members.items()]
    return dict(sorted(tables.items()))


def _groups(course: Course, made: Sheet) -> dict[str, dict[str, tuple[str, ...]]]:
    """Table -> line -> the seats that it sums."""
    last = made.held[-1] if made.held else 0
    tables: dict[str, dict[str, tuple[str, ...]]] = {} if made.rules.each != "season" else {"": {}}
    for seat in made.scores:
        if not (
            is_listed(course, seat, last) if made.rules.of == "driver" else _is_summed(course, made, seat)
        ):
            continue
        rounds = [*made.scores[seat], last] if made.rules.of != "driver" else [last]
        keys = dict.fromkeys(group_of(course, made.rules.of, seat, number) for number in rounds)
        for table in _tables_of(course, made, seat, last):
            for key in filter(None, keys):
                own = tables.setdefault(table, {})
                own[key] = (*own.get(key, ()), seat)
    return tables


def _is_summed(course: Course, made: Sheet, seat: str) -> bool:
    """Whether a team, or the like, has the seat for a member: not a guest who never could score."""
    person = course.seats.entrants.get(seat)
    if seat in course.seats.holdings or person is None:
        return True
    rounds = [*made.scores[seat], made.held[-1] if made.held else 0]
    return not all(score_nothing(course.ruleset, person, number) for number in rounds)


def _tables_of(course: Course, made: Sheet, seat: str, last: int) -> list[str]:
    """The tables that a seat stands in: after a change of class that points don't follow, two."""
    if made.rules.each != "class" or seat not in course.seats.first_entered:
        return [_table_of(course, made.rules, seat)]
    return list(dict.fromkeys(class_in(course, seat, number) for number in [*made.scores[seat], last]))


def _of_class(course: Course, made: Sheet, group: str) -> Sheet:
    """The scores that belong to one class, where a driver has changed it."""
    changed = {row.driver for row in course.facts.transfers if row.car_class}
    if made.rules.each != "class" or not changed:
        return made
    scores = dict(made.scores)
    for seat in changed & set(scores):
        own = scores[seat].items()
        scores[seat] = {n: score for n, score in own if class_in(course, seat, n) == group}
    return replace(made, scores=scores)


def _table_of(course: Course, rules: StandingRules, seat: str) -> str:
    if rules.each == "pool":
        person = course.seats.holder(seat, 10**6) or seat
        return course.belongs.get(person) or course.seats.entrants[seat].pool or ""
    return ""


def _line(course: Course, made: Sheet, key: str, seats: tuple[str, ...]) -> Line:
    own = {seat: _own(course, made, key, seat) for seat in seats}
    merged = _merged(own.values())
    values = made.sums.values(own)
    kept = counted(course.ruleset, made.rules, merged, values, made.held, made.cancelled)
    deductions = made.sums.deductions(merged, kept, values)
    total = simplest(kept.total + deductions)
    if made.rules.floor == "total":
        total = max(total, 0)
    finishes = tuple([(n, each) for n in sorted(merged) for each in merged[n].finishes])
    scored = made.sums.scored(merged.values())
    return Line(key, seats, kept, deductions, total, scored, finishes)


def _own(course: Course, made: Sheet, key: str, seat: str) -> Scores:
    """What a seat brings this line: a driver's line all of it, a team's while the driver was there."""
    scores = made.scores[seat]
    if made.rules.of == "driver":
        return scores
    return {n: each for n, each in scores.items() if group_of(course, made.rules.of, seat, n) == key}


def _merged(scores: Iterable[Scores]) -> dict[int, RoundScore]:
    """Several seats' scores as those of one; a single seat's are taken as they are."""
    each = list(scores)
    if len(each) == 1:
        return dict(each[0])
    merged: dict[int, RoundScore] = {}
    for own in each:
        for number, score in own.items():
            one = merged.setdefault(number, RoundScore())
            one.deductions += score.deductions
            one.accounts += score.accounts
            one.finishes += score.finishes
    return merged
