"""How the stewards vote on a case, and who may not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from sheets_sync.problems import Problem, Severity
from sheets_sync.records.cases import CaseRow
from sheets_sync.records.entries import Entrant
from sheets_sync.records.names import fold
from sheets_sync.records.votes import Vote
from sheets_sync.rules.cases.reports import people_in
from sheets_sync.rules.cases.windows import Windows
from sheets_sync.rules.season.rule import LONG_AGO
from sheets_sync.ruleset.kinds.cases import Votes
from sheets_sync.validation import nearest

if TYPE_CHECKING:
    from sheets_sync.rules.course import Course


@dataclass(frozen=True, slots=True)
class Voted:
    """What the votes on a case say; without a ``verdict`` they leave it open."""

    votes: tuple[Vote, ...] = ()
    verdict: str | None = None
    penalty: str | None = None
    at: datetime | None = None


def voted(windows: Windows, rows: Iterable[CaseRow]) -> tuple[Voted, list[Problem]]:
    """The outcome of the votes on one case. ``rows``: all of its rows, against whomever."""
    known, rules = list(rows), windows.rules.votes
    cast = [vote for vote in windows.course.facts.votes if fold(vote.case) == fold(known[0].case)]
    if rules is None or not cast:
        return Voted(), []
    cast.sort(key=lambda vote: (vote.at or LONG_AGO, vote.row.row))
    problems: list[Problem] = []
    counted = list(_once(windows, _admitted(windows, rules, known, cast, problems), problems))
    outcome = _outcome(rules, counted)
    undecided = outcome.verdict is None and known[0].verdict is None
    if counted and undecided:
        problems.append(_warning(windows, counted[0], f"{_sums(known[0], counted)} The case stays open."))
    return outcome, problems


def with_verdict(windows: Windows, row: CaseRow, outcome: Voted) -> tuple[CaseRow, list[Problem]]:
    """The row as it is decided: by its own verdict, else by the votes."""
    if outcome.verdict is None:
        return row, []
    if row.verdict is None:
        decided = row.decided_at or outcome.at
        penalty = row.penalty or outcome.penalty
        return replace(row, verdict=outcome.verdict, penalty=penalty, decided_at=decided), []
    written, by_votes = fold(row.penalty or ""), fold(outcome.penalty or "")
    if row.verdict == outcome.verdict and (not written or not by_votes or written == by_votes):
        return row, []
    said = row.penalty if row.verdict == outcome.verdict else row.verdict
    message = f"{_sums(row, outcome.votes)} The row says '{said}', and the row counts."
    at, cite = row.row.cell("verdict"), windows.rules.cite("votes")
    return row, [Problem(message, at, "Mend one of the two.", Severity.WARNING, "cases", cite)]


def _outcome(rules: Votes, counted: list[Vote]) -> Voted:
    """What was voted for, by the verdict first and then by the penalty; a tie goes to the senior steward."""
    votes = tuple(counted)
    if not counted:
        return Voted()
    chosen = _chosen(rules, counted)
    seniors = [vote for vote in counted if vote.senior]
    if chosen is None and rules.tie == "senior" and seniors:
        chosen = seniors[-1]
    if chosen is None:
        return Voted(votes)
    at = counted[0].at if rules.by == "one" else max((v.at for v in counted if v.at), default=None)
    return Voted(votes, chosen.vote, _penalty(chosen, counted), at)


def _chosen(rules: Votes, counted: list[Vote]) -> Vote | None:
    """A vote that says what was decided; None where it is a tie."""
    if rules.by == "one":
        return counted[0]
    verdict = _most(vote.vote for vote in counted)
    fitting = [vote for vote in counted if vote.vote == verdict]
    named = [vote for vote in fitting if vote.penalty]
    penalty = _most(fold(vote.penalty or "") for vote in named)
    if rules.by == "all" and (len(fitting) < len(counted) or len({fold(v.penalty or "") for v in named}) > 1):
        return None
    if not named or not fitting:
        return fitting[0] if fitting else None
    return next((vote for vote in named if fold(vote.penalty or "") == penalty), None)


def _most(words: Iterable[str]) -> str | None:
    """The word that stands there most often; None where two do."""
    counts = Counter(words).most_common(2)
    tied = len(counts) == 2 and counts[0][1] == counts[1][1]
    return counts[0][0] if counts and not tied else None


def _penalty(chosen: Vote, counted: list[Vote]) -> str | None:
    """What the vote writes out; where it leaves that to others, what they agree on."""
    if chosen.penalty or chosen.vote != "penalty":
        return chosen.penalty
    return next((vote.penalty for vote in counted if vote.penalty and vote.vote == chosen.vote), None)


def _admitted(
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


def _once(windows: Windows, votes: Iterable[Vote], problems: list[Problem]) -> Iterator[Vote]:
    """One vote a steward: the last."""
    last: dict[str, Vote] = {}
    for vote in votes:
        earlier = last.pop(fold(vote.steward), None)
        if earlier is not None:
            message = f"{vote.steward} votes twice on case {vote.case}; the later vote counts."
            problems.append(_warning(windows, earlier, message))
        last[fold(vote.steward)] = vote
    yield from last.values()


def _sums(row: CaseRow, counted: Iterable[Vote]) -> str:
    """``Case 1: 2 votes for a penalty (5 s, 10 s), 1 for no action.``"""
    votes = list(counted)
    guilty = [vote for vote in votes if vote.vote == "penalty"]
    named = ", ".join(dict.fromkeys(vote.penalty for vote in guilty if vote.penalty))
    words = f"{len(guilty)} for a penalty{f' ({named})' if named else ''}"
    return f"Case {row.case}: of the votes {words}, {len(votes) - len(guilty)} for no action."


def _warning(windows: Windows, vote: Vote, message: str) -> Problem:
    at, cite = vote.row.cell("vote"), windows.rules.cite("votes")
    return Problem(message, at, "", Severity.WARNING, "cases", cite)


def votes_astray(course: Course) -> list[Problem]:
    """Votes on cases that nobody knows, and votes where the ruleset counts none."""
    votes = course.facts.votes
    rules = [course.ruleset.cases.usual, *course.ruleset.cases.variants()]
    if votes and all(each.votes is None for each in rules):
        message = "The ruleset says nothing about votes; they aren't counted."
        hint = "Write how they are counted: cases: {votes: {by: majority}}."
        return [Problem(message, votes[0].row.cell("vote"), hint, Severity.WARNING, "cases")]
    known = {row.case for row in course.facts.cases} | {each.row.case for each in course.cases}
    folded = set(map(fold, known))
    return [
        Problem(
            f"There is no case '{vote.case}'. The vote isn't counted.",
            vote.row.cell("case"),
            nearest(vote.case, known),
            rule="cases",
        )
        for vote in votes
        if fold(vote.case) not in folded
    ]
