"""The order of a standing: by its measures, then by the tie-breaks; who has too few starts comes last."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from sheets_sync.rules.standings.lines import Line
from sheets_sync.rules.standings.tie_breaks import Comparing, Tie, said, tie_of
from sheets_sync.ruleset.kinds.measures import Measure
from sheets_sync.ruleset.kinds.standings import Standing
from sheets_sync.ruleset.values import Number

if TYPE_CHECKING:
    from sheets_sync.rules.course import Course


@dataclass(frozen=True, slots=True)
class Placed:
    """A line with its rank. ``tie_break``: what set it apart from others that were level; ``note``: why it
    isn't ranked with the others."""

    line: Line
    rank: int
    tie_break: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Ranking:
    """How one table is ordered. ``carried``: line -> what it brings along from another standing."""

    course: Course
    rules: Standing
    comparing: Comparing
    carried: Mapping[str, Number]

    def placed(self, listed: list[Line]) -> Iterator[Placed]:
        """The lines from the first to the last."""
        notes = {line.key: self._note(line) for line in listed}
        enough = [line for line in listed if not notes[line.key]]
        few = [line for line in listed if notes[line.key]]
        position = 0
        for group in (enough, few):
            yield from self._ranked(group, position, notes)
            position += len(group)

    def _ranked(self, members: list[Line], position: int, notes: Mapping[str, str]) -> Iterator[Placed]:
        keyed = [(self._key(line), line) for line in members]
        keyed.sort(key=lambda pair: pair[0])
        for _, tied in groupby(keyed, key=lambda pair: pair[0]):
            group = [line for _, line in tied]
            for line, rank, tie_break in self._tied(group, position):
                yield Placed(line, rank, tie_break, notes[line.key])
            position += len(group)

    def _tied(self, group: list[Line], position: int) -> Iterator[tuple[Line, int, str]]:
        """Lines that are equal in what the table is ordered by, set apart by the tie-breaks."""
        if len(group) == 1:
            yield group[0], position + 1, ""
            return
        measures = [*self.rules.ties, *self._last_resort()]
        made = [(tie_of(measures, line, self._person(line), self.comparing), line) for line in group]
        made.sort(key=lambda pair: (pair[0].keys, self._shown(pair[1])))
        ties, names = [tie for tie, _ in made], [str(each) for each in measures]
        rank = position
        for index, (tie, line) in enumerate(made):
            if index == 0 or tie.keys != ties[index - 1].keys:
                rank = position + index + 1
            yield line, rank, said(ties, index, names)

    def _last_resort(self) -> list[Measure]:
        return [] if self.rules.still_tied == "share" else [Measure.parse(self.rules.still_tied)]

    def _key(self, line: Line) -> tuple[object, ...]:
        """What the table is ordered by."""
        total = line.total + self.carried.get(line.key, 0)
        points = total if self.rules.better == "low" else -total
        others = [each for each in self.rules.by if each.kind != "points"]
        if not others:
            return (points,)
        tie: Tie = tie_of(others, line, self._person(line), self.comparing)
        keys = iter(tie.keys)
        return tuple((points,) if each.kind == "points" else next(keys) for each in self.rules.by)

    def people(self, line: Line) -> list[str]:
        """Who has held the seat so far, one after the other; nobody for a team."""
        if self.rules.of != "driver":
            return []
        return self.course.seats.people(line.key, self.comparing.after) or [line.key]

    def _person(self, line: Line) -> str:
        people = self.people(line)
        return people[-1] if people else line.key

    def _shown(self, line: Line) -> str:
        return self.course.name(self._person(line)) if self.rules.of == "driver" else line.key

    def _note(self, line: Line) -> str:
        least = self.rules.least_starts
        if least is None:
            return ""
        held = len(self.course.raced)
        needed = least if isinstance(least, int) else -int(-least * held // 1)
        started = len({number for number, each in line.finishes if each.started})
        return "" if started >= needed else f"{started} of {needed} starts"
