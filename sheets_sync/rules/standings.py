"""standings: a table of sums.

``sum`` names the points that count (all, or rules by name, and ``deductions``); ``ties`` are compared in
order: ``countback`` (most first places in races, then second places, and so on), the name of a tally
(less is ahead), ``best lap`` (the fastest race lap of the season). What still ties shares the rank.
``each: class`` makes one table for each class; ``listed: scorers`` leaves out who has no entry.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import groupby

from sheets_sync.rules.classification import Classification
from sheets_sync.rules.deductions import DEDUCTIONS
from sheets_sync.rules.ledger import Entry, balance
from sheets_sync.rules.ranking_points import account, lap_text
from sheets_sync.rules.roster import Seats
from sheets_sync.rules.tallies import account as tally_account
from sheets_sync.ruleset.kinds.standings import Standing as StandingRules
from sheets_sync.ruleset.model import Ruleset
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

    def rank_of(self, seat: str) -> int | None:
        return next((row.rank for row in self.rows if row.seat == seat), None)


@dataclass(slots=True)
class _Sums:
    """One seat's figures, gathered from the ledger and the classifications."""

    rounds: dict[int, Number] = field(default_factory=dict)
    deductions: Number = 0
    entries: int = 0
    places: dict[int, int] = field(default_factory=dict)
    best_lap: int | None = None

    @property
    def total(self) -> Number:
        return sum(self.rounds.values(), start=0) + self.deductions


@dataclass(frozen=True, slots=True)
class _Line:
    seat: str
    sums: _Sums
    keys: tuple[tuple[object, ...], ...]
    words: tuple[str, ...]


def standings(
    ruleset: Ruleset,
    name: str,
    after: int,
    entries: Iterable[Entry],
    classifications: Iterable[Classification],
    seats: Seats,
    earlier: Iterable[StandingTable] = (),
) -> list[StandingTable]:
    """The tables of one standing after a round: one, or one for each class."""
    rules = ruleset.standings[name].at(ruleset.where(after)) or ruleset.standings[name].usual
    entries = list(entries)
    sums = _sums(rules, entries, classifications, seats)
    before = {table.group: table for table in earlier if table.name == name}
    tables = []
    for group, members in _groups(rules, seats):
        listed = [seat for seat in members if rules.listed == "entered" or sums[seat].entries]
        lines = [_line(rules, seat, sums[seat], entries, seats, after) for seat in listed]
        rows = tuple(_ranked(rules, lines, seats, after, before.get(group)))
        tables.append(StandingTable(name, group, after, rows))
    return tables


def _groups(rules: StandingRules, seats: Seats) -> list[tuple[str, list[str]]]:
    if rules.each == "season":
        return [("", list(seats.holdings))]
    by_class: dict[str, list[str]] = {}
    for seat in seats.holdings:
        by_class.setdefault(seats.entrants[seat].car_class or "", []).append(seat)
    return sorted(by_class.items())


def _sums(
    rules: StandingRules, entries: Iterable[Entry], classifications: Iterable[Classification], seats: Seats
) -> dict[str, _Sums]:
    sums = {seat: _Sums() for seat in seats.holdings}
    wanted = {DEDUCTIONS if name == "deductions" else account(name) for name in rules.sum}
    for entry in entries:
        counted = entry.account in wanted or ("all" in rules.sum and entry.account.startswith("points."))
        if not counted or entry.subject.kind != "seat":
            continue
        own = sums[entry.subject.key]
        own.entries += entry.amount != 0
        if entry.account == DEDUCTIONS:
            own.deductions += entry.amount
        else:
            own.rounds[entry.event.round] = own.rounds.get(entry.event.round, 0) + entry.amount
    for classification in classifications:
        for row in classification.rows:
            _add_race(sums[row.runner.seat], row.place, row.runner.result.best_lap)
    return sums


