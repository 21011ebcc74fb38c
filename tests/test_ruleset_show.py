"""`rules show`: what is assumed, and in which exception."""

from __future__ import annotations

import json
from pathlib import Path

from click.testing import CliRunner

from sheets_sync.cli import main

TEXT = """
calendar: 4
points:
  race:
    table: [10, 8]
    assumption: {ties: Each has them.}
    except:
      final: {rounds: 4, scale: 2, assumption: {scale: The final counts double., rounding: Nothing is said.}}
      first: {rounds: 1, scale: 1/2}
"""


def written(folder: Path) -> str:
    (folder / "tried").mkdir()
    (folder / "tried" / "ruleset.yaml").write_text(TEXT, encoding="utf-8")
    return str(folder / "tried")


def test_assumptions_name_their_exception(tmp_path: Path) -> None:
    shown = CliRunner().invoke(main, ["rules", "show", written(tmp_path)]).output
    lines = [" ".join(line.split()) for line in shown.splitlines()]
    assert "points: race > ties: Each has them." in lines
    assert "points: race > except final > scale: The final counts double." in lines
    assert "points: race > except final > rounding: Nothing is said." in lines
    assert not [line for line in lines if line.startswith("points: race > except first")]


def test_the_exception_of_a_setting_in_json(tmp_path: Path) -> None:
    shown = json.loads(CliRunner().invoke(main, ["rules", "show", written(tmp_path), "--json"]).output)
    found = {
        (each["exception"], each["setting"]): each["value"]
        for each in shown["rules"]
        if each["rule"] == "points: race" and each["setting"] == "scale"
    }
    assert found == {("final", "scale"): "2", ("first", "scale"): "1/2"}
