"""Which cells a row has, with their styles and types: the same for many rows of a tab."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from sheets_sync.cells import MAX_COLUMNS, column_number
from sheets_sync.sources.canonical_xml import Unusual

TAKEN = "\0"
"""Stands where a formula without a result was."""

_END = "\1"
_CELL = re.compile(
    r'([A-Z]{1,3})"(?: s="(0|[1-9][0-9]{0,5})")?(?: t="([A-Za-z]{1,9})")?'
    r'(?: cm="[0-9]{1,6}")?(?: vm="[0-9]{1,6}")?( ?/>|></c>|>\0)?'
)


@dataclass(frozen=True, slots=True)
class Slot:
    """A cell of a shape: its column, its style's number and how its text is to be read."""

    column: int
    style: str
    kind: str


@dataclass(frozen=True, slots=True)
class Shape:
    """The ``values`` and the ``blanks`` of a row.

    ``template``: what stands between the row's numbers in the joined heads of its cells; ``rows`` and
    ``texts``: the rows of this shape that were met, and the texts of each one's values.
    """

    values: tuple[Slot, ...]
    blanks: tuple[Slot, ...]
    template: tuple[str, ...]
    rows: list[int] = field(default_factory=list)
    texts: list[Sequence[str]] = field(default_factory=list)


def new_shape(key: Sequence[str]) -> Shape:
    """``key``: how many cells have a value; then the heads of the cells without their row's number, with an
    end behind each that has a value, and at the very last. Raises Unusual."""
    count, *heads = key
    values: list[Slot] = []
    blanks: list[Slot] = []
    columns: list[int] = []
    for head, behind in pairwise(heads):
        if head == _END:
            continue
        slot, blank = _slot(head)
        columns.append(slot.column)
        has_value = behind == _END and len(values) < int(count)
        if has_value == blank:
            raise Unusual("a cell's end")
        (values if has_value else blanks).append(slot)
    if max(columns) > MAX_COLUMNS or any(left >= right for left, right in pairwise(columns)):
        raise Unusual("cells out of order")
    return Shape(tuple(values), tuple(blanks), _template(heads))


def _slot(head: str) -> tuple[Slot, bool]:
    match = _CELL.fullmatch(head)
    if match is None:
        raise Unusual("a cell")
    letters, style, kind, end = match.groups()
    if end:
        kind = TAKEN if TAKEN in end else ""
    return Slot(column_number(letters), style or "0", kind or ""), bool(end)


def _template(heads: Sequence[str]) -> tuple[str, ...]:
    pieces, before = [""], _END
    for head in heads[:-1]:
        if head == _END:
            pieces[-1] += _END
        else:
            letters, _, rest = head.partition('"')
            pieces[-1] += letters if before == _END else f'<c r="{letters}'
            pieces.append(rest)
        before = head
    return tuple(pieces)
