"""Everything that can be said of a ruleset: what loading it reports, and what lint finds besides."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from sheets_sync import marked_yaml
from sheets_sync.marked_yaml import Map
from sheets_sync.problems import FileLine, Problem, place_key
from sheets_sync.ruleset.lint.registry import lint
from sheets_sync.ruleset.lint.subject import Subject
from sheets_sync.ruleset.load import draft_ruleset

_GROUND = "base"


def findings(
    name: str, folders: Sequence[Path] = (), at: FileLine | None = None, changes: Map | None = None
) -> list[Problem]:
    """As `load_ruleset` takes them. Where the form of a ruleset is wrong, lint has nothing to look at."""
    draft, problems = draft_ruleset(name, folders, at, _with_a_round(changes) if name == _GROUND else changes)
    if draft is not None:
        problems += lint(Subject.of(draft))
    return sorted(dict.fromkeys(problems), key=place_key)


def _with_a_round(changes: Map | None) -> Map | None:
    """The ruleset below all others has no rounds of its own."""
    if changes is not None:
        return changes
    node, _ = marked_yaml.parse("calendar: 1", Path("calendar"))
    return node
