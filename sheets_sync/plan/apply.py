"""Applies a plan: private spreadsheets first, public ones next, each file as a whole or not at all."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from sheets_sync.plan.plan import Plan, SpreadsheetPlan
from sheets_sync.problems import Problem
from sheets_sync.sources.spreadsheets import OVERTAKEN, restore, write


@dataclass(frozen=True, slots=True)
class Applied:
    """How many cells were written in which spreadsheet; a spreadsheet with a problem was left as it was,
    and so were those that come after it."""

    written: tuple[tuple[str, int], ...]
    problems: tuple[Problem, ...]

    @property
    def overtaken(self) -> bool:
        """Whether somebody wrote to a spreadsheet since it was read, so that it is worth another look."""
        return any(each.refusal == OVERTAKEN for each in self.problems)


def apply(plan: Plan, progress: Callable[[str], None] = lambda _: None) -> Applied:
    """Writes what the plan says. A forbidden plan writes nothing."""
    if plan.forbidden:
        return Applied((), plan.problems)
    written: list[tuple[str, int]] = []
    for each in plan.spreadsheets:
        progress(f"Writing {each.snapshot.name}")
        problems = _done(each)
        if problems:
            return Applied(tuple(written), tuple(problems))
        if each.changes:
            written.append((each.snapshot.name, len(each.changes)))
    return Applied(tuple(written), ())


def _done(each: SpreadsheetPlan) -> list[Problem]:
    if each.restored is not None:
        return restore(each.snapshot, each.restored, each.backups)
    return write(each.snapshot, each.writes, each.memory, each.own, each.backups)
