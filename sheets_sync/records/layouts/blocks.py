"""`layout: blocks`, blocks with a header each, side by side and below each other, under headings.

A block is headed by what `above` names: in a cell merged over it, or anywhere above it within its columns.
Left of all blocks of a row the drivers may stand once.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from sheets_sync.cells import CellRef
from sheets_sync.problems import Problem, TabRef
from sheets_sync.records.fields import Unreadable
from sheets_sync.records.header import AllWanted, Header, fields_of, header_at, needed_fields
from sheets_sync.records.header_texts import Texts, header_texts, rows_with
from sheets_sync.records.layouts.groups import Group, groups
from sheets_sync.records.layouts.headings import spots_as_columns, spots_as_rows
from sheets_sync.records.layouts.pane import Pane, Panes, Source
from sheets_sync.records.layouts.stacked import Headed, Section, headed
from sheets_sync.records.names import is_blank
from sheets_sync.records.near_headers import near_headers
from sheets_sync.records.remarks import TAKE_ANYTHING
from sheets_sync.records.wanted import wanted_headers


@dataclass(frozen=True, slots=True)
class Block:
    """A block as it was found."""

    header: Header
    group: Group


def panes(source: Source) -> Panes:
    """One pane for each block."""
    wanted = wanted_headers(source.kind, source.tab, source.tab.above)
    blocks, problems = _blocks(source, wanted)
    if not blocks:
        return None, problems or [_none(source, wanted)]
    found = []
    for block, each in zip(blocks, headed(source, [_section(source, each) for each in blocks]), strict=True):
        problems += each.problems
        problems += near_headers(source.grid, source.kind, source.tab, block.header, source.further)
        if not each.problems:
            found.append(_pane(source, block, each))
    return found, problems


def _section(source: Source, block: Block) -> Section:
    header = block.header
    return Section(header.rows, block.group.columns, lambda row: _holds_record(source, header, row))


def _blocks(source: Source, wanted: AllWanted) -> tuple[list[Block], list[Problem]]:
    """All blocks, from the top, and what keeps others from being read."""
    words = {key for each in wanted.values() for key in each.keys}
    named = source.tab.header_rows
    rows = [named] if named else [range(row, row + 1) for row in rows_with(source.grid, words)]
    blocks: list[Block] = []
    problems: list[Problem] = []
    for each in rows:
        texts = header_texts(source.grid, each)
        needed = needed_fields(source.kind, wanted, texts)
        if needed <= set(fields_of(texts, wanted, needed)):
            made, said = _in_row(source, wanted, each, texts)
            blocks += made
            problems += said if made else []
    return blocks, problems


def _in_row(
    source: Source, wanted: AllWanted, rows: range, texts: Texts
) -> tuple[list[Block], list[Problem]]:
    blocks, problems = [], []
    for group in groups(texts, wanted, needed_fields(source.kind, wanted, texts)):
        if not _is_header(source, wanted, rows, texts, group):
            continue
        columns = group.all_columns
        header, said = header_at(source.grid, source.kind, source.tab, wanted, rows, columns, source.further)
        problems += [_of_block(each, source.grid.ref(rows[-1], group.columns[0])) for each in said]
        if header is not None:
            blocks.append(Block(header, group))
    return blocks, problems


def _of_block(problem: Problem, at: CellRef) -> Problem:
    """What is said of a header, said of a block."""
    return replace(problem, at=at, message=problem.message.replace("the tab isn't", "the block isn't"))


def _is_header(source: Source, wanted: AllWanted, rows: range, texts: Texts, group: Group) -> bool:
    """Whether the group's cells are headers and no data that happens to say the same: two headers of the
    kind, or nothing but such headers, and no numbers."""
    own = {column: names for column, names in texts.items() if column in group.all_columns}
    hits = fields_of(own, wanted, needed_fields(source.kind, wanted, own))
    values = (source.grid.value(rows[-1], column) for column in group.columns)
    return all(isinstance(value, str | None) for value in values) and (len(hits) > 1 or len(own) == len(hits))


def _holds_record(source: Source, header: Header, row: int) -> bool:
    """Whether a line belongs to the block above: what every record needs can be read there."""
    columns = header.columns.columns
    needed = [field for field in source.kind.fields if field.required and field.name in columns]
    selective = [field for field in needed if field.scalar not in TAKE_ANYTHING]
    for field in selective:
        cell = source.grid.cell(row, columns[field.name])
        try:
            if not is_blank(cell.value):
                field.scalar(cell, source.context)
                return True
        except Unreadable:
            continue
    filled = [name for name, column in columns.items() if not is_blank(source.grid.value(row, column))]
    return not selective and len(filled) > 1


def _pane(source: Source, block: Block, under: Headed) -> Pane:
    heading = under.heading
    found = block.header.columns
    own = found.columns
    columns = {**own, **spots_as_columns(heading.cells)}
    shared = {name for name, column in own.items() if column in block.group.shared}
    telling = set(own) - shared if shared else set(own)
    telling = (telling & set(source.kind.tells)) or (telling if shared else set())
    tab = replace(found, columns=columns, fixed=spots_as_rows(heading.cells))
    row = block.header.row
    return Pane(tab, row, row + 1, under.last, own, heading.values, frozenset(telling))


def _none(source: Source, wanted: AllWanted) -> Problem:
    names = ", ".join(f"'{each.first}'" for each in wanted.values())
    message = f"No header of a block was found for the {source.kind.name}; the tab isn't read."
    at = TabRef(source.grid.spreadsheet, source.grid.tab)
    return Problem(message, at, f"Looked for {names}.", blocks=True)
