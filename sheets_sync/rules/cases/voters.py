"""Who may vote on a case: nobody who is involved, nor their team mates, and each steward once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from sheets_sync.problems import Problem, Severity
from sheets_sync.records.cases import CaseRow
from sheets_sync.records.entries import Entrant
from sheets_sync.records.names import fold
from sheets_sync.records.votes import Vote
from sheets_sync.rules.cases.reports import people_in
from sheets_sync.rules.cases.windows import Windows
from sheets_sync.ruleset.kinds.cases import Votes

if TYPE_CHECKING:
    from sheets_sync.rules.course import Course


def admitted(
    windows: Windows, rules: Votes, rows: list[CaseRow], cast: list[Vote], problems: list[Problem]
) -> Iterator[Vote]:
    """The votes of those who may vote."""
    barred = _barred(windows, rules, rows)
    for vote in cast:
        who = _identity(windows.course, vote.steward)
        if who not in barred:
            yield vote
            continue
        message = f"{vote.steward} may not vote on case {vote.case}: {barred[who]}. The vote isn't counted."
        at, cite = vote.row.cell("steward"), windows.rules.cite("votes")
        problems.append(Problem(message, at, rule="cases", article=cite, refusal="barred"))


def _barred(windows: Windows, rules: Votes, rows: list[CaseRow]) -> dict[str, str]:
    """Who may not vote -> why: who is involved comes before team mates."""
    course = windows.course
    accused = {row.driver: "the case is against them" for row in rows}
    texts = [(name, "it affected them") for row in rows for name in people_in(row.affected or "")]
    texts += [(row.reported_by, "they reported it") for row in rows if row.reported_by]
    involved = accused | {_identity(course, name): why for name, why in reversed(texts)} | accused
    teams = {_team(course, person, windows.event.round) for person in involved} - {""}
    mates = {
        person: "they are a team mate of somebody involved"
        for person in course.seats.entrants
        if _team(course, person, windows.event.round) in teams
    }
    mates = mates if "team mates" in rules.barred else {}
    return mates | (involved if "involved" in rules.barred else {})


def _identity(course: Course, written: str) -> str:
    """The key of the driver who is meant, by name or platform id; else the text itself."""
    found = (key for key, each in course.seats.entrants.items() if fold(written) in _names(each))
    return next(found, fold(written))


def _names(entrant: Entrant) -> set[str]:
    return {fold(entrant.driver), *([fold(entrant.platform_id)] if entrant.platform_id else [])}


def _team(course: Course, person: str, number: int) -> str:
    """The team of a driver in that round; empty for who has none."""
    entrant = course.seats.entrants.get(person)
    moved = [
        row.team
        for row in sorted(course.facts.transfers, key=lambda row: row.from_round)
        if row.driver == person and row.team and row.from_round <= number
    ]
    return fold(moved[-1] if moved else (entrant.team or "") if entrant else "")


def once(windows: Windows, votes: Iterable[Vote], problems: list[Problem]) -> Iterator[Vote]:
    """One vote a steward: the last."""
    last: dict[str, Vote] = {}
    for vote in votes:
        earlier = last.pop(fold(vote.steward), None)
        if earlier is not None:
            message = f"{vote.steward} votes twice on case {vote.case}; the later vote counts."
            problems.append(vote_warning(windows, earlier, message))
        last[fold(vote.steward)] = vote
    yield from last.values()


def vote_warning(windows: Windows, vote: Vote, message: str) -> Problem:
    """A warning on the vote."""
    at, cite = vote.row.cell("vote"), windows.rules.cite("votes")
    return Problem(message, at, "", Severity.WARNING, "cases", cite)
