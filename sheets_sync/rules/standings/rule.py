"""standings: a table of sums.

``sum`` names the points that count (all, or rules by name, and ``deductions``). ``count`` says which
results do: a list of ``rounds`` or ``phases``, of each the ``best`` so many or all but the ``drop``
worst; a round that was missed is one worth nothing. ``protect`` keeps rounds from being dropped,
``forced`` always drops them, ``unit: session`` drops single races, and a status can forbid, or ask for, its
round's being dropped. Rounds that no item of the list names don't count, nor what was lost in them; what
drivers brought along counts where the first round does, and is never dropped. With ``shown: at the end``
what will be dropped is only marked until the last round that is held is in. ``deductions: drop with the
round`` lets a dropped round take its penalties along. ``floor`` stops a round, or the total, at 0; without
it negative points stay.

``of: team``, or any column of the entries, sums the points of the members; ``members: {best: 2, per:
round}`` only those of the best two. ``each: class`` or ``pool`` makes one table for each, and the
countback of a class looks at the places in the class. ``by`` orders by other measures than points;
``better: low`` puts fewer points ahead. ``ties`` are compared in order: ``countback`` (most first places
in races, then second places, and so on), ``countback of points places``, ``best lap`` of the season's
races, ``latest result``, ``earliest best result``, the name of a tally (less is ahead), of another
standing, ``code X``. What still ties shares the rank, unless ``still_tied`` names a measure. ``listed:
scorers`` leaves out who has neither won nor lost a point, ``classified`` who never had a place. Who has
fewer starts than ``least_starts`` stands behind everybody else. ``carry`` brings points along from
another standing as it stood before this one's first round. ``decimals`` says how fractions are shown;
``published: no`` keeps it from public places. What a rule says there holds for the table after that
round.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import TYPE_CHECKING

from sheets_sync.rules.standings.lines import Line, lines
from sheets_sync.rules.standings.ranking import Placed, Ranking
from sheets_sync.rules.standings.tie_breaks import Comparing, tally_totals
from sheets_sync.ruleset.kinds.standings import Standing as StandingRules
from sheets_sync.ruleset.values import Number, simplest

if TYPE_CHECKING:
    from sheets_sync.rules.course import Course


@dataclass(frozen=True, slots=True)
class Standing:
    """One line. ``seat``: its key, ``person``: who holds the seat now, empty for a team; ``rounds``: round ->
    points without deductions; ``dropped``: rounds that don't count, so far only marked where
    ``drops_shown`` is False; ``lost``: round -> the points of it that don't count; ``tie_break``: what placed
    the line before or behind others with as many points; ``change``: places won since the round before;
    ``note``: why it isn't ranked with the others."""

    rank: int
    seat: str
    person: str
    predecessors: tuple[str, ...]
    rounds: Mapping[int, Number]
    deductions: Number
    total: Number
    tie_break: str = ""
    change: int | None = None
    dropped: tuple[int, ...] = ()
    drops_shown: bool = True
    members: tuple[str, ...] = ()
    carried: Number = 0
    note: str = ""
    lost: Mapping[int, Number] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class StandingTable:
    """A standing after a round; ``group`` is the class or pool it is for, or empty."""

    name: str
    group: str
    after: int
    rows: tuple[Standing, ...]


def standings(course: Course, name: str, after: int) -> list[StandingTable]:
    """The tables of one standing after a round: one, or one for each class or pool."""
    held = [number for number in course.raced if number <= after]
    # Where a round that was put off was raced last, the table before it isn't one after a round.
    was_last = bool(held) and max(held, key=course.schedule.turn) == after
    earlier = [number for number in held if number < after and was_last]
    before: dict[str, dict[str, int]] = {}
    for table in ranked_tables(course, name, earlier[-1]) if earlier else ():
        before[table.group] = {row.seat: row.rank for row in table.rows}
    return ranked_tables(course, name, after, before)


def ranked_tables(
    course: Course, name: str, after: int, before: Mapping[str, Mapping[str, int]] | None = None
) -> list[StandingTable]:
    """The tables with the changes since ``before``: group -> seat -> rank."""
    where = course.ruleset.where(after)
    rules = course.ruleset.standings[name].at(where) or course.ruleset.standings[name].usual
    comparing = _comparing(course, rules, after)
    carried = _carried(course, rules)
    tables = []
    for group, members in lines(course, name, after).items():
        listed = [line for line in members if _is_listed(rules, line)]
        ranks = (before or {}).get(group, {})
        ranking = Ranking(course, rules, comparing, carried)
        rows = map(_Rows(ranking, carried, ranks).row, ranking.placed(listed))
        tables.append(StandingTable(name, group, after, tuple(rows)))
    return tables


def _comparing(course: Course, rules: StandingRules, after: int) -> Comparing:
    named = [each.name for each in (*rules.ties, *rules.by) if each.name in course.ruleset.tallies]
    entries = (e for e in course.conduct.entries() if e.event.round <= after) if named else ()
    tables = [rule.usual.table for rule in course.ruleset.points.values() if rule.usual.for_.kind == "place"]
    scoring = max((len(table) for table in tables if isinstance(table, list)), default=10**6)
    return Comparing(course, after, tally_totals(entries), scoring, rules.each == "class")


def _carried(course: Course, rules: StandingRules) -> dict[str, Number]:
    """What each line brings along from another standing, as it stood before this one's first round."""
    if rules.carry is None:
        return {}
    numbers = [each.number for each in course.ruleset.rounds]
    spans = [span for each in rules.count if each.rounds for span in each.rounds.numbers]
    first = min((number for number in numbers if any(number in span for span in spans)), default=numbers[0])
    before = [number for number in course.raced if number < first]
    tables = ranked_tables(course, rules.carry.from_, before[-1]) if before else []
    brought: dict[str, Number] = {}
    for row in (row for table in tables for row in table.rows):
        worth = rules.carry.table[row.rank - 1 : row.rank] if rules.carry.table else [row.total]
        brought[row.seat] = simplest(Fraction(sum(worth)) * Fraction(rules.carry.scale))
    return brought


def _is_listed(rules: StandingRules, line: Line) -> bool:
    if rules.listed == "scorers":
        return bool(line.scored)
    if rules.listed == "classified":
        return any(each.place is not None for _, each in line.finishes)
    return True


@dataclass(frozen=True, slots=True)
class _Rows:
    """The rows of one table. ``carried``: line -> what it brings along; ``ranks``: seat -> its rank after the
    round before."""

    ranking: Ranking
    carried: Mapping[str, Number]
    ranks: Mapping[str, int]

    def row(self, placed: Placed) -> Standing:
        line, ranking = placed.line, self.ranking
        people = ranking.people(line)
        carried, before = self.carried.get(line.key, 0), self.ranks.get(line.key)
        return Standing(
            placed.rank,
            line.key,
            people[-1] if people else "",
            tuple(dict.fromkeys(each for each in people[:-1] if each != people[-1])),
            line.counted.rounds(),
            line.deductions,
            simplest(line.total + carried),
            placed.tie_break,
            None if before is None else before - placed.rank,
            tuple(sorted({number for number, _ in line.counted.dropped})),
            not line.counted.provisional,
            _members(ranking.course, line) if ranking.rules.of != "driver" else (),
            carried,
            placed.note,
            line.counted.lost(),
        )


def _members(course: Course, line: Line) -> tuple[str, ...]:
    return tuple(
        course.seats.holder(seat, 10**6) or seat for seat in line.seats if seat in course.seats.holdings
    )
