"""The grid of a race that was broken off and is to be restarted in the order of its photo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sheets_sync.rules.grids.parts import Part, Standing
from sheets_sync.rules.grids.settings import Starters
from sheets_sync.rules.ledger import Event

if TYPE_CHECKING:
    from sheets_sync.rules.course import Course

_BY_PHOTO = ("restart from photo", "two parts")


def by_photo(course: Course, session: str, starters: Starters) -> list[Standing]:
    """The order of the photo; empty where nothing is restarted from one."""
    verdict = course.verdicts.get(Event(starters.round, session, starters.pool))
    if verdict is None or verdict.result not in _BY_PHOTO:
        return []
    rows = [
        row
        for row in course.facts.photos
        if (row.round, row.session) == (starters.round, session) and row.driver in starters.people
    ]
    rows.sort(key=lambda row: (row.place is None, row.place or 0, row.row.row))
    return [
        Standing(
            row.driver,
            Part.PLACED,
            f"P{row.place} in the photo" if row.place else "in the photo",
            verdict.article,
            (*row.row.cells("driver", "place", "part"), *verdict.cells),
        )
        for row in rows
    ]
