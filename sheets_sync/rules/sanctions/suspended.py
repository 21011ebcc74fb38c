"""Suspended sanctions: they do nothing until a further code revives them in time."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sheets_sync.rules.sanctions.penalties import Act, Penalty
from sheets_sync.ruleset.kinds.tariff import Tariff

if TYPE_CHECKING:
    from sheets_sync.rules.course import Course


def revived(course: Course, number: int) -> list[Penalty]:
    """The sanctions that a code of this round revives. Changes the course."""
    rules = course.ruleset.tariff.at(course.ruleset.where(number)) or course.ruleset.tariff.usual
    found = []
    for index, penalty in enumerate(course.penalties):
        if not penalty.phrase.suspended or penalty.undone is not None:
            continue
        act = next(
            (act for act in course.conduct.acts.get(penalty.person, ()) if _revives(rules, penalty, act)),
            None,
        )
        if act is not None and act.event.round <= number:
            course.penalties[index] = replace(penalty, undone=act.known, undone_says="revived")
            phrase = replace(penalty.phrase, suspended=False)
            says = f"{penalty.says}; revived by {act.says}"
            found.append(
                replace(penalty, phrase=phrase, event=act.event, known=act.known, says=says, cells=act.cells)
            )
    course.penalties += found
    return found


def _revives(rules: Tariff, penalty: Penalty, act: Act) -> bool:
    settings = rules.suspended
    same_case = penalty.case is not None and act.row is penalty.case.row
    if act.kind != "code" or act.undone is not None or same_case or act.event.round < penalty.event.round:
        return False
    if settings is None:
        return act.known > penalty.known or act.event.round > penalty.event.round
    named = not settings.revived_by or act.word.upper() in (code.upper() for code in settings.revived_by)
    later = act.known > penalty.known or act.event.round > penalty.event.round
    in_time = settings.for_ is None or act.happened <= penalty.known + settings.for_
    return named and later and in_time
