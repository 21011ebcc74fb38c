"""What goes to one person or stays readable: a driver's own record, licences over leagues, revisions, and
final results that aren't announced too early."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from clause_cases import load_all
from conftest import computed
from rule_cases import run_on

from sheets_sync import marked_yaml
from sheets_sync.announce.driver_view import driver_view
from sheets_sync.announce.render import render
from sheets_sync.jobs.demo import lay_out
from sheets_sync.pipeline import set_up
from sheets_sync.rules.roster.licences import by_licence
from sheets_sync.rules.season.revisions import revisions
from sheets_sync.rules.season.season import Season

_MINOR = "MINOR COLLISION"


def _season(ruleset: str, rules: str, facts: dict[str, list[Any]], now: str) -> Season:
    changes, problems = marked_yaml.parse(rules, Path("rules.yaml"))
    assert changes is not None and not problems
    season = run_on(ruleset, changes, facts, now).season
    assert season is not None
    return season


def _aor() -> Season:
    """Ann has a minor and a major collision (5 + 15 = 20 points, so a qualifying ban), Ben a minor one
    (5)."""
    result = {"round": "1", "session": "feature", "laps": "20"}
    case = {"round": "1", "session": "feature", "verdict": "penalty", "published_at": "2020-09-04 21:00"}
    facts: dict[str, list[Any]] = {
        "entries": ["Ann", "Ben"],
        "calendar": [{"round": "1", "date": "2020-09-01", "start": "20:00"}],
        "results": [
            {**result, "driver": "Ann", "total_time": "40:00.000"},
            {**result, "driver": "Ben", "total_time": "40:05.000"},
        ],
        "cases": [
            {**case, "case": "1", "driver": "Ann", "code": _MINOR, "description": "turn 1"},
            {**case, "case": "2", "driver": "Ann", "code": "MAJOR COLLISION", "description": "turn 2"},
            {**case, "case": "3", "driver": "Ben", "code": _MINOR, "description": "turn 3"},
        ],
    }
    return _season("aor-gtsport", "grids: {sprint: {by: feature}}", facts, "2020-09-06 12:00")


@pytest.mark.clause("aor-privacy")
@pytest.mark.clause("aor-ladder")
def test_a_driver_sees_the_own_record_only() -> None:
    """5.4: "If a driver would like to see a tally of their own penalty points ... they will receive a screen
    shot. Requests to view other driver's penalty records will be denied." Ann 5 + 15 = 20, Ben 5."""
    season = _aor()
    record = driver_view(season, "ann")
    figures = {tally.name: tally.figure for tally in record.tallies}
    assert figures["pp"] == "20"
    assert [(each.words, each.served) for each in record.sanctions] == [("qualifying ban", "")]
    assert "Ben" not in str(record)
    assert {t.name: t.figure for t in driver_view(season, "ben").tallies}["pp"] == "5"


@pytest.mark.clause("aor-privacy")
def test_penalty_points_are_not_written_to_a_public_spreadsheet(tmp_path: Path) -> None:
    """Attempting it is refused when the league file is loaded, on the line that asks for it."""
    lay_out(tmp_path / "aor", "aor")
    file = tmp_path / "aor" / "league.yaml"
    text = file.read_text(encoding="utf-8")
    line = "write:\n  - {table: pp, to: public!Penalty points!A1:F60}\n"
    file.write_text(text.replace("write:\n", line, 1), encoding="utf-8")
    setup, problems = set_up(tmp_path / "aor")
    assert setup is None
    assert any("pp" in each.message and "public" in each.message for each in problems), problems


@pytest.mark.clause("msa-ledger-licence")
def test_a_licence_is_summed_over_leagues() -> None:
    """ "Any warnings/yellow flags or penalties a driver accrues during the course of a Series will be added
    to their MSA eLicense": two warnings in one series and one in another are three on licence E-7."""

    def series(warnings: int) -> Season:
        case = {"round": "1", "session": "race", "driver": "Ann", "verdict": "penalty", "source": "stewards"}
        cases = [{**case, "case": str(n), "code": "DS05B", "no_advantage": "yes"} for n in range(warnings)]
        facts: dict[str, list[Any]] = {
            "entries": [{"driver": "Ann", "licence_number": "E-7", "pool": "Pool 1"}],
            "results": [
                {
                    "round": "1",
                    "session": "race",
                    "driver": "Ann",
                    "pool": "Pool 1",
                    "total_time": "30:00.000",
                }
            ],
            "cases": cases,
        }
        return _season("msa-2021", "calendar: 2", facts, "2021-06-01 12:00")

    lines = by_licence([("GT", series(2)), ("Touring", series(1))])
    warnings = [(each.licence, each.total, each.by_league) for each in lines if each.tally == "warning"]
    assert warnings == [("E-7", 3, (("GT", 2), ("Touring", 1)))]


@pytest.mark.clause("jms-amended")
def test_an_amended_classification_is_a_dated_revision() -> None:
    """14.2, 7.1.1.3: as raced at 20:00; 10 s for Ann from the publication at 21:10 on; taken back on the
    12th at 18:10. At each moment the classification of that moment can still be read."""
    (case,) = [each for _, each in load_all() if each.clauses == ("jms-amended",)]
    seasons = {
        moment: run_on(case.ruleset, case.rules, case.facts, moment).season
        for moment in ("2021-07-10 20:30", "2021-07-10 21:30", "2021-07-12 20:00")
    }
    places = {}
    for moment, season in seasons.items():
        assert season is not None
        made = next(each for event, each in season.classifications.items() if event.session == "race")
        places[moment] = [row.runner.person.driver for row in made.rows]
    assert list(places.values()) == [["Ann", "Ben"], ["Ben", "Ann"], ["Ann", "Ben"]]
    last = seasons["2021-07-12 20:00"]
    assert last is not None
    zone = last.ruleset.season.usual.zone
    found = revisions(last, 1)
    assert [f"{each.at.astimezone(zone):%d %H:%M}" for each in found] == ["10 20:00", "10 21:10", "12 18:10"]
    assert [len(each.changes) for each in found] == [0, 1, 1]


@pytest.mark.clause("jms-penalties-before-results")
@pytest.mark.clause("jms-signed-results")
def test_final_results_wait_for_the_penalties_and_the_signature(tmp_path: Path) -> None:
    """11.5.3: "Penalties will be announced to drivers ... before the final results are announced";
    7.1.1.4: the stewards sign them. On the evening itself they are refused with the reason; at the end
    they are there."""
    lay_out(tmp_path / "jms", "jms")
    early = computed(tmp_path / "jms", "2021-07-16 22:00")
    rendered, problems = render(early.setup.league, early.season, early.problems)
    assert "final-results" not in [each.template for each in rendered]
    assert any("'final-results' isn't announced" in each.message for each in problems)
    late = computed(tmp_path / "jms")
    rendered, problems = render(late.setup.league, late.season, late.problems)
    final = next(each for each in rendered if each.template == "final-results")
    assert not problems and "Signed by" in final.messages[0]
