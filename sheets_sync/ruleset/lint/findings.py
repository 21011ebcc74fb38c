"""Everything that can be said of a ruleset: what loading it reports, and what lint finds besides."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from sheets_sync.marked_yaml import Map
from sheets_sync.problems import FileLine, Problem, place_key
from sheets_sync.ruleset.left_open import a_round, leaves_rounds
from sheets_sync.ruleset.lint.registry import lint
from sheets_sync.ruleset.lint.subject import Subject
from sheets_sync.ruleset.load import draft_ruleset


def findings(
    name: str, folders: Sequence[Path] = (), at: FileLine | None = None, changes: Map | None = None
) -> list[Problem]:
    """As `load_ruleset` takes them. Where the form of a ruleset is wrong, lint has nothing to look at."""
    draft, problems = draft_ruleset(name, folders, at, a_round() if leaves_rounds(name, changes) else changes)
    if draft is not None:
        problems += lint(Subject.of(draft))
    return sorted(dict.fromkeys(problems), key=place_key)