def _add_race(own: _Sums, place: int | None, best_lap: int | None) -> None:
    if place is not None:
        own.places[place] = own.places.get(place, 0) + 1
    if best_lap is not None:
        own.best_lap = min(best_lap, own.best_lap or best_lap)


def _line(
    rules: StandingRules, seat: str, sums: _Sums, entries: list[Entry], seats: Seats, after: int
) -> _Line:
    person = seats.holder(seat, after) or seat
    pairs = [_tie_key(name, sums, entries, person) for name in rules.ties]
    return _Line(seat, sums, tuple(key for key, _ in pairs), tuple(words for _, words in pairs))


def _tie_key(name: str, sums: _Sums, entries: list[Entry], person: str) -> tuple[tuple[object, ...], str]:
    """What is compared (less is ahead), and how it is said."""
    if name == "countback":
        lowest = max(sums.places, default=0)
        counts = tuple(-sums.places.get(place, 0) for place in range(1, lowest + 1))
        return counts, ", ".join(
            f"{count} x P{place}" for place, count in sorted(sums.places.items())
        ) or "no places"
    if name == "best lap":
        lap = sums.best_lap
        return (lap is None, lap or 0), f"best lap {lap_text(lap)}" if lap is not None else "no lap"
    total = balance(e for e in entries if e.account == tally_account(name) and e.subject.key == person)
    return (total,), f"{name} {total}"


def _ranked(
    rules: StandingRules, lines: list[_Line], seats: Seats, after: int, before: StandingTable | None
) -> Iterable[Standing]:
    def name_of(line: _Line) -> str:
        return seats.entrants[seats.holder(line.seat, after) or line.seat].driver

    width = max((len(line.keys[index]) for line in lines for index in range(len(line.keys))), default=0)
    ordered = sorted(lines, key=lambda line: (-line.sums.total, _padded(line, width), name_of(line)))
    rank = 0
    for total, tied in groupby(ordered, key=lambda line: line.sums.total):
        group = list(tied)
        for index, line in enumerate(group):
            shares = index > 0 and _padded(line, width) == _padded(group[index - 1], width)
            position = sum(1 for each in lines if each.sums.total > total) + index + 1
            rank = rank if shares else position
            yield _standing(rules, line, group, rank, seats, after, before, width)


def _padded(line: _Line, width: int) -> tuple[tuple[object, ...], ...]:
    """Keys of equal length, so that `no second place` compares with `one second place`."""
    return tuple((*key, *([0] * (width - len(key)))) for key in line.keys)


def _standing(
    rules: StandingRules,
    line: _Line,
    tied: list[_Line],
    rank: int,
    seats: Seats,
    after: int,
    before: StandingTable | None,
    width: int,
) -> Standing:
    people = seats.people(line.seat, after)
    old = before.rank_of(line.seat) if before else None
    return Standing(
        rank,
        line.seat,
        people[-1] if people else line.seat,
        tuple(people[:-1]),
        line.sums.rounds,
        line.sums.deductions,
        line.sums.total,
        _tie_break(rules, line, tied, width),
        None if old is None else old - rank,
    )


def _tie_break(rules: StandingRules, line: _Line, tied: list[_Line], width: int) -> str:
    """What sets the line apart from its neighbours with as many points, down to the last criterion needed."""
    index = tied.index(line)
    neighbours = [*tied[max(index - 1, 0) : index], *tied[index + 1 : index + 2]]
    if not neighbours:
        return ""
    mine = _padded(line, width)
    depths = [_depth(mine, _padded(other, width)) for other in neighbours]
    needed = [depth for depth in depths if depth is not None]
    words = list(line.words[: max(needed) + 1]) if needed else []
    if None in depths:
        words.append("shared, equal in " + ", ".join(rules.ties))
    return "; ".join(words)


def _depth(mine: tuple[tuple[object, ...], ...], theirs: tuple[tuple[object, ...], ...]) -> int | None:
    """The first criterion in which two lines differ."""
    return next((index for index, key in enumerate(mine) if key != theirs[index]), None)
