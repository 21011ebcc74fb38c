"""Finds what ships with the package: rulesets, templates and demo leagues.

They stand beside the package in a checkout and below it in an installed wheel.
"""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def _folder(name: str) -> Path:
    installed = _PACKAGE / "shipped_data" / name
    return installed if installed.is_dir() else _PACKAGE.parent / name


def rulesets() -> Path:
    return _folder("rulesets")


def templates() -> Path:
    return _folder("templates")


def demo_league(name: str) -> Path:
    """The folder of a demo league, such as ``rover``."""
    return _folder("examples") / f"{name}-demo"
