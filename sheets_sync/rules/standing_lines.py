"""The lines of one standing before they are ranked: who stands in it and what each line counts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sheets_sync.rules.counting import Counted, Unit, counted
from sheets_sync.rules.deductions import DEDUCTIONS, deduct
from sheets_sync.rules.guests import is_listed
from sheets_sync.rules.ledger import Entry
from sheets_sync.rules.scorer import account
from sheets_sync.rules.scores import Finish, RoundScore, with_entries
from sheets_sync.rules.teams import group_of
from sheets_sync.rules.transfers import class_in
from sheets_sync.ruleset.kinds.standings import Standing as StandingRules
from sheets_sync.ruleset.values import Number, simplest

if TYPE_CHECKING:
    from sheets_sync.rules.course import Course

Scores = Mapping[int, RoundScore]


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
    """What lines are made from: the rules after a round, the rounds ``held`` by then, every seat's scores."""

    rules: StandingRules
    held: tuple[int, ...]
    scores: Mapping[str, Scores]


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
    return Sheet(rules, held, scores)


def of_tallies(course: Course) -> list[Entry]:
    """The points that thresholds took, each from the seat that the driver held."""
    found = []
    for penalty in course.conduct.penalties():
        seat = course.seats.seat_of(penalty.person, penalty.event.round)
        if seat is not None:
            found += deduct([penalty], {penalty.person: seat})
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
        if made.rules.of == "driver" and not is_listed(course, seat, last):
            continue
        rounds = [*made.scores[seat], last] if made.rules.of != "driver" else [last]
        keys = dict.fromkeys(group_of(course, made.rules.of, seat, number) for number in rounds)
        for table in _tables_of(course, made, seat, last):
            for key in filter(None, keys):
                own = tables.setdefault(table, {})
                own[key] = (*own.get(key, ()), seat)
    return tables


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
    rules = made.rules
    own = {
        seat: {n: s for n, s in made.scores[seat].items() if group_of(course, rules.of, seat, n) == key}
        for seat in seats
    }
    merged = _merged(own.values())
    values = _values(rules, own)
    cancelled = [each.number for each in course.ruleset.rounds if course.schedule.is_cancelled(each.number)]
    kept = counted(course.ruleset, rules, merged, values, made.held, cancelled)
    deductions = _deductions(rules, merged, kept, values)
    total = simplest(kept.total + deductions)
    if rules.floor == "total":
        total = max(total, 0)
    finishes = tuple((n, each) for n, score in sorted(merged.items()) for each in score.finishes)
    wanted = _wanted(rules)
    scored = sum(
        count
        for score in merged.values()
        for name, count in score.entries.items()
        if wanted is None or name in wanted
    )
    return Line(key, seats, kept, deductions, total, scored, finishes)


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
            for name, count in score.entries.items():
                one.entries[name] = one.entries.get(name, 0) + count
            one.finishes += score.finishes
    return merged


def _values(rules: StandingRules, own: Mapping[str, Scores]) -> dict[Unit, Number]:
    """What each round, or session, is worth, of the members that count."""
    by_unit: dict[Unit, list[Number]] = {}
    totals: dict[str, Number] = {}
    wanted = _wanted(rules)
    for seat, scores in own.items():
        for number, score in scores.items():
            for unit, points in _units(rules, wanted, number, score).items():
                by_unit.setdefault(unit, []).append(points)
                totals[seat] = totals.get(seat, 0) + points
    members, high = rules.members, rules.better == "high"
    if members is None:
        return {unit: sum(points) for unit, points in by_unit.items()}
    if members.per != "season":
        return {unit: sum(sorted(each, reverse=high)[: members.best]) for unit, each in by_unit.items()}
    chosen = sorted(totals, key=lambda seat: (-totals[seat] if high else totals[seat], seat))[: members.best]
    return _values(rules.model_copy(update={"members": None}), {seat: own[seat] for seat in chosen})


def _units(
    rules: StandingRules, wanted: set[str] | None, number: int, score: RoundScore
) -> dict[Unit, Number]:
    by_session = any(each.unit == "session" for each in rules.count) or (
        rules.members is not None and rules.members.per == "session"
    )
    found: dict[Unit, Number] = {}
    for (name, session), points in score.points.items():
        if wanted is None or name in wanted:
            unit = (number, session if by_session else "")
            found[unit] = found.get(unit, 0) + points
    taken = score.deductions if _takes(rules) and rules.deductions != "stay" else 0
    if taken:
        taken = max(taken, -sum(found.values())) if rules.floor == "round" else taken
        unit = (number, "" if not by_session else next(iter(found), (number, ""))[1])
        found[unit] = found.get(unit, 0) + taken
    return found


def _wanted(rules: StandingRules) -> set[str] | None:
    """The accounts that the standing sums; None for all."""
    if "all" in rules.sum:
        return None
    return {DEDUCTIONS if name == "deductions" else account(name) for name in rules.sum}


def _takes(rules: StandingRules) -> bool:
    return "all" in rules.sum or DEDUCTIONS.removeprefix("points.") in rules.sum


def _deductions(
    rules: StandingRules, scores: Mapping[int, RoundScore], kept: Counted, values: Mapping[Unit, Number]
) -> Number:
    """What is taken beside the rounds' own points; with ``floor: round`` never more than a round brought."""
    if not _takes(rules):
        return 0
    if rules.deductions != "stay":
        return 0
    taken: Number = 0
    for number, score in scores.items():
        if kept.covered is not None and number not in kept.covered:
            continue
        if not score.deductions:
            continue
        points = sum(worth for (unit, _), worth in values.items() if unit == number)
        least = -points if rules.floor == "round" else None
        taken += score.deductions if least is None else max(score.deductions, least)
    return taken
