"""Points lost under the tariff: entries of their own, taken back where a decision holds no more. What a guest
loses who can't score is nobody's: an entry of 0 says so."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from sheets_sync.problems import number_of
from sheets_sync.rules.ledger import Entry, Subject, reversal
from sheets_sync.rules.roster import guests
from sheets_sync.rules.sanctions.penalties import Penalty
from sheets_sync.ruleset.phrases import Sanction
from sheets_sync.ruleset.values import simplest

if TYPE_CHECKING:
    from sheets_sync.rules.course import Course

DEDUCTIONS = "points.deductions"


def deduct(course: Course, penalties: Iterable[Penalty], field: Mapping[str, str]) -> list[Entry]:
    """Points lost: one entry a sanction, and its reversal where the decision holds no more."""
    entries = []
    for penalty in penalties:
        if penalty.sanction is not Sanction.POINTS or penalty.person not in field or penalty.phrase.suspended:
            continue
        entry = _of_whom(course, penalty, _lost(penalty, field[penalty.person]))
        entries.append(entry)
        if penalty.undone is not None:
            entries.append(reversal(entry, f"{entry.says}: {penalty.undone_says}", penalty.undone))
    return entries


def _lost(penalty: Penalty, seat: str) -> Entry:
    return Entry(
        DEDUCTIONS,
        Subject("seat", seat),
        penalty.event,
        simplest(Fraction(penalty.amount)),
        penalty.happened,
        penalty.known,
        penalty.rule,
        penalty.article,
        penalty.cells,
        penalty.says,
        penalty.because,
    )


def _of_whom(course: Course, penalty: Penalty, lost: Entry) -> Entry:
    """The entry, or where a guest can't score one of 0."""
    number = lost.event.round
    if not guests.score_nothing(course.ruleset, course.seats.entrants[penalty.person], number):
        return lost
    says = f"{lost.says}: {number_of(lost.amount, 'point')} for nobody, as a guest's"
    return replace(lost, amount=0, says=says, article=guests.cite(course.ruleset, number))
