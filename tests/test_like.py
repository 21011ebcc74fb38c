"""`like:`: what a rule takes over, also from one that is like a third."""

from __future__ import annotations

from pathlib import Path

from sheets_sync.ruleset.load import load_ruleset
from sheets_sync.ruleset.model import Ruleset


def loaded(folder: Path, text: str) -> Ruleset:
    (folder / "tried").mkdir()
    (folder / "tried" / "ruleset.yaml").write_text(text, encoding="utf-8")
    ruleset, problems = load_ruleset("tried", [folder])
    assert ruleset is not None, [str(each) for each in problems]
    return ruleset


def test_like_of_a_like_takes_over_from_both_whatever_their_order(tmp_path: Path) -> None:
    """The night race is a sprint, 10 8 6, of which the best lap of the top three gets its point; at half."""
    text = """
calendar: 2
points:
  night: {like: short, scale: 1/2}
  short: {like: race, table: [10, 8, 6], among: class}
  race: {table: [25, 18], among: pool, top: 3}
"""
    night = loaded(tmp_path, text).points["night"].usual
    assert (night.table, night.among, night.top, str(night.scale)) == ([10, 8, 6], "class", 3, "1/2")


def test_exceptions_go_along_the_chain(tmp_path: Path) -> None:
    """The final counts double, in whatever is like the race; the sprint doubles round 1 as well."""
    text = """
calendar: 2
points:
  race: {table: [10], except: {final: {rounds: 2, scale: 2}}}
  sprint: {like: race, except: {start: {rounds: 1, scale: 2}}}
  short: {like: sprint}
"""
    ruleset = loaded(tmp_path, text)
    scales = {
        name: [rule.at(ruleset.where(number)).scale for number in (1, 2)]  # type: ignore[union-attr]
        for name, rule in ruleset.points.items()
    }
    assert scales == {"race": [1, 2], "sprint": [2, 2], "short": [2, 2]}


def test_a_change_on_top_reaches_what_is_like_the_changed_rule(tmp_path: Path) -> None:
    """OUT is like the DNF of `base`, LOST like OUT: what changes for
    DNF changes for both. The words for a DNF stay its own."""
    text = """
calendar: 1
statuses: {OUT: {like: DNF}, LOST: {like: OUT, also: [lost it]}, DNF: {points: 3}}
"""
    statuses = loaded(tmp_path, text).statuses
    assert [statuses[name].usual.points for name in ("DNF", "OUT", "LOST")] == [3, 3, 3]
    assert statuses["OUT"].usual.also == []
    assert statuses["LOST"].usual.also == ["lost it"]
