"""The gallery of bad input: each file in broken/ makes a league wrong and pins what people then read.

A file says ``what`` is wrong, how to ``make`` it from the demo league, fresh or ``after: sync`` (the
actions are the methods in broken_leagues.py), the ``command`` and what to ``expect``: its exit code,
every message, the files that stay as they are, the cells that hold a value afterwards, parts of the
files written. A message is written as one line: severity, place, what is wrong, what would be right.
Messages of the demo league itself are left out.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from broken_leagues import League
from click.testing import CliRunner, Result

from sheets_sync.cli import main

_ROOT = Path(__file__).parent.parent
_CASES = sorted((_ROOT / "tests" / "broken").rglob("*.yaml"))
_DEMO = _ROOT / "examples" / "rover-demo"
_CODE = shutil.ignore_patterns("*.py", "__*")
_SEVERITIES = ("error", "warning", "note")


def _call(folder: Path, command: str) -> Result:
    """``check``, or ``sync --adopt``: the league's folder is added; ``{}`` stands for it elsewhere."""
    name, *rest = command.split()
    words = [word.replace("{}", str(folder)) for word in rest]
    if "{}" not in command:
        words = [str(folder), *words]
    return CliRunner().invoke(main, [name, *words])


def _lines(result: Result, folder: Path) -> list[str]:
    """The output with each message on one line."""
    text = result.output.replace(f"{folder}/", "").replace(str(folder), ".")
    lines: list[str] = []
    for line in text.splitlines():
        if line.startswith(" " * 8) and lines:
            lines[-1] += " " + line.strip()
        else:
            lines.append(" ".join(line.split()))
    return lines


def _messages(lines: list[str]) -> Iterator[str]:
    return (line for line in lines if line.startswith(_SEVERITIES))


@pytest.fixture(scope="session")
def usual() -> Callable[[str], set[str]]:
    """What a command says of the demo league as it is."""
    known: dict[str, set[str]] = {}

    def lines(command: str) -> set[str]:
        if command not in known:
            known[command] = set(_lines(_call(_DEMO, command), _DEMO)) if command == "check" else set()
        return known[command]

    return lines


@pytest.fixture(scope="session")
def synced(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo league after its first sync."""
    folder = tmp_path_factory.mktemp("synced") / "league"
    shutil.copytree(_DEMO, folder, ignore=_CODE)
    assert _call(folder, "sync").exit_code == 1
    return folder


@pytest.mark.parametrize("path", _CASES, ids=lambda path: path.stem)
def test_what_people_read(path: Path, tmp_path: Path, synced: Path, usual: Callable[[str], set[str]]) -> None:
    case: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    folder = tmp_path / "league"
    shutil.copytree(synced if case.get("after") == "sync" else _DEMO, folder, ignore=_CODE)
    league = League(folder, lambda command: _call(folder, command).exit_code)
    league.make(case.get("make", []))
    expect, command = case["expect"], case["command"]
    before = {name: (folder / name).read_bytes() for name in expect.get("unchanged", [])}
    result = _call(folder, command)
    lines = _lines(result, folder)
    shown = "\n".join(lines)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exc_info
    said = [line for line in _messages(lines) if line not in usual(command)]
    wanted = expect["says"]
    assert said == [line for line in wanted if line.startswith(_SEVERITIES)], shown
    assert [line for line in wanted if line not in lines] == [], shown
    assert [line for line in expect.get("never", []) if line in shown] == [], shown
    assert result.exit_code == expect["exit"], shown
    assert {name: (folder / name).read_bytes() for name in before} == before
    assert {place: league.value(place) for place in expect.get("holds", {})} == expect.get("holds", {})
    for name, parts in expect.get("files", {}).items():
        text = (folder / name).read_text(encoding="utf-8")
        assert [part for part in parts if part not in text] == [], text
    assert not list(folder.glob(".*.tmp"))
