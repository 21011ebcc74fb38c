"""What was found by looking at one thing of a spreadsheet."""

from __future__ import annotations

from dataclasses import dataclass

from sheets_sync.problems import Problem


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at. ``problem``: what is wrong with it, None where it is well."""

    what: str
    problem: Problem | None = None
