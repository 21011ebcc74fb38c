"""The last round of a league of rooms: the best six results fill them, before anybody has qualified."""

from __future__ import annotations

from typing import Any

from rule_cases import run_on

_DRIVERS = [f"D{number:02}" for number in range(1, 21)]
_ELITE, _PRO = _DRIVERS[:16], _DRIVERS[16:]


def _race(number: int, session: str, pool: str, drivers: list[str]) -> list[dict[str, Any]]:
    rows = enumerate(drivers, 1)
    return [
        {
            "round": str(number),
            "session": session,
            "pool": pool,
            "driver": who,
            "pos": str(place),
            "laps": "10",
            "total_time": f"20:{place:02}.000",
        }
        for place, who in rows
    ]


def _state(rooms: dict[str, list[str]]) -> tuple[str, str]:
    """Round 1 in the order of the list, in its rooms; then round 8 in those that are given."""
    first = {"Elite": _ELITE, "Pro": _PRO}
    qualifying = [
        {"round": "1", "session": "qualifying", "driver": who, "best_lap": f"1:{20 + place}.000"}
        for place, who in enumerate(_DRIVERS)
    ]
    races = [
        row
        for number, there in ((1, first), (8, rooms))
        for session in ("feature", "sprint")
        for pool, drivers in there.items()
        for row in _race(number, session, pool, drivers)
    ]
    facts: dict[str, list[Any]] = {"entries": list(_DRIVERS), "results": [*qualifying, *races]}
    season = run_on("aor-gtsport", None, facts, "2100-01-01 00:00").season
    assert season is not None
    return season.states[8].word, season.states[8].why


def test_a_room_that_has_not_raced_is_missed() -> None:
    """20 drivers are 16 of Elite and 4 of Pro; only Elite's results are there."""
    assert _state({"Elite": _ELITE}) == ("in progress", "there are no results of Pro yet")


def test_all_rooms_have_raced() -> None:
    assert _state({"Elite": _ELITE, "Pro": _PRO})[0] != "in progress"
