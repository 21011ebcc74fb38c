"""What bars a driver from a session or moves them back on its grid: bans, expulsions, places lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sheets_sync.rules.sanctions.penalties import Penalty
from sheets_sync.rules.sanctions.serving import Sentence, binding
from sheets_sync.ruleset.model import Ruleset
from sheets_sync.ruleset.phrases import Sanction

if TYPE_CHECKING:
    from sheets_sync.rules.course import Course


def bound(course: Course, number: int, pool: str) -> dict[str, list[Penalty]]:
    """person -> what they have to serve in that round, or have begun to."""
    own: dict[str, list[Sentence]] = {}
    for each in course.sentences():
        own.setdefault(each.penalty.person, []).append(each)
    return {person: _bound(course, found, number, pool) for person, found in own.items()}


def _bound(course: Course, own: list[Sentence], number: int, pool: str) -> list[Penalty]:
    served = [each for each in own if number in each.served]
    return [each.penalty for each in (*served, *binding(own, course.schedule, number, pool))]


def is_ban_from(ruleset: Ruleset, penalty: Penalty, session: str) -> bool:
    """Whether it is a ban from that session; a qualifying ban is from any qualifying."""
    if penalty.sanction is not Sanction.SESSION_BAN:
        return False
    name = penalty.phrase.name.casefold()
    return name in session.casefold() or ("quali" in name and not ruleset.is_race(session))


def is_qualifying_ban(penalty: Penalty) -> bool:
    return penalty.sanction is Sanction.SESSION_BAN and "quali" in penalty.phrase.name.casefold()


def expelled(course: Course, person: str, number: int, session: str) -> Penalty | None:
    """What was earned in the same round and puts a driver out of its next session."""
    for penalty in course.all_penalties():
        if penalty.person != person or penalty.event.round != number or not penalty.holds:
            continue
        of_session = penalty.sanction is Sanction.SESSION_DISQUALIFICATION and penalty.phrase.name == session
        if of_session or penalty.sanction is Sanction.ROUND_DISQUALIFICATION:
            return penalty
    return None


def said(penalty: Penalty) -> str:
    return f"{penalty.phrase}: {penalty.says}"
