"""The table of the blacklist: the tab's rows, and who is to be added, since when and by which article."""

from __future__ import annotations

from pathlib import Path

import pytest
from rule_cases import run_on

from sheets_sync import marked_yaml
from sheets_sync.tables.blacklist import blacklist

RULES = """
calendar: {R1: {dates: 2023-01-05}}
season: {start: 20:00}
tariff: {codes: {ABUSE: blacklist}, article: usage-cases}
"""


def test_who_is_to_be_added_is_so_since_the_decision() -> None:
    """Ben's case was decided in the evening of the 7th; Rex stands in the tab since 2020."""
    changes, _ = marked_yaml.parse(RULES, Path("rules.yaml"))
    assert changes is not None
    case = {"case": "1", "round": "1", "driver": "Ben", "code": "ABUSE", "verdict": "penalty"}
    outcome = run_on(
        "base",
        changes,
        {
            "entries": ["Ann", "Ben"],
            "results": [
                {"round": "1", "driver": name, "pos": pos} for name, pos in (("Ann", "1"), ("Ben", "2"))
            ],
            "cases": [{**case, "decided_at": "2023-01-07 21:00"}],
            "blacklist": [
                {"driver": "Rex", "since": "2020-05-01", "until": "2030-12-31", "reason": "cheating"}
            ],
        },
        "2023-02-01 12:00",
    )
    assert outcome.season is not None, outcome.problems
    assert blacklist(outcome.season).rows == (
        ("Rex", "2020-05-01", "2030-12-31", "cheating", None, None),
        ("Ben", "2023-01-07", None, "ABUSE in case 1", "to be added", "usage-cases"),
    )


@pytest.mark.parametrize(("day", "barred"), [("2023-03-31", True), ("2023-04-01", False)])
def test_a_day_without_a_time_is_meant_to_its_end(day: str, barred: bool) -> None:
    """The race of the 31st starts at 20:00, and Ann is barred until the 31st."""
    rules = RULES.replace("2023-01-05", day)
    rules += "checks: {barred: {tab: entries, column: driver, not_in: blacklist, otherwise: refuse}}"
    changes, _ = marked_yaml.parse(rules, Path("rules.yaml"))
    assert changes is not None
    facts = {"entries": ["Ann"], "blacklist": [{"driver": "Ann", "until": "2023-03-31"}]}
    outcome = run_on("base", changes, facts, "2023-03-01 12:00")
    assert [each.refusal for each in outcome.problems] == (["blacklisted"] if barred else [])
