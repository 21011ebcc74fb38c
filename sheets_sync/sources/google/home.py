"""What we know of a spreadsheet on Google beside its cells: where to write, and what to write against."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from sheets_sync.cells import CellRange

if TYPE_CHECKING:
    from sheets_sync.sources.google.opening import GoogleClient


@dataclass(frozen=True, slots=True)
class Guard:
    """Our warning on a range: ``of``: the range as league.yaml had it, None where it had none for the table;
    ``now``: where it is by now, for it moves along with its cells when rows or columns are inserted or taken
    out before it; ``said``: what it says is written there, a range or a table."""

    of: CellRange | None
    now: CellRange
    said: str = ""


@dataclass(frozen=True, slots=True)
class SheetHome:
    """One tab: its id, its size in cells, and the id of what we keep on it, where there is any.
    ``memory``: the piece of our memory that is kept there; ``guards``: our warnings by their ids."""

    id: int
    title: str
    rows: int
    columns: int
    memory: str = ""
    memory_id: int | None = None
    guards: Mapping[int, Guard] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class GoogleHome:
    """``id``: the spreadsheet's; ``generation``: the name and the id of the named range that counts our
    writes; ``sheets``: title -> tab; ``version``: Drive's count of changes when we read, empty where it
    wasn't told; ``memory_tab``: the id of the hidden tab of a very long memory, where we know that there is
    one; ``client``: through which it was read."""

    id: str
    client: GoogleClient | Any = field(repr=False, compare=False)
    title: str = ""
    sheets: Mapping[str, SheetHome] = field(default_factory=dict)
    generation: int = 0
    generation_id: str = ""
    memory_id: int | None = None
    version: str = ""
    memory_tab: int | None = None
