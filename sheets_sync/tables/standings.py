"""Standings: position, change, driver, team, points brought along and of each round, penalties, total.

What a round brought and doesn't count stands in brackets, as text, so that the numbers of a line add up to
its total.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from functools import partial

from sheets_sync.rules.cases.rule import State
from sheets_sync.rules.season.season import Season
from sheets_sync.rules.standings.rule import Standing, StandingTable
from sheets_sync.ruleset.kinds.measures import Measure
from sheets_sync.ruleset.kinds.points import Points
from sheets_sync.ruleset.kinds.standings import Standing as Rules
from sheets_sync.ruleset.model import Round
from sheets_sync.ruleset.values import Number, simplest
from sheets_sync.tables.header_words import round_texts
from sheets_sync.tables.table import Access, Cellable, Column, Kind, Table, points_text


def latest(season: Season) -> tuple[StandingTable, ...]:
    """The standings after the last round that was raced."""
    return season.standings[season.last_round] if season.last_round is not None else ()


def full_name(table: StandingTable) -> str:
    return f"{table.name} {table.group}".strip()


def standings_table(season: Season, table: StandingTable) -> Table:
    """One standing. Points of a round are without penalties, so that a line adds up. Without any rule of
    points there are only ranks."""
    rounds, rules = shown_rounds(season, table), rules_of(season, table)
    rows = tuple(_row(season, rounds, rules, line) for line in table.rows)
    title = f"Standings: {full_name(table)}, after {season.ruleset.name_of(table.after)}"
    if not season.ruleset.points:
        title += " (the ruleset has no rule of points)"
    access: Access = "public" if is_published(season, table) else "private"
    return Table(full_name(table), title, _columns(season, table, rounds), rows, access)


def _columns(season: Season, table: StandingTable, rounds: list[Round]) -> tuple[Column, ...]:
    rules, scored = rules_of(season, table), bool(season.ruleset.points)
    brought = any(_brought(rounds, line) for line in table.rows) or rules.carry is not None
    whose, members = _titles(season.ruleset.standings[table.name].usual.of)
    points = partial(Column, kind=Kind.POINTS, decimals=rules.decimals, extra=not scored)
    return (
        Column("rank", "Pos", Kind.NUMBER),
        Column("change", "+/-", Kind.CHANGE),
        Column("name", whose),
        Column("number", "No.", extra=whose != "Driver"),
        Column("team", members),
        points("carried", "Brought", extra=not brought),
        *(points(each.name, each.name, also=_texts(season, each)) for each in rounds),
        points("penalties", "Pen."),
        *(points("floor", "Floor") for _ in _floors(rules)),
        points("total", "Points"),
        Column("tie_break", "Tie-break", extra=True, private=_names_tally(season, table)),
        Column("state", "State", extra=True, private=True),
        Column("dropped", "Dropped", extra=True),
    )


def _texts(season: Season, each: Round) -> tuple[str, ...]:
    """The other names of a round, its circuit among them where no other round is held there."""
    slots = season.schedule.slots.values()
    elsewhere = {slot.circuit for slot in slots if slot.round != each.number}
    own = {slot.circuit for slot in slots if slot.round == each.number and slot.circuit} - elsewhere
    return round_texts(each.number, sorted(own))


def _titles(of: str) -> tuple[str, str]:
    """What a line is, and what stands beside it: a driver's team, else who scores for the line."""
    return ("Driver", "Team") if of == "driver" else (of[:1].upper() + of[1:], "Drivers")


def shown_rounds(season: Season, table: StandingTable) -> list[Round]:
    """The rounds that can bring points for places, and any other in which somebody got some."""
    scoring = [each for each in season.ruleset.rounds if _scores(season, each.number)]
    won = {number for line in table.rows for number, points in line.rounds.items() if points}
    found = [each for each in season.ruleset.rounds if each in scoring or each.number in won]
    return found or list(season.ruleset.rounds)


