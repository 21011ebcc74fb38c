"""The wheel, installed in a clean environment: rulesets, templates and the demo league come with it."""

from __future__ import annotations

import os
import subprocess
import sys
import venv
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parent.parent


def _run(*command: str | Path, cwd: Path) -> str:
    done = subprocess.run(
        [str(part) for part in command], cwd=cwd, capture_output=True, text=True, encoding="utf-8"
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The scripts folder of an environment that holds nothing but the wheel and what it needs."""
    folder = tmp_path_factory.mktemp("wheel")
    _run(sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "-w", folder, CHECKOUT, cwd=folder)
    (wheel,) = folder.glob("sheets_sync-*.whl")
    venv.create(folder / "env", with_pip=True)
    scripts = folder / "env" / ("Scripts" if os.name == "nt" else "bin")
    _run(scripts / "python", "-m", "pip", "install", "-q", wheel, cwd=folder)
    return scripts


def test_demo_from_the_wheel(installed: Path, tmp_path: Path) -> None:
    first = _run(installed / "sheets-sync", "demo", cwd=tmp_path)
    assert "Wrote" in first
    assert (tmp_path / "rover-demo" / "announcements" / "pool-grid.md").is_file()
    again = _run(installed / "sheets-sync", "demo", cwd=tmp_path)
    assert "Nothing changed." in again


def test_rulesets_from_the_wheel(installed: Path, tmp_path: Path) -> None:
    assert "Points Distribution" in _run(
        installed / "sheets-sync", "rules", "show", "rover-oceasia-2023", cwd=tmp_path
    )
