"""`plan`: each cell that a sync would change."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from pathlib import Path

from rich.text import Text

from sheets_sync import pipeline
from sheets_sync.cells import Value
from sheets_sync.commands.exit_codes import DONE, FAILED, REFUSED
from sheets_sync.commands.opening import open_league, problem_json
from sheets_sync.commands.terminal import console, print_json, print_problems, say
from sheets_sync.plan.changes import Change, Clear, Fill, Reformat
from sheets_sync.plan.plan import Plan
from sheets_sync.plan.safety import Consent
from sheets_sync.plan.saved import save_plan
from sheets_sync.sources.snapshot import Written

_SHOWN = 12


def run(
    league: Path,
    save: Path | None,
    everything: bool,
    consent: tuple[bool, bool, bool],
    as_of: str | None,
    as_json: bool,
) -> int:
    opened = open_league(league, as_of, as_json)
    if opened.run is None:
        return opened.code
    allowed = Consent(*consent)
    made = pipeline.plan(opened.run, allowed)
    if as_json:
        print_json(plan_json(made))
    else:
        print_plan(made, None if everything else _SHOWN)
    if save is not None and not made.forbidden:
        run = opened.run
        problems = save_plan(save, run.setup.league.path, run.season.now, allowed, run.snapshots, made)
        print_problems(problems)
        if problems:
            return FAILED
    return REFUSED if made.forbidden else (opened.code if opened.code == FAILED else DONE)


def print_plan(plan: Plan, limit: int | None) -> None:
    """The changes tab by tab, at most ``limit`` of each."""
    print_problems(plan.problems)
    print_changes(plan.changes, limit, "plan")
    if plan.forbidden:
        say("Refused: a sync would write nothing.")
    elif not plan.changes:
        say("Nothing to change.")
    else:
        count = len({each.ref.spreadsheet for each in plan.changes})
        say(f"Plan: {_cells(len(plan.changes))} in {count} spreadsheet{'' if count == 1 else 's'}.")


def print_changes(changes: Iterable[Change], limit: int | None, command: str) -> None:
    """Tab by tab, at most ``limit`` of each; ``command``: which one lists all of them."""
    for (spreadsheet, tab), group in groupby(changes, key=lambda each: (each.ref.spreadsheet, each.ref.tab)):
        found = list(group)
        console.print(Text(f"{spreadsheet}!{tab}: {_cells(len(found))}", style="bold"))
        for change in found[:limit]:
            console.print(_line(change))
        if limit is not None and len(found) > limit:
            say(f"  ... and {len(found) - limit} more ({command} --all lists them)")


def _cells(count: int) -> str:
    return f"{count} cell{'' if count == 1 else 's'}"


def _line(change: Change) -> Text:
    line = Text("  ")
    if isinstance(change, Fill):
        line.append(f"+ {change.ref.a1:<6} ", style="green").append(_shown(change.new))
    elif isinstance(change, Clear):
        line.append(f"- {change.ref.a1:<6} ", style="red").append(_shown(change.old))
    elif isinstance(change, Reformat):
        line.append(f"~ {change.ref.a1:<6} ", style="yellow").append(_shown(change.new))
        line.append(f" (format {change.old or 'General'} -> {change.code or 'General'})", style="dim")
    else:
        line.append(f"~ {change.ref.a1:<6} ", style="yellow")
        line.append(_shown(change.old), style="dim").append(" -> ").append(_shown(change.new))
    return line


def _shown(value: Value | Written) -> str:
    return "" if value is None else " ".join(str(value).split())


def plan_json(plan: Plan) -> dict[str, object]:
    return {
        "changes": [change_json(change) for change in plan.changes],
        "refused": plan.forbidden,
        "problems": [problem_json(each) for each in plan.problems],
    }


def change_json(change: Change) -> dict[str, object]:
    old, new = (None if isinstance(change, Fill) else change.old), change.new
    if isinstance(change, Reformat):
        old, new = change.old or "General", change.code or "General"
    return {
        "spreadsheet": change.ref.spreadsheet,
        "tab": change.ref.tab,
        "cell": change.ref.a1,
        "kind": type(change).__name__.lower(),
        "old": None if old is None else str(old),
        "new": None if new is None else str(new),
    }
