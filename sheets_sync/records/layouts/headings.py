"""Headings: cells that give one value to all records below them, and often say more than the word.

`Round 3 - Suzuka (12 March)` names round 3. A number alone counts only as the whole cell: a year or a day of
the month is no round.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sheets_sync.cells import Cell, Grid
from sheets_sync.problems import Problem
from sheets_sync.records import words
from sheets_sync.records.context import ReadingContext
from sheets_sync.records.fields import Field, Scalar, Unreadable
from sheets_sync.records.layouts.pane import Source
from sheets_sync.records.names import clean, fold, is_blank

_WORD = re.compile(r"[^\s,;:()\[\]|/–—]+")
_MOST_WORDS = 24
_LONGEST = 5
Spot = tuple[int, int]


@dataclass(slots=True)
class Heading:
    """``values``: what it says of each field; ``cells``: where that stands, by field; ``reached``: whether
    some of it stands further left, over a block beside."""

    values: dict[str, Any] = field(default_factory=dict)
    cells: dict[str, Spot] = field(default_factory=dict)
    reached: bool = False


def field_called(source: Source, name: str) -> Field:
    """A field that `check_layouts` has found to be there."""
    found = source.kind.field(name)
    if found is None:
        raise KeyError(name)
    return found


def reader_of(context: ReadingContext, of: Field) -> Scalar:
    """How a heading is read: a pool in it is one of the league's, even where a cell may name any."""
    return words.pool if of.name == "pool" and context.pools else of.scalar


def exact_value(context: ReadingContext, of: Field, cell: Cell) -> list[Any]:
    """What a heading says that holds nothing but the word, its sort, and an addition: `Gold`, `Pool Gold`,
    `Gold (20:00)`. Empty where it doesn't."""
    text = _text(cell)
    main = words.REST.split(text)[0].strip()
    sort = set(map(fold, of.headers))
    bare = " ".join(word for word in main.split() if fold(word) not in sort)
    for each in dict.fromkeys([cell.value, main, bare]):
        found = _value(context, of, cell, each)
        if found:
            return found
    return []


def any_value(context: ReadingContext, of: Field, cell: Cell) -> list[Any]:
    """The values that the words of a heading name: none, one, or several that contradict each other."""
    found = exact_value(context, of, cell)
    if found:
        return found
    said = [match[0].strip(".") for match in _WORD.finditer(_text(cell))][:_MOST_WORDS]
    taken: set[int] = set()
    for size in range(min(_LONGEST, len(said)), 0, -1):
        for start in range(len(said) - size + 1):
            span, text = set(range(start, start + size)), " ".join(said[start : start + size])
            if span & taken or not any(map(str.isalpha, text)):
                continue
            value = _value(context, of, cell, text)
            found += [each for each in value if each not in found]
            taken |= span if value else set()
    return found


def _text(cell: Cell) -> str:
    return "" if is_blank(cell.value) else clean(str(cell.value))


def _value(context: ReadingContext, of: Field, cell: Cell, value: Any) -> list[Any]:
    if is_blank(value):
        return []
    try:
        return [reader_of(context, of)(Cell(cell.ref, value, cell.number_format, None), context)]
    except Unreadable:
        return []


def heading_above(
    source: Source, names: Sequence[str], columns: range, rows: Iterable[int]
) -> tuple[Heading, list[Problem]]:
    """What the lines above a block say of these fields; each is taken from the nearest line that names it.
    ``rows``: the lines, from the lowest up; a cell that is all one field's word is asked for no other, and
    the last of the fields stands lowest. A line that contradicts itself is a problem. Once a block has a
    heading of its own, a line above it may stand over the first of several blocks only."""
    heading = Heading()
    for row in rows:
        spots = list(cells_over(source.grid, row, columns))
        left = [] if spots or not heading.values else _nearest_left(source.grid, row, columns[0])
        asked = spots or left
        for name in (name for name in reversed(names) if name not in heading.values):
            values, at = _said(source, name, asked)
            if len(values) > 1:
                return heading, [_torn(source, name, at, values)]
            if values:
                heading.values[name], heading.cells[name] = values[0], at
                heading.reached |= not spots
                exact = exact_value(source.context, field_called(source, name), source.grid.cell(*at))
                asked = [spot for spot in asked if spot != at or not exact]
    return heading, []


def _said(source: Source, name: str, spots: Iterable[Spot]) -> tuple[list[Any], Spot]:
    """What the cells of a line say of a field, and the first that says something."""
    found: list[Any] = []
    first = (0, 0)
    for spot in spots:
        values = any_value(source.context, field_called(source, name), source.grid.cell(*spot))
        first = spot if values and not found else first
        found += [value for value in values if value not in found]
    return found, first


def cells_over(grid: Grid, row: int, columns: range) -> list[Spot]:
    """The filled cells of a line that stand over these columns, in them or merged over them."""
    merged = (
        (merge.first_row, merge.first_column)
        for merge in grid.merges
        if merge.first_row <= row <= merge.last_row
        and merge.first_column <= columns[-1]
        and columns[0] <= merge.last_column
    )
    spots = [*((row, column) for column in columns), *merged]
    return [spot for spot in dict.fromkeys(spots) if not is_blank(grid.value(*spot))]


def _nearest_left(grid: Grid, row: int, column: int) -> list[Spot]:
    spots = ((row, each) for each in range(column - 1, 0, -1))
    return [spot for spot in spots if not is_blank(grid.value(*spot))][:1]


def _torn(source: Source, name: str, at: Spot, values: Sequence[Any]) -> Problem:
    shown = " and ".join(map(str, values))
    message = f"This heading names more than one {_spoken(name)} ({shown}); what stands below it isn't read."
    return Problem(message, source.grid.ref(*at), f"Name one {_spoken(name)} in it.", blocks=True)


def unnamed(source: Source, name: str, above: Sequence[Spot], below: Spot) -> Problem:
    """That a field stands nowhere above a block: on the nearest of the headings ``above`` that say nothing
    else, or else on the block's own header."""
    if not above:
        message = f"No {_spoken(name)} stands above this block; it isn't read."
        return Problem(message, source.grid.ref(*below), f"Write the {_spoken(name)} above it.", blocks=True)
    cell = source.grid.cell(*above[0])
    message = f"'{_text(cell)}' names no {_spoken(name)}; the block below it isn't read."
    return Problem(message, cell.ref, proposal_for(source, name, cell), blocks=True)


def proposal_for(source: Source, name: str, cell: Cell) -> str:
    """What would be right in place of a cell that names no such value."""
    try:
        reader_of(source.context, field_called(source, name))(cell, source.context)
    except Unreadable as error:
        return error.proposal
    return f"Write the {_spoken(name)}."


def _spoken(name: str) -> str:
    return name.replace("_", " ")


def spots_as_columns(cells: Mapping[str, Spot]) -> dict[str, int]:
    """Field -> column of its cell."""
    return {name: column for name, (_, column) in cells.items()}


def spots_as_rows(cells: Mapping[str, Spot]) -> dict[str, int]:
    """Field -> row of its cell."""
    return {name: row for name, (row, _) in cells.items()}
