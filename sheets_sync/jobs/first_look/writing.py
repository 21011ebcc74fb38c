"""Writes a league.yaml into a folder that has none."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from sheets_sync.problems import FileLine, Problem

NAME = "league.yaml"


def is_free(folder: Path) -> list[Problem]:
    """Why no league.yaml can be written there: one stands there, or it is no folder."""
    path = folder / NAME
    if path.exists():
        hint = "Name another folder with --to, or move that file away."
        return [Problem("A league.yaml stands here already; it is left as it is.", FileLine(path), hint)]
    if folder.exists() and not folder.is_dir():
        return [Problem("This is a file, not a folder.", FileLine(folder), "Name a folder with --to.")]
    return []


def write_league(folder: Path, text: str) -> list[Problem]:
    """All of the file or nothing, and never over another one, even one that came in the meantime."""
    path = folder / NAME
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handle, draft = tempfile.mkstemp(prefix=".league-", suffix=".yaml", dir=folder)
        try:
            with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
                file.write(text)
            os.chmod(draft, 0o644)
            _put(Path(draft), path)
        finally:
            Path(draft).unlink(missing_ok=True)
    except FileExistsError:
        return is_free(folder)
    except OSError as error:
        return [Problem(f"The file can't be written: {error.strerror}.", FileLine(path))]
    return []


def _put(draft: Path, path: Path) -> None:
    """Under its name, unless that is taken. A folder without links takes a copy."""
    try:
        os.link(draft, path)
    except FileExistsError:
        raise
    except OSError:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(draft.read_text(encoding="utf-8"))
