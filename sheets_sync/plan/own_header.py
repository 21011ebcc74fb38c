"""The header that a coordinator has in a tab already: found by its texts, wherever it stands.

A row of the tab is a candidate where it names what the table needs. Lists side by side are told apart by the
blank column between them; a list that another table goes below is left to that one.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from sheets_sync.cells import Grid
from sheets_sync.records.names import clean, header_key
from sheets_sync.tables.header_words import field_of, other_texts, own_texts
from sheets_sync.tables.table import Column

_ROWS_SEARCHED, _LIST = 100, 2
SUBJECTS = ("name", "driver")
"""The columns that say whom a row is about."""


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


@dataclass(frozen=True)
class Looked:
    """What is looked for. ``columns``: all of the table's; ``texts``: header -> column as league.yaml has
    it; ``needed``: the columns that have to be there; ``is_chosen``: league.yaml says which;
    ``words``: the league's own, header -> column."""

    columns: tuple[Column, ...]
    texts: Mapping[str, str]
    needed: frozenset[str]
    is_chosen: bool
    words: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def keys(self) -> Mapping[str, str]:
        """Folded header -> column. Ours come before the words that mean the same."""
        found: dict[str, str] = {
            header_key(text): key for text, key in [*self.texts.items(), *self.words.items()]
        }
        free = [each for each in self.columns if each.key not in self.texts.values()]
        for texts_of in (own_texts, other_texts):
            for column in free:
                for text in sorted(texts_of(column)):
                    found.setdefault(text, column.key)
        return found

    @property
    def fewest(self) -> int:
        """So many columns make a header."""
        return min(2, len(self.needed if self.is_chosen else self.columns))

    def title(self, key: str) -> str:
        """What the header of a column is called, for messages."""
        own = next((column.title for column in self.columns if column.key == key), key)
        return next((text for text, each in self.texts.items() if each == key), own)


def looked_for(
    columns: tuple[Column, ...],
    keys: Sequence[str] | None,
    texts: Mapping[str, str],
    words: Mapping[str, Sequence[str]],
) -> Looked:
    """``keys`` and ``texts``: what league.yaml says of the columns. Without it whom a row is about must be
    there; of a table without such a column, as of pools with their drivers, all. ``words``: field of records
    -> the league's own headers."""
    shown = [column.key for column in columns if not column.extra]
    subject = [key for key in shown if key in SUBJECTS][:1] or shown
    needed, is_chosen = frozenset(subject if keys is None else keys), keys is not None
    own = {text: column.key for column in columns for text in words.get(field_of(column), ())}
    return Looked(columns, texts, needed, is_chosen, own)


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
    names less than two columns is no list but a part of the one before."""
    whole = _header(row, cells, looked)
    if not whole.doubled:
        return [whole] if whole.cells else []
    lists = [_header(row, each, looked) for each in _lists(row, cells, looked)]
    return [whole] if any(each.doubled or len(each.cells) < _LIST for each in lists) else lists


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
