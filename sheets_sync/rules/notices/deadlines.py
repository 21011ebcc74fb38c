"""The deadlines of cases, for the list of due dates."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING

from sheets_sync.rules.cases.windows import contest_of, rules_at
from sheets_sync.rules.ledger import Event
from sheets_sync.rules.notices.due import Due, in_order
from sheets_sync.ruleset.kinds.cases import Cases

if TYPE_CHECKING:
    from sheets_sync.rules.course import Course


def deadlines(course: Course) -> list[Due]:
    """Until when claims, sanctions, contestations and rulings are possible or due, and when results turn
    final; in the order of their moments."""
    found = [*_of_sessions(course), *_of_races(course), *_of_cases(course), *_of_rounds(course)]
    return sorted(found, key=in_order)


def _of_sessions(course: Course) -> Iterator[Due]:
    """The sessions of an evening, each at its printed time."""
    for (number, pool), slot in course.schedule.slots.items():
        where = course.ruleset.where(number, pool=pool)
        season = course.ruleset.season.at(where) or course.ruleset.season.usual
        for session, due in slot.sessions.items() if not slot.cancelled else ():
            says = f"{session} starts"
            yield Due(session, number, pool, due, says, "", (), (), "", season.cite("times"))


def _of_races(course: Course) -> Iterator[Due]:
    for (number, pool), slot in course.schedule.slots.items():
        event = Event(number, "", pool)
        rules = rules_at(course, event)
        steps = (("claims", "report", rules.report), ("sanctions", "decide", rules.decide))
        for name, setting, step in steps:
            if step is None or step.within is None or slot.cancelled:
                continue
            due = course.schedule.moment(step.within, number, pool)
            if due is not None:
                yield _deadline(rules, name, setting, event, due, f"{name} until")


def _of_cases(course: Course) -> Iterator[Due]:
    for case in course.cases:
        rules = rules_at(course, case.event)
        if case.contest_until and contest_of(rules) and case.undone is None:
            says = f"case {case.row.case} can be contested until"
            yield _deadline(rules, "contestations", "contest", case.event, case.contest_until, says)
        if case.ruling_due is not None:
            says = f"the ruling on case {case.row.case} is due"
            yield _deadline(rules, "rulings", "final", case.event, case.ruling_due, says)


def _of_rounds(course: Course) -> Iterator[Due]:
    for number, state in course.states.items():
        if state.turns_final is not None:
            event = Event(number)
            says = "results are final"
            yield _deadline(rules_at(course, event), "results final", "final", event, state.turns_final, says)


def _deadline(rules: Cases, name: str, setting: str, event: Event, due: datetime, says: str) -> Due:
    return Due(name, event.round, event.pool, due, says, "", (), (), "", rules.cite(setting))
