"""points: a table for a ranking by one measure.

``for: place`` ranks by the classification, the name of a session by the places of that one, ``best lap`` by
the best lap. Other figures are ``time``, ``laps`` and ``laps led`` (most first), ``places gained`` (from the
start to the end, at least one), ``incidents`` and ``column X`` (fewest first), a standing or a tally so far;
``reverse`` turns any of them round. ``start``, ``clean`` (no penalty in the round) and ``led a lap`` give the
first value of the table to everybody who has it, and ``code X`` gives it for each row with that code. Without
``sessions`` a rule is for all races, and not for a qualifying. All but places are bonuses: nobody has one
whose status doesn't allow it, or who has no place.

``table`` is a list; lists by the number of starters, of which the smallest that holds them counts, above the
largest the largest, and 0 beyond its end; a formula from the first place down (``{first: starters, step:
-1}``) or from the last up (``{last: 1}``); a name in ``tables``; ``none``; or ``ask``, where the document
leaves it open: then no points are given, and it is said where to write it down.

``among`` says who is compared: the pool, the class inside a session, or the whole round, once all its pools
have raced. Equal figures, and places shared in a dead heat, stand on the same place: with ``ties: each``
everybody gets the points of the first of their places, with ``split`` all their points are shared equally,
with ``first`` the upper row stands ahead. With ``top`` who isn't placed that high gets nothing, and nobody
else does. Drivers who shared a car (``shared_car``) get its points each, a share of them, or none; of a
driver in ``several_cars`` all count, or the best. With ``eligible: no`` points are shown and count for
nobody; the exception that says so names the drivers or teams. An exception with a ``code`` is for those who
have that code in that round, such as a joker.

``distance`` goes by the share of the winner's laps, or of those ``scheduled`` in the calendar: the first band
that is reached scales the value of the table, or of the band's own table, and adds ``plus``, or gives fixed
``points``; below the last band there is nothing. ``scale`` acts then, what an interruption leaves of the
points of a place after it, and the ``rounding`` last. Points lost under the tariff are entries of their own
in ``points.deductions``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from sheets_sync.problems import Problem, number_of
from sheets_sync.records.awards import Award
from sheets_sync.rules.ledger import Entry, Event, balance
from sheets_sync.rules.points.averages import averages
from sheets_sync.rules.points.bonus import BonusPoints
from sheets_sync.rules.points.compared import Compared, codes_of, compared, for_places
from sheets_sync.rules.points.distances import unknown_distances, unscheduled
from sheets_sync.rules.points.rankings import PlacePoints
from sheets_sync.rules.points.rounding import rounded
from sheets_sync.rules.points.scorer import points_entry
from sheets_sync.rules.points.tables import OPEN, table_of, value_of
from sheets_sync.rules.roster import guests
from sheets_sync.rules.roster.seats import class_of
from sheets_sync.ruleset.kinds.points import Points
from sheets_sync.ruleset.values import Number

if TYPE_CHECKING:
    from sheets_sync.rules.course import Course


def award(course: Course, name: str, number: int) -> list[Entry]:
    """One round's entries of a points rule that looks at results."""
    groups: dict[tuple[str, ...], list[Compared]] = {}
    for each in _rows(course, name, number):
        if each.rules.table != OPEN:
            groups.setdefault(_group(each), []).append(each)
    entries: list[Entry] = []
    for rows in groups.values():
        kind = PlacePoints if for_places(course, rows[0].rules) else BonusPoints
        entries += kind(course, name, rows).entries()
    for parts in _parts(groups.values()):
        entries = _rounded_together(entries, parts)
    return [*entries, *averages(course, name, number, entries)]


def _rows(course: Course, name: str, number: int) -> list[Compared]:
    """The rows that are looked at; of a measure of the round the last of each driver."""
    rows = compared(course, name, number)
    if course.ruleset.points[name].usual.for_.kind != "clean":
        return rows
    return list({each.row.runner.seat: each for each in rows}.values())


