"""`sync`: compute, write what changed, render the announcements."""

from __future__ import annotations

from pathlib import Path

from sheets_sync import pipeline
from sheets_sync.commands.exit_codes import FAILED, REFUSED, UNUSABLE
from sheets_sync.commands.opening import count_words, open_league, problem_json
from sheets_sync.commands.terminal import print_json, print_problems, progress, say
from sheets_sync.jobs.run import Outcome
from sheets_sync.jobs.run import sync as sync_league
from sheets_sync.pipeline import Run
from sheets_sync.plan.plan import Plan
from sheets_sync.plan.safety import Consent
from sheets_sync.plan.saved import SavedPlan, is_saved_plan, load_plan, stale
from sheets_sync.problems import Problem, has_errors


def run(league: Path, consent: tuple[bool, bool, bool], as_of: str | None, as_json: bool) -> int:
    if is_saved_plan(league):
        return _saved(league, as_json)
    opened = open_league(league, as_of, as_json, writes=True)
    if opened.run is None:
        return opened.code
    return _finish(opened.run, Consent(*consent), None, opened.code, as_json)


def _saved(path: Path, as_json: bool) -> int:
    saved, problems = load_plan(path)
    if saved is None:
        return _refuse(problems, as_json, UNUSABLE)
    opened = open_league(saved.league, saved.now.isoformat(), as_json, writes=True)
    if opened.run is None:
        return opened.code
    made = pipeline.plan(opened.run, saved.consent)
    return _apply_saved(path, saved, opened.run, made, opened.code, as_json)


def _apply_saved(path: Path, saved: SavedPlan, run: Run, made: Plan, code: int, as_json: bool) -> int:
    problems = stale(path, saved, run.snapshots, made)
    if problems:
        return _refuse(problems, as_json, REFUSED)
    return _finish(run, saved.consent, made, code, as_json)


def _refuse(problems: list[Problem], as_json: bool, code: int) -> int:
    if as_json:
        print_json({"written": {}, "problems": [problem_json(each) for each in problems]})
    else:
        print_problems(problems)
    return code


def _finish(run: Run, consent: Consent, made: Plan | None, code: int, as_json: bool) -> int:
    with progress(quiet=as_json) as report:
        outcome = sync_league(run, consent, report, made)
    if as_json:
        print_json(outcome_json(outcome))
    else:
        print_outcome(outcome)
    if outcome.plan.forbidden:
        return REFUSED
    return FAILED if has_errors(outcome.problems) else code


def print_outcome(outcome: Outcome) -> None:
    """What was written, what was not, and where to look."""
    print_problems([*outcome.problems, *(p for p in outcome.plan.problems if p not in outcome.problems)])
    for name, count in outcome.applied.written:
        say(f"Wrote {count} cell{'' if count == 1 else 's'} in {outcome.run.setup.league.address(name)}")
    for path in outcome.files:
        say(f"Wrote {path}")
    if outcome.plan.forbidden:
        say("Refused: nothing was written.")
    elif not outcome.applied.written and not outcome.files and not outcome.problems:
        say("Nothing changed.")
    if count_words(outcome.run.problems) != "no problems":
        say(f"In the league's tabs: {count_words(outcome.run.problems)} (sheets-sync check lists them).")


def outcome_json(outcome: Outcome) -> dict[str, object]:
    return {
        "written": dict(outcome.applied.written),
        "announcements": [str(path) for path in outcome.files],
        "refused": outcome.plan.forbidden,
        "problems": [problem_json(each) for each in (*outcome.problems, *outcome.run.problems)],
    }
