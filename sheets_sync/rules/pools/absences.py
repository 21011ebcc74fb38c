"""Who is out of a round before it is driven: banned, gone or signed out."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from sheets_sync.rules.pools.allocation import Out
from sheets_sync.rules.roster.expected import expected_pool
from sheets_sync.rules.sanctions.serving import Sentence, binding
from sheets_sync.ruleset.phrases import GONE, Sanction

if TYPE_CHECKING:
    from sheets_sync.rules.course import Course


def out_of(course: Course, number: int) -> dict[str, Out]:
    """person -> why they don't take part in that round. A ban goes before a sign-out."""
    field = course.seats.field(number)
    found: dict[str, Out] = {}
    for person, own in _by_person(course.sentences()).items():
        for sentence in _keeping_out(course, number, own, person, person in field):
            found.setdefault(person, _out(sentence))
    for row in course.facts.sign_outs:
        if row.is_for(number) and row.driver in field:
            article = course.ruleset.absence.usual.cite("notice")
            found.setdefault(row.driver, Out(row.driver, "signed out", article, row.row.cells("driver")))
    return found


def _keeping_out(
    course: Course, number: int, own: list[Sentence], person: str, in_field: bool
) -> list[Sentence]:
    """Bans of that round; and for who holds no place any more what ended their season."""
    if not in_field:
        ended = [each for each in own if each.penalty.sanction in GONE]
        return [each for each in ended if course.schedule.is_after(number, each.penalty.event.round)]
    pool = expected_pool(course, person, number)
    bound = [*binding(own, course.schedule, number, pool), *(each for each in own if number in each.served)]
    return [each for each in bound if each.penalty.sanction is Sanction.ROUND_BAN]


def _out(sentence: Sentence) -> Out:
    penalty = sentence.penalty
    return Out(penalty.person, str(penalty.phrase), penalty.article, penalty.cells)


def _by_person(sentences: Iterable[Sentence]) -> dict[str, list[Sentence]]:
    found: dict[str, list[Sentence]] = {}
    for each in sentences:
        found.setdefault(each.penalty.person, []).append(each)
    return found
