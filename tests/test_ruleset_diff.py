"""How two rulesets differ, in words that a person worked out."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from sheets_sync.commands import rules_diff
from sheets_sync.marked_yaml import Map, parse
from sheets_sync.ruleset.diff import differences

OLD = """
calendar: 8
tariff: {unit: s, codes: {T1: 5, T2: 10}, article: sanctions}
tallies:
  licence: {credit: 12, at: {0: removal}, article: {credit: II, at: [II, IV]}}
  cut: {counts: T1, at: {3: 5 s}, article: cuts}
points: {race: {table: [3, 2, 1], article: p}}
"""
NEW = """
calendar: 9
tariff: {unit: points lost, codes: {T1: 5, T3: open}, article: sanctions}
tallies:
  licence: {credit: 15, at: {0: removal}, warn_at: 3, article: {credit: II, at: [II, IV]}}
  cut: off
points:
  race: {table: [3, 2, 1], article: p2, assumption: A new one.}
  sprint: {like: race, except: {finale: {rounds: 9, scale: 2, article: f}}}
"""


def tree(text: str) -> Map:
    node, problems = parse(text, Path("ruleset.yaml"))
    assert node is not None and not problems
    return node


def told(old: str, new: str) -> list[str]:
    return [f"{each.rule}: {each}" for each in differences(tree(old), tree(new))]


def test_every_setting_that_differs_is_told() -> None:
    """An article or an assumption alone is no other rule; what `like` takes over is told, too."""
    assert told(OLD, NEW) == [
        "calendar: 8 -> 9",
        "tariff: unit: s -> points lost [sanctions]",
        "tariff: codes > T2: 10, taken out [sanctions]",
        "tariff: codes > T3: open, added [sanctions]",
        "tallies > licence: credit: 12 -> 15 [II]",
        "tallies > licence: warn_at: 3, added [II]",
        "tallies > cut: counts: T1 [cuts]",
        "tallies > cut: at > 3: 5 s [cuts]",
        "points > sprint: table: 3, 2, 1 [p2]",
        "points > sprint: except > finale > rounds: 9 [f]",
        "points > sprint: except > finale > scale: 2 [f]",
    ]


def test_a_ruleset_is_like_itself() -> None:
    assert told(NEW, NEW) == []


@pytest.fixture
def rulesets(tmp_path: Path) -> Path:
    texts = {
        "old": "calendar: 4\ntariff: {codes: {T1: 5}, article: usage-cases}\n",
        "new": "extends: old\ntariff: {unit: points lost}\n",
    }
    for name, text in texts.items():
        (tmp_path / "rulesets" / name).mkdir(parents=True)
        (tmp_path / "rulesets" / name / "ruleset.yaml").write_text(text, encoding="utf-8")
    return tmp_path / "rulesets"


def test_the_command_compares_with_what_lies_below(
    rulesets: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert rules_diff.run(str(rulesets / "new"), None, as_json=False) == 0
    alone = capsys.readouterr().out
    assert alone.splitlines() == [
        "new compared with old: 1 changed.",
        "",
        "tariff",
        "  unit: s -> points lost [usage-cases]",
    ]
    assert rules_diff.run(str(rulesets / "old"), str(rulesets / "new"), as_json=False) == 0
    assert capsys.readouterr().out == alone


def test_a_league_is_compared_with_its_ruleset(rulesets: Path, capsys: pytest.CaptureFixture[str]) -> None:
    league = "league: X\nruleset: new\nspreadsheets: {}\nread: {}\nrules: {tariff: {codes: {T1: 7}}}\n"
    (rulesets.parent / "league.yaml").write_text(league, encoding="utf-8")
    assert rules_diff.run(str(rulesets.parent), None, as_json=True) == 0
    assert json.loads(capsys.readouterr().out) == {
        "from": "new",
        "to": "the league with new",
        "changes": [
            {
                "section": "tariff",
                "rule": "tariff",
                "setting": "codes > T1",
                "change": "changed",
                "old": "5",
                "new": "7",
                "article": "usage-cases",
            }
        ],
    }
