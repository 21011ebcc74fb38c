"""Excel tables that have to grow for rows of ours, and what stands in the way of one."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from sheets_sync.cells import CellRange, a1
from sheets_sync.sources.claimed_ranges import Claim
from sheets_sync.sources.draft import Draft
from sheets_sync.sources.list_objects import ListObject, filled_now, with_range
from sheets_sync.sources.sheet_layout import Place, SheetLayout
from sheets_sync.sources.sheet_refusals import Reason
from sheets_sync.sources.snapshot import Written


@dataclass(frozen=True, slots=True)
class Growth:
    """A table and the range that it is to have."""

    table: ListObject
    area: CellRange

    @property
    def added(self) -> CellRange:
        return replace(self.area, first_row=self.table.area.last_row + 1)


def growths(
    tables: Sequence[ListObject], wanted: Mapping[Place, Written], own: Collection[CellRange] | None
) -> list[Growth]:
    """The tables that change their range, or lose the mark of an empty one."""
    filled = {place for place, value in wanted.items() if value is not None}
    areas = [(each, each.grown(filled, own)) for each in tables]
    return [Growth(table, area or table.area) for table, area in areas if area or filled_now(table, filled)]


def in_the_way(
    growth: Growth,
    layout: SheetLayout,
    claims: Sequence[Claim],
    ours: Collection[Place],
    own: Collection[CellRange] | None,
) -> Iterator[tuple[Place, Reason]]:
    """Why the table can't grow, at the first cell below it. ``layout`` knows the cells that are added."""
    added, name = growth.added, growth.table.name
    place = added.first_row, added.first_column
    by_hand = f"Let it grow to row {added.last_row} in your spreadsheet program, then run again."
    why = _why_not(growth, layout, claims)
    foreign = (each for each in added.places() if each not in ours and not _is_own(each, own))
    filled = next((each for each in foreign if each in layout.cells and not layout.cells[each].empty), None)
    if filled is not None and not why:
        why = f"in the way of it {a1(*filled)} is filled"
    if why:
        yield place, (f"The table '{name}' would have to grow for this row, but {why}", by_hand)


def _is_own(place: Place, own: Collection[CellRange] | None) -> bool:
    return any(place in area for area in own or ())


def _why_not(growth: Growth, layout: SheetLayout, claims: Sequence[Claim]) -> str:
    if growth.table.calculated:
        return f"its column '{growth.table.calculated}' is calculated"
    others = [area for area in layout.merges if area.overlaps(growth.added)]
    if others:
        return f"the merged cells {others[0]} are in the way"
    others = [area for area, _, _ in claims if area.overlaps(growth.added)]
    others += [area for area, _ in layout.areas if area.overlaps(growth.added)]
    return f"what stands in {others[0]} is in the way" if others else ""


def grow(draft: Draft, growth: Growth) -> None:
    part = growth.table.part
    draft.put(part, with_range(draft.read(part), growth.area))
