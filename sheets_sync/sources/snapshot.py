"""What a source gives and takes: a spreadsheet as it stood at one moment, and the cells to write."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from sheets_sync.cells import Grid


@dataclass(frozen=True, slots=True)
class Snapshot:
    """One spreadsheet at one moment.

    ``digest`` identifies the bytes that were read (a write checks that they are still there);
    ``memory`` is the text that our last write left inside it, or None.
    """

    name: str
    path: Path
    identity: str
    digest: str
    tabs: tuple[str, ...]
    grids: Mapping[str, Grid]
    memory: str | None


Written = None | str | int | Decimal


@dataclass(frozen=True, slots=True)
class CellWrite:
    """One cell to set; None empties it and keeps its format. Text is always written as text."""

    tab: str
    row: int
    column: int
    value: Written
