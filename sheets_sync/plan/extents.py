"""Where a table without a range of its own stood at our last write: only these cells are ours."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sheets_sync.cells import MAX_ROWS, CellRange, column_letters, column_number


@dataclass(frozen=True, slots=True)
class Extent:
    """``at``: where league.yaml had it; ``top``: its first row, which holds our header where there are
    ``titles``; ``last``: its last row, above ``top`` where it has none; ``keys`` and ``columns``: what stands
    in which column of the tab."""

    at: str
    top: int
    last: int
    keys: tuple[str, ...]
    columns: tuple[int, ...]
    titles: bool = False

    @classmethod
    def parse(cls, data: Mapping[str, Any]) -> Extent:
        """As the memory keeps it. Raises ValueError, KeyError or TypeError for anything else."""
        keys = tuple(str(key) for key, _ in data["columns"])
        columns = tuple(column_number(str(letters)) for _, letters in data["columns"])
        rows = int(data["top"]), int(data["last"])
        if not 1 <= rows[0] <= rows[1] + 1 <= MAX_ROWS + 1:
            raise ValueError(f"rows {rows}")
        return cls(str(data["at"]), *rows, keys, columns, bool(data.get("titles", False)))

    def data(self) -> dict[str, Any]:
        pairs = zip(self.keys, map(column_letters, self.columns), strict=True)
        rows = {"top": self.top, "last": self.last, "titles": self.titles}
        return {"at": self.at, **rows, "columns": [list(pair) for pair in pairs]}

    @property
    def body(self) -> Extent:
        """Without our header."""
        return replace(self, top=self.top + self.titles, titles=False)

    @property
    def corner(self) -> tuple[int, int]:
        return self.top, min(self.columns, default=1)

    def __contains__(self, place: object) -> bool:
        if not isinstance(place, tuple) or len(place) != 2:
            return False
        row, column = place
        return self.top <= row <= self.last and column in self.columns

    def places(self) -> Iterator[tuple[int, int]]:
        for row in range(self.top, self.last + 1):
            for column in self.columns:
                yield row, column


NOWHERE = Extent("", 1, 0, (), ())


def areas_of(columns: Sequence[int], first: int, last: int) -> tuple[CellRange, ...]:
    """One range for each run of adjacent columns."""
    found: list[CellRange] = []
    for column in sorted(set(columns)) if last >= first else ():
        left = found.pop() if found and found[-1].last_column == column - 1 else None
        found.append(CellRange(first, left.first_column if left else column, last, column))
    return tuple(found)
