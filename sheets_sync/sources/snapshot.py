"""What a source gives and takes: a spreadsheet as it stood at one moment, and the cells to write."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from sheets_sync.cells import CellRange, Grid
from sheets_sync.problems import FileLine, Place, TabRef
from sheets_sync.sources.google.home import GoogleHome

Home = Path | GoogleHome
OVERTAKEN = "overtaken"
"""The refusal of a write because somebody else wrote since we read."""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """One spreadsheet at one moment.

    ``home``: the workbook's file, or what is known of the Google spreadsheet; ``digest`` identifies what
    was read (a write checks that it is still there); ``memory`` is the text that our last write left
    inside it, or None; ``moved``: ranges of ours that are elsewhere by now.
    """

    name: str
    home: Home
    identity: str
    digest: str
    tabs: tuple[str, ...]
    grids: Mapping[str, Grid]
    memory: str | None
    moved: tuple[Moved, ...] = ()

    @property
    def path(self) -> Path:
        """The file of a workbook. Raises TypeError for a Google spreadsheet."""
        if not isinstance(self.home, Path):
            raise TypeError(f"'{self.name}' is no workbook")
        return self.home

    @property
    def on_google(self) -> GoogleHome:
        """What is known of a Google spreadsheet. Raises TypeError for a workbook."""
        if isinstance(self.home, Path):
            raise TypeError(f"'{self.name}' isn't on Google")
        return self.home

    @property
    def place(self) -> Place:
        """The spreadsheet as a whole, for messages."""
        return FileLine(self.home) if isinstance(self.home, Path) else TabRef(self.name)


@dataclass(frozen=True, slots=True)
class Needed:
    """What is needed of a tab: the ``own`` ranges that are ours to write, and, where it is read, the
    ``whole`` of it."""

    tab: str
    own: tuple[CellRange, ...] = ()
    whole: bool = True


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula of somebody that is put back; ``text``: without the sign before it."""

    text: str

    def __str__(self) -> str:
        return f"={self.text}"


Written = None | str | int | Decimal | Formula


@dataclass(frozen=True, slots=True)
class CellWrite:
    """One cell to set; None empties it and keeps its format. Text is always written as text.

    ``number_format``: the format code that it must have (``""`` is General), None: whichever it has;
    ``like``: row and column of the cell whose style it takes, where it is blank and has none of its own;
    ``replaces_formula``: somebody agreed that a formula in it goes.
    """

    tab: str
    row: int
    column: int
    value: Written
    number_format: str | None = None
    like: tuple[int, int] | None = None
    replaces_formula: bool = False


@dataclass(frozen=True, slots=True)
class OwnRange:
    """A range that a table owns, whether or not a cell of it changes: as it is ``written`` in league.yaml,
    or the table where that gives none, and the ``cells`` where it is by now."""

    tab: str
    written: str
    cells: CellRange


@dataclass(frozen=True, slots=True)
class Moved:
    """A range of ours that is elsewhere than at our last write, as rows or columns were inserted or taken out
    before it, or its tab was renamed. ``written``: as league.yaml has it; ``tab_was`` and ``was``: as it had
    it at our last write, by which we remember its cells; ``now``: where they are."""

    tab: str
    written: CellRange
    tab_was: str
    was: CellRange
    now: CellRange
