"""Points by the average: what a status is worth where its driver's other rounds say it."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import TYPE_CHECKING

from sheets_sync.problems import number_of
from sheets_sync.rules.ledger import Entry, balance
from sheets_sync.rules.points.compared import Compared, compared, for_places
from sheets_sync.rules.points.rounding import rounded
from sheets_sync.rules.points.scorer import account, points_entry
from sheets_sync.ruleset.dated import Dated
from sheets_sync.ruleset.kinds.statuses import Status
from sheets_sync.ruleset.values import Number, simplest

if TYPE_CHECKING:
    from sheets_sync.rules.course import Course


def averages(course: Course, name: str, number: int, new: list[Entry]) -> Iterator[Entry]:
    """Entries that bring every such row up to the average of the driver's other rounds so far. A later
    round changes it by an entry of its own, so that what was given stays as it was."""
    asked = any(_may_be_average(rule) for rule in course.ruleset.statuses.values())
    if not asked or not for_places(course, course.ruleset.points[name].usual):
        return
    rounds = sorted({event.round for event in course.classifications})
    rows = [each for known in rounds for each in compared(course, name, known)]
    given = [each for each in (*course.findings.entries, *new) if each.account == account(name)]
    for each in rows:
        if _is_average(each):
            average, count = _average(each, rows, given)
            own = [entry for entry in given if _of(entry, each)]
            missing = simplest(Fraction(rounded(average, each.rules.rounding)) - Fraction(balance(own)))
            if missing != 0 or not own:
                yield _entry(course, name, each, missing, count, number)


def _may_be_average(rule: Dated[Status]) -> bool:
    variants = rule.variants() if rule.overlays else []
    return any(each.points == "average" for each in (rule.usual, *variants))


def _is_average(each: Compared) -> bool:
    return each.row.runner.meaning.points == "average" and not each.row.penalties


def _of(entry: Entry, each: Compared) -> bool:
    return entry.subject.key == each.row.runner.seat and entry.event == each.event


def _average(each: Compared, rows: list[Compared], given: list[Entry]) -> tuple[Number, int]:
    """The average of the sessions of other rounds in which the driver started; and how many they are."""
    seat, number = each.row.runner.seat, each.event.round
    started = {
        other.event
        for other in rows
        if other.row.runner.seat == seat and other.row.runner.meaning.starts and not _is_average(other)
    }
    events = {event for event in started if event.round != number}
    points = balance(entry for entry in given if entry.subject.key == seat and entry.event in events)
    return (Fraction(points) / len(events) if events else 0), len(events)


def _entry(course: Course, name: str, each: Compared, amount: Number, count: int, number: int) -> Entry:
    result, status = each.row.runner.result, each.row.runner.status
    says = f"{status}: the average of {number_of(count, 'other start')}"
    happened, known = course.schedule.end(each.event.round, each.event.pool), course.schedule.last_end(number)
    cells, article = result.row.cells("driver", "status"), each.row.runner.meaning.cite("points")
    return points_entry(name, each.row.runner.seat, each.event, amount, happened, known, article, cells, says)
