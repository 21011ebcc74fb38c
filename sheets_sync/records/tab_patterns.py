"""Tabs that are found by the form of their names: a tab per round, or per round and pool."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from sheets_sync.addresses import TabAddress
from sheets_sync.cells import Cell, CellRef
from sheets_sync.league_file import TabRead
from sheets_sync.problems import Problem, Severity, TabRef
from sheets_sync.records.context import ReadingContext
from sheets_sync.records.fields import Field, RecordKind, Unreadable
from sheets_sync.records.layouts.headings import any_value
from sheets_sync.records.names import fold
from sheets_sync.tab_pattern import fields_in, is_like, splits


def tabs_like(
    tab: TabRead, kind: RecordKind, context: ReadingContext, there: Iterable[str], named: Collection[str]
) -> tuple[list[TabRead], list[Problem]]:
    """The tabs that a form stands for, each with what its name says as if it stood under ``set``.

    ``there``: the tabs of the spreadsheet; ``named``: those that league.yaml names itself. A name of the
    form may say more (``Lauf 1 Spa`` for ``Lauf {round}``); one that can't be read so is left out, and noted.
    """
    found: list[TabRead] = []
    strange: list[str] = []
    taken = set(map(fold, named))
    for name in there:
        if fold(name) in taken or not is_like(tab.tab.tab, name):
            continue
        ways = [each for each in splits(tab.tab.tab, name) if _can_be_read(each, kind, context)]
        ways = ways or _by_a_part(tab, kind, context, name)
        if len(ways) == 1:
            address = TabAddress(tab.tab.spreadsheet, name)
            found.append(tab.model_copy(update={"tab": address, "set": {**tab.set, **ways[0]}}))
        else:
            strange.append(name)
    return found, _notes(tab, found, strange)


def _by_a_part(tab: TabRead, kind: RecordKind, context: ReadingContext, name: str) -> list[dict[str, str]]:
    """What the name says as a heading does, where there is one field in the form and one thing is said."""
    field, *others = fields_in(tab.tab.tab)
    of = kind.field(field)
    values = any_value(context, of, _cell(name)) if of is not None and not others else []
    return [{field: str(values[0])}] if len(values) == 1 else []


def _can_be_read(said: dict[str, str], kind: RecordKind, context: ReadingContext) -> bool:
    return all(_reads(kind.field(name), text, context) for name, text in said.items())


def _reads(field: Field | None, text: str, context: ReadingContext) -> bool:
    if field is None:
        return False
    try:
        field.scalar(_cell(text), context)
    except Unreadable:
        return False
    return True


def _cell(text: str) -> Cell:
    return Cell(CellRef("", "", 1, 1), text, "", None)


def _notes(tab: TabRead, found: list[TabRead], strange: list[str]) -> list[Problem]:
    at, form = TabRef(tab.tab.spreadsheet), f"'{tab.tab.tab}'"
    if strange:
        what = " and ".join(name.replace("_", " ") for name in fields_in(tab.tab.tab))
        names = ", ".join(f"'{name}'" for name in strange)
        message = f"Of the tabs named like {form} these name no {what}, and aren't read: {names}."
        return [Problem(message, at, "If one holds records, mend its name.", Severity.NOTE)]
    if not found:
        hint = "Make the first one, or mend the form in league.yaml."
        return [Problem(f"There is no tab named like {form} yet.", at, hint, Severity.NOTE)]
    return []
