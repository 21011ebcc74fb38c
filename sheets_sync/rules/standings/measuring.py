"""Measures of drivers: what a ranking, a grid or a tie-break compares. A smaller key is ahead."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from fractions import Fraction
from typing import TYPE_CHECKING

from sheets_sync.records.fields import Unreadable
from sheets_sync.records.numbers import number as exact
from sheets_sync.records.times import duration
from sheets_sync.rules.classification.rule import Classification, Classified
from sheets_sync.rules.tallies.rule import account
from sheets_sync.ruleset.columns import field_name
from sheets_sync.ruleset.kinds.measures import Measure

if TYPE_CHECKING:
    from sheets_sync.rules.course import Course

Key = tuple[bool, Fraction]
_UNKNOWN: Key = (True, Fraction(0))


def ranked(course: Course, measures: Iterable[Measure], people: Iterable[str], number: int) -> list[str]:
    """People in the order of these measures as they stand in, or before, round ``number``; who has no value
    stands behind, and what ties stays in the order of the entry list."""
    keys = list(measures)
    order = {key: index for index, key in enumerate(course.seats.entrants)}

    def key(person: str) -> tuple[object, ...]:
        return (*(value(course, each, person, number) for each in keys), order.get(person, len(order)))

    return sorted(people, key=key)


def value(course: Course, measure: Measure, person: str, number: int) -> Key:
    """One measure of one driver; unknown ones are last, whichever way round it is."""
    found = _value(course, measure, person, number)
    if found is None:
        return _UNKNOWN
    return (False, -found if measure.reverse else found)


def _value(course: Course, measure: Measure, person: str, number: int) -> Fraction | None:
    if measure.kind == "named":
        return _named(course, measure.name, person, number)
    if measure.kind == "column":
        return _column(course, measure.name, person, number)
    if measure.kind == "entered at":
        entered = course.seats.entrants[person].entered_at
        return None if entered is None else _seconds(entered)
    if measure.kind == "code":
        rows = [
            row for row in course.facts.awards if row.driver == person and row.code == measure.name.upper()
        ]
        return Fraction(-len(rows))
    if measure.kind in ("points", "countback", "stage"):
        return _rank(course, "drivers", person)
    return _in_results(course, measure, person, number)


def _named(course: Course, name: str, person: str, number: int) -> Fraction | None:
    """The place in a session of the round, in a standing so far, or the count of a tally."""
    if name in course.ruleset.standings:
        return _rank(course, name, person)
    if name in course.ruleset.tallies:
        own = (e for e in course.entries() if e.account == account(name) and e.subject.key == person)
        return Fraction(sum(entry.amount for entry in own))
    row, made = row_in(course, name, person, number)
    if row is None or made is None or row.place is None:
        return None
    if made.by == "best lap" and row.runner.result.best_lap is None:
        return None
    return Fraction(row.place)


def row_in(
    course: Course, session: str, person: str, number: int
) -> tuple[Classified | None, Classification | None]:
    """The driver's row of a session of that round, whichever pool it was in."""
    for made in course.round_classifications(number):
        if made.event.session == session:
            row = made.row_of(person)
            if row is not None:
                return row, made
    return None, None


def _rank(course: Course, name: str, person: str) -> Fraction | None:
    last = max(course.standings, default=None)
    for table in course.standings.of(last, name) if last is not None else ():
        rank = next((row.rank for row in table.rows if person in (row.person, row.seat)), None)
        if rank is not None:
            return Fraction(rank)
    return None


def _column(course: Course, name: str, person: str, number: int) -> Fraction | None:
    """A further column of the entries, or a field or column of the round's results."""
    entrant = course.seats.entrants[person]
    cell = course.facts.column(entrant.row, name)
    for row in course.facts.of_driver_in(course.facts.results, person, number):
        own = getattr(row, field_name(name), None)
        if isinstance(own, datetime):
            return _seconds(own)
        if isinstance(own, (int, Fraction)):
            return Fraction(own)
        cell = course.facts.column(row.row, name) or cell
    return None if cell is None else cell_number(cell)


def cell_number(cell: object) -> Fraction | None:
    for read in (exact, duration):
        try:
            return Fraction(read(cell, None))  # type: ignore[arg-type]
        except Unreadable:
            continue
    return None


def _in_results(course: Course, measure: Measure, person: str, number: int) -> Fraction | None:
    """A figure of the driver's results of that round; of several the best."""
    found = []
    for made in course.round_classifications(number):
        row = made.row_of(person)
        figure = _figure(measure.kind, row) if row is not None else None
        if figure is not None:
            found.append(figure)
    return min(found, default=None)


def _figure(kind: str, row: Classified) -> Fraction | None:
    result = row.runner.result
    lower = {
        "place": row.place,
        "best lap": result.best_lap,
        "time": result.total_time,
        "start": result.start,
    }
    higher = {"laps": result.laps, "laps led": result.laps_led}
    if kind in lower:
        found = lower[kind]
        return None if found is None else Fraction(found)
    if kind in higher:
        found = higher[kind]
        return None if found is None else Fraction(-found)
    return None


def _seconds(moment: datetime) -> Fraction:
    return Fraction(moment.timestamp()).limit_denominator(1000)