def _group(each: Compared) -> tuple[str, ...]:
    event, among = each.event, each.rules.among
    if among == "round":
        return (event.session,)
    inside = (each.row.runner.car_class,) if among == "class" else ()
    return event.session, event.pool, each.made.part, *inside


def _parts(groups: Iterable[list[Compared]]) -> Iterator[Compared]:
    """One row of each last part of a race whose parts are weighed."""
    last: dict[Event, Compared] = {}
    for rows in groups:
        if rows[0].made.weight != 1 and rows[0].rules.rounding != "none":
            last[rows[0].event] = rows[0]
    yield from last.values()


def _rounded_together(entries: list[Entry], part: Compared) -> list[Entry]:
    """The points of all parts are rounded as one: the last entry of each driver makes up the rest."""
    seats = dict.fromkeys(entry.subject.key for entry in entries if entry.event == part.event)
    for seat in seats:
        own = [e for e in entries if e.event == part.event and e.subject.key == seat]
        rest = Fraction(rounded(balance(own), part.rules.rounding)) - Fraction(balance(own))
        if rest:
            mended = replace(own[-1], amount=own[-1].amount + rest, says=f"{own[-1].says}, rounded with it")
            entries = [mended if entry is own[-1] else entry for entry in entries]
    return entries


def award_codes(
    course: Course, name: str, number: int, awards: Iterable[Award], field: Mapping[str, str]
) -> list[Entry]:
    """One round's entries of a points rule ``for: code X``: one for each row with that code."""
    entries = []
    for row in awards:
        rules = _for_code(course, name, number, row.driver)
        if rules is None or row.code != rules.for_.name.upper() or row.driver not in field:
            continue
        known = row.at or course.schedule.last_end(number)
        says, cells = row.reason or row.code, row.row.cells("driver", "round", "code", "reason")
        worth: Number = value_of(table_of(course.ruleset, rules.table, 1), 1)
        amount = rounded(Fraction(worth) * Fraction(rules.scale), rules.rounding)
        if not rules.eligible:
            amount, says = 0, f"{says}: {number_of(amount, 'point')} for nobody"
        article, event = rules.cite("table"), Event(number)
        if guests.score_nothing(course.ruleset, course.seats.entrants[row.driver], number):
            amount, says = 0, f"{says}: {number_of(amount, 'point')} for nobody, as a guest's"
            article = guests.cite(course.ruleset, number)
        entries.append(
            points_entry(name, field[row.driver], event, amount, known, known, article, cells, says)
        )
    return entries


def _for_code(course: Course, name: str, number: int, driver: str) -> Points | None:
    """The settings that hold for that driver's codes."""
    person = course.seats.entrants[driver]
    where = replace(
        course.ruleset.where(number),
        driver=person.driver,
        team=person.team or "",
        car_class=class_of(course.ruleset, person),
        codes=codes_of(course, driver, number),
    )
    rules = course.ruleset.points[name].at(where)
    return rules if rules is not None and rules.for_.kind == "code" else None


def not_given(course: Course, name: str, number: int) -> list[Problem]:
    """Why points aren't given: distances that nobody knows, and a table that the document leaves open."""
    rule = course.ruleset.points[name]
    if not (rule.overlays or rule.usual.distance or rule.usual.table == OPEN):
        return []
    rows = compared(course, name, number)
    found = [*unknown_distances(name, rows), *unscheduled(course, rows)]
    said = {problem.message for problem in course.findings.problems}
    return found + [each for each in _open(course, name, rows) if each.message not in said]


def _open(course: Course, name: str, rows: list[Compared]) -> list[Problem]:
    rules = course.ruleset
    if not any(each.rules.table == OPEN for each in rows):
        return []
    message = (
        f"{rules.document} leaves the table open: points.{name}.table. No points are given for '{name}' "
        "until it is written."
    )
    path = f"rules: {{points: {{{name}: {{table: [...]}}}}}}"
    hint = f"Write it into league.yaml, as '{path}', or into {rules.files[-1]}."
    return [Problem(message, None, hint, rule="points", article=rows[0].rules.cite("table"))]
