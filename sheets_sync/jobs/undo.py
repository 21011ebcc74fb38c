"""The last write of a league is taken back: what there is to undo, and doing it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from sheets_sync.league import League
from sheets_sync.plan.memory import Memory
from sheets_sync.plan.plan import Plan, backups_of
from sheets_sync.plan.undo import Kept, last_run, make_undo, written_at
from sheets_sync.plan.whereabouts import memory_here
from sheets_sync.problems import Problem, has_errors
from sheets_sync.reading import Progress, asked_for
from sheets_sync.sources.backups import Backup, kept
from sheets_sync.sources.files import read_file
from sheets_sync.sources.snapshot import Snapshot
from sheets_sync.sources.spreadsheets import Asked, Library
from sheets_sync.validation import nearest


@dataclass(frozen=True, slots=True)
class Undo:
    """What would be undone. ``written``: when that was written, for people."""

    plan: Plan
    written: str


def plan_undo(league: League, spreadsheet: str | None, overwrite: bool, progress: Progress) -> Undo:
    """Looks at the ``spreadsheet``, or at all that are written, of which those of the last run count."""
    names = list(dict.fromkeys(write.to.tab.spreadsheet for write in league.write))
    if spreadsheet is not None and spreadsheet not in names:
        message = f"No table is written to a spreadsheet '{spreadsheet}'."
        return Undo(Plan((), (Problem(message, None, nearest(spreadsheet, names)),)), "")
    if not names:
        return Undo(Plan((), (Problem("The league writes no table; there is nothing to undo."),)), "")
    asked = {name: _asked(league, name) for name in ([spreadsheet] if spreadsheet else names)}
    snapshots, problems = _read(league, asked, progress)
    if has_errors(problems):
        return Undo(Plan((), tuple(problems)), "")
    last = last_run(league, snapshots)
    if spreadsheet is None and last:
        snapshots = {name: each for name, each in snapshots.items() if _run_of(league, each) == last}
    progress("Looking at the backups")
    found = {name: _kept(league, asked[name], each) for name, each in snapshots.items()}
    made = make_undo(league, snapshots, found, overwrite)
    return Undo(replace(made, problems=(*problems, *made.problems)), written_at(last))


def _asked(league: League, name: str) -> Asked:
    """The tabs that we write to; the others don't matter."""
    asked, own = asked_for(league, name), {write.to.tab.tab for write in league.write}
    return replace(asked, tabs=tuple(each for each in asked.tabs if each.tab in own))


def _read(
    league: League, asked: Mapping[str, Asked], progress: Progress
) -> tuple[dict[str, Snapshot], list[Problem]]:
    snapshots: dict[str, Snapshot] = {}
    problems: list[Problem] = []
    library = Library(league.folder, writes=True)
    for name, each in asked.items():
        progress(f"Reading {name}")
        snapshot, found = library.read(each)
        snapshots |= {name: snapshot} if snapshot is not None else {}
        problems += found
    return snapshots, problems


def _run_of(league: League, snapshot: Snapshot) -> str:
    memory = memory_here(league, snapshot)
    return memory.run if memory is not None else ""


def _kept(league: League, asked: Asked, snapshot: Snapshot) -> Kept:
    """What the backups of a workbook have of the time before its last write."""
    backups = backups_of(league, snapshot.name)
    listed = kept(backups) if backups is not None else []
    same = next((each for each in listed if each.left and each.left == snapshot.digest), None)
    whole = _file(asked, same, [each.tab for each in asked.tabs]) if same is not None else None
    if whole is not None and same is not None and whole.digest == same.kept:
        return Kept(whole)
    return Kept(memory=_earlier_memory(league, asked, snapshot, listed))


def _file(asked: Asked, backup: Backup, tabs: Collection[str]) -> Snapshot | None:
    snapshot, _ = read_file(asked.name, backup.file, asked.identity, tabs, asked.reach)
    return snapshot


def _earlier_memory(league: League, asked: Asked, snapshot: Snapshot, listed: list[Backup]) -> Memory | None:
    """Of the write before the last one; by it one more can be undone afterwards."""
    memory = memory_here(league, snapshot)
    if memory is None or memory.before is None or not memory.before.run:
        return None
    files = (_file(asked, each, ()) for each in listed)
    known = (Memory.parse(file.memory) for file in files if file is not None)
    return next((each for each in known if each is not None and each.run == memory.before.run), None)
