"""The typed facts of a league, and the registry of their record kinds."""

from __future__ import annotations

from dataclasses import dataclass

from sheets_sync.records import (
    answers,
    awards,
    calendar,
    cases,
    choices,
    entries,
    replacements,
    results,
    sign_outs,
    swaps,
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
        sign_outs,
        replacements,
        cases,
        awards,
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
    sign_outs: tuple[sign_outs.SignOut, ...] = ()
    replacements: tuple[replacements.Replacement, ...] = ()
    cases: tuple[cases.CaseRow, ...] = ()
    awards: tuple[awards.Award, ...] = ()
    answers: tuple[answers.Answer, ...] = ()
    complete: bool = True
