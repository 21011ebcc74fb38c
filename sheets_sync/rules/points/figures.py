"""The figures that points are given for, but for places: less is ahead."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from sheets_sync.rules.points.compared import Compared
from sheets_sync.rules.points.rankings import lap_text
from sheets_sync.rules.standings.measuring import cell_number, value
from sheets_sync.ruleset.columns import field_name
from sheets_sync.ruleset.phrases import Sanction
from sheets_sync.ruleset.values import Number

if TYPE_CHECKING:
    from sheets_sync.rules.course import Course

FLAT = frozenset({"start", "clean", "led a lap"})
"""Measures that one has or hasn't: each who has it gets the first value of the table."""

FIELDS = {
    "best lap": ("best_lap",),
    "time": ("total_time",),
    "laps": ("laps",),
    "laps led": ("laps_led",),
    "led a lap": ("laps_led",),
    "places gained": ("start", "place"),
    "incidents": ("incidents",),
    "place": ("place",),
    "start": ("status",),
}
_NO_PENALTY = frozenset({Sanction.NOTE, Sanction.DECIDE})


def has(course: Course, each: Compared) -> bool:
    """Whether a driver has what the points are for: a start, a clean round, a lap in the lead."""
    kind, runner = each.rules.for_.kind, each.row.runner
    if kind == "led a lap":
        found = (runner.result.laps_led or 0) > 0
    elif kind == "clean":
        found = runner.meaning.starts and not _penalised(course, runner.person.key, each.event.round)
    else:
        found = runner.meaning.starts
    return found != each.rules.for_.reverse


def _penalised(course: Course, person: str, number: int) -> bool:
    return any(
        each.person == person
        and each.event.round == number
        and each.holds
        and each.sanction not in _NO_PENALTY
        for each in course.all_penalties()
    )


def figure(course: Course, each: Compared) -> Number | None:
    """What is compared; None where the driver has no such figure."""
    found = _figure(course, each)
    return -found if found is not None and each.rules.for_.reverse else found


def _figure(course: Course, each: Compared) -> Number | None:
    kind, result = each.rules.for_.kind, each.row.runner.result
    match kind:
        case "best lap":
            return result.best_lap
        case "time":
            return None if result.total_time is None else result.total_time + each.row.added
        case "incidents":
            return result.incidents
        case "place":
            return each.place
        case "places gained":
            return _gained(each)
        case "laps led":
            return -result.laps_led if result.laps_led else None
        case "laps":
            return None if result.laps is None else -result.laps
        case "column":
            return _column(course, each)
    unknown, found_value = value(course, each.rules.for_, each.row.runner.person.key, each.event.round)
    turned = -found_value if each.rules.for_.reverse else found_value
    return None if unknown else turned


def _gained(each: Compared) -> int | None:
    """Places won from the start to the end; who won none isn't in it."""
    start, place = each.row.runner.result.start, each.row.place
    if start is None or place is None:
        return None
    gained = start - place
    return -gained if gained > 0 or each.rules.for_.reverse else None


def _column(course: Course, each: Compared) -> Fraction | None:
    """A further column of this very row, else what is known of the driver in that round."""
    name, result = each.rules.for_.name, each.row.runner.result
    own = getattr(result, field_name(name), None)
    if isinstance(own, (int, Fraction)) and not isinstance(own, bool):
        return Fraction(own)
    cell = course.facts.column(result.row, name)
    if cell is not None:
        return cell_number(cell)
    entrant = course.facts.column(each.row.runner.person.row, name)
    return None if entrant is None else cell_number(entrant)


def words(each: Compared, found: Number | None) -> str:
    """What the points are for, said with its figure."""
    measure = each.rules.for_
    size = abs(Fraction(found)) if found is not None else 0
    if measure.kind in ("best lap", "time") and found is not None:
        return f"{measure} {lap_text(int(size))}"
    if measure.kind in FLAT:
        return {"start": "started", "clean": "no penalty in the round", "led a lap": "led a lap"}[
            measure.kind
        ]
    return f"{measure}: {size}"
