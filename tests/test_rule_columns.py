"""Columns that only the ruleset names: under whatever header they stand, and where they stand nowhere."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from rule_cases import _league

from sheets_sync import marked_yaml
from sheets_sync.cells import Grid, Value
from sheets_sync.league_file import TabRead
from sheets_sync.pipeline import reading_context
from sheets_sync.problems import FileLine, Problem, Severity
from sheets_sync.records.gather import check_reading, gather
from sheets_sync.rules.fold import fold
from sheets_sync.ruleset.columns import extra_columns
from sheets_sync.ruleset.load import load_ruleset
from sheets_sync.ruleset.model import Ruleset

_RULES = """
calendar: 1
checks: {ping: {tab: entries, column: ping, at_most: 149}}
"""


def _ruleset(rules: str = _RULES) -> Ruleset:
    changes, problems = marked_yaml.parse(rules, Path("rules.yaml"))
    ruleset, found = load_ruleset("base", changes=changes)
    assert ruleset is not None and not problems, found
    return ruleset


def _said(tabs: dict[str, list[list[Value]]], columns: dict[str, str], rules: str = _RULES) -> list[Problem]:
    """What is said of entries in these tabs, each by its columns with the header on top."""
    ruleset = _ruleset(rules)
    grids = {
        ("book", tab): Grid("book", tab, values, [[""] * len(column) for column in values])
        for tab, values in tabs.items()
    }
    read: dict[str, Any] = {
        "entries": tuple(
            TabRead.model_validate({"tab": f"book!{tab}", "columns": columns if tab == "Entries" else {}})
            for tab in tabs
        )
    }
    league = replace(_league({}), read=read)
    found = check_reading(league, extra_columns(ruleset))
    gathered, unread = gather(league, grids, reading_context(ruleset))
    return [*found, *unread, *fold(ruleset, gathered.facts, datetime(2023, 9, 1, tzinfo=UTC)).problems]


def test_a_further_column_is_mapped_like_any_other() -> None:
    """150 ms is more than 149; the message calls the column as the tab does, and stands on Ben's cell."""
    tabs: dict[str, list[list[Value]]] = {"Entries": [["Driver", "Ann", "Ben"], ["Latency (ms)", 149, 150]]}
    found = _said(tabs, {"ping": "Latency (ms)"})
    assert [(str(each.at), each.message) for each in found] == [
        ("book!Entries!B3", "Ben: 'Latency (ms)' is '150'; it should be at most 149 (check 'ping').")
    ]


def test_a_column_that_nobody_names_is_still_a_mistake() -> None:
    tab = TabRead.model_validate({"tab": "book!Entries", "columns": {"pong": "Ping"}})
    league = replace(_league({}), read={"entries": (tab,)}, lines={(): FileLine(Path("league.yaml"), 1)})
    found = check_reading(league, extra_columns(_ruleset()))
    assert [(each.message, each.proposal) for each in found] == [
        ("'pong' is no field of the entries.", "Did you mean 'ping'?")
    ]


def test_a_missing_column_is_noted_once_for_its_tab() -> None:
    """Of two tabs the second has no pings: its rows aren't checked, and aren't called empty."""
    tabs: dict[str, list[list[Value]]] = {
        "Entries": [["Driver", "Ann", "Ben"], ["No.", 1, 2], ["Ping", 20, 30]],
        "Late": [["Driver", "Cid", "Dee"], ["No.", 7, 8]],
    }
    found = _said(tabs, {})
    assert [(str(each.at), each.message, each.proposal, each.severity) for each in found] == [
        (
            "book!Late",
            "The tab has no column 'ping', so that the check 'ping' isn't made.",
            "Add the column, or write its header under columns in league.yaml ('ping: ...').",
            Severity.NOTE,
        )
    ]
    assert not any(each.blocks for each in found)


def test_a_selection_by_a_column_that_is_nowhere() -> None:
    rules = "calendar: 1\nadvance: {field: {after: entries, by: column trial, take: 1-2, into: field}}"
    tabs: dict[str, list[list[Value]]] = {"Entries": [["Driver", "Ann", "Ben"], ["No.", 7, 8]]}
    notes = [each for each in _said(tabs, {}, rules) if each.severity is Severity.NOTE]
    assert [(str(each.at), each.message) for each in notes] == [
        (
            "book!Entries",
            "Neither this tab nor the results have a column 'trial', by which 'advance > field' goes.",
        )
    ]
