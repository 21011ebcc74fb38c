"""Each lint rule on a small bad ruleset: the place, the severity and the message word for word."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from sheets_sync.commands import rules_lint
from sheets_sync.problems import FileLine, Problem, Severity
from sheets_sync.ruleset.files import known
from sheets_sync.ruleset.lint.findings import findings
from sheets_sync.ruleset.lint.registry import RULES

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "lint.yaml").read_text("utf-8"))


def written(folder: Path, **files: str) -> list[Problem]:
    """The findings for a ruleset `bad` with these files."""
    (folder / "bad").mkdir()
    for name, text in files.items():
        (folder / "bad" / f"{name}.yaml").write_text(text, encoding="utf-8")
    return findings("bad", [folder])


def told(problem: Problem) -> str:
    """`ruleset.yaml:3 warning: message proposal`."""
    assert isinstance(problem.at, FileLine)
    line = f":{problem.at.line}" if problem.at.line else ""
    where = f"{problem.at.path.parent.name}/{problem.at.path.name}{line}"
    return f"{where} {problem.severity.value}: {problem.message} {problem.proposal}".strip()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_a_bad_ruleset(case: dict[str, Any], tmp_path: Path) -> None:
    found = [each for each in written(tmp_path, **case["files"]) if each.rule == case["rule"]]
    assert [told(each) for each in found] == case["says"]


def test_every_rule_has_a_case() -> None:
    assert {rule.name for rule in RULES} == {case["rule"] for case in CASES if case["rule"]}


def test_every_rule_says_what_it_looks_for() -> None:
    assert [rule.name for rule in RULES if not (rule.find.__doc__ or "").strip()] == []


def test_what_is_written_well_is_left_alone(tmp_path: Path) -> None:
    """A whole small league: everything is cited, covered and in order."""
    text = """
calendar: {R1: {article: a}, R2: {article: a}, R3: {article: a}}
pools: {names: [Gold, Silver], size: 16, article: a}
tariff:
  codes: {T1: 5, T2: 10 s, T3: 5 to 30, NB: note}
  ladder: [5 s, 10 s, disqualification]
  article: a
tallies:
  licence: {counts: every code, credit: 12, at: {6: reprimand, 0: {decide: exclusion}}, article: a}
  warning: {at: {3: qualifying ban, 5+: removal}, article: a}
season: {programme: [qualifying, race], article: a}
statuses: {NS: {then: 1 warning, article: a}}
interruptions: {host: {bands: [{below: 50 %, result: restart}, {result: photo}], article: a}}
points:
  race:
    table: {8: [5, 4, 3], 16: [9, 7, 5, 5, 4]}
    sessions: race
    distance: [{from: 75 %}, {from: 0 %, scale: 1/2}]
    article: a
    except: {finale: {rounds: 3, scale: 2}, gold: {pools: Gold, scale: 3}}
  fair play: {for: code FAIR, table: [1], article: a}
standings: {drivers: {count: [{drop: {2: 1, 3: 2}}], article: a}}
"""
    assert written(tmp_path, ruleset=text, articles="a: {title: All of it}") == []


def test_lint_goes_on_where_names_are_wrong(tmp_path: Path) -> None:
    """The article that isn't there is an error of loading; the table is looked at all the same."""
    text = "calendar: 2\npoints:\n  race: {table: [1, 2], article: nine}\n"
    found = [told(each) for each in written(tmp_path, ruleset=text)]
    assert found == [
        "bad/ruleset.yaml:3 warning: points > race > table: P2 is worth 2, P1 only 1. Write them falling.",
        "bad/ruleset.yaml:3 error: points > race: there is no article 'nine'. "
        "Known here: usage-calendar, usage-cases, usage-classification, usage-pools, usage-roster, "
        "usage-standings, usage-statuses.",
    ]


def test_an_inherited_setting_is_named_in_its_own_file(tmp_path: Path) -> None:
    (tmp_path / "below").mkdir()
    below = "calendar: 3\npoints:\n  race:\n    table: [1, 2]\n    article: usage-cases\n"
    (tmp_path / "below" / "ruleset.yaml").write_text(below, encoding="utf-8")
    found = [told(each) for each in written(tmp_path, ruleset="extends: below\ncalendar: 2\n")]
    assert found == [
        "below/ruleset.yaml:4 warning: points > race > table: P2 is worth 2, P1 only 1. Write them falling."
    ]


def test_the_command_leaves_with_1_where_there_are_errors(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, kind in (("good", "DNF"), ("wrong", "DNFF")):
        (tmp_path / name).mkdir()
        text = "points: {race: {table: [2, 1], article: usage-cases}}\n"
        text += f"calendar: 1\ntallies: {{t: {{counts: {kind}, at: {{3: 5 s}}, article: usage-cases}}}}\n"
        (tmp_path / name / "ruleset.yaml").write_text(text, encoding="utf-8")
    assert rules_lint.run(str(tmp_path / "good"), as_json=False) == 0
    assert rules_lint.run(str(tmp_path), as_json=False) == 1
    assert capsys.readouterr().out.splitlines() == [
        "good: no problems.",
        "good: no problems.",
        "wrong: 1 error.",
    ]


@pytest.mark.parametrize("name", known([]))
def test_the_shipped_rulesets_have_nothing_but_notes(name: str) -> None:
    assert [told(each) for each in findings(name) if each.severity is not Severity.NOTE] == []
