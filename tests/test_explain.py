"""What `explain` tells of a driver: sanctions that shape a race are no points, and told all the same."""

from __future__ import annotations

from pathlib import Path
from typing import Any

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
