"""Whether what league.yaml says of a tab fits its layout."""

from __future__ import annotations

from collections.abc import Iterator

from sheets_sync.league import League
from sheets_sync.league_file import TabRead
from sheets_sync.problems import Problem
from sheets_sync.records.fields import RecordKind
from sheets_sync.records.layouts.defaults import with_defaults
from sheets_sync.records.layouts.pane import MARK
from sheets_sync.tab_pattern import fields_in
from sheets_sync.validation import nearest

_GOES_WITH = {
    "down": ("matrix",),
    "across": ("matrix", "lists"),
    "cells": ("matrix", "lists"),
    "above": ("blocks", "lists", "matrix"),
    "fill_down": ("rows", "blocks", "form"),
}


def check_layout(league: League, kind: RecordKind, index: int, tab: TabRead) -> Iterator[Problem]:
    """What is wrong with the settings of one tab, each on its line."""
    for name, layouts in _GOES_WITH.items():
        if getattr(tab, name) and tab.layout not in layouts:
            at = league.line("read", kind.name, index, name)
            message = f"'{name}' means nothing in the layout {tab.layout}."
            listed = " or ".join(filter(None, [", ".join(layouts[:-1]), layouts[-1]]))
            yield Problem(message, at, f"It belongs to the layout {listed}.")
    if tab.layout == "lists" and len(tab.across) > 1:
        at = league.line("read", kind.name, index, "across")
        yield Problem("Over lists there is one line of headings.", at, "Name one field under across.")
    yield from _unknown(league, kind, index, tab)
    yield from _in_the_name(league, kind, index, tab)


def _unknown(league: League, kind: RecordKind, index: int, tab: TabRead) -> Iterator[Problem]:
    """Fields that the kind doesn't have, or that are named twice."""
    full = with_defaults(tab, kind)
    used = [("down", full.down), *(("across", name) for name in full.across), ("cells", full.cells)]
    used += [("above", name) for name in full.above]
    seen: dict[str, str] = dict.fromkeys(tab.set, "set")
    for setting, name in [*used, *(("fill_down", name) for name in tab.fill_down)]:
        at = league.line("read", kind.name, index, setting)
        if name and name != MARK and kind.field(name) is None:
            fields = [field.name for field in kind.fields]
            yield Problem(f"'{name}' is no field of the {kind.name}.", at, nearest(name, fields))
        elif name in seen and setting != "fill_down":
            message = (
                f"'{name}' is under '{setting}' and under '{seen[name]}'; it can stand in one place only."
            )
            yield Problem(message, at, "Take one out.")
        elif name:
            seen[name] = setting


def _in_the_name(league: League, kind: RecordKind, index: int, tab: TabRead) -> Iterator[Problem]:
    """Placeholders in the tab's name that are no field, or whose field is given elsewhere, too."""
    full = with_defaults(tab, kind)
    given = {*tab.set, *full.across, *full.above, full.cells, full.down}
    names = fields_in(tab.tab.tab)
    at = league.line("read", kind.name, index, "tab")
    for name in names:
        if kind.field(name) is None:
            fields = [field.name for field in kind.fields]
            yield Problem(f"'{{{name}}}' is no field of the {kind.name}.", at, nearest(name, fields))
        elif name in given or names.count(name) > 1:
            message = f"'{name}' is in the tab's name and given once more; it can stand in one place only."
            yield Problem(message, at, "Take one out.")
