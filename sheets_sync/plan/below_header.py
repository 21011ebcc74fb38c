"""A table below the header that a coordinator has: only the columns that it names are ours."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sheets_sync.cells import CellRange, Grid, column_letters
from sheets_sync.plan.drift import Place
from sheets_sync.plan.extents import Extent
from sheets_sync.plan.held import Left, by_now, elsewhere, left_by, places_of, standing_rows
from sheets_sync.plan.looked_for import SUBJECTS
from sheets_sync.plan.memory import digest
from sheets_sync.plan.own_header import HeaderCell, OwnHeader
from sheets_sync.plan.placed import Order, Placed
from sheets_sync.problems import Problem, Severity, has_errors

_ENOUGH = 80
"""Per cent of the cells by which a column of ours is known under another header."""


def below_header(order: Order, header: OwnHeader) -> tuple[Placed | None, list[Problem]]:
    """The columns that the header names, from the row below it on."""
    asked, there = order.write.keys, header.columns
    keys = tuple(
        each.key for each in order.table.columns if each.key in there and each.key in (asked or there)
    )
    columns = tuple(there[key] for key in keys)
    left = left_by(order)
    problems = [*_nameless(order, header, keys), *_unclear(order, header, keys)]
    problems += _calculated(order, header, keys)
    if left is None:
        held, digests = standing_rows(order.grid, keys, columns, header.first), elsewhere(order)
        problems += [*_not_ours(order, header), *_typed_beside(order, header, held)]
    else:
        left = left.body
        moves, found = _columns_by_now(order, header, left)
        held, own = by_now(order, left, moves, header.first)
        digests = elsewhere(order, held) | own
        problems += [*found, *_moved(order, header, left, moves)]
    if has_errors(problems):
        return None, problems
    over = tuple(places_of(held, order.grid))
    known = left is not None
    return Placed(order.name, keys, columns, header.first, False, over, digests, held, known), problems


def _nameless(order: Order, header: OwnHeader, keys: tuple[str, ...]) -> Iterator[Problem]:
    """Our rows have an order of their own: beside names that stay they would be somebody else's."""
    for key in SUBJECTS:
        if key in header.cells and key not in keys:
            cell = header.cells[key][0]
            message = (
                f"'{cell.text}' isn't among the columns of the table '{order.table.name}', so that its rows "
                "would stand beside other names. Nothing is written."
            )
            hint = f"Add '{key}' to the columns in league.yaml."
            yield Problem(message, order.grid.ref(cell.row, cell.column), hint)


def _unclear(order: Order, header: OwnHeader, keys: tuple[str, ...]) -> Iterator[Problem]:
    """A header that stands above several columns: which of them it names only the coordinator knows."""
    hint = "Give each column a header of its own, or leave this one out in league.yaml: columns: [...]"
    for key in keys:
        cell = header.cells[key][0]
        at, below = order.grid.ref(cell.row, cell.column), _text_below(order.grid, cell, header.first)
        if below:
            message = f"Below the header '{cell.text}' stands another one, '{below}'. Nothing is written."
            yield Problem(message, at, hint)
        elif cell.right > cell.column and not _reaches(order.grid, header.first, cell):
            to = column_letters(cell.right)
            message = f"The header '{cell.text}' reaches to column {to}; which one is ours isn't clear."
            yield Problem(f"{message} Nothing is written.", at, hint)


def _text_below(grid: Grid, cell: HeaderCell, first: int) -> str:
    rows = range(cell.bottom + 1, first)
    texts = (grid.value(row, column) for row in rows for column in range(cell.column, cell.right + 1))
    return next((str(text) for text in texts if text is not None), "")


def _reaches(grid: Grid, row: int, cell: HeaderCell) -> bool:
    """Whether the cells of the list are merged as the header is."""
    return CellRange(row, cell.column, row, cell.right) in grid.merges


def _calculated(order: Order, header: OwnHeader, keys: tuple[str, ...]) -> Iterator[Problem]:
    """A column of formulas is the coordinator's, whatever its header says."""
    mine = [key for key in keys if (header.first, header.columns[key]) not in order.grid.formulas]
    for key in keys:
        if key not in mine:
            message = f"The column '{header.cells[key][0].text}' holds formulas. Nothing is written."
            hint = f"If they are to stay, leave it out in league.yaml: columns: [{', '.join(mine)}]"
            yield Problem(message, order.grid.ref(header.first, header.columns[key]), hint)


