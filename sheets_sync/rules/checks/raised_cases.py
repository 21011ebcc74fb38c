"""Cases that checks raise by themselves, and the rows of the penalty tab that decide them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from sheets_sync.records.cases import CaseRow
from sheets_sync.records.names import fold


def with_raised(rows: Iterable[CaseRow]) -> list[CaseRow]:
    """All rows; a raised case that the penalty tab has is only marked there as one that nobody reports."""
    known = list(rows)
    raised = [row for row in known if row.raised_by]
    if not raised:
        return known
    marked = [_marked(row, raised) for row in known if not row.raised_by]
    return [*marked, *(row for row in raised if not any(decides(own, row) for own in marked))]


def _marked(row: CaseRow, raised: Iterable[CaseRow]) -> CaseRow:
    check = next((each.raised_by for each in raised if decides(row, each)), "")
    return replace(row, raised_by=check)


def decides(row: CaseRow, raised: CaseRow) -> bool:
    """Whether a row of the penalty tab is about that raised case: its id, or its driver and code."""
    same = row.driver == raised.driver and row.round == raised.round
    return fold(row.case) == fold(raised.case) or (same and row.code == raised.code)
