"""What a spreadsheet is made of. Cells are dicts of the API's form: replaced, never changed in place."""

from __future__ import annotations

import copy
import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from .errors import Refusal

Cell = dict[str, Any]
Key = tuple[int, int]
LISTS = (
    "merges",
    "conditionalFormats",
    "filterViews",
    "protectedRanges",
    "charts",
    "bandedRanges",
    "developerMetadata",
    "rowGroups",
    "columnGroups",
    "slicers",
    "tables",
)
DEFAULT_ROWS, DEFAULT_COLUMNS = 1000, 26
DEFAULT_HEIGHT, DEFAULT_WIDTH = 21, 100
CELL_LIMIT = 10_000_000
TEXT_LIMIT = 50_000
TOO_LONG = f"Your input contains more than the maximum of {TEXT_LIMIT} characters in a single cell."


def new_id(taken: set[int]) -> int:
    """A random id of 31 bits, like those of sheets, filters and ranges."""
    while True:
        found = random.randint(1, 2**31 - 1)
        if found not in taken:
            return found


@dataclass(slots=True)
class Sheet:
    """A tab: its properties, its cells by (row, column), and what else lies on it."""

    properties: dict[str, Any]
    cells: dict[Key, Cell] = field(default_factory=dict)
    rows: dict[int, dict[str, Any]] = field(default_factory=dict)
    columns: dict[int, dict[str, Any]] = field(default_factory=dict)
    parts: dict[str, Any] = field(default_factory=dict)
    calculates: bool = False  # whether a formula was ever on it

    @property
    def id(self) -> int:
        return int(self.properties["sheetId"])

    @property
    def title(self) -> str:
        return str(self.properties["title"])

    @property
    def grid(self) -> dict[str, Any]:
        return dict(self.properties.get("gridProperties") or {})

    @property
    def row_count(self) -> int:
        return int(self.properties.get("gridProperties", {}).get("rowCount", 0))

    @property
    def column_count(self) -> int:
        return int(self.properties.get("gridProperties", {}).get("columnCount", 0))

    def resize(self, rows: int | None = None, columns: int | None = None) -> None:
        """A new size of the grid; what lies outside of it is gone."""
        grid = self.grid
        if rows is not None:
            grid["rowCount"] = rows
        if columns is not None:
            grid["columnCount"] = columns
        self.properties = {**self.properties, "gridProperties": grid}
        rows, columns = self.row_count, self.column_count
        self.cells = {(r, c): cell for (r, c), cell in self.cells.items() if r < rows and c < columns}

    def put(self, row: int, column: int, cell: Cell) -> None:
        """A new content of a cell; an empty one is forgotten."""
        value = cell.get("userEnteredValue") or {}
        if len(value.get("stringValue") or value.get("formulaValue") or "") > TEXT_LIMIT:
            raise Refusal(TOO_LONG)
        cell = {name: value for name, value in cell.items() if value not in (None, {}, [])}
        if cell:
            self.cells[row, column] = cell
            self.calculates = self.calculates or "formulaValue" in cell.get("userEnteredValue", ())
        else:
            self.cells.pop((row, column), None)

    def listed(self, name: str) -> list[dict[str, Any]]:
        """A list of things on the sheet, to be changed."""
        return self.parts.setdefault(name, [])  # type: ignore[no-any-return]

    def add(self, name: str, item: dict[str, Any]) -> None:
        self.parts.setdefault(name, []).append(item)

    def copy(self) -> Sheet:
        """Independent of this one; cells are shared because they are never changed in place."""
        return Sheet(
            copy.deepcopy(self.properties),
            dict(self.cells),
            copy.deepcopy(self.rows),
            copy.deepcopy(self.columns),
            copy.deepcopy(self.parts),
            self.calculates,
        )


@dataclass(slots=True)
class Book:
    """A spreadsheet."""

    id: str
    properties: dict[str, Any]
    sheets: list[Sheet] = field(default_factory=list)
    named_ranges: list[dict[str, Any]] = field(default_factory=list)
    metadata: list[dict[str, Any]] = field(default_factory=list)
    calculated: Any = None

    @property
    def title(self) -> str:
        return str(self.properties["title"])

    @property
    def locale(self) -> str:
        return str(self.properties.get("locale", "en_US"))

    def copy(self) -> Book:
        """The state to change while nobody sees it: it replaces this one only when all went well."""
        return Book(
            self.id,
            copy.deepcopy(self.properties),
            [sheet.copy() for sheet in self.sheets],
            copy.deepcopy(self.named_ranges),
            copy.deepcopy(self.metadata),
        )

    def sheet(self, sheet_id: int, what: str = "sheet") -> Sheet:
        for sheet in self.sheets:
            if sheet.id == sheet_id:
                return sheet
        raise Refusal(f"No {what} with id: {sheet_id}")

    def titled(self, title: str) -> Sheet | None:
        """Titles are one whether in capitals or not."""
        wanted = title.casefold()
        return next((sheet for sheet in self.sheets if sheet.title.casefold() == wanted), None)

    def named(self, name: str) -> dict[str, Any] | None:
        wanted = name.casefold()
        return next((named for named in self.named_ranges if named["name"].casefold() == wanted), None)

    def all_metadata(self) -> Iterator[tuple[list[dict[str, Any]], dict[str, Any]]]:
        """Every piece of developer metadata with the list that holds it."""
        for item in list(self.metadata):
            yield self.metadata, item
        for sheet in self.sheets:
            for item in list(sheet.parts.get("developerMetadata", [])):
                yield sheet.parts["developerMetadata"], item
            for line in [*sheet.rows.values(), *sheet.columns.values()]:
                for item in list(line.get("developerMetadata", [])):
                    yield line["developerMetadata"], item

    def renumber(self) -> None:
        """The sheets' index after one came, went or moved."""
        for index, sheet in enumerate(self.sheets):
            sheet.properties = {**sheet.properties, "index": index}

    def cell_count(self) -> int:
        return sum(sheet.row_count * sheet.column_count for sheet in self.sheets)

    def edited(self) -> None:
        """What was calculated from the cells is no longer true."""
        self.calculated = None
