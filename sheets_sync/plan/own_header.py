"""The header that a coordinator has in a tab already: found by its texts, wherever it stands.

A row of the tab is a candidate where it names what the table needs. Lists side by side are told apart by the
blank column between them; a list that another table goes below is left to that one.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sheets_sync.cells import Grid
from sheets_sync.plan.looked_for import SUBJECTS, Looked
from sheets_sync.records.names import clean, header_key

_ROWS_SEARCHED, _LIST = 100, 2


@dataclass(frozen=True, slots=True)
class HeaderCell:
    """A text or number with the cell where it stands; ``bottom`` and ``right``: the last row and column of
    that cell, which may be merged."""

    text: str
    row: int
    column: int
    bottom: int
    right: int

    @property
    def is_number(self) -> bool:
        return self.text.isdecimal()


@dataclass(frozen=True, slots=True)
class OwnHeader:
    """A header. ``cells``: column of the table -> the cells that name it, more than one where it is doubled;
    ``others``: the cells that name nothing of ours."""

    row: int
    cells: Mapping[str, tuple[HeaderCell, ...]]
    others: tuple[HeaderCell, ...]

    @property
    def first(self) -> int:
        """The row below it."""
        return max(cell.bottom for cells in self.cells.values() for cell in cells) + 1

    @property
    def columns(self) -> dict[str, int]:
        return {key: cells[0].column for key, cells in self.cells.items()}

    @property
    def doubled(self) -> list[str]:
        return [key for key, cells in self.cells.items() if len(cells) > 1]

    @property
    def places(self) -> frozenset[tuple[int, int]]:
        return frozenset((cell.row, cell.column) for cells in self.cells.values() for cell in cells)

    @property
    def score(self) -> tuple[int, int]:
        return len(self.cells), -len(self.others)

    @property
    def is_list(self) -> bool:
        """Whether it may be all of a header: it names two columns, or whom it is about beside texts that we
        don't know."""
        of_others = bool(self.others) and not self.cells.keys().isdisjoint(SUBJECTS)
        return not self.doubled and (len(self.cells) >= _LIST or of_others)

    def is_heading_of(self, other: OwnHeader) -> bool:
        """Whether it only names groups of columns, whose own headers stand directly below."""
        return self.row < other.row <= self.first and len(other.cells) >= len(self.cells)

    def fits(self, looked: Looked) -> bool:
        is_whole = looked.needed <= set(self.cells) and len(self.cells) >= looked.fewest
        return is_whole and not self.doubled


def candidates(grid: Grid, looked: Looked) -> list[OwnHeader]:
    """Every row, or part of one, that names something of the table; each header once."""
    found: dict[frozenset[tuple[int, int]], OwnHeader] = {}
    for row in range(1, min(grid.rows, _ROWS_SEARCHED) + 1):
        cells = list(_cells(grid, row))
        for header in _parts(row, cells, looked) if _names_something(cells, looked) else ():
            found[header.places] = header
    return [each for each in found.values() if not any(map(each.is_heading_of, found.values()))]


def _names_something(cells: Iterable[HeaderCell], looked: Looked) -> bool:
    """Numbers alone are no header, though rounds may be called by them."""
    return any(header_key(cell.text) in looked.keys for cell in cells if not cell.is_number)


def _parts(row: int, cells: Sequence[HeaderCell], looked: Looked) -> list[OwnHeader]:
    """The row as one header; where that names a column twice, the lists that a blank column divides. What
    is no list is a part of the one before."""
    whole = _header(row, cells, looked)
    if not whole.doubled:
        return [whole] if whole.cells else []
    lists = [_header(row, each, looked) for each in _lists(row, cells, looked)]
    return lists if all(each.is_list for each in lists) else [whole]


def _lists(row: int, cells: Sequence[HeaderCell], looked: Looked) -> list[list[HeaderCell]]:
    """The pieces between blank columns, joined as long as no column is named twice."""
    joined: list[list[HeaderCell]] = []
    for piece in _divided(cells):
        if joined and not _header(row, [*joined[-1], *piece], looked).doubled:
            joined[-1] += piece
        else:
            joined.append(piece)
    return joined


def _header(row: int, cells: Sequence[HeaderCell], looked: Looked) -> OwnHeader:
    found: dict[str, tuple[HeaderCell, ...]] = {}
    others: list[HeaderCell] = []
    for cell in cells:
        key = looked.keys.get(header_key(cell.text))
        if key is None:
            others.append(cell)
        elif key not in found or not looked.is_chosen or key in looked.needed:
            found[key] = (*found.get(key, ()), cell)
    return OwnHeader(row, found, tuple(others))


def _divided(cells: Sequence[HeaderCell]) -> list[list[HeaderCell]]:
    """Where a column has no text, another list may begin."""
    pieces: list[list[HeaderCell]] = []
    for cell in cells:
        if pieces and pieces[-1][-1].column == cell.column - 1:
            pieces[-1].append(cell)
        else:
            pieces.append([cell])
    return pieces


def _cells(grid: Grid, row: int) -> Iterator[HeaderCell]:
    """The texts of a row, those of merged cells that reach down to it among them."""
    merges = [each for each in grid.merges if each.first_row <= row <= each.last_row]
    for column in range(1, grid.columns + 1):
        area = next((each for each in merges if (row, column) in each), None)
        top = area.first_row if area else row
        value = grid.value(top, column)
        if isinstance(value, bool) or not isinstance(value, str | int) or not clean(str(value)):
            continue
        last = (area.last_row, area.last_column) if area else (row, column)
        yield HeaderCell(clean(str(value)), top, column, *last)


def free_of(headers: Iterable[OwnHeader], claimed: Collection[tuple[int, int]]) -> list[OwnHeader]:
    """The headers that no other table goes below."""
    return [each for each in headers if not each.places & set(claimed)]
