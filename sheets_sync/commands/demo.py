"""`demo`: a whole league laid out, planned and synced in one go."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from sheets_sync import pipeline
from sheets_sync.commands.exit_codes import DONE, FAILED, REFUSED
from sheets_sync.commands.opening import count_words, open_league, stopped
from sheets_sync.commands.plan import print_plan
from sheets_sync.commands.sync import outcome_json, print_outcome
from sheets_sync.commands.terminal import print_json, progress, say
from sheets_sync.jobs.demo import lay_out
from sheets_sync.jobs.run import Outcome, sync
from sheets_sync.pipeline import Run
from sheets_sync.plan.safety import Consent
from sheets_sync.problems import has_errors, number_of

_SHOWN = 3


def run(league: str, folder: Path | None, as_json: bool) -> int:
    folder = folder or Path(f"{league}-demo")
    fresh, problems = lay_out(folder, league)
    if problems:
        return stopped(problems, as_json, FAILED)
    if not as_json:
        say(f"{'Laid out' if fresh else 'Found'} the demo league in {folder}")
    opened = open_league(folder, None, as_json)
    if opened.run is None:
        return opened.code
    outcome = _sync(opened.run, as_json)
    if as_json:
        print_json({"folder": str(folder), "laid_out": fresh, **outcome_json(outcome)})
    elif not has_errors(outcome.problems):
        _guide(folder, opened.run)
    if outcome.plan.forbidden:
        return REFUSED
    return FAILED if has_errors(outcome.problems) else DONE


def _sync(run: Run, as_json: bool) -> Outcome:
    made = pipeline.plan(run, Consent())
    if not as_json and (made.changes or made.forbidden):
        print_plan(made, _SHOWN)
    with progress(quiet=as_json) as report:
        outcome = sync(run, Consent(), report, made)
    if not as_json:
        print_outcome(outcome)
    return outcome


def _guide(folder: Path, run: Run) -> None:
    """The few lines that say where to look."""
    rows = sum(run.gathered.rows.values())
    decisions = sum(each.is_open for each in run.season.decisions)
    planted = f"{count_words(run.problems)} (planted on purpose)"
    say(f"\nRead {number_of(rows, 'row')}; {planted}; {_decisions(decisions)}.")
    say("Open next:")
    for name, what in (
        ("public.xlsx", "standings, pool grid and results"),
        ("stewards.xlsx", "conduct, problems and open decisions"),
        ("announcements", "what to post on Discord"),
        ("league.yaml", "how it is put together"),
    ):
        if (folder / name).exists():
            say(f"  {folder / name}  {what}")
    say(f'Then try: {_own_name()} explain {folder} "{_leader(run)}"')


def _decisions(count: int) -> str:
    return f"{count} open decision{'' if count == 1 else 's'}"


def _own_name() -> str:
    """How this program was called, so that the line can be copied."""
    called = sys.argv[0]
    return called if os.sep in called and not called.endswith(".py") else "sheets-sync"


def _leader(run: Run) -> str:
    tables = run.season.standings[run.season.last_round] if run.season.last_round is not None else ()
    return run.season.name(tables[0].rows[0].person) if tables and tables[0].rows else "NAME"
