"""A pane: a part of a tab in which every field of the records has its place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from sheets_sync.cells import Grid
from sheets_sync.league_file import TabRead
from sheets_sync.problems import Problem
from sheets_sync.records.context import ReadingContext
from sheets_sync.records.fields import RecordKind
from sheets_sync.records.header import Header
from sheets_sync.row_refs import TabColumns

MARK = "(mark)"
"""The column whose cells only say whether the record is there, as an x does."""


@dataclass(frozen=True, slots=True)
class Source:
    """A tab as a layout gets it: its cells, what league.yaml says of it, and what the league knows."""

    grid: Grid
    kind: RecordKind
    tab: TabRead
    context: ReadingContext

    @property
    def further(self) -> tuple[str, ...]:
        """The headers that the ruleset names besides the kind's fields."""
        return self.context.columns.get(self.kind.name, ())


@dataclass(frozen=True, slots=True)
class Pane:
    """The records in the rows ``first`` to ``last`` under a header whose lowest row is ``header_row``.

    ``columns``: where every field stands; ``own``: those of them that stand in the record's own row;
    ``values``: what the other, fixed ones say; ``telling``: a row is a record only where one of these is
    filled (empty: any field).
    """

    columns: TabColumns
    header_row: int
    first: int
    last: int
    own: Mapping[str, int]
    values: Mapping[str, Any] = field(default_factory=dict)
    telling: frozenset[str] = frozenset()


Panes = tuple[list[Pane] | None, list[Problem]]
"""What a layout gives: None where the tab can't be read at all."""


def pane_below(header: Header, last: int) -> Pane:
    """The rows from a header to ``last``."""
    return Pane(header.columns, header.row, header.row + 1, last, header.columns.columns)
