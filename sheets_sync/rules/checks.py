"""checks: one column, one condition."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sheets_sync.problems import Problem
from sheets_sync.records.cases import CaseRow
from sheets_sync.rules.penalties import Penalty

if TYPE_CHECKING:
    from sheets_sync.rules.course import Course


@dataclass(frozen=True, slots=True)
class Checked:
    """What the checks of some rows found. ``refused``: drivers whose entry is refused; ``raised``: cases that
    they raise by themselves, undecided."""

    problems: tuple[Problem, ...] = ()
    refused: frozenset[str] = frozenset()
    penalties: tuple[Penalty, ...] = ()
    raised: tuple[CaseRow, ...] = ()


def check_entries(course: Course) -> Checked:
    """The checks of the entry list."""
    return Checked()


def check_round(course: Course, number: int) -> Checked:
    """The checks of one round's rows: results, attendance, cases."""
    return Checked()
