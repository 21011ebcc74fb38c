"""What Google answers about a spreadsheet: which tab is meant, what we keep on it, and where our ranges
are."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from sheets_sync.cells import CellRange, Grid
from sheets_sync.problems import Problem, Severity, TabRef
from sheets_sync.sources.google import memory
from sheets_sync.sources.google.following import followed
from sheets_sync.sources.google.grids import grid_of, range_of
from sheets_sync.sources.google.home import GoogleHome, Guard, SheetHome
from sheets_sync.sources.package import WORKSHEET, Sheet
from sheets_sync.sources.snapshot import Moved, Needed, Snapshot
from sheets_sync.sources.tab_names import find_tab

if TYPE_CHECKING:
    from sheets_sync.sources.google.opening import GoogleClient

GENERATION = "sheets_sync_write_"
"""The named range that counts our writes: its name ends in their number."""
_OURS = re.compile(r"sheets-sync writes (.+?) here;.*", re.DOTALL)


class Answer:
    """What Google said of a spreadsheet: its tabs by their titles, and what we keep there."""

    def __init__(
        self, client: GoogleClient, name: str, spreadsheet: str, found: Mapping[str, Any], version: str
    ) -> None:
        self.client, self.name, self.id = client, name, spreadsheet
        self.found, self.version = found, version
        sheets = list(found.get("sheets", ()))
        self.sheets = {str(each["properties"]["title"]): each for each in sheets}
        self.piece, self.piece_id = memory.piece_in(found.get("developerMetadata", ()))
        pieces = [memory.piece_in(each.get("developerMetadata", ()))[0] for each in sheets]
        self.remembered = memory.unpacked([self.piece, *pieces])
        self.memory_tab: int | None = None

    @property
    def has_memory_in_tab(self) -> bool:
        return memory.is_in_tab(self.piece)

    def take_memory(self, found: Mapping[str, Any]) -> None:
        """What the hidden tab holds, read for itself."""
        for sheet in found.get("sheets", ()):
            self.memory_tab = sheet["properties"].get("sheetId", 0)
            grid = grid_of(self.name, memory.TAB, sheet)
            pieces = [str(grid.value(row, 1) or "") for row in range(1, grid.rows + 1)]
            self.remembered = memory.unpacked(pieces)

    def snapshot(self, identity: str, needed: Sequence[Needed]) -> tuple[Snapshot, list[Problem]]:
        grids: dict[str, Grid] = {}
        homes: dict[str, SheetHome] = {}
        zone = str(self.found.get("properties", {}).get("timeZone", ""))
        problems: list[Problem] = []
        for each in needed:
            sheet, said = self._sheet(each.tab)
            problems += said
            if sheet is not None:
                grids[each.tab] = grid_of(self.name, each.tab, sheet, zone)
                homes[each.tab] = home_of(sheet)
        home = self._home(homes)
        text = self.remembered.text if self.remembered else None
        tabs = tuple(title for title, sheet in self.sheets.items() if is_of_cells(sheet))
        moved = tuple(self.moved(needed))
        return Snapshot(self.name, home, identity, self._digest(), tabs, grids, text, moved), problems

    def title(self, tab: str) -> str:
        """What the tab that league.yaml means is called by now."""
        sheet, _ = self._sheet(tab)
        return str(sheet["properties"]["title"]) if sheet is not None else tab

    def moved(self, needed: Iterable[Needed]) -> list[Moved]:
        """Our ranges that are elsewhere by now."""
        known = self.remembered.tabs if self.remembered else {}
        found: list[Moved] = []
        for each in needed:
            sheet, _ = self._sheet(each.tab)
            found += followed(each.tab, each.own, home_of(sheet), known) if sheet is not None else []
        return found

    def _sheet(self, tab: str) -> tuple[Mapping[str, Any] | None, list[Problem]]:
        listed = [Sheet(title, _kind(sheet), "") for title, sheet in self.sheets.items()]
        there, problem = find_tab(self.name, listed, tab)
        said = [problem] if problem is not None else []
        if there is not None:
            return self.sheets[there.name], said
        known = self.remembered.tabs.get(tab) if self.remembered else None
        for title, sheet in self.sheets.items():
            if known is not None and sheet["properties"].get("sheetId", 0) == known:
                message = f"The tab '{tab}' is called '{title}' now; it was found all the same."
                hint = f"Write '{title}' in league.yaml."
                return sheet, [Problem(message, TabRef(self.name, title), hint, Severity.NOTE)]
        return None, said

    def _home(self, sheets: Mapping[str, SheetHome]) -> GoogleHome:
        number, identity = generation(self.found.get("namedRanges", ()))
        title = str(self.found.get("properties", {}).get("title", ""))
        return GoogleHome(
            self.id,
            self.client,
            title,
            sheets,
            number,
            identity,
            self.piece_id,
            self.version,
            self.memory_tab,
        )

    def _digest(self) -> str:
        """What stands there; the results of formulas count by what follows from them, for some change with
        every look."""
        data = [
            [title, piece.get("startRow"), piece.get("startColumn"), *_typed(piece)]
            for title, sheet in self.sheets.items()
            for piece in sheet.get("data", ())
        ]
        return hashlib.sha256(json.dumps(data, sort_keys=True).encode()).hexdigest()


def _typed(piece: Mapping[str, Any]) -> Iterator[list[Any]]:
    """The rows of a piece; of a cell with a formula without its result."""
    for row in piece.get("rowData", ()):
        yield [
            cell | {"effectiveValue": None} if "formulaValue" in cell.get("userEnteredValue", ()) else cell
            for cell in row.get("values", ())
        ]


def _kind(sheet: Mapping[str, Any]) -> str:
    """A chart, or a table of a database, can have a tab of its own."""
    kind = sheet["properties"].get("sheetType", "GRID")
    return WORKSHEET if kind == "GRID" else "chartsheet"


def is_of_cells(sheet: Mapping[str, Any]) -> bool:
    """Whether a tab has cells of its own, as one with only a chart hasn't."""
    return _kind(sheet) == WORKSHEET


def generation(named: Iterable[Mapping[str, str]]) -> tuple[int, str]:
    """The number of our last write and the id of the range that says so. Names differ by more than case."""
    names = [(each["name"].lower().removeprefix(GENERATION), each["namedRangeId"]) for each in named]
    return max([(int(number), id) for number, id in names if number.isdecimal()], default=(0, ""))


def home_of(sheet: Mapping[str, Any]) -> SheetHome:
    about = sheet["properties"]
    size = about.get("gridProperties", {})
    piece, identity = memory.piece_in(sheet.get("developerMetadata", ()))
    guards = {
        each["protectedRangeId"]: Guard(_range_in(said), range_of(each.get("range", {})), said)
        for each in sheet.get("protectedRanges", ())
        if (said := _guarded(each.get("description", "")))
    }
    rows, columns = size.get("rowCount", 0), size.get("columnCount", 0)
    return SheetHome(about.get("sheetId", 0), str(about["title"]), rows, columns, piece, identity, guards)


def _guarded(description: str) -> str:
    """What our warning says is written there; empty for somebody else's."""
    found = _OURS.fullmatch(description)
    return found[1] if found else ""


def _range_in(said: str) -> CellRange | None:
    """The range that our warning names, as league.yaml had it."""
    try:
        return CellRange.parse(said) if ":" in said else None
    except ValueError:
        return None
