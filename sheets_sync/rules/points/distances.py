"""What is left of points after the distance that was driven."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import TYPE_CHECKING

from sheets_sync.problems import Problem, Severity
from sheets_sync.rules.points.compared import Compared
from sheets_sync.rules.points.tables import table_of, value_of
from sheets_sync.ruleset.kinds.points import Band
from sheets_sync.ruleset.round_words import in_words
from sheets_sync.ruleset.values import Number, simplest

if TYPE_CHECKING:
    from sheets_sync.rules.course import Course

_WHOLE = Band.model_validate({})


def of_laps(course: Course, each: Compared) -> int:
    """The laps that count as the whole distance."""
    scheduled = course.schedule.slot(each.event.round, each.event.pool).laps
    if each.rules.distance_of == "scheduled" and scheduled:
        return scheduled
    return each.laps


def band_of(course: Course, each: Compared) -> Band | None:
    """The first band whose share of the distance was driven; None below the last one."""
    off = each.verdict is not None and not each.verdict.distance_rule
    if off or not each.rules.distance:
        return _WHOLE
    driven = Fraction(each.row.runner.result.laps or 0, of_laps(course, each) or 1)
    return next((band for band in each.rules.distance if driven >= band.from_), None)


def left_over(course: Course, each: Compared, value: Number, place: int | None = None) -> Number:
    """What is left of a value of the table after the distance, before any scale."""
    band = band_of(course, each)
    if band is _WHOLE:
        return value
    if band is None:
        return 0
    if band.points is not None:
        return band.points
    if band.table is not None and place is not None:
        table = table_of(course.ruleset, band.table, each.starters)
        value = value_of(table, place)
    return simplest(Fraction(value) * Fraction(band.scale) + Fraction(band.plus))


def driven(course: Course, each: Compared) -> str:
    return f"{each.row.runner.result.laps or 0} of {of_laps(course, each)} laps"


def unknown_distances(name: str, rows: list[Compared]) -> Iterator[Problem]:
    """Rows that a ``distance`` can't judge, because nobody entered the laps."""
    for each in rows:
        result, meaning = each.row.runner.result, each.row.runner.meaning
        counts = each.row.place is not None and meaning.points != "none"
        if not each.rules.distance or not counts or result.laps is not None:
            continue
        if each.verdict is not None and not each.verdict.distance_rule:
            continue
        message = (
            f"{each.row.runner.person.driver} has no laps, so that the distance isn't known. "
            f"The row scores nothing in points.{name}."
        )
        at, cite = result.row.cell("laps"), each.rules.cite("distance")
        yield Problem(message, at, "Fill in the laps.", rule="points", article=cite)


def unscheduled(course: Course, rows: list[Compared]) -> Iterator[Problem]:
    """Races without scheduled laps, where the distance is a share of them."""
    for event, each in {each.event: each for each in rows}.items():
        slot = course.schedule.slot(event.round, event.pool)
        if each.rules.distance and each.rules.distance_of == "scheduled" and not slot.laps:
            race = f"{event.session} {event.pool}".strip()
            message = (
                f"The calendar has no laps for the {race} of {in_words(course.ruleset, event.round)}; the "
                "winner's laps count."
            )
            at = slot.row.row.cell("laps") if slot.row else None
            cite, hint = each.rules.cite("distance_of"), "Fill in the scheduled laps."
            yield Problem(message, at, hint, Severity.WARNING, "points", cite)
