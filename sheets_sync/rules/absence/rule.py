"""absence: no result row: signed out, or a no-show?

With a ``notice`` everybody is judged who was expected in a round whose evening is over and stands in none
of its results: who holds a place in it as a driver, wasn't banned from it, and whose pool has raced; who
raced elsewhere by a move isn't absent. A sign-out that was sent up to the moment of ``notice``, which may be
one for the whole series, makes it the status of ``signed_out``; one without a time is taken to be in time.
One that came later, that somebody else has sent though ``sent_by`` says ``driver``, or that gives no reason
though ``reason`` is ``needed``, does not count: then, as without any, the status is that of ``too_late``.
What such a status brings under `statuses` follows as if it were written in the results, and tallies count
it. Where the organisers have marked the reason as improper the sign-out counts, and what ``poor_reason``
says follows on top. An absence that is written in the results as a status of its own stays as it is
written.

A sign-out for the series frees the driver's seat from the first round whose race of the own pool starts
after it. A report of load shedding is no sign-out: how many report it for the round that comes next is said,
for people to decide.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from sheets_sync.cells import CellRef
from sheets_sync.problems import Problem, Severity
from sheets_sync.rules.absence.sign_outs import Judged, judged
from sheets_sync.rules.conduct import acts_of
from sheets_sync.rules.ledger import Decision, Event
from sheets_sync.rules.pools import rule as pools
from sheets_sync.rules.pools.raced import expected_pools, pools_in
from sheets_sync.rules.roster.expected import expected_pool
from sheets_sync.rules.sanctions.penalties import Act, Penalty
from sheets_sync.rules.season.completeness import is_over
from sheets_sync.rules.statuses import rule as statuses
from sheets_sync.rules.statuses.acts import Held, act_of, brings
from sheets_sync.ruleset.kinds import absence as settings
from sheets_sync.ruleset.phrases import Sanction

if TYPE_CHECKING:
    from sheets_sync.rules.course import Course


@dataclass(frozen=True, slots=True)
class Absence:
    """A driver who was missing from a round, the status that it counts as, and why."""

    person: str
    event: Event
    status: str
    says: str
    article: str
    cells: tuple[CellRef, ...]


@dataclass(frozen=True, slots=True)
class Absences:
    """The absences of a round, and what they bring."""

    absences: tuple[Absence, ...] = ()
    penalties: tuple[Penalty, ...] = ()
    acts: tuple[Act, ...] = ()
    decisions: tuple[Decision, ...] = ()
    problems: tuple[Problem, ...] = ()


def absences(course: Course, number: int) -> Absences:
    """Who was missing from a round that was raced."""
    found = Absences()
    settings_here = (course.ruleset.absence.usual, *course.ruleset.absence.variants())
    if all(each.notice is None for each in settings_here):
        return found
    for person, pool in _missing(course, number):
        rules = course.ruleset.absence.at(course.ruleset.where(number, pool=pool))
        if rules is not None and rules.notice is not None:
            found = _added(found, _of(course, rules, person, Event(number, "", pool)))
    return found


def _missing(course: Course, number: int) -> Iterator[tuple[str, str]]:
    """Everybody who was expected and has no row, with the pool in which they would have raced."""
    raced = {
        event.pool
        for event in course.sessions
        if event.round == number and course.ruleset.ends_round(number, event.session)
    }
    there = {row.driver for row in course.facts.in_round(course.facts.results, number)}
    excused, missed = pools.excused(course, number), pools.missed(course, number)
    for person in _expected(course, number) if raced else ():
        pool = missed[person].from_pool if person in missed else expected_pool(course, person, number)
        is_there = person in there and person not in missed
        if not is_there and person not in excused and _has_raced(course, number, pool, raced):
            yield person, "" if raced == {""} else pool


def _expected(course: Course, number: int) -> list[str]:
    banned = {
        each.penalty.person
        for each in course.sentences()
        if each.penalty.sanction is Sanction.ROUND_BAN and number in each.served
    }
    entrants = course.seats.entrants
    return [
        person
        for person, seat in course.field(number).items()
        if person not in banned and (entrants[person].role == "driver" or seat != person)
    ]


def _has_raced(course: Course, number: int, pool: str, raced: set[str]) -> bool:
    """Whether the pool has raced, and who is missing can't come any more; where nobody knows which it would
    have been, all that were to race."""
    if not is_over(course, number, pool):
        return False
    if pool in raced or "" in raced:
        return True
    rows = course.facts.in_round(course.facts.results, number)
    names = pools_in(course.ruleset, number).names
    needed = expected_pools(course.ruleset, number, rows) or set(names)
    return (not pool or pool not in needed) and raced >= needed


def _of(course: Course, rules: settings.Absence, person: str, event: Event) -> Absences:
    sign_out = judged(course, rules, person, event.round, event.pool)
    in_time = sign_out is not None and not sign_out.objection
    setting = "signed_out" if in_time else "too_late"
    status = rules.signed_out if in_time else rules.too_late
    held = _held(course, status, person, event, sign_out)
    missing = Absence(person, event, status, _says(sign_out), rules.cite(setting), held.cells)
    made, asked = brings(held, held.meaning.then, "statuses", held.meaning.cite("then"))
    if in_time and sign_out is not None and not sign_out.row.proper:
        more, questions = brings(held, rules.poor_reason, "absence", rules.cite("poor_reason"))
        made, asked = made + more, asked + questions
    acts = (act_of(held), *(act for each in made for act in acts_of(each)))
    said = () if sign_out is None else tuple(_said(course, rules, sign_out, status))
    return Absences((missing,), tuple(made), acts, tuple(asked), said)


def _held(course: Course, status: str, person: str, event: Event, sign_out: Judged | None) -> Held:
    """The status that the driver has by the absence, on the sign-out or else on the entry."""
    entrant = course.seats.entrants[person]
    cells = entrant.row.cells("driver")
    if sign_out is not None:
        cells = sign_out.row.row.cells("line", "driver", "round", "at")
    meaning = statuses.meaning(course.ruleset, status, event)
    words = course.schedule.in_words(event.round)
    return Held(status, meaning, entrant, event, _ended(course, event), cells, words)


def _ended(course: Course, event: Event) -> datetime:
    if event.pool:
        return course.schedule.end(event.round, event.pool)
    return course.schedule.last_end(event.round)


def _says(sign_out: Judged | None) -> str:
    if sign_out is None:
        return "no result and no sign-out"
    if sign_out.objection:
        return sign_out.objection
    reason = f": {sign_out.row.reason}" if sign_out.row.reason else ""
    return f"signed out{' of the series' if sign_out.row.is_series else ''}{reason}"


def _said(course: Course, rules: settings.Absence, sign_out: Judged, status: str) -> Iterator[Problem]:
    """A note where a sign-out doesn't count, or has no time by which to judge it."""
    name, row = course.name(sign_out.row.driver), sign_out.row.row
    if sign_out.objection:
        message = f"{name}: {sign_out.objection}. It counts as {status}."
        yield Problem(message, row.cell("at"), "", Severity.NOTE, "absence", rules.cite("notice"))
    elif sign_out.row.at is None and rules.notice is not None and _ended_at_all(course, sign_out):
        message = f"{name}'s sign-out has no time; it is taken to be in time ({rules.notice.text})."
        hint = "Fill in when it was sent."
        yield Problem(message, row.cell("at"), hint, Severity.WARNING, "absence", rules.cite("notice"))


def _ended_at_all(course: Course, sign_out: Judged) -> bool:
    """Whether there are dates by which a sign-out could be judged."""
    number = sign_out.row.round
    return number is not None and any(slot.start for slot in course.schedule.of_round(number))


def _added(found: Absences, more: Absences) -> Absences:
    return replace(
        found,
        absences=found.absences + more.absences,
        penalties=found.penalties + more.penalties,
        acts=found.acts + more.acts,
        decisions=found.decisions + more.decisions,
        problems=found.problems + more.problems,
    )
