"""The standard tabs of a ruleset: which record kinds, under which name, with which columns."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from sheets_sync.records.facts import KINDS
from sheets_sync.records.fields import Field
from sheets_sync.records.names import fold
from sheets_sync.ruleset.columns import field_of
from sheets_sync.ruleset.kinds.checks import Check
from sheets_sync.ruleset.model import Ruleset
from sheets_sync.standard.columns import ASKED
from sheets_sync.standard.needs import NEEDS, Need
from sheets_sync.standard.types import Sort, sort_of
from sheets_sync.standard.uses import Uses

_YES_NO = ("yes", "no")
_CAPITALS = {"psn": "PSN", "id": "ID", "msl": "MSL"}


@dataclass(frozen=True, slots=True)
class StandardColumn:
    """``field`` is empty for a column that only a rule names; ``header`` is what stands in the tab."""

    field: str
    header: str
    sort: Sort
    required: bool
    says: str


@dataclass(frozen=True, slots=True)
class StandardTab:
    """``rows``: what a row of it is; ``why``: what in the ruleset asks for the tab."""

    kind: str
    tab: str
    rows: str
    why: str
    columns: tuple[StandardColumn, ...]


def standard_tabs(ruleset: Ruleset) -> list[StandardTab]:
    """The tabs that this ruleset needs, in the order in which a workbook holds them."""
    uses = Uses.of(ruleset)
    return [_tab(need, uses) for need in NEEDS if need.when(uses)]


def _tab(need: Need, uses: Uses) -> StandardTab:
    fields = [field for field in KINDS[need.kind].fields if _is_used(need.kind, field, uses)]
    columns = [_column(need.kind, field, uses) for field in fields]
    return StandardTab(
        need.kind, need.tab, need.rows, need.why, (*columns, *_named_by_rules(need.kind, uses))
    )


def _is_used(kind: str, field: Field, uses: Uses) -> bool:
    asked = ASKED.get(kind, {}).get(field.name)
    named = uses.names_column(kind, field.name, *field.headers)
    return field.required or asked is None or asked(uses) or named


def _column(kind: str, field: Field, uses: Uses) -> StandardColumn:
    """A field's column. Beside one that says everything by itself nothing has to be filled."""
    named = (text for text in field.headers if uses.names_column(kind, text))
    header = titled(next(named, field.headers[0]))
    required = field.required and not KINDS[kind].whole
    return StandardColumn(field.name, header, _with_words(kind, field, uses), required, field.says)


def _with_words(kind: str, field: Field, uses: Uses) -> Sort:
    """The sort of a field's cells; its words are those that a check allows, where nothing else lists them."""
    sort = sort_of(kind, field, uses)
    checks = (check for check in _checks(kind, uses) if field_of(kind, check.column) == field.name)
    words = next((check.one_of for check in checks if check.one_of), ())
    return sort if sort.values else replace(sort, values=tuple(words))


def titled(header: str) -> str:
    """``psn id`` -> ``PSN ID``: a header as people write it."""
    words = [_CAPITALS.get(word, word) for word in header.split()]
    return " ".join([words[0][:1].upper() + words[0][1:], *words[1:]])


def _named_by_rules(kind: str, uses: Uses) -> Iterator[StandardColumn]:
    """Columns that checks and measures name and that are no field of the kind."""
    known = {
        fold(word) for each in KINDS[kind].fields for word in (each.name.replace("_", " "), *each.headers)
    }
    for name in uses.columns(kind):
        if fold(name.replace("_", " ")) not in known:
            yield StandardColumn("", titled(name), _sort(kind, name, uses), False, _says(kind, name, uses))


def _sort(kind: str, name: str, uses: Uses) -> Sort:
    """What a check's condition lets its column hold."""
    check = next((each for each in _checks(kind, uses) if each.column == name), None)
    if check is None:
        return Sort("number" if kind == "entries" else "text")
    if check.one_of is not None or check.equals is not None:
        words = check.one_of or [check.equals or ""]
        return Sort("text", "", _YES_NO if set(words) <= set(_YES_NO) else tuple(words))
    if check.at_least is not None or check.at_most is not None:
        return Sort("number")
    if check.before is not None:
        return Sort("date and time", str(uses.ruleset.season.usual.zone))
    return Sort("date" if check.age_at_least is not None else "text")


def _checks(kind: str, uses: Uses) -> Iterator[Check]:
    return (check for check in uses.every("checks", Check) if check.tab == kind)


def _says(kind: str, name: str, uses: Uses) -> str:
    """What to write there, and who asks for the column."""
    asking = {
        rule: dated.usual
        for rule, dated in uses.ruleset.checks.items()
        if any(each.column == name and each.tab == kind for each in (dated.usual, *dated.variants()))
    }
    if not asking:
        return "Compared by a rule that names it."
    hints = [
        f"No two rows of one {check.unique_in} may have the same here; empty, or no, where it doesn't apply. "
        for check in asking.values()
        if check.unique_in
    ]
    return f"{''.join(hints)}Looked at by the check{'s' if len(asking) > 1 else ''} {', '.join(asking)}."
