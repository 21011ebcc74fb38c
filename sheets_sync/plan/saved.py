"""A plan kept in a file: exactly this is applied later, and only while its inputs are what they were."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sheets_sync.plan.changes import Change, write_of
from sheets_sync.plan.memory import canonical
from sheets_sync.plan.plan import Plan
from sheets_sync.plan.safety import Consent
from sheets_sync.problems import FileLine, Problem
from sheets_sync.sources.snapshot import Snapshot

VERSION = 1


@dataclass(frozen=True, slots=True)
class SavedPlan:
    """``digests``: spreadsheet -> digest of the bytes it was made from; ``changes``: cell -> new content."""

    league: Path
    now: datetime
    consent: Consent
    digests: Mapping[str, str]
    changes: Mapping[str, str]


def save_plan(
    path: Path, league: Path, now: datetime, consent: Consent, snapshots: Mapping[str, Snapshot], plan: Plan
) -> list[Problem]:
    """Writes the plan for its owner's eyes only (0600)."""
    data = {
        "version": VERSION,
        "league": str(league.resolve()),
        "now": now.isoformat(),
        "consent": {"adopt": consent.adopt, "overwrite": consent.overwrite, "shrink": consent.shrink},
        "digests": {name: snapshot.digest for name, snapshot in snapshots.items()},
        "changes": changes_of(plan.changes),
    }
    if path.exists() and not is_saved_plan(path):
        hint = "Choose another name."
        return [Problem("This file is no saved plan; it isn't overwritten.", FileLine(path), hint)]
    try:
        path.unlink(missing_ok=True)
        with open(path, "x", encoding="utf-8", opener=_private) as file:
            json.dump(data, file, ensure_ascii=False, indent=1)
    except OSError as error:
        return [Problem(f"The plan can't be saved: {error.strerror}.", FileLine(path))]
    return []


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def changes_of(changes: list[Change]) -> dict[str, str]:
    return {str(change.ref): canonical(change.new) + _format(change) for change in changes}


def _format(change: Change) -> str:
    code = write_of(change).number_format
    return "" if code is None else f" as {code or 'General'}"


def is_saved_plan(path: Path) -> bool:
    """Whether the file is a plan rather than a league: by its first sign, or by its name."""
    try:
        with path.open(encoding="utf-8") as file:
            return file.read(1) == "{"
    except (OSError, UnicodeDecodeError):
        return path.suffix == ".json"


def load_plan(path: Path) -> tuple[SavedPlan | None, list[Problem]]:
    """Reads a saved plan."""
    if not path.exists():
        return None, [Problem("There is no such file.", FileLine(path), "Check its name and folder.")]
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        if data["version"] != VERSION:
            return None, [_no_plan(path, "This plan was saved by another version of sheets-sync.")]
        now, league = datetime.fromisoformat(data["now"]), Path(data["league"])
        return SavedPlan(
            league, now, Consent(**data["consent"]), dict(data["digests"]), dict(data["changes"])
        ), []
    except FileNotFoundError:
        return None, [_no_plan(path, "There is no such file.")]
    except OSError as error:
        return None, [_no_plan(path, f"The plan can't be read: {error.strerror}.")]
    except (ValueError, KeyError, TypeError, AttributeError):
        return None, [_no_plan(path, "This file is no saved plan, or it is damaged.")]


def _no_plan(path: Path, message: str) -> Problem:
    return Problem(message, FileLine(path), "Make one with: plan LEAGUE --save FILE")


def stale(path: Path, saved: SavedPlan, snapshots: Mapping[str, Snapshot], plan: Plan) -> list[Problem]:
    """Why a saved plan can no longer be applied: its inputs, or what would follow from them, changed."""
    hint = "Look at a new plan and save it."
    problems = [
        Problem(f"'{name}' was changed since the plan was saved. Nothing is written.", FileLine(path), hint)
        for name, digest in saved.digests.items()
        if name not in snapshots or snapshots[name].digest != digest
    ]
    if not problems and changes_of(plan.changes) != saved.changes:
        message = "The league file or its ruleset was changed since the plan was saved. Nothing is written."
        problems.append(Problem(message, FileLine(path), hint))
    return problems