def _scores(season: Season, number: int) -> bool:
    where = season.ruleset.where(number)
    rules = (rule.at(where) for rule in season.ruleset.points.values())
    sessions = season.ruleset.programme(number)
    return any(
        rule is not None and rule.for_.kind == "place" and _is_for(season, rule, sessions) for rule in rules
    )


def _is_for(season: Season, rule: Points, sessions: tuple[str, ...]) -> bool:
    """Whether the rule is for one of the round's sessions; without any named, for its races."""
    if rule.sessions is None:
        return any(map(season.ruleset.is_race, sessions))
    return bool(set(rule.sessions) & set(sessions))


def _floors(rules: Rules) -> list[str]:
    """Where there is a floor: the column of what it gives back."""
    return [] if rules.floor == "none" else [rules.floor]


def _row(season: Season, rounds: list[Round], rules: Rules, line: Standing) -> tuple[Cellable, ...]:
    entrant = season.entrant(line.person) if line.person else None
    points = [_points(line, each.number, rules.decimals) for each in rounds]
    return (
        line.rank,
        line.change,
        shown_name(season, line),
        entrant.number if entrant else None,
        entrant.team if entrant else ", ".join(season.name(person) for person in line.members),
        _brought(rounds, line) or None,
        *points,
        line.deductions or None,
        *(line.raised.beside or None for _ in _floors(rules)),
        line.total,
        line.tie_break or None,
        "provisional" if is_provisional(season, line) else None,
        _dropped(season, line) or None,
    )


def _brought(rounds: Iterable[Round], line: Standing) -> Number:
    """What the line brought along: from another standing, or from before the season."""
    shown_here = {each.number for each in rounds}
    return line.carried + sum(points for number, points in line.rounds.items() if number not in shown_here)


def _points(line: Standing, number: int, decimals: int) -> Cellable:
    """What a round brought; what of it doesn't count stands in brackets."""
    points = line.rounds.get(number)
    if not line.drops_shown or number not in line.dropped:
        return points
    lost = line.lost.get(number, 0)
    kept = simplest(Fraction(points or 0) - Fraction(lost))
    gone = f"({points_text(lost, decimals)})"
    return f"{points_text(kept, decimals)} {gone}" if kept else gone


def _dropped(season: Season, line: Standing) -> str:
    """The rounds that don't count, or won't in the end."""
    names = ", ".join(season.ruleset.name_of(number) for number in line.dropped)
    return names if line.drops_shown or not names else f"{names} (in the end)"


def _names_tally(season: Season, table: StandingTable) -> bool:
    """A tie-break that tells how a driver's conduct stands is as private as the tally."""
    rule = season.ruleset.standings[table.name]
    ways = (rule.usual, *rule.variants())
    measures = [each for way in ways for each in (*way.ties, Measure.parse(way.still_tied))]
    return any(each.name in season.ruleset.tallies for each in measures)


def is_published(season: Season, table: StandingTable) -> bool:
    """Whether the table after that round may be shown in public."""
    return rules_of(season, table).published


def rules_of(season: Season, table: StandingTable) -> Rules:
    """What the standing says for the table after that round."""
    rule = season.ruleset.standings[table.name]
    return rule.at(season.ruleset.where(table.after)) or rule.usual


def is_provisional(season: Season, line: Standing) -> bool:
    """Whether an open decision or case about the driver may still change the line."""
    people = {line.person, *line.predecessors}
    undecided = (State.OPEN, State.CONTESTED)
    return any(each.is_open and each.subject.key in people for each in season.decisions) or any(
        case.state in undecided and case.row.driver in people for case in season.cases
    )


def shown_name(season: Season, line: Standing) -> str:
    """The driver, and for whom they came: both names stay traceable. A team by its own name."""
    if not line.person:
        return line.seat
    name = season.name(line.person)
    if not line.predecessors:
        return name
    return f"{name} (for {', '.join(season.name(person) for person in line.predecessors)})"
