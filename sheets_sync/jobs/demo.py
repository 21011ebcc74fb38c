"""Lays out a demo league: its workbooks, its league file, and what its people need to know."""

from __future__ import annotations

import shutil
from pathlib import Path

from sheets_sync import shipped
from sheets_sync.problems import FileLine, Problem

_KEPT = (".xlsx", ".yaml", ".md")


def lay_out(folder: Path, name: str = "rover") -> tuple[bool, list[Problem]]:
    """Copies the demo league into a folder; True where it was laid out, False where it stood there already.

    A folder that holds anything else is left alone and is a problem.
    """
    source = shipped.demo_league(name)
    files = [file for file in sorted(source.iterdir()) if file.suffix in _KEPT]
    if (folder / "league.yaml").exists():
        missing = [file.name for file in files if not (folder / file.name).exists()]
        if missing:
            hint = "Choose another folder: sheets-sync demo FOLDER"
            return False, [Problem("Another league stands here.", FileLine(folder), hint)]
        return False, []
    try:
        if folder.exists() and any(folder.iterdir()):
            hint = "Choose an empty folder: sheets-sync demo FOLDER"
            return False, [Problem("The folder isn't empty and holds no league.", FileLine(folder), hint)]
        folder.mkdir(parents=True, exist_ok=True)
        for file in files:
            shutil.copyfile(file, folder / file.name)
    except OSError as error:
        return False, [Problem(f"The demo can't be laid out: {error.strerror}.", FileLine(folder))]
    return True, []
