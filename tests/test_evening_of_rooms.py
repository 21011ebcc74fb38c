"""A league of rooms writes down what its document leaves open: the first eight of the sprint turned round."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from rule_cases import Outcome, run_on

from sheets_sync.marked_yaml import Map, parse

_SPRINT = """
season: {start: 20:00}
roster: {full_time: 48}
calendar: {R1: {dates: 2024-03-05}, R2: {dates: 2024-03-12}}
grids: {sprint: {by: feature, invert: 8}}
"""
_NINETEEN = [f"D{number:02}" for number in range(1, 20)]
_FORTY = [f"D{number:02}" for number in range(1, 41)]


def _evening(drivers: list[str], rooms: dict[str, list[str]], now: str) -> Outcome:
    """Everybody qualifies, and drives the feature, in the order of the list."""
    rules, problems = parse(_SPRINT, Path("rules.yaml"))
    assert isinstance(rules, Map) and not problems
    rows: list[dict[str, Any]] = [
        {"round": 1, "session": "qualifying", "driver": name, "best_lap": f"{lap // 60}:{lap % 60:02}.000"}
        for lap, name in enumerate(drivers, 90)
    ]
    rows += [
        {"round": 1, "session": "feature", "pool": room, "driver": name, "total_time": f"30:{place:02}.000"}
        for room, people in rooms.items()
        for place, name in enumerate(people, 1)
    ]
    entries = [{"driver": name, "role": "driver", "ping": "50"} for name in drivers]
    return run_on("aor-gtsport", rules, {"entries": entries, "results": [_typed(row) for row in rows]}, now)


def _typed(row: dict[str, Any]) -> dict[str, str]:
    return {key: str(value) for key, value in row.items() if value != ""}


def _sprints(outcome: Outcome) -> dict[str, list[str]]:
    assert outcome.season is not None, outcome.problems
    found = [grid for grid in outcome.season.grids if grid.event.session == "sprint"]
    assert all(grid.event.round == 1 for grid in found)
    return {grid.event.pool: [outcome.season.name(each.person) for each in grid.places] for grid in found}


def test_one_room_turns_its_first_eight_round_while_the_evening_lasts() -> None:
    """Nineteen are fewer than twenty: one room. D08 to D01 lead, the others stand as they finished."""
    order = ["D08", "D07", "D06", "D05", "D04", "D03", "D02", "D01", *_NINETEEN[8:]]
    for moment in ("2024-03-05 21:00", "2024-03-05 23:30"):
        assert _sprints(_evening(_NINETEEN, {"": _NINETEEN}, moment)) == {"": order}


def test_each_room_turns_its_own_first_eight_round() -> None:
    """Forty qualify: places 1 to 16, 17 to 32 and 33 to 40. Elite drives its feature before the others."""
    elite = ["D08", "D07", "D06", "D05", "D04", "D03", "D02", "D01", *_FORTY[8:16]]
    assert _sprints(_evening(_FORTY, {"Elite": _FORTY[:16]}, "2024-03-05 21:00")) == {"Elite": elite}
    pro = ["D24", "D23", "D22", "D21", "D20", "D19", "D18", "D17", *_FORTY[24:32]]
    semi = ["D40", "D39", "D38", "D37", "D36", "D35", "D34", "D33"]
    rooms = {"Elite": _FORTY[:16], "Pro": _FORTY[16:32], "Semi-Pro": _FORTY[32:]}
    told = {"Elite": elite, "Pro": pro, "Semi-Pro": semi}
    assert _sprints(_evening(_FORTY, rooms, "2024-03-05 21:10")) == told
    assert _sprints(_evening(_FORTY, rooms, "2024-03-05 23:00")) == told


def test_the_round_says_which_race_of_which_room_is_missing() -> None:
    rooms = {"Elite": _FORTY[:16], "Pro": _FORTY[16:32]}
    season = _evening(_FORTY, rooms, "2024-03-05 23:00").season
    assert season is not None
    assert season.states[1].word == "in progress"
    assert season.states[1].why == "there are no results of the sprint and the feature of Semi-Pro yet"
