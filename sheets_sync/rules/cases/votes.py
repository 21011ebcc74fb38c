"""How the stewards vote on a case."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from sheets_sync.problems import Problem, Severity
from sheets_sync.records.cases import CaseRow
from sheets_sync.records.names import fold
from sheets_sync.records.votes import Vote
from sheets_sync.rules.cases.voters import admitted, once, vote_warning
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
    counted = list(once(windows, admitted(windows, rules, known, cast, problems), problems))
    outcome = _outcome(rules, counted)
    undecided = outcome.verdict is None and known[0].verdict is None
    if counted and undecided:
        problems.append(vote_warning(windows, counted[0], f"{_sums(known[0], counted)} The case stays open."))
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


def _sums(row: CaseRow, counted: Iterable[Vote]) -> str:
    """``Case 1: 2 votes for a penalty (5 s, 10 s), 1 for no action.``"""
    votes = list(counted)
    guilty = [vote for vote in votes if vote.vote == "penalty"]
    named = ", ".join(dict.fromkeys(vote.penalty for vote in guilty if vote.penalty))
    words = f"{len(guilty)} for a penalty{f' ({named})' if named else ''}"
    return f"Case {row.case}: of the votes {words}, {len(votes) - len(guilty)} for no action."


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
