"""Every standing after every round that was raced, worked out when somebody asks for it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from sheets_sync.rules.standings.rule import StandingTable, standings

if TYPE_CHECKING:
    from sheets_sync.rules.course import Course


class StandingsAfter(Mapping[int, tuple[StandingTable, ...]]):
    """Round -> its tables. A table is made when it is asked for; a round that is added forgets those that
    were made, since a late decision can change them."""

    def __init__(self, course: Course) -> None:
        self._course = course
        self._rounds: list[int] = []
        self._made: dict[tuple[int, str], list[StandingTable]] = {}

    def add(self, number: int) -> None:
        self._rounds.append(number)
        self._made.clear()

    def forget(self) -> None:
        self._made.clear()

    def of(self, number: int, name: str) -> list[StandingTable]:
        """The tables of one standing."""
        key = (number, name)
        if key not in self._made:
            self._made[key] = standings(self._course, name, number)
        return self._made[key]

    def __getitem__(self, number: int) -> tuple[StandingTable, ...]:
        if number not in self._rounds:
            raise KeyError(number)
        return tuple(table for name in self._course.ruleset.standings for table in self.of(number, name))

    def __iter__(self) -> Iterator[int]:
        return iter(self._rounds)

    def __len__(self) -> int:
        return len(self._rounds)
