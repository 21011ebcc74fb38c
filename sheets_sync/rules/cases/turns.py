"""The rows of one case in turn: which of them is admitted, and whether it was contested."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from sheets_sync.problems import Problem
from sheets_sync.records.cases import CaseRow
from sheets_sync.row_refs import RowRef
from sheets_sync.rules.cases import contests as case_contests
from sheets_sync.rules.cases import votes as case_votes
from sheets_sync.rules.cases.reports import admitted
from sheets_sync.rules.cases.steps import in_order
from sheets_sync.rules.cases.votes import Voted
from sheets_sync.rules.cases.windows import Windows


@dataclass(frozen=True, slots=True)
class Step:
    """A row as far as it is admitted. ``contested``: it is, and as it must be."""

    row: CaseRow
    windows: Windows
    refused: bool = False
    contested: bool = False
    appeal: CaseRow | None = None


def _with_filings(rows: Iterable[CaseRow], votes: Voted) -> tuple[list[CaseRow], dict[int, CaseRow]]:
    """The rows that decide, and the contestations that stand in rows of their own behind them."""
    kept: list[CaseRow] = []
    filings: dict[int, CaseRow] = {}
    for row in rows:
        filed = row.verdict is None and row.panel is None and (row.contested_at or row.ruling)
        before = kept[-1] if kept else None
        if filed and before and (before.verdict or votes.verdict) and not before.contested_at:
            filings[len(kept) - 1] = row
        else:
            kept.append(row)
    return kept, filings


class Turns:
    """The rows of one case against one driver, in order. ``problems``: what is said of them."""

    def __init__(
        self,
        rows: Iterable[CaseRow],
        windows_of: Callable[[CaseRow], Windows],
        votes: Voted,
        problems: list[Problem],
    ) -> None:
        self.rows, self.filings = _with_filings(rows, votes)
        self.windows = [windows_of(row) for row in self.rows]
        self.votes, self.problems = votes, problems

    def steps(self) -> list[Step]:
        """Every row, without what comes before its turn."""
        accepted, said = admitted(self.windows[0], self.rows[0])
        self.problems += said
        steps: list[Step] = []
        for index, row in enumerate(self.rows):
            steps.append(self._step(index, row, not accepted, steps))
        return steps

    def _step(self, index: int, row: CaseRow, refused: bool, steps: list[Step]) -> Step:
        windows = self.windows[index]
        if index == 0 and not row.unpublished:
            row, said = case_votes.with_verdict(windows, row, self.votes)
            self.problems += said
        row, at = self._filed(index, row)
        row, said = in_order(windows, row, refused)
        self.problems += said
        if refused:
            return Step(row, windows, True)
        before = next((each for each in reversed(steps) if not each.refused), None)
        last = before.row if before else None
        barred = case_contests.out_of_turn(windows, row, last, before is not None and before.contested)
        if barred is not None:
            self.problems.append(barred)
            return Step(row, windows, True)
        if row.verdict is None and windows.rules.contest != "no":
            return Step(row, windows)
        appeal = self._appeal(index)
        found = case_contests.contestation(windows, row, appeal, at)
        self.problems += found.problems
        return Step(found.row, windows, False, found.made, appeal)

    def _filed(self, index: int, row: CaseRow) -> tuple[CaseRow, RowRef]:
        """The row with a contestation that stands in a row of its own, and where it stands."""
        filing = self.filings.get(index)
        if filing is None:
            return row, row.row
        paid = row.fee_paid or filing.fee_paid
        filed = replace(row, contested_at=filing.contested_at, ruling=filing.ruling, fee_paid=paid)
        return filed, filing.row

    def _appeal(self, index: int) -> CaseRow | None:
        """The next row of a higher panel."""
        own = case_contests.level(self.windows[index], self.rows[index]) or 0
        later = zip(self.windows[index + 1 :], self.rows[index + 1 :], strict=True)
        return next((row for windows, row in later if (case_contests.level(windows, row) or 0) > own), None)
