"""What `explain` tells of a driver: sanctions that shape a race are no points, and told all the same."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from rule_cases import run_on

from sheets_sync import marked_yaml
from sheets_sync.rules.season.season import Season
from sheets_sync.tables.explain import explain

_RULES = """
calendar: {R1: {dates: 2023-09-03}}
season: {start: 20:00}
points: {race: {table: [25, 18, 15]}}
classification: {by: time}
cases: {contest: {within: 24 h after publication, late: refuse}}
tariff: {unit: s, codes: {CUT: 5, RAM: disqualification}}
"""


def _season() -> Season:
    """Ann has 5 s for CUT in case 1; Ben's disqualification in case 2 was overturned, Cem's in case 3 not."""
    changes, problems = marked_yaml.parse(_RULES, Path("rules.yaml"))
    assert changes is not None and not problems
    times = {"Ann": "20:00.000", "Ben": "20:01.000", "Cem": "20:02.000"}
    case = {"round": "1", "verdict": "penalty", "published_at": "2023-09-06 12:00"}
    contested = {"contested_at": "2023-09-07 10:00", "ruling": "overturned"}
    facts: dict[str, list[Any]] = {
        "entries": list(times),
        "results": [
            {"round": "1", "driver": name, "laps": "10", "total_time": time} for name, time in times.items()
        ],
        "cases": [
            {**case, "case": "1", "driver": "Ann", "code": "CUT"},
            {**case, "case": "2", "driver": "Ben", "code": "RAM", **contested},
            {**case, "case": "3", "driver": "Cem", "code": "RAM"},
        ],
    }
    outcome = run_on("base", changes, facts, "2023-09-10 12:00")
    season = outcome.season
    assert season is not None, outcome.problems
    return season


def _told(season: Season, name: str) -> list[tuple[str, str, str]]:
    explanation, problems = explain(season, name, None)
    assert explanation is not None and not problems
    return [(each.account, str(each.amount), each.says) for each in explanation.entries]


def test_seconds_of_a_case_are_told() -> None:
    """5 s on 20:00.000 make 20:05.000, behind Ben's 20:01.000: P2, 18 points, of which no second is one."""
    season = _season()
    assert ("sanction.seconds", "5", "5 s: CUT in case 1") in _told(season, "Ann")
    explanation, _ = explain(season, "Ann", None)
    assert explanation is not None and str(explanation.total) == "18"
    sanction = next(each for each in explanation.entries if each.account == "sanction.seconds")
    assert "book!cases!A2" in map(str, sanction.cells)


def test_what_was_overturned_is_taken_back() -> None:
    season = _season()
    taken = [line for line in _told(season, "Ben") if line[0] == "sanction.disqualification"]
    assert taken == [
        ("sanction.disqualification", "1", "disqualification: RAM in case 2"),
        ("sanction.disqualification", "-1", "disqualification: RAM in case 2: overturned"),
    ]
    kept = [line for line in _told(season, "Cem") if line[0] == "sanction.disqualification"]
    assert kept == [("sanction.disqualification", "1", "disqualification: RAM in case 3")]


_FLOOR = """
calendar: 2
points: {race: {table: [25, 18]}}
tariff: {unit: points lost, codes: {RAM: 60}}
"""


def _with_floor(standing: str) -> Season:
    """Ann wins both rounds, and loses 60 points in the first."""
    changes, problems = marked_yaml.parse(f"{_FLOOR}standings: {{drivers: {standing}}}\n", Path("rules.yaml"))
    assert changes is not None and not problems
    facts: dict[str, list[Any]] = {
        "entries": ["Ann", "Ben"],
        "results": [
            {"round": number, "driver": name, "pos": place}
            for number in ("1", "2")
            for name, place in (("Ann", "1"), ("Ben", "2"))
        ],
        "cases": [{"case": "1", "round": "1", "driver": "Ann", "code": "RAM", "verdict": "penalty"}],
    }
    outcome = run_on("base", changes, facts, "2100-01-01 00:00")
    assert outcome.season is not None, outcome.problems
    return outcome.season


@pytest.mark.parametrize(
    ("standing", "total", "adjusted"),
    [
        # 25 + 25 - 60 are 10 below 0.
        ("{floor: total, article: usage-standings}", "0", [("floor: the total stops at 0", "10")]),
        # Round 1: 25 - 60 are 35 below 0; the 25 of round 2 stay.
        ("{floor: round, article: usage-standings}", "25", [("floor: R1 stops at 0", "35")]),
        (
            "{floor: round, deductions: drop with the round, article: usage-standings}",
            "25",
            [("floor: R1 stops at 0", "35")],
        ),
        # Round 1 is dropped, and its 60 stay: 25 - 60.
        ("{floor: total, count: [{drop: 1}]}", "0", [("floor: the total stops at 0", "35")]),
        # Only round 2 counts, and nothing of round 1: its 25 - 60 are left out.
        ("{count: [{rounds: 2}]}", "25", [("what the standing 'drivers' doesn't count", "35")]),
        ("{sum: race}", "50", [("what the standing 'drivers' doesn't count", "60")]),
    ],
)
def test_what_the_table_adds_to_the_entries_is_said(
    standing: str, total: str, adjusted: list[tuple[str, str]]
) -> None:
    season = _with_floor(standing)
    explanation, _ = explain(season, "Ann", None)
    assert explanation is not None
    assert [(each.says, str(each.amount)) for each in explanation.adjustments] == adjusted
    line = next(row for row in season.standings[2][0].rows if row.person == explanation.person)
    assert str(explanation.total) == str(line.total) == total
