"""notices: what falls due or is announced.

A notice falls ``due`` at a moment, of each round and of each pool where they differ, or is told ``when``
something happens: a ``case opened``, which names the drivers of an incident under investigation, or ``case
decided``; a ``round moved``; a ``round final``; a ``safety car``, as the interruptions have it; ``results
signed``. It ``says`` a text and carries ``fields``: date, time, circuit, car, laps, weather, tyre wear,
fuel and briefing from the calendar, the drivers and their PSN IDs from the entries, the ``settings`` that
the ruleset's ``info`` lists, or one of them by its name. What nobody has filled in is named as missing, not
left blank. ``needs`` names an approval that it waits for; while it isn't given when the notice falls due,
that is said. ``to`` names a channel; what goes ``to: the driver`` is one private notice for each person,
and where cases are decided it tells every sanction, wherever it comes from. The list of due dates has the
deadlines of cases beside them: claims, sanctions, contestations, rulings, and when results turn final.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from sheets_sync.problems import Problem, Severity
from sheets_sync.rules.notices.due import Due, addressed, in_order, made
from sheets_sync.rules.notices.events import happenings
from sheets_sync.rules.season.rule import LONG_AGO, Slot
from sheets_sync.ruleset.kinds.notices import Notice

if TYPE_CHECKING:
    from sheets_sync.rules.course import Course


def notices(course: Course, upcoming: int | None) -> list[Due]:
    """Every notice of the season, in the order of their moments; without a date only those of the round that
    comes next, and what has happened."""
    found: list[Due] = []
    for name, dated in course.ruleset.notices.items():
        found += happenings(course, name)
        for each in course.ruleset.rounds:
            rule = dated.at(course.ruleset.where(each.number))
            if rule is None or rule.due is None or course.schedule.is_cancelled(each.number):
                continue
            own = _of_round(course, name, rule, each.number)
            found += (due for due in own if due.due or each.number == upcoming)
    return sorted(_fixed_once(course, found), key=in_order)


def _of_round(course: Course, name: str, rule: Notice, number: int) -> Iterator[Due]:
    """One for the round, or one for each pool where the moments differ."""
    slots: list[Slot] = course.schedule.of_round(number)
    moment = course.schedule.moment
    moments = {slot.pool: moment(rule.due, number, slot.pool) if rule.due else None for slot in slots}
    if len(set(moments.values())) <= 1:
        moments = {"": next(iter(moments.values()), None)}
    for pool, due in moments.items():
        yield from addressed(course, made(course, name, rule, number, pool, due))


def _fixed_once(course: Course, found: Iterable[Due]) -> list[Due]:
    """A day that is written as such is one day, in however many rounds it holds."""
    kept, seen = [], set()
    for each in found:
        rule = course.ruleset.notices[each.name].usual
        if rule.due is not None and rule.due.fixed is not None:
            if (each.name, each.due, each.person) in seen:
                continue
            seen.add((each.name, each.due, each.person))
        kept.append(each)
    return kept


def notice_problems(course: Course, found: Iterable[Due]) -> list[Problem]:
    """Notices of rounds still to come that are due, but wait or lack something; and dates that were moved."""
    problems = []
    for each in found:
        over = LONG_AGO < course.schedule.last_end(each.round) <= course.now
        due = each.due is not None and each.due <= course.now and each.round not in course.raced and not over
        name = course.ruleset.name_of(each.round)
        if due and each.waits:
            message = f"'{each.name}' of {name} is due, but it waits: {each.waits}."
            problems.append(_warning(message, each, "Fill in the approval."))
        if due and each.missing:
            message = f"'{each.name}' of {name} is due and lacks {', '.join(each.missing)}."
            problems.append(_warning(message, each, "Fill in what is missing."))
    if any(rule.usual.when == "round moved" for rule in course.ruleset.notices.values()):
        problems += _moved(course)
    return problems


def _warning(message: str, due: Due, hint: str) -> Problem:
    return Problem(message, None, hint, Severity.WARNING, "notices", due.article)


def _moved(course: Course) -> list[Problem]:
    """Dates that were moved; those that the ruleset prints otherwise are said by the calendar itself."""
    rows = (row for row in course.facts.calendar if row.moved_from and row.date)
    return [
        Problem(
            f"{course.ruleset.name_of(row.round)} is moved from {row.moved_from} to {row.date}, and every "
            "deadline with it.",
            row.row.cell("moved_from"),
            "",
            Severity.NOTE,
            "notices",
        )
        for row in rows
    ]
