"""The plan that takes the last write back: from a backup as a whole, or cell by cell where people went on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from sheets_sync.league import League
from sheets_sync.plan.before import Before, Earlier, Spot
from sheets_sync.plan.changes import Change
from sheets_sync.plan.memory import Memory, digest
from sheets_sync.plan.moved import followed, kept_memory
from sheets_sync.plan.plan import Plan, SpreadsheetPlan, backups_of
from sheets_sync.plan.putting_back import about_columns, about_edited, about_foreign, change_back, earlier_in
from sheets_sync.plan.whereabouts import is_ours, memory_here, own_ranges
from sheets_sync.problems import Problem, has_errors
from sheets_sync.sources.backups import Backups
from sheets_sync.sources.snapshot import OwnRange, Snapshot
from sheets_sync.sources.spreadsheets import refusals, restore_refusals


@dataclass(frozen=True, slots=True)
class Kept:
    """What is kept of a workbook. ``whole``: the file as it was before our last write, only where nobody has
    saved it since; ``memory``: what it remembered before that write."""

    whole: Snapshot | None = None
    memory: Memory | None = None


def last_run(league: League, snapshots: Mapping[str, Snapshot]) -> str:
    """The moment of the last run that wrote any of them, as `Memory.run` has it."""
    known = [memory_here(league, snapshot) for snapshot in snapshots.values()]
    return max((each.run for each in known if each is not None), default="")


def written_at(run: str) -> str:
    """When a run was, for people."""
    try:
        return f"{datetime.fromisoformat(run):%Y-%m-%d %H:%M} UTC"
    except ValueError:
        return "an unknown moment"


def make_undo(
    league: League, snapshots: Mapping[str, Snapshot], kept: Mapping[str, Kept], overwrite: bool
) -> Plan:
    """Takes back the last write of each of these spreadsheets, private ones first. ``overwrite``: also in
    cells that somebody changed since."""
    league, noted = followed(league, snapshots)
    plans: list[SpreadsheetPlan] = []
    problems = list(noted)
    for name in sorted(snapshots, key=lambda name: league.spreadsheets[name].access != "private"):
        undoing = _Undoing(league, snapshots[name], kept.get(name, Kept()), overwrite)
        plans += undoing.plans()
        problems += undoing.problems
    return Plan(tuple(plans), tuple(dict.fromkeys(problems)))


class _Undoing:
    def __init__(self, league: League, snapshot: Snapshot, kept: Kept, overwrite: bool) -> None:
        self.league, self.snapshot, self.kept, self.overwrite = league, snapshot, kept, overwrite
        self.access = league.spreadsheets[snapshot.name].access
        self.problems: list[Problem] = []

    def plans(self) -> list[SpreadsheetPlan]:
        """One, or none where nothing can be taken back."""
        memory = memory_here(self.league, self.snapshot)
        if memory is None:
            self._cannot("Nothing is remembered here of a write of ours, so there is none to undo.")
        elif self._was_private(memory):
            self._stays_private()
        elif self.kept.whole is not None:
            return [self._whole(memory, self.kept.whole)]
        elif memory.before is None:
            self._cannot("Nothing is kept here of what stood there before, so there is no write to undo.")
        else:
            return [self._cell_by_cell(memory, memory.before)]
        return []

    def _was_private(self, memory: Memory) -> bool:
        """Whether what would come back is of the time before everybody could see the spreadsheet."""
        earlier = Memory.parse(self.kept.whole.memory) if self.kept.whole is not None else None
        known = [each for each in (memory, earlier) if each is not None]
        return self.access == "public" and not all(each.is_public for each in known)

    def _stays_private(self) -> None:
        message = "What stood here before our last write is of the time when this was private; it stays so."
        hint = "Mend what was wrong and run: sync"
        self.problems.append(Problem(message, self.snapshot.place, hint))

    def _cannot(self, message: str) -> None:
        backups = backups_of(self.league, self.snapshot.name)
        hint = "Google keeps older versions: File > Version history."
        if backups is not None:
            hint = f"Copy a backup over it by hand, if there is one in {backups.folder}."
        self.problems.append(Problem(message, self.snapshot.place, hint))

    def _backups(self) -> Backups | None:
        """An undo is no write that could be undone."""
        backups = backups_of(self.league, self.snapshot.name)
        return backups and replace(backups, notes=False)

    def _whole(self, memory: Memory, file: Snapshot) -> SpreadsheetPlan:
        """The file of a backup takes the place of the workbook; what is shown are our cells."""
        earlier = Memory.parse(file.memory)
        spots = {*memory.digests, *(earlier.digests if earlier else ())}
        spots |= set(memory.before.cells if memory.before is not None else ())
        changes = self._changes({spot: earlier_in(file, spot) for spot in spots})
        self.problems += restore_refusals(self.snapshot)
        text, path = file.memory or "", file.path
        return SpreadsheetPlan(self.snapshot, self.access, changes, text, (), self._backups(), path)

    def _cell_by_cell(self, memory: Memory, before: Before) -> SpreadsheetPlan:
        own = own_ranges(self.league, self.snapshot, memory)
        ours = {spot: each for spot, each in before.cells.items() if self._may_write(own, before, spot)}
        edited = {spot for spot in ours if not self.overwrite and self._is_edited(memory, spot, ours[spot])}
        self.problems += about_foreign(self.snapshot, [spot for spot in before.cells if spot not in ours])
        self.problems += about_edited(self.snapshot, {spot: ours[spot] for spot in edited})
        back = {spot: each for spot, each in ours.items() if spot not in edited}
        changes = self._changes(back)
        changing = [(each.ref.tab, each.ref.row, each.ref.column) for each in changes]
        self.problems += about_columns(self.snapshot, memory, {spot: ours[spot] for spot in edited}, changing)
        text = self._memory_text(memory, before, back)
        plan = SpreadsheetPlan(self.snapshot, self.access, changes, text, tuple(own), self._backups())
        if changes and not has_errors(self.problems):
            self.problems += refusals(self.snapshot, plan.writes, plan.memory, plan.own)
        return plan

    def _may_write(self, own: list[OwnRange], before: Before, spot: Spot) -> bool:
        return spot[0] in self.snapshot.grids and is_ours(own, before, spot)

    def _is_edited(self, memory: Memory, spot: Spot, earlier: Earlier) -> bool:
        """Whether somebody changed the cell since, to something else than what it held before."""
        grid = self.snapshot.grids[spot[0]]
        if spot[1:] in grid.formulas and not earlier.formula:
            return True
        present = digest(grid.value(*spot[1:]))
        return present not in (memory.digests.get(spot, ""), digest(earlier.value))

    def _changes(self, back: Mapping[Spot, Earlier]) -> tuple[Change, ...]:
        grids = self.snapshot.grids
        found = [
            change_back(grids[spot[0]], spot, back[spot], self.overwrite)
            for spot in sorted(back)
            if spot[0] in grids
        ]
        return tuple(change for change in found if change is not None)

    def _memory_text(self, memory: Memory, before: Before, back: Mapping[Spot, Earlier]) -> str:
        """What stands there after the undo is what we remember, so that nothing of it counts as an edit."""
        digests = {spot: mark for spot, mark in memory.digests.items() if spot not in back}
        digests |= {spot: mark for spot, each in back.items() if (mark := digest(each.value))}
        further = self.kept.memory
        after = replace(
            memory,
            generation=memory.generation + 1,
            digests=digests,
            inputs=before.inputs,
            about=before.about,
            extents=before.extents,
            run=before.run,
            before=further.before if further is not None else None,
        )
        return kept_memory(after, self.snapshot).text()
