"""Every row that is left out or not applied stands among the refusals, with its keyword and its article."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from rule_cases import run_on

from sheets_sync import marked_yaml
from sheets_sync.league_file import TabRead
from sheets_sync.problems import Severity
from sheets_sync.tables.export.make import document

_RULES = """
season: {zone: Europe/Paris, start: "21:00"}
calendar: 2
points: {race: {table: [25, 18, 15, 12]}}
cases: {report: {within: 24 h after own race end}, votes: {by: majority}}
tariff: {codes: {A: -3 points}}
"""
_CASE = {"round": "1", "driver": "Ann", "code": "A", "verdict": "penalty", "decided_at": "2024-03-06 10:00"}
_RESULTS = [{"round": "1", "driver": name, "pos": str(place)} for place, name in enumerate(("Ann", "Ben"), 1)]


def _refused(facts: dict[str, Any], ruleset: str = "base", rules: str = _RULES) -> list[tuple[str, str, str]]:
    changes, problems = marked_yaml.parse(rules, Path("rules.yaml"))
    assert not problems
    tabs = {"entries": ["Ann", "Ben"], "calendar": [{"round": "1", "date": "2024-03-05"}], **facts}
    outcome = run_on(ruleset, changes, tabs, "2030-01-01 00:00")
    assert outcome.season is not None
    read = {kind: (TabRead.model_validate({"tab": f"book!{kind}"}),) for kind in tabs}
    made = document("case", outcome.season, {}, outcome.problems, read)
    return [(each.cell.removeprefix("book!"), each.reason, each.article) for each in made.refusals]


@pytest.mark.parametrize(
    ("changed", "cell", "reason"),
    [
        ({"decided_at": "tomorrow"}, "cases!M2", "unreadable"),
        (
            {"decided_at": "2024-03-31 02:30"},
            "cases!M2",
            "unreadable",
        ),  # the clocks go from 2 to 3 that night
        ({"round": "R9"}, "cases!B2", "unknown round"),
        ({"driver": "Nobody"}, "cases!C2", "unknown driver"),
        ({"driver": None}, "cases!C2", "incomplete"),
        ({"case": None}, "cases!A2", "incomplete"),
        ({"verdict": "guilt"}, "cases!K2", "unreadable"),
        ({"code": "ZZ"}, "cases!D2", "unknown code"),
    ],
)
def test_a_case_that_cant_be_used(changed: dict[str, Any], cell: str, reason: str) -> None:
    facts = {"results": _RESULTS, "cases": [{"case": "1", **_CASE, **changed}]}
    assert _refused(facts) == [(cell, reason, "usage-cases")]


def test_votes_on_no_case_and_for_nothing() -> None:
    votes = [
        {"case": "99", "steward": "Xia", "vote": "penalty"},
        {"case": "1", "steward": "Yan", "vote": "maybe"},
    ]
    refused = _refused({"results": _RESULTS, "cases": [{"case": "1", **_CASE}], "votes": votes})
    assert sorted(refused) == [
        ("votes!A2", "unknown case", "usage-cases"),
        ("votes!C3", "unreadable", "usage-cases"),
    ]


def test_results_that_dont_count() -> None:
    """Ben's second row is left out; of Ann and Cid, both entered as first of round 2, neither scores."""
    rows = [
        *_RESULTS,
        {"round": "1", "driver": "Ben", "pos": "3"},
        {"round": "2", "driver": "Ann", "pos": "1"},
        {"round": "2", "driver": "Cid", "pos": "1"},
        {"round": "2", "driver": "Ben", "pos": "first"},
    ]
    refused = _refused({"entries": ["Ann", "Ben", "Cid"], "results": rows})
    assert [(cell[:9], cell[-1], reason) for cell, reason, _ in refused] == [
        ("results!E", "7", "unreadable"),
        ("results!B", "4", "doubled"),
        ("results!E", "5", "doubled"),
        ("results!E", "6", "doubled"),
    ]
    assert {article for _, _, article in refused} == {"usage-classification"}


def test_a_mistake_that_runs_down_a_column_is_a_refusal_of_each_row() -> None:
    """The problem is said once, on the first of the eight rows."""
    rows = [{"round": "R9", "driver": "Ann", "pos": str(place)} for place in range(1, 9)]
    refused = _refused({"results": [*_RESULTS, *rows]})
    assert [reason for _, reason, _ in refused] == ["unknown round"] * 8
    assert [int(cell.partition("!")[2][1:]) for cell, _, _ in refused] == list(range(4, 12))


def test_the_article_of_the_check_that_asks_for_the_cell() -> None:
    check = "{tab: entries, column: role, one_of: [driver], article: usage-statuses}"
    rules = f"{_RULES}checks: {{roles: {check}}}\n"
    facts = {"entries": ["Ann", "Ben", {"driver": "Cid", "role": "boss"}]}
    assert [row[1:] for row in _refused(facts, rules=rules)] == [("unreadable", "usage-statuses")]


def test_who_signs_out_and_is_in_no_entry() -> None:
    """The line can be understood; it is the driver whom nobody knows."""
    line = "Bas van Aarde #52 Sign-out Round 3"
    facts = {"entries": ["Ann"], "calendar": [], "sign_outs": [{"line": line}]}
    refused = _refused(facts, "msa-2021", "{}")
    assert [reason for _, reason, _ in refused] == ["unknown driver"]
    assert all(article for _, _, article in refused)


def test_what_is_only_read_as_empty_is_no_refusal() -> None:
    """'At' of a vote is spare: the vote counts without it."""
    votes = [{"case": "1", "steward": "Xia", "vote": "penalty", "at": "soon"}]
    facts = {"results": _RESULTS, "cases": [{"case": "1", **_CASE}], "votes": votes}
    assert _refused(facts) == []


def test_the_demo_refuses_every_row_that_it_says_is_left_out(demo_run: Any) -> None:
    said = ("left out", "isn't applied", "isn't counted", "isn't used", "scores nothing", "is refused")
    silent = [
        str(each)
        for each in demo_run.problems
        if each.severity is Severity.ERROR
        and any(words in each.message for words in said)
        and not each.refusal
    ]
    assert silent == []
