"""One run of a league: plan, safety, apply, announcements."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from sheets_sync import pipeline
from sheets_sync.announce.render import Rendered, render, save
from sheets_sync.cells import Cell, CellRef
from sheets_sync.pipeline import Run, Setup
from sheets_sync.plan.apply import Applied, apply
from sheets_sync.plan.plan import Plan
from sheets_sync.plan.safety import Consent
from sheets_sync.problems import Problem
from sheets_sync.reading import Progress
from sheets_sync.records.context import ReadingContext
from sheets_sync.records.fields import Unreadable
from sheets_sync.records.times import moment

_LOOKS = 3
"""So often we look anew where somebody wrote to a spreadsheet between our look and our write."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run did. ``files``: announcements that were written anew."""

    run: Run
    plan: Plan
    applied: Applied
    rendered: tuple[Rendered, ...]
    files: tuple[Path, ...]
    problems: tuple[Problem, ...]


def now_of(setup: Setup, as_of: str | None) -> tuple[datetime, list[Problem]]:
    """The moment a run looks at: what the user says, else the league file's, else now."""
    text = as_of or setup.league.as_of
    if text is None:
        return datetime.now(UTC), []
    try:
        return _moment(text, setup.ruleset.season.usual.zone), []
    except Unreadable as error:
        at = None if as_of else setup.league.line("as_of")
        return datetime.now(UTC), [Problem(f"as of: {error}", at, "Write it like 2023-10-08 18:00.")]


def _moment(text: str, zone: ZoneInfo) -> datetime:
    try:
        given = datetime.fromisoformat(text)
        if given.tzinfo is not None:
            return given
    except ValueError:
        pass
    written = text if ":" in text else f"{text} 23:59"
    return moment(Cell(CellRef("", "", 1, 1), written, "", None), ReadingContext(zone))


def sync(
    run: Run, consent: Consent, progress: Progress = lambda _: None, made: Plan | None = None
) -> Outcome:
    """Plans and applies; announcements come last and only where everything before them went well."""
    plan = made or pipeline.plan(run, consent)
    applied = apply(plan, progress)
    written = Counter(dict(applied.written))
    for _ in range(_LOOKS - 1):
        if made is not None or not applied.overtaken:
            break
        again = pipeline.compute(run.setup, run.season.now, progress, writes=True)
        run = replace(again, began=run.began)
        plan = pipeline.plan(run, consent)
        applied = apply(plan, progress)
        written.update(dict(applied.written))
    applied = replace(applied, written=tuple(written.items()))
    if applied.problems:
        return Outcome(run, plan, applied, (), (), applied.problems)
    progress("Rendering the announcements")
    rendered, problems = render(run.setup.league, run.season, run.problems)
    files, found = save(run.setup.league, rendered)
    return Outcome(run, plan, applied, tuple(rendered), tuple(files), (*problems, *found))
