"""points: a table for a ranking by one measure.

``for: place`` ranks by the classification, ``for: best lap`` by the best lap of everybody whose status
allows bonuses, ``for: code X`` gives the first value of the table for each row with that code. Without
``sessions`` a rule is for all races, and not for a qualifying. ``among`` says who is compared: the pool,
the class inside a session, or with best laps the whole round, once all its pools have raced. Equal laps
stand on the same place: with ``ties: each`` everybody gets the points of the first of their places, with
``split`` all their points are shared equally, with ``first`` the upper row stands ahead. With ``top`` a
fastest driver who isn't placed that high gets nothing, and nobody else does. ``distance`` scales by the
share of the winner's laps, the first band that is reached; below the last one there is nothing. ``scale``
and ``rounding`` act last. Points lost under the tariff are entries of their own in ``points.deductions``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import TYPE_CHECKING

from sheets_sync.problems import Problem
from sheets_sync.records.awards import Award
from sheets_sync.rules.classification import Classification, Classified
from sheets_sync.rules.ledger import Entry, Event
from sheets_sync.rules.ranking_points import RankingPoints, account, points_entry, table_of
from sheets_sync.rules.rounding import rounded
from sheets_sync.rules.schedule import Schedule
from sheets_sync.ruleset.kinds.points import Points
from sheets_sync.ruleset.model import Ruleset

if TYPE_CHECKING:
    from sheets_sync.rules.course import Course


def award(course: Course, name: str, number: int) -> list[Entry]:
    """One round's entries of a points rule that looks at results."""
    ruleset, schedule = course.ruleset, course.schedule
    classifications = course.round_classifications(number)
    groups: dict[tuple[str, ...], list[tuple[Classification, Classified]]] = {}
    rules_of: dict[tuple[str, ...], Points] = {}
    for classification in classifications:
        event = classification.event
        rules = ruleset.points[name].at(ruleset.where(number, event.session, event.pool))
        if rules is None or rules.for_.kind == "code" or not _scores(ruleset, rules, event):
            continue
        for row in classification.rows:
            group = _group(rules, event, row)
            rules_of[group] = rules
            groups.setdefault(group, []).append((classification, row))
    entries = []
    for group, rows in groups.items():
        entries += RankingPoints(ruleset, schedule, name, rules_of[group], rows).entries()
    return entries


def _scores(ruleset: Ruleset, rules: Points, event: Event) -> bool:
    """A rule that names no sessions is for the races."""
    return rules.sessions is not None or ruleset.is_race(event.session)


def without_laps(course: Course, name: str, number: int) -> list[Problem]:
    """Rows that a ``distance`` can't judge, because nobody entered the laps."""
    ruleset, classifications = course.ruleset, course.round_classifications(number)
    problems = []
    for classification in classifications:
        event = classification.event
        rules = ruleset.points[name].at(ruleset.where(number, event.session, event.pool))
        if rules is None or not rules.distance or not _scores(ruleset, rules, event):
            continue
        for row in classification.rows:
            if (
                row.place is not None
                and row.runner.meaning.points != "none"
                and row.runner.result.laps is None
            ):
                message = (
                    f"{row.runner.person.driver} has no laps, so that the distance isn't known. "
                    f"The row scores nothing in {account(name)}."
                )
                at, cite = row.runner.result.row.cell("laps"), rules.cite("distance")
                problems.append(Problem(message, at, "Fill in the laps.", rule="points", article=cite))
    return problems


def _group(rules: Points, event: Event, row: Classified) -> tuple[str, ...]:
    if rules.among == "round":
        return (event.session,)
    if rules.among == "class":
        return event.session, event.pool, row.runner.car_class
    return event.session, event.pool


def award_codes(
    ruleset: Ruleset,
    schedule: Schedule,
    name: str,
    number: int,
    awards: Iterable[Award],
    field: Mapping[str, str],
) -> list[Entry]:
    """One round's entries of a points rule ``for: code X``: one for each row with that code."""
    rules = ruleset.points[name].at(ruleset.where(number))
    if rules is None or rules.for_.kind != "code":
        return []
    code = rules.for_.name.upper()
    table = table_of(ruleset, rules.table, 1)
    entries = []
    for row in awards:
        if row.code == code and row.driver in field:
            known = row.at or schedule.last_end(number)
            says = row.reason or code
            cells = row.row.cells("driver", "round", "code", "reason")
            article = rules.cite("table")
            seat = field[row.driver]
            amount = rounded(Fraction(table[0]) * Fraction(rules.scale), rules.rounding)
            entries.append(
                points_entry(name, seat, Event(number), amount, known, known, article, cells, says)
            )
    return entries
