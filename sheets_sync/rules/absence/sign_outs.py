"""Sign-outs: which the rules of absence let stand, who retires by one, and who reports load shedding."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sheets_sync.problems import Problem, Severity
from sheets_sync.records.names import fold
from sheets_sync.records.sign_outs import SignOut
from sheets_sync.rules.roster.departures import Departure
from sheets_sync.rules.roster.expected import own_start
from sheets_sync.rules.season.clocks import clocks
from sheets_sync.rules.season.rule import LONG_AGO
from sheets_sync.ruleset.kinds.absence import Absence

if TYPE_CHECKING:
    from sheets_sync.rules.course import Course
    from sheets_sync.rules.pools.rule import PoolGrid

_THEMSELVES = frozenset({"driver", "the driver", "self", "himself", "herself", "themselves"})


@dataclass(frozen=True, slots=True)
class Judged:
    """A sign-out, and why it doesn't stand; ``objection`` is empty where it does."""

    row: SignOut
    objection: str


def judged(course: Course, rules: Absence, person: str, number: int, pool: str) -> Judged | None:
    """The sign-out that counts for a driver's round: the first that stands, else the first of all."""
    rows = course.facts.of_driver(course.facts.sign_outs, person)
    fitting = [row for row in rows if row.is_for(number) or row.is_series]
    found = [Judged(row, _objection(course, rules, row, number, pool)) for row in fitting]
    standing = [each for each in found if not each.objection]
    return next(iter([*standing, *found]), None)


def _objection(course: Course, rules: Absence, row: SignOut, number: int, pool: str) -> str:
    limit = course.schedule.moment(rules.notice, number, pool) if rules.notice else None
    if limit is not None and row.at is not None and row.at > limit:
        signed, until = clocks(row.at, limit.astimezone(course.ruleset.season.usual.zone))
        return f"signed out at {signed}, which was possible until {until}"
    if rules.sent_by == "driver" and not _is_own(course, row):
        return f"the sign-out was sent by {row.sent_by}"
    if rules.reason == "needed" and not row.reason:
        return "signed out without a reason"
    return ""


def _is_own(course: Course, row: SignOut) -> bool:
    if row.sent_by is None:
        return True
    entrant = course.seats.entrants[row.driver]
    own = {fold(text) for text in (entrant.driver, entrant.platform_id) if text}
    return fold(row.sent_by) in own | _THEMSELVES


def retirements(course: Course, rounds: Iterable[int], number: int) -> list[Departure]:
    """Who leaves before round ``number`` by a sign-out for the whole series: from the first round whose race
    of theirs starts after it; where no time is known, from the first after their last result."""
    facts, numbers = course.facts, list(rounds)
    known = {row.driver for row in facts.replacements if row.from_round <= number}
    leaving: dict[str, Departure] = {}
    for row in facts.sign_outs:
        if not row.is_series or row.driver in known or course.seats.seat_of(row.driver, number) is None:
            continue
        raced = {each.round for each in facts.of_driver(facts.results, row.driver)}
        fitting = (n for n in numbers if _starts_after(course, n, row, raced))
        if next(fitting, None) == number:
            cells = row.row.cells("line", "driver", "round")
            departure = Departure(row.driver, number, "withdrawn", row.at or LONG_AGO, cells)
            leaving.setdefault(row.driver, departure)
    return list(leaving.values())


def _starts_after(course: Course, number: int, row: SignOut, raced: Collection[int]) -> bool:
    start = own_start(course, row.driver, number)
    if row.at is None or start is None:
        return number > max(raced, default=number - 1)
    return start > row.at


def told_by_number(course: Course) -> list[Problem]:
    """A note on each line whose name is nobody's, so that the car number had to tell the driver."""
    return [
        Problem(
            f"The name in this line is in no entry; by its number it is {course.name(row.driver)}'s.",
            row.row.cell("line"),
            "Mend the name.",
            Severity.NOTE,
            "absence",
        )
        for row in course.facts.sign_outs
        if row.by_number
    ]


def load_shedding(course: Course, grid: PoolGrid) -> list[Problem]:
    """How many drivers of each pool report load shedding for the round that comes next."""
    rows = [row for row in course.facts.sign_outs if row.is_load_shedding and row.round == grid.round]
    pools = {name: [each.person for each in placed] for name, placed in grid.pools.items() if placed}
    problems = []
    for name, people in pools.items():
        own = [row for row in rows if row.driver in people and _before_start(course, row, grid.round, name)]
        where = f" of {name}" if len(pools) > 1 else ""
        reporting = len({row.driver for row in own})
        if reporting:
            report = "reports" if reporting == 1 else "report"
            message = (
                f"{reporting} of {len(people)} drivers{where} {report} load shedding for "
                f"{course.ruleset.name_of(grid.round)}."
            )
            at = own[0].row.cell("line" if "line" in own[0].row.source.columns else "driver")
            problems.append(Problem(message, at, "", Severity.NOTE, "interruptions", _article(course)))
    return problems


def _before_start(course: Course, row: SignOut, number: int, pool: str) -> bool:
    start = course.schedule.slot(number, pool).start
    return row.at is None or start is None or row.at <= start


def _article(course: Course) -> str:
    rule = course.ruleset.interruptions.get("load shedding")
    return rule.usual.cite() if rule else ""
