"""Words that a league adds in league.yaml come before all others."""

from __future__ import annotations

from dataclasses import replace

from rule_cases import _league

from sheets_sync.cells import Grid, Value
from sheets_sync.league_file import LeagueWords
from sheets_sync.pipeline import reading_context
from sheets_sync.problems import Problem
from sheets_sync.records.facts import Facts
from sheets_sync.records.gather import gather
from sheets_sync.ruleset.load import load_ruleset

ENTRIES: list[list[Value]] = [["Driver", "Ann", "Ben"], ["No.", 7, 8]]


def _read(words: LeagueWords, results: list[list[Value]], *named: str) -> tuple[Facts, list[Problem]]:
    """``named``: the columns of the entries and results that rules name besides the fields."""
    ruleset, problems = load_ruleset("msa-2021")
    assert ruleset is not None, problems
    tabs = {"entries": ENTRIES, "results": results}
    grids = {
        ("book", kind): Grid("book", kind, columns, [[""] * len(column) for column in columns])
        for kind, columns in tabs.items()
    }
    context = replace(reading_context(ruleset), columns={"results": named} if named else {})
    gathered, found = gather(replace(_league(grids), words=words), grids, context)
    return gathered.facts, found


def test_a_header_of_ones_own_hides_the_usual_one() -> None:
    words = LeagueWords(headers={"best_lap": ["Crono"], "driver": ["Corredor oficial"]})
    columns: list[list[Value]] = [
        ["Round", 1],
        ["Corredor oficial", "Ben"],
        ["Driver", "nickname"],
        ["Best lap", "x"],
        ["CRONO:", "1:23.456"],
    ]
    facts, problems = _read(words, columns)
    assert ([(each.driver, each.best_lap) for each in facts.results], problems) == ([("ben", 83_456)], [])


def test_a_usual_header_can_be_given_to_another_field() -> None:
    words = LeagueWords(headers={"total_time": ["Best time"]})
    facts, _ = _read(words, [["Round", 1], ["Driver", "Ann"], ["Best time", "45:00.000"]])
    assert [(each.total_time, each.best_lap) for each in facts.results] == [(2_700_000, None)]


def test_a_status_of_ones_own_comes_before_the_usual_words() -> None:
    words = LeagueWords(statuses={"DNF": ["kaputt"], "DNS": ["Abandon"]})
    columns: list[list[Value]] = [
        ["Round", 1, 1],
        ["Driver", "Ann", "Ben"],
        ["Status", "Kaputt!", "abandon"],
    ]
    facts, problems = _read(words, columns)
    assert ([each.status for each in facts.results], problems) == (["DNF", "DNS"], [])


def test_what_a_rule_names_is_no_word_for_a_field() -> None:
    """Lobby is usually the pool; here a rule looks at a column of that name."""
    columns: list[list[Value]] = [["Round", 1], ["Driver", "Ann"], ["Lobby", "EU 1"]]
    facts, problems = _read(LeagueWords(), columns, "lobby")
    assert ([each.pool for each in facts.results], problems) == ([None], [])
    found = facts.column(facts.results[0].row, "lobby")
    assert found is not None and found.value == "EU 1"