def _not_ours(order: Order, header: OwnHeader) -> Iterator[Problem]:
    """The first time, the columns that stay blank or as they are, so that nobody waits for them."""
    if header.others and order.write.keys is None:
        texts = ", ".join(f"'{cell.text}'" for cell in header.others)
        message = f"Not known as columns of the table '{order.table.name}', and left as they are: {texts}."
        hint = "If one is, name it in league.yaml: columns: {text: column, ...}"
        first = header.others[0]
        yield Problem(message, order.grid.ref(first.row, first.column), hint, Severity.NOTE)


def _typed_beside(order: Order, header: OwnHeader, held: Extent) -> Iterator[Problem]:
    """What a person typed beside the names of a list that we take over stays in its row; the names don't."""
    for cell in header.others:
        rows = (
            row for row in range(held.top, held.last + 1) if (row, cell.column) not in order.grid.formulas
        )
        if any(order.grid.value(row, cell.column) is not None for row in rows):
            message = (
                f"The column '{cell.text}' isn't ours and stays as it is, while the rows beside it change "
                "their order."
            )
            hint = "Where it goes by the names, let a formula look it up."
            yield Problem(message, order.grid.ref(cell.row, cell.column), hint, Severity.WARNING)


def _columns_by_now(order: Order, header: OwnHeader, left: Left) -> tuple[dict[int, int], list[Problem]]:
    """Where the columns that we wrote are by now: where the header says, else by what stands in them."""
    moves: dict[int, int] = {}
    problems: list[Problem] = []
    known = {column.key for column in order.table.columns}
    for key, was in zip(left.extent.keys, left.extent.columns, strict=True):
        now = header.columns.get(key)
        if now is None:
            now = _by_content(order.grid, left, header, was)
            if key in known:
                problems.append(_gone(order, key) if now is None else _renamed(order, header, key, now))
        if now is not None:
            moves[was] = now
    return moves, problems


def _by_content(grid: Grid, left: Left, header: OwnHeader, was: int) -> int | None:
    """The column under another header that holds what we left in this one."""
    marks = {row: mark for (row, column), mark in left.marks.items() if column == was}
    down = header.first - left.extent.top
    for column in range(1, grid.columns + 1) if marks else ():
        if column not in header.columns.values():
            same = sum(digest(grid.value(row + down, column)) == mark for row, mark in marks.items())
            if same * 100 >= _ENOUGH * len(marks):
                return column
    return None


def _gone(order: Order, key: str) -> Problem:
    message = f"The list of '{order.table.name}' has no column '{key}' any more; it isn't written there."
    return Problem(message, order.line, severity=Severity.NOTE)


def _renamed(order: Order, header: OwnHeader, key: str, now: int) -> Problem:
    text = next((cell.text for cell in header.others if cell.column == now), "")
    said = f"Its header says '{text}' now" if text else "It has no header now"
    message = f"This column was '{key}' of the table '{order.table.name}'. {said}. Nothing is written."
    hint = f"Write the header as it was, or name it in league.yaml: columns: {{{text or 'text'}: {key}, ...}}"
    return Problem(message, order.grid.ref(header.row, now), hint)


def _moved(order: Order, header: OwnHeader, left: Left, moves: Mapping[int, int]) -> Iterator[Problem]:
    """A list that people moved, or whose columns they ordered anew, is followed; that is said once."""
    was: Place = left.extent.top, min(left.extent.columns, default=0)
    apart = sorted((was, now) for was, now in moves.items() if was != now)
    if was[0] == header.first and not apart:
        return
    where = ", ".join(f"{column_letters(one)} is {column_letters(two)} now" for one, two in apart)
    rows = f"its first row is {header.first} now" if was[0] != header.first else ""
    message = (
        f"The list of '{order.table.name}' moved ({'; '.join(filter(None, (rows, where)))}) and was followed."
    )
    yield Problem(message, order.grid.ref(header.row, min(header.columns.values())), "", Severity.NOTE)
