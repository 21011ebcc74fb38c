"""The ids of open decisions: what a question is called doesn't hang on where its row stands."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from rule_cases import LATER, run_on

from sheets_sync.marked_yaml import Map, parse

RAGE_QUITS = """
season: {programme: [sprint, feature]}
calendar: 1
statuses: {RQ: {then: {decide: exclusion}}}
"""
CODES = "{calendar: 1, tariff: {codes: {CHEAT: {decide: exclusion}, CHAT: {decide: a fine}}}}"
BROKEN = """
calendar: 1
interruptions: {host: {bands: [{result: decide}]}}
"""


def _rules(text: str) -> Map:
    node, problems = parse(text, Path("rules.yaml"))
    assert isinstance(node, Map) and not problems
    return node


def _questions(rules: str, facts: Mapping[str, list[Any]]) -> dict[str, tuple[str, ...]]:
    """id -> the question, the session it is about, why it came up, and what was chosen."""
    season = run_on("base", _rules(rules), facts, LATER).season
    assert season is not None
    return {
        each.id: (each.question, each.event.session, each.ground, each.choice) for each in season.decisions
    }


def _both_ways(rules: str, facts: dict[str, list[Any]], kind: str) -> dict[str, tuple[str, ...]]:
    """The questions, which are the same with the rows of one kind upside down."""
    found = _questions(rules, facts)
    assert found == _questions(rules, {**facts, kind: facts[kind][::-1]})
    return found


RACES = [
    {"round": "1", "session": "sprint", "driver": "Ann", "status": "RQ"},
    {"round": "1", "session": "feature", "driver": "Ann", "status": "RQ"},
]


def test_a_rage_quit_in_each_of_two_races() -> None:
    """The sprint is driven first: its question keeps the plain id, and the answer stays with it."""
    facts = {"entries": ["Ann"], "answers": [{"id": "rq-r1-ann", "choice": "exclusion"}], "results": RACES}
    found = _both_ways(RAGE_QUITS, facts, "results")
    chosen = {key: (session, choice) for key, (_, session, _, choice) in found.items()}
    assert chosen == {"rq-r1-ann": ("sprint", "exclusion"), "rq-r1-ann-2": ("feature", "no action")}


def test_two_codes_of_one_case() -> None:
    """CHAT was decided two hours before CHEAT, wherever the rows stand: it has the plain id."""
    case = {"case": "7", "round": "1", "driver": "Ann", "verdict": "penalty"}
    rows = [
        {**case, "code": "CHEAT", "decided_at": "2023-01-02 12:00"},
        {**case, "code": "CHAT", "decided_at": "2023-01-02 10:00"},
    ]
    facts = {"entries": ["Ann"], "results": [{"round": "1", "driver": "Ann", "pos": "1"}], "cases": rows}
    found = _both_ways(CODES, facts, "cases")
    assert {key: ground for key, (_, _, ground, _) in found.items()} == {
        "case-7-ann": "CHAT in case 7",
        "case-7-ann-2": "CHEAT in case 7",
    }


def test_two_interruptions_of_one_race() -> None:
    """Without times the one in lap 3 of 12, at 25 %, comes before the one in lap 9, at 75 %."""
    rows = [{"round": "1", "kind": "host", "lap": lap, "of laps": "12"} for lap in ("9", "3")]
    results = [{"round": "1", "driver": "Ann", "pos": "1"}]
    facts = {"entries": ["Ann"], "results": results, "interruptions": rows}
    found = _both_ways(BROKEN, facts, "interruptions")
    assert "at 25 %" in found["host-r1-race"][0]
    assert "at 75 %" in found["host-r1-race-2"][0]
