"""Notices of what happened: cases, rounds that are moved or final, safety cars, signatures."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from sheets_sync.records.names import fold
from sheets_sync.rules.cases.reports import people_in
from sheets_sync.rules.cases.rule import Case, State
from sheets_sync.rules.notices.due import THE_DRIVER, Due, made
from sheets_sync.rules.sanctions.penalties import Penalty
from sheets_sync.rules.season.rule import LONG_AGO
from sheets_sync.ruleset.dated import Dated
from sheets_sync.ruleset.kinds.notices import Notice
from sheets_sync.ruleset.phrases import Sanction

if TYPE_CHECKING:
    from sheets_sync.rules.course import Course

Fields = tuple[tuple[str, str], ...]
_UNTOLD = frozenset({State.OPEN, State.REFUSED, State.SUPERSEDED})
_NO_NOTICE = frozenset({Sanction.TALLY, Sanction.NOTE, Sanction.DECIDE})


def happenings(course: Course, name: str) -> Iterator[Due]:
    """What the notice tells of all that has happened so far, each as it is told there."""
    dated = course.ruleset.notices[name]
    for rule in _told_anywhere(course, dated):
        for due in _HAPPENINGS[rule.when](course, name, rule) if rule.when else ():
            if dated.at(course.ruleset.where(due.round, "", due.pool)) is rule:
                yield due


def _told_anywhere(course: Course, dated: Dated[Notice]) -> list[Notice]:
    """The notice as it usually is, and as its exceptions make it in some round or pool."""
    pools = sorted({"", *course.pools.values(), *(pool for _, pool in course.schedule.slots)})
    places = ((each.number, "", pool) for each in course.ruleset.rounds for pool in pools)
    found = (dated.at(course.ruleset.where(*place)) for place in places)
    return list({id(rule): rule for rule in found if rule is not None}.values())


def _told(
    course: Course, name: str, rule: Notice, number: int, pool: str, at: datetime | None, fields: Fields
) -> Due:
    due = made(course, name, rule, number, pool, at if at != LONG_AGO else None)
    own = {key for key, _ in fields}
    rest = tuple(each for each in due.fields if each[0] not in own)
    missing = tuple(each for each in due.missing if each not in own)
    return replace(due, fields=(*fields, *rest), missing=missing)


def _opened(course: Course, name: str, rule: Notice) -> Iterator[Due]:
    """One for each incident under investigation; it names everybody in it."""
    incidents: dict[str, list[Case]] = {}
    for case in course.cases:
        if case.state is State.OPEN:
            incidents.setdefault(fold(case.row.case), []).append(case)
    for cases in incidents.values():
        first = cases[0]
        people = [course.name(case.row.driver) for case in cases]
        people += [each for case in cases for each in people_in(case.row.affected or "")]
        fields = (("case", first.row.case), ("drivers", ", ".join(dict.fromkeys(people))))
        event = first.event
        due = _told(course, name, rule, event.round, event.pool, first.known, fields)
        if rule.to != THE_DRIVER:
            yield due
        else:
            yield from (replace(due, person=person) for person in {case.row.driver: None for case in cases})


def _decided(course: Course, name: str, rule: Notice) -> Iterator[Due]:
    """One for each decision; a private one also for a sanction that needs no case. What was decided, but
    can't be applied until its row is mended, isn't told as no action."""
    for case in course.cases:
        own = [each for each in course.all_penalties() if each.case is case]
        if case.state in _UNTOLD or (not own and case.state is not State.NO_ACTION):
            continue
        words = ", ".join(str(each.phrase) for each in own) or "no action"
        fields = (("case", case.row.case), ("state", case.state.value))
        event, person = case.event, case.row.driver
        yield _sanction(course, name, rule, person, event.round, event.pool, case.known, fields, words)
    if rule.to == THE_DRIVER:
        yield from (_by_itself(course, name, rule, each) for each in _without_case(course))


def _without_case(course: Course) -> list[Penalty]:
    found = (each for each in course.all_penalties() if each.case is None and each.holds)
    return [each for each in found if each.sanction not in _NO_NOTICE]


def _by_itself(course: Course, name: str, rule: Notice, penalty: Penalty) -> Due:
    event, words = penalty.event, str(penalty.phrase)
    fields = (("reason", penalty.says),)
    return _sanction(
        course, name, rule, penalty.person, event.round, event.pool, penalty.known, fields, words
    )


def _sanction(
    course: Course,
    name: str,
    rule: Notice,
    person: str,
    number: int,
    pool: str,
    known: datetime,
    fields: Fields,
    words: str,
) -> Due:
    told = (("driver", course.name(person)), ("drivers", course.name(person)), ("penalty", words), *fields)
    due = _told(course, name, rule, number, pool, known, told)
    says = f"{due.says}: {words}" if due.says else words
    return replace(due, says=says, person=person if rule.to == THE_DRIVER else "")


def _moved(course: Course, name: str, rule: Notice) -> Iterator[Due]:
    """Races whose date isn't the printed one, or that the calendar says were moved."""
    for slot in course.schedule.slots.values():
        day = slot.start.date() if slot.start else slot.row.date if slot.row else None
        was = (slot.row.moved_from if slot.row else None) or slot.printed
        if day is not None and was is not None and day != was:
            fields = (("moved from", str(was)), ("date", str(day)))
            yield _told(course, name, rule, slot.round, slot.pool, None, fields)


def _final(course: Course, name: str, rule: Notice) -> Iterator[Due]:
    """Rounds that are final, and those that will be at a moment that is known."""
    for number, state in course.states.items():
        if state.word == "final" or state.turns_final is not None:
            yield _told(course, name, rule, number, "", state.turns_final, (("state", state.word),))


def _signed(course: Course, name: str, rule: Notice) -> Iterator[Due]:
    """Signed results; what isn't signed, or can't be final yet, waits."""
    for number, state in course.states.items():
        fields = (("signed by", state.signed_by),) if state.signed_by else ()
        due = _told(course, name, rule, number, "", state.signed_at, fields)
        yield due if state.announceable and state.signed_by else replace(due, waits=due.waits or state.why)


def _safety_car(course: Course, name: str, rule: Notice) -> Iterator[Due]:
    for row in course.facts.interruptions:
        if fold(row.kind) == "safety car":
            fields = (("lap", str(row.lap)),) if row.lap is not None else ()
            yield _told(course, name, rule, row.round, row.pool or "", row.at, fields)


_HAPPENINGS: Mapping[str, Callable[[Course, str, Notice], Iterator[Due]]] = {
    "case opened": _opened,
    "case decided": _decided,
    "round moved": _moved,
    "round final": _final,
    "results signed": _signed,
    "safety car": _safety_car,
}
