"""How league.yaml names a tab of a spreadsheet, and a place in it."""

from __future__ import annotations

from dataclasses import dataclass

from sheets_sync.cells import CellRange, a1


@dataclass(frozen=True, slots=True)
class TabAddress:
    spreadsheet: str
    tab: str

    @classmethod
    def parse(cls, text: object) -> TabAddress:
        spreadsheet, mark, tab = str(text).partition("!")
        if not mark or not spreadsheet.strip() or not tab.strip():
            raise ValueError(f"'{text}' names no tab; write it like coordinators!Entries")
        return cls(spreadsheet.strip(), tab.strip())

    def __str__(self) -> str:
        return f"{self.spreadsheet}!{self.tab}"


@dataclass(frozen=True, slots=True)
class RangeAddress:
    """Where a table goes: ``cells`` that are all its own; the one cell where it ``begins``, an anchor; or no
    cells: below the header that stands in the tab already."""

    tab: TabAddress
    cells: CellRange | None = None
    begins: bool = False

    @classmethod
    def parse(cls, text: object) -> RangeAddress:
        tab, mark, cells = str(text).rpartition("!")
        if not mark or (":" in cells and "!" not in tab):
            raise ValueError(
                f"'{text}' names no place in a tab; write it like public!Standings!A6:K70, "
                "public!Standings!A6 (where the table begins), or public!Standings (below your own header)"
            )
        if "!" not in tab:
            return cls(TabAddress.parse(text))
        return cls(TabAddress.parse(tab), CellRange.parse(cells), ":" not in cells)

    @property
    def area(self) -> CellRange | None:
        """The range that is the table's as a whole; None where only its beginning is given, or its header."""
        return None if self.begins else self.cells

    @property
    def anchor(self) -> tuple[int, int] | None:
        """The row and column where the table begins, where only that is given."""
        return self.cells.first if self.cells is not None and self.begins else None

    @property
    def place(self) -> str:
        """The part behind the tab: ``A6:K70``, ``A6``, or nothing."""
        return a1(*self.anchor) if self.anchor else str(self.cells or "")

    def __str__(self) -> str:
        return f"{self.tab}!{self.place}".rstrip("!")
