"""How a driver's conduct stands is told in no public place, not even by what follows from it."""

from __future__ import annotations

from pathlib import Path

from rule_cases import LATER, run_on

from sheets_sync import marked_yaml
from sheets_sync.announce.viewing import penalties_view, results_view
from sheets_sync.rules.season.season import Season
from sheets_sync.tables.standings import latest, standings_table

RULES = """
calendar: 1
tariff: {codes: {X: 1 warning}}
tallies: {warning: {}}
points: {race: {table: [10, 7]}, conduct: {for: warning, table: [2, 1]}}
standings: {drivers: {ties: [countback], still_tied: warning}}
"""
FACTS = {
    "entries": ["Ann", "Ben"],
    "results": [
        {"round": "1", "driver": "Ann", "pos": "1"},
        {"round": "1", "driver": "Ben", "pos": "2"},
    ],
    "cases": [{"case": "1", "round": "1", "driver": "Ben", "code": "X", "verdict": "penalty"}],
}


def _season() -> Season:
    rules, problems = marked_yaml.parse(RULES, Path("rules.yaml"))
    assert isinstance(rules, marked_yaml.Map) and not problems
    season = run_on("base", rules, FACTS, LATER).season
    assert season is not None
    return season


def test_a_last_tie_break_by_a_tally_stays_private() -> None:
    season = _season()
    columns = {each.key: each for each in standings_table(season, latest(season)[0]).columns}
    assert columns["tie_break"].private


def test_a_bonus_for_good_conduct_is_announced_without_the_count() -> None:
    view = results_view(_season())
    assert view is not None
    assert [(each.driver, each.says) for each in view.awards] == [("Ann", "warning"), ("Ben", "warning")]


def test_what_a_decision_adds_to_a_tally_is_told_in_private_only() -> None:
    season = _season()
    public, private = penalties_view(season), penalties_view(season, private=True)
    assert public is not None and [each.penalty for each in public.decided] == ["a penalty"]
    assert private is not None and [each.penalty for each in private.decided] == ["1 warning"]
