"""`demo`: a whole league laid out, planned and synced in one go."""

from __future__ import annotations

from pathlib import Path

from sheets_sync import pipeline
from sheets_sync.commands.exit_codes import DONE, FAILED, REFUSED
from sheets_sync.commands.opening import count_words, open_league
from sheets_sync.commands.plan import print_plan
from sheets_sync.commands.sync import print_outcome
from sheets_sync.commands.terminal import print_problems, say
from sheets_sync.jobs.demo import lay_out
from sheets_sync.jobs.run import sync
from sheets_sync.pipeline import Run
from sheets_sync.plan.safety import Consent

_SHOWN = 3


def run(folder: Path) -> int:
    fresh, problems = lay_out(folder)
    if problems:
        print_problems(problems)
        return FAILED
    say(f"{'Laid out' if fresh else 'Found'} the demo league in {folder}")
    opened = open_league(folder, None, as_json=False)
    if opened.run is None:
        return opened.code
    made = pipeline.plan(opened.run, Consent())
    print_plan(made, _SHOWN)
    outcome = sync(opened.run, Consent(), made=made)
    print_outcome(outcome)
    if outcome.plan.forbidden:
        return REFUSED
    if outcome.problems:
        return FAILED
    _guide(folder, opened.run)
    return DONE


def _guide(folder: Path, run: Run) -> None:
    """The few lines that say where to look."""
    rows = sum(run.gathered.rows.values())
    decisions = sum(each.is_open for each in run.season.decisions)
    say("")
    say(f"Read {rows} rows; {count_words(run.problems)}; {decisions} open decisions.")
    say("Open next:")
    for name, what in (
        ("public.xlsx", "standings, pool grid and results"),
        ("stewards.xlsx", "licence credit, problems and open decisions"),
        ("announcements", "what to post on Discord"),
        ("league.yaml", "how it is put together"),
    ):
        say(f"  {folder / name}  {what}")
    say(f'Then try: sheets-sync explain {folder} "{_leader(run)}"')


def _leader(run: Run) -> str:
    tables = run.season.standings[run.season.last_round] if run.season.last_round is not None else ()
    return run.season.name(tables[0].rows[0].person) if tables and tables[0].rows else "NAME"
