"""`rules tabs`: the tabs that a ruleset needs, with their columns."""

from __future__ import annotations

from sheets_sync.commands.exit_codes import DONE, UNUSABLE
from sheets_sync.commands.naming import named
from sheets_sync.commands.opening import stopped
from sheets_sync.commands.terminal import print_json, print_table, say
from sheets_sync.problems import number_of
from sheets_sync.standard.tabs import StandardColumn, StandardTab, standard_tabs
from sheets_sync.tables.table import Column, Table

_COLUMNS = (
    Column("header", "Column"),
    Column("type", "Type"),
    Column("needed", "Needed"),
    Column("values", "Values"),
)
_SHOWN = 48


def run(name: str, as_json: bool) -> int:
    wanted, problems = named(name)
    ruleset, found = wanted.load() if wanted else (None, [])
    if ruleset is None:
        return stopped([*problems, *found], as_json, UNUSABLE)
    tabs = standard_tabs(ruleset)
    if as_json:
        print_json({"ruleset": ruleset.name, "tabs": [_tab_json(tab) for tab in tabs]})
    else:
        for tab in tabs:
            print_table(_table(tab))
        say(f"{ruleset.document} needs {number_of(len(tabs), 'tab')}.")
    return DONE


def _table(tab: StandardTab) -> Table:
    rows = tuple(
        (each.header, _type(each), "required" if each.required else None, _values(each))
        for each in tab.columns
    )
    return Table(tab.kind, f"{tab.tab} ({tab.kind}: {tab.why})", _COLUMNS, rows, "public")


def _type(column: StandardColumn) -> str:
    return f"{column.sort.type}, {column.sort.unit}" if column.sort.unit else column.sort.type


def _values(column: StandardColumn) -> str | None:
    """As many as fit on a line, and how many more there are."""
    shown: list[str] = []
    values = column.sort.values
    for value in values:
        if len(", ".join([*shown, value])) > _SHOWN:
            return f"{', '.join(shown)} and {len(values) - len(shown)} more"
        shown.append(value)
    return ", ".join(shown) or None


def _tab_json(tab: StandardTab) -> dict[str, object]:
    return {
        "kind": tab.kind,
        "tab": tab.tab,
        "rows": tab.rows,
        "why": tab.why,
        "columns": [_column_json(each) for each in tab.columns],
    }


def _column_json(column: StandardColumn) -> dict[str, object]:
    return {
        "field": column.field or None,
        "header": column.header,
        "type": column.sort.type,
        "unit": column.sort.unit or None,
        "required": column.required,
        "values": list(column.sort.values),
        "only_these": column.sort.only,
        "says": column.says,
    }
