"""Where our ranges are by now: our warnings move along with the cells that they are on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from sheets_sync.cells import CellRange
from sheets_sync.sources.google.home import SheetHome
from sheets_sync.sources.snapshot import Moved


class Known(NamedTuple):
    """A range that has a warning: as league.yaml had it, and where it is."""

    of: CellRange
    now: CellRange


def followed(tab: str, own: Sequence[CellRange], sheet: SheetHome, known: Mapping[str, int]) -> list[Moved]:
    """The ranges of a tab that aren't what they were at our last write. ``known``: the tabs' ids then."""
    was = _name_at_our_write(tab, sheet.id, known)
    guards = _guards_of(own, [Known(each.of, each.now) for each in sheet.guards.values() if each.of])
    places = [(area, guards.get(area, Known(area, area))) for area in own]
    return [
        Moved(tab, area, was, guard.of, guard.now)
        for area, guard in places
        if was != tab or not area == guard.of == guard.now
    ]


def _name_at_our_write(tab: str, id: int, known: Mapping[str, int]) -> str:
    if known.get(tab) == id:
        return tab
    return next((name for name, number in known.items() if number == id), tab)


def _guards_of(own: Sequence[CellRange], guards: Sequence[Known]) -> dict[CellRange, Known]:
    """The warning on each range. League.yaml has a range as at our last write, or where it is by now if
    somebody corrected it since; the place of one can be where another one was, so that all are read the same
    way as far as that goes. Of a warning that is there twice the one that didn't move counts."""
    best = sorted(guards, key=lambda guard: (_is_whole(guard), guard.of == guard.now))
    was, now = {guard.of: guard for guard in best}, {guard.now: guard for guard in best}
    is_corrected = len(now.keys() & set(own)) > len(was.keys() & set(own))
    first, second = (now, was) if is_corrected else (was, now)
    found = {area: first[area] for area in own if area in first}
    rest = {area: second[area] for area in own if area not in found and area in second}
    taken = set(found.values())
    return found | {area: guard for area, guard in rest.items() if guard not in taken}


def _is_whole(guard: Known) -> bool:
    is_long = guard.now.is_open if guard.of.is_open else guard.of.rows == guard.now.rows
    return is_long and guard.of.columns == guard.now.columns
