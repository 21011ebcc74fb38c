"""`undo`: the last write, taken back."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from sheets_sync import pipeline
from sheets_sync.commands.exit_codes import DONE, FAILED, REFUSED, UNUSABLE
from sheets_sync.commands.opening import problem_json, stopped
from sheets_sync.commands.plan import change_json, print_changes
from sheets_sync.commands.terminal import print_json, print_problems, progress, say
from sheets_sync.jobs.undo import Undo, plan_undo
from sheets_sync.league import League
from sheets_sync.plan.apply import Applied, apply
from sheets_sync.plan.plan import Plan
from sheets_sync.plan.saved import is_saved_plan
from sheets_sync.problems import FileLine, Problem, number_of

_SHOWN = 12


def run(
    path: Path,
    spreadsheet: str | None,
    only_show: bool,
    yes: bool,
    overwrite: bool,
    everything: bool,
    as_json: bool,
) -> int:
    if is_saved_plan(path):
        problem = Problem("This is a saved plan and no league.", FileLine(path), "Name its league.")
        return stopped([problem], as_json, UNUSABLE)
    setup, problems = pipeline.set_up(path)
    if setup is None:
        return stopped(problems, as_json, UNUSABLE)
    league = setup.league
    with progress(quiet=as_json) as report:
        undo = plan_undo(league, spreadsheet, overwrite, report)
    if not as_json:
        _print_plan(league, undo, None if everything else _SHOWN)
    agreed = not only_show and not undo.plan.forbidden and bool(undo.plan.spreadsheets)
    if agreed and not (yes or (not as_json and _asked())):
        return _left_alone(undo, as_json)
    with progress(quiet=as_json) as report:
        applied = apply(undo.plan, report) if agreed else None
    _print_done(league, undo, applied, as_json)
    if undo.plan.forbidden or (applied is None and not only_show):
        return REFUSED
    return FAILED if applied is not None and applied.problems else DONE


def _print_plan(league: League, undo: Undo, limit: int | None) -> None:
    plan = undo.plan
    print_problems(plan.problems)
    print_changes(plan.changes, limit, "undo")
    for each in plan.spreadsheets:
        if each.restored is not None:
            say(f"{league.address(each.snapshot.name)} as a whole becomes {each.restored.name} again.")
    if plan.forbidden:
        say("Refused: nothing is undone.")
    elif not plan.changes:
        say("Our cells hold already what they held before.")
    else:
        say(f"Undo: {_count(plan)}, as before the write of {undo.written}.")


def _count(plan: Plan) -> str:
    spreadsheets = {each.ref.spreadsheet for each in plan.changes}
    cells = number_of(len(plan.changes), "cell")
    return f"{cells} in {number_of(len(spreadsheets), 'spreadsheet')}"


def _asked() -> bool:
    """Where nobody sits at a terminal, nobody can be asked."""
    return sys.stdin.isatty() and click.confirm("Put this back?")


def _left_alone(undo: Undo, as_json: bool) -> int:
    if as_json:
        print_json(_json(undo, None))
    else:
        say("Nothing was changed. To do it without being asked, run with: undo --yes")
    return REFUSED


def _print_done(league: League, undo: Undo, applied: Applied | None, as_json: bool) -> None:
    if as_json:
        print_json(_json(undo, applied))
    elif applied is not None:
        print_problems(applied.problems)
        for name, count in applied.written:
            say(f"Put back {number_of(count, 'cell')} in {league.address(name)}")
        if not applied.problems:
            say("Announcements stay as they are; a sync writes the same cells again.")


def _json(undo: Undo, applied: Applied | None) -> dict[str, object]:
    problems = [*undo.plan.problems, *(applied.problems if applied is not None else ())]
    return {
        "written": undo.written,
        "changes": [change_json(each) for each in undo.plan.changes],
        "whole": {each.snapshot.name: str(each.restored) for each in undo.plan.spreadsheets if each.restored},
        "refused": undo.plan.forbidden,
        "undone": dict(applied.written) if applied is not None else {},
        "problems": [problem_json(each) for each in dict.fromkeys(problems)],
    }
