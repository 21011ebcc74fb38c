"""Why a driver stands where they stand on a grid, in words and with the cells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sheets_sync.cells import CellRef
from sheets_sync.rules.classification.rule import Classified
from sheets_sync.rules.standings.measuring import row_in
from sheets_sync.ruleset.kinds.measures import Measure
from sheets_sync.ruleset.phrases import Sanction

if TYPE_CHECKING:
    from sheets_sync.rules.course import Course

Reason = tuple[str, tuple[CellRef, ...]]


def reason(course: Course, measure: Measure, person: str, number: int) -> Reason:
    """What the measure says of the driver."""
    words, cells = _reason(course, measure, person, number)
    return (f"{words}, in reverse order" if measure.reverse else words), cells


def _reason(course: Course, measure: Measure, person: str, number: int) -> Reason:
    entrant = course.seats.entrants[person]
    if measure.kind == "named" and measure.name not in (*course.ruleset.standings, *course.ruleset.tallies):
        row, made = row_in(course, measure.name, person, number)
        if row is not None and made is not None:
            cells = row.runner.result.row.cells("driver", "place", "best_lap", "total_time")
            return _in_session(measure.name, made.by, row), cells
    if measure.kind == "column":
        cell = course.facts.column(entrant.row, measure.name)
        if cell is not None:
            return f"{measure.name} {cell.value}", (cell.ref,)
    if measure.kind == "named" and measure.name in course.ruleset.standings:
        return f"{_rank(course, measure.name, person)} in the standing {measure.name}", entrant.row.cells(
            "driver"
        )
    return f"by {Measure(measure.kind, measure.name)}", entrant.row.cells("driver")


def _in_session(session: str, by: str, row: Classified) -> str:
    words = f"P{row.place} in {session}" if row.place is not None else f"no place in {session}"
    lap = row.runner.result.best_lap
    if by != "best lap" or lap is None:
        return words
    added = [each for each in row.penalties if each.sanction is Sanction.SECONDS]
    plus = "".join(f" + {each.phrase} ({each.says})" for each in added)
    return f"{words} with {lap_text(lap)}{plus}"


def _rank(course: Course, name: str, person: str) -> str:
    last = max(course.standings, default=None)
    for table in course.standings[last] if last is not None else ():
        for row in table.rows if table.name == name else ():
            if person in (row.person, row.seat):
                return f"P{row.rank}"
    return "nowhere"


def lap_text(ms: int) -> str:
    """96123 -> 1:36.123."""
    minutes, rest = divmod(ms, 60_000)
    return f"{minutes}:{rest // 1000:02d}.{rest % 1000:03d}"
