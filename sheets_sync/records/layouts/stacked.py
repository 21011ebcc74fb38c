"""Sections of a tab, side by side and below each other: which headings stand over each, and where it ends."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from sheets_sync.cells import MAX_ROWS, CellRef
from sheets_sync.problems import Problem
from sheets_sync.records.layouts.headings import Heading, cells_over, heading_above, unnamed
from sheets_sync.records.layouts.pane import Source


@dataclass(frozen=True, slots=True)
class Section:
    """The rows of a header and the columns of what stands below it. ``holds_record``: whether a line further
    up still belongs to a section there, so that no heading is looked for in it or above it."""

    header: range
    columns: range
    holds_record: Callable[[int], bool]

    @property
    def corner(self) -> tuple[int, int]:
        return self.header[-1], self.columns[0]

    def overlaps(self, other: Section) -> bool:
        return self.columns[0] <= other.columns[-1] and other.columns[0] <= self.columns[-1]


@dataclass(frozen=True, slots=True)
class Headed:
    """``last``: the last row of the section; with problems it can't be read."""

    section: Section
    heading: Heading
    last: int
    problems: tuple[Problem, ...] = ()


def headed(source: Source, sections: Sequence[Section]) -> list[Headed]:
    """Each section with what stands above it; in the order in which they are given, from the top."""
    found: list[Headed] = []
    for section in sections:
        lines = _lines_above(section, sections)
        heading, said = heading_above(source, source.tab.above, section.columns, lines)
        lacking = (name for name in source.tab.above if name not in heading.values)
        taken = set(heading.cells.values())
        above = [spot for row in lines for spot in cells_over(source.grid, row, section.columns)]
        free = [spot for spot in above if spot not in taken]
        said = said or [unnamed(source, name, free, section.corner) for name in lacking]
        found.append(Headed(section, heading, source.grid.rows, tuple(said)))
    made = [replace(each, last=min(each.last, *_ends(each.section, found))) for each in found]
    return [_checked(source, each, made[:index]) for index, each in enumerate(made)]


def _lines_above(section: Section, sections: Sequence[Section]) -> range:
    """From the line above the header up to what belongs to a section above it."""
    start = section.header[0] - 1
    over = (other for other in sections if section.overlaps(other) and other.header[-1] <= start)
    limit = max((_last_record(other, start) for other in over), default=0)
    return range(start, limit, -1)


def _last_record(section: Section, before: int) -> int:
    """The last line of a section up to that row, by its own columns; else its header."""
    lines = range(before, section.header[-1], -1)
    return next((row for row in lines if section.holds_record(row)), section.header[-1])


def _ends(section: Section, others: Sequence[Headed]) -> Iterator[int]:
    """The last rows before the headings of the sections below, and before what should be a heading."""
    yield MAX_ROWS
    for other in others:
        if other.section.header[0] > section.header[-1] and other.section.overlaps(section):
            cells = [row for row, _ in other.heading.cells.values()]
            cells += [each.at.row for each in other.problems if isinstance(each.at, CellRef)]
            yield min([row for row in cells if row > section.header[-1]] + [other.section.header[0]]) - 1


def _checked(source: Source, own: Headed, before: Sequence[Headed]) -> Headed:
    """Not to be read under a heading further left, where another section says the same."""
    if own.problems or not own.heading.reached:
        return own
    for each in before:
        if each.section.header == own.section.header and each.heading.values == own.heading.values:
            first = source.grid.ref(*each.section.corner).a1
            message = f"This block stands under the same headings as the one in {first}; it isn't read."
            hint = f"Give it headings of its own: {' and '.join(source.tab.above)}."
            said = Problem(message, source.grid.ref(*own.section.corner), hint, blocks=True)
            return replace(own, problems=(said,))
    return own
