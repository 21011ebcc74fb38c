"""The columns of a case that a ruleset names: by field, by one of its headers, or a further column."""

from __future__ import annotations

from collections.abc import Iterable

from sheets_sync.records.cases import CaseRow
from sheets_sync.records.context import ReadingContext
from sheets_sync.records.facts import Facts
from sheets_sync.records.fields import Unreadable
from sheets_sync.records.words import yes
from sheets_sync.ruleset.columns import field_of


def case_field(name: str) -> str | None:
    """``fee paid`` is ``fee_paid``, ``video`` is ``evidence``; None for a further column."""
    return field_of("cases", name)


def is_filled(facts: Facts, row: CaseRow, name: str) -> bool:
    """Whether something stands there; in a column of yes and no: whether it says yes."""
    field = case_field(name)
    if field is None:
        return facts.column(row.row, name) is not None
    return getattr(row, field) not in (None, "", False)


def says_yes(facts: Facts, row: CaseRow, name: str, context: ReadingContext) -> bool:
    """Whether that column says yes."""
    field = case_field(name)
    if field is not None:
        return bool(getattr(row, field))
    cell = facts.column(row.row, name)
    try:
        return cell is not None and yes(cell, context)
    except Unreadable:
        return False


def missing(facts: Facts, rows: Iterable[CaseRow], needs: Iterable[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """The columns that none of the rows fills; of alternatives one is enough."""
    known = list(rows)
    return [
        either for either in needs if not any(is_filled(facts, row, name) for row in known for name in either)
    ]


def spoken(either: tuple[str, ...]) -> str:
    """``explanation or evidence``."""
    return " or ".join(name.replace("_", " ") for name in either)


def joined(words: Iterable[str]) -> str:
    """``the lap, the turn and the video``."""
    listed = list(words)
    return f"{', '.join(listed[:-1])} and {listed[-1]}" if len(listed) > 1 else "".join(listed)
