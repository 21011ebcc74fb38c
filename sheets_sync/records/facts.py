"""The typed facts of a league, and the registry of their record kinds."""

from __future__ import annotations

from dataclasses import dataclass

from sheets_sync.records import (
    answers,
    approvals,
    attendance,
    awards,
    blacklist,
    calendar,
    cases,
    choices,
    decisions,
    entries,
    interruptions,
    moves,
    opening,
    replacements,
    results,
    sign_outs,
    swaps,
    transfers,
    votes,
)
from sheets_sync.records.fields import RecordKind

KINDS: dict[str, RecordKind] = {
    module.KIND.name: module.KIND
    for module in (
        entries,
        calendar,
        results,
        choices,
        swaps,
        moves,
        sign_outs,
        attendance,
        replacements,
        transfers,
        cases,
        votes,
        interruptions,
        awards,
        decisions,
        opening,
        blacklist,
        approvals,
        answers,
    )
}


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything that was read, one tuple a record kind, in the order of the rows. It isn't ``complete``
    where a tab couldn't be read: then much that seems to be missing isn't."""

    entries: tuple[entries.Entrant, ...] = ()
    calendar: tuple[calendar.CalendarRow, ...] = ()
    results: tuple[results.Result, ...] = ()
    choices: tuple[choices.PoolChoice, ...] = ()
    swaps: tuple[swaps.Swap, ...] = ()
    moves: tuple[moves.Move, ...] = ()
    sign_outs: tuple[sign_outs.SignOut, ...] = ()
    attendance: tuple[attendance.Attendance, ...] = ()
    replacements: tuple[replacements.Replacement, ...] = ()
    transfers: tuple[transfers.Transfer, ...] = ()
    cases: tuple[cases.CaseRow, ...] = ()
    votes: tuple[votes.Vote, ...] = ()
    interruptions: tuple[interruptions.InterruptionRow, ...] = ()
    awards: tuple[awards.Award, ...] = ()
    decisions: tuple[decisions.DecisionRow, ...] = ()
    opening: tuple[opening.Opening, ...] = ()
    blacklist: tuple[blacklist.Blacklisted, ...] = ()
    approvals: tuple[approvals.Approval, ...] = ()
    answers: tuple[answers.Answer, ...] = ()
    complete: bool = True
