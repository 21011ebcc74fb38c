"""standings: a table of sums.

``sum`` names the points that count (all, or rules by name, and ``deductions``); ``ties`` are compared in
order: ``countback`` (most first places in races, then second places, and so on), the name of a tally
(less is ahead), ``best lap`` (the fastest race lap of the season). What still ties shares the rank.
``each: class`` makes one table for each class, and its countback looks at the places in the class;
``listed: scorers`` leaves out who has neither won nor lost a point. ``published: no`` keeps it from public
places. What a rule says there holds for the table after that round.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from sheets_sync.rules.ledger import Entry
from sheets_sync.rules.roster import Seats, class_of
from sheets_sync.rules.sums import Sums, gather_sums
from sheets_sync.rules.tie_breaks import Tie, said, tally_totals, tie_of
from sheets_sync.ruleset.kinds.standings import Standing as StandingRules
from sheets_sync.ruleset.model import Ruleset

if TYPE_CHECKING:
    from sheets_sync.rules.course import Course
from sheets_sync.ruleset.values import Number


@dataclass(frozen=True, slots=True)
class Standing:
    """One line. ``rounds``: round -> points without deductions; ``tie_break``: what placed the line
    before or behind others with as many points; ``change``: places won since the round before."""

    rank: int
    seat: str
    person: str
    predecessors: tuple[str, ...]
    rounds: Mapping[int, Number]
    deductions: Number
    total: Number
    tie_break: str = ""
    change: int | None = None


@dataclass(frozen=True, slots=True)
class StandingTable:
    """A standing after a round; ``group`` is the class it is for, or empty."""

    name: str
    group: str
    after: int
    rows: tuple[Standing, ...]


@dataclass(frozen=True, slots=True)
class _Line:
    seat: str
    people: tuple[str, ...]
    shown: str
    sums: Sums
    tie: Tie


def standings(
    course: Course, name: str, after: int, entries: Iterable[Entry], made: Iterable[StandingTable]
) -> list[StandingTable]:
    """The tables of one standing after a round: one, or one for each class. ``made``: those of other
    standings after this round that are there already."""
    ruleset, seats = course.ruleset, course.seats
    races = [each for each in course.classifications.values() if ruleset.is_race(each.event.session)]
    earlier = course.standings[max(course.standings)] if course.standings else ()
    rules = ruleset.standings[name].at(ruleset.where(after)) or ruleset.standings[name].usual
    entries = list(entries)
    sums, tallies = gather_sums(rules, seats.holdings, entries, races), tally_totals(entries)
    before = {
        table.group: {row.seat: row.rank for row in table.rows} for table in earlier if table.name == name
    }
    tables = []
    for group, members in _groups(ruleset, rules, seats):
        listed = [seat for seat in members if rules.listed == "entered" or sums[seat].scored]
        lines = [_line(rules, seat, sums[seat], tallies, seats, after) for seat in listed]
        rows = tuple(_ranked(rules, lines, before.get(group, {})))
        tables.append(StandingTable(name, group, after, rows))
    return tables


def _groups(ruleset: Ruleset, rules: StandingRules, seats: Seats) -> list[tuple[str, list[str]]]:
    if rules.each == "season":
        return [("", list(seats.holdings))]
    by_class: dict[str, list[str]] = {}
    for seat in seats.holdings:
        by_class.setdefault(class_of(ruleset, seats.entrants[seat]), []).append(seat)
    return sorted(by_class.items())


def _line(
    rules: StandingRules,
    seat: str,
    sums: Sums,
    tallies: Mapping[tuple[str, str], Number],
    seats: Seats,
    after: int,
) -> _Line:
    people = tuple(seats.people(seat, after)) or (seat,)
    tie = tie_of(rules.ties, sums, tallies, people[-1])
    return _Line(seat, people, seats.entrants[people[-1]].driver, sums, tie)


def _ranked(rules: StandingRules, lines: list[_Line], before: Mapping[str, int]) -> Iterable[Standing]:
    ordered = sorted(lines, key=lambda line: (-line.sums.total, line.tie.keys, line.shown))
    position = 0
    for _, tied in groupby(ordered, key=lambda line: line.sums.total):
        group = list(tied)
        ties = [line.tie for line in group]
        rank = position
        for index, line in enumerate(group):
            if index == 0 or ties[index].keys != ties[index - 1].keys:
                rank = position + index + 1
            tie_break = said(ties, index, [str(each) for each in rules.ties]) if len(group) > 1 else ""
            yield _standing(line, rank, tie_break, before.get(line.seat))
        position += len(group)


def _standing(line: _Line, rank: int, tie_break: str, before: int | None) -> Standing:
    sums = line.sums
    return Standing(
        rank,
        line.seat,
        line.people[-1],
        line.people[:-1],
        sums.rounds,
        sums.deductions,
        sums.total,
        tie_break,
        None if before is None else before - rank,
    )
