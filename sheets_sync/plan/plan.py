"""The plan of a run: for each spreadsheet the cells that will change, and what speaks against it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from sheets_sync.cells import Grid, Value
from sheets_sync.league import League
from sheets_sync.league_file import Access
from sheets_sync.plan import safety
from sheets_sync.plan.before import Before
from sheets_sync.plan.changes import Change, compare, write_of
from sheets_sync.plan.edits import about_edited, edited
from sheets_sync.plan.extents import Extent
from sheets_sync.plan.formulas import Agreed, about_formulas, formulas_among, replaced
from sheets_sync.plan.memory import Memory, Spot, digest, hidden
from sheets_sync.plan.moved import followed, kept_memory, memory_of, written_as
from sheets_sync.plan.placed import Placed
from sheets_sync.plan.replaced import before_of
from sheets_sync.plan.room import both_want, in_the_way
from sheets_sync.plan.safety import Consent, Inputs
from sheets_sync.plan.wanted import WantedRange
from sheets_sync.plan.wanted_in import wanted_in
from sheets_sync.problems import Problem, has_errors
from sheets_sync.sources.backups import Backups
from sheets_sync.sources.snapshot import CellWrite, OwnRange, Snapshot, Written
from sheets_sync.sources.spreadsheets import refusals
from sheets_sync.tables.table import Table


@dataclass(frozen=True, slots=True)
class SpreadsheetPlan:
    """What will happen to one spreadsheet. ``memory`` is what it will remember afterwards; ``own``: the
    ranges that are ours; ``backups``: where the file is kept as it was; ``restored``: a kept file that takes
    the place of the workbook, with all changes and more."""

    snapshot: Snapshot
    access: Access
    changes: tuple[Change, ...]
    memory: str
    own: tuple[OwnRange, ...] = ()
    backups: Backups | None = None
    restored: Path | None = None

    @property
    def writes(self) -> list[CellWrite]:
        return [write_of(each) for each in self.changes]


@dataclass(frozen=True, slots=True)
class Plan:
    """Private spreadsheets come first. ``problems``: errors among them forbid the whole plan."""

    spreadsheets: tuple[SpreadsheetPlan, ...]
    problems: tuple[Problem, ...]

    @property
    def changes(self) -> list[Change]:
        return [change for each in self.spreadsheets for change in each.changes]

    @property
    def forbidden(self) -> bool:
        return has_errors(self.problems)


def make_plan(
    league: League,
    snapshots: Mapping[str, Snapshot],
    tables: Mapping[str, Table],
    inputs: Inputs,
    consent: Consent,
) -> Plan:
    """Compares what the tables want with what the spreadsheets hold; tables of half an input want nothing."""
    if inputs.blocking:
        return Plan((), tuple(safety.missing_inputs(inputs)))
    league, noted = followed(league, snapshots)
    plans: list[SpreadsheetPlan] = []
    order = sorted(league.spreadsheets, key=lambda name: league.spreadsheets[name].access != "private")
    known = [snapshots[name] for name in order if name in snapshots]
    problems = [*noted, *_emptied(league, known, inputs, consent)]
    for name in order:
        indexes = [index for index, write in enumerate(league.write) if write.to.tab.spreadsheet == name]
        if indexes and name in snapshots:
            planner = _Planner(league, snapshots[name], inputs, consent)
            plans.append(planner.plan(indexes, tables))
            problems += planner.problems
    return Plan(tuple(plans), tuple(dict.fromkeys(problems)))


def _emptied(league: League, snapshots: list[Snapshot], inputs: Inputs, consent: Consent) -> list[Problem]:
    """Input that has gone since our last write, by the first memory that tells: private ones know more."""
    for snapshot in snapshots:
        memory = Memory.parse(snapshot.memory)
        if found := safety.emptied_inputs(league, memory, inputs.rows, consent):
            return found
    return []


def backups_of(league: League, spreadsheet: str) -> Backups | None:
    """Where a workbook is kept as it was before each write; None on Google."""
    if league.spreadsheets[spreadsheet].google:
        return None
    return Backups.beside(league.folder, spreadsheet, league.safety.backups)


class _Planner:
    def __init__(self, league: League, snapshot: Snapshot, inputs: Inputs, consent: Consent) -> None:
        self.league, self.snapshot, self.inputs, self.consent = league, snapshot, inputs, consent
        self.memory = memory_of(snapshot, league)
        self.problems: list[Problem] = []
        self.digests: dict[Spot, str] = {}
        self.about: dict[str, str] = {}
        self.own: list[OwnRange] = []
        self.extents: dict[str, Extent] = {}
        self.taken_over: dict[str, Extent] = {}

    def plan(self, indexes: list[int], tables: Mapping[str, Table]) -> SpreadsheetPlan:
        wanted, found = wanted_in(self.league, indexes, self.snapshot, tables, self.known)
        self.problems += [*found, *both_want(self.league, wanted)]
        changes: list[Change] = []
        for index, each in wanted.items():
            grid = self.snapshot.grids[each.tab]
            self.problems += safety.read_columns(self.league, each, index, grid, self.inputs)
            self._owns(each)
            changes += self._range(grid, each)
        self._carry(tables)
        memory = self._memory_text(changes)
        backups = backups_of(self.league, self.snapshot.name)
        plan = SpreadsheetPlan(
            self.snapshot, self._access(), tuple(changes), memory, tuple(self.own), backups
        )
        if changes and not has_errors(self.problems):
            self.problems += refusals(self.snapshot, plan.writes, memory, plan.own)
        return plan

    @property
    def known(self) -> Memory | None:
        """The memory, if it is of this very spreadsheet and no copy's."""
        return self.memory if self.memory and self.memory.identity == self.snapshot.identity else None

    def _owns(self, wanted: WantedRange) -> None:
        for cells in wanted.areas:
            is_range = wanted.placed.is_range
            written = written_as(self.snapshot, wanted.tab, cells) if is_range else wanted.write.table
            self.own.append(OwnRange(wanted.tab, written, cells))
        if wanted.extent is not None:
            self.extents[wanted.placed.name] = wanted.extent
            if not wanted.placed.known and any(wanted.placed.held.places()):
                self.taken_over[wanted.placed.name] = wanted.placed.held

    def _carry(self, tables: Mapping[str, Table]) -> None:
        """What a table without a range left is still ours while there is no such table, as before the first
        race."""
        absent = {write.table for write in self.league.write} - set(tables)
        for name, extent in self.known.extents.items() if self.known else ():
            tab, _, table = name.rpartition("!")
            if any(table == each or table.startswith(f"{each} ") for each in absent):
                self.extents.setdefault(name, extent)
                left = self.known.digests.items() if self.known else ()
                own = {spot: mark for spot, mark in left if spot[0] == tab and spot[1:] in extent}
                self.digests = own | self.digests

    def _access(self) -> Access:
        return self.league.spreadsheets[self.snapshot.name].access

    def _range(self, grid: Grid, wanted: WantedRange) -> list[Change]:
        identity = self.snapshot.identity
        changed = edited(grid, wanted, self.memory, identity)
        kept = self._kept(grid, wanted, changed)
        if not self.consent.adopt:
            self.problems += safety.strangers(grid, wanted, self.memory, identity)
        self.problems += in_the_way(grid, wanted)
        self.problems += self._shrunk(grid, wanted)
        cells = {spot: new for spot, new in wanted.cells.items() if spot not in kept}
        self._remember(wanted.placed, cells, kept)
        said = {spot for spot, _ in changed}
        return compare(grid, cells, wanted.looks, self._replaced(grid, wanted, kept, said))

    def _replaced(self, grid: Grid, wanted: WantedRange, kept: set[Spot], said: set[Spot]) -> set[Spot]:
        """Where a formula goes because somebody agreed to it. ``said``: what is reported as edited."""
        overwrite = self.consent.overwrite or self.league.safety.edited_cells == "overwrite"
        found = [spot for spot in formulas_among(grid, wanted) if spot not in kept]
        going = replaced(grid, wanted, found, Agreed(self.consent.adopt, overwrite))
        self.problems += about_formulas(grid, wanted, [spot for spot in found if spot not in said], going)
        return going

    def _shrunk(self, grid: Grid, wanted: WantedRange) -> list[Problem]:
        """Rows are counted against those of the same round: another one may have had more starters."""
        name = wanted.placed.name
        if wanted.about:
            self.about[name] = wanted.about
        memory = self.memory
        same = (
            memory is None
            or memory.identity != self.snapshot.identity
            or memory.about.get(name, wanted.about) == wanted.about
        )
        return safety.shrunk(self.league, grid, wanted, self.consent, same)

    def _kept(self, grid: Grid, wanted: WantedRange, cells: list[tuple[Spot, Value]]) -> set[Spot]:
        """Of the edited cells those that stay."""
        self.problems += about_edited(self.league, grid, wanted, cells, self.consent)
        keep = self.league.safety.edited_cells == "keep" and not self.consent.overwrite
        return {spot for spot, _ in cells} if keep else set()

    def _remember(self, placed: Placed, cells: Mapping[Spot, Written], kept: set[Spot]) -> None:
        self.digests |= {spot: digest(new) for spot, new in cells.items() if digest(new)}
        self.digests |= {spot: old for spot in kept if (old := placed.digests.get(spot, ""))}

    def _memory_text(self, changes: list[Change]) -> str:
        """The memory after the write; the old one word for word where nothing changes."""
        same = (
            self.memory is not None
            and self.memory.identity == self.snapshot.identity
            and dict(self.memory.digests) == self.digests
            and dict(self.memory.extents) == self.extents
        )
        if (same and not changes) or not self.digests:
            return self.snapshot.memory or ""
        generation = self.memory.generation + 1 if self.memory else 1
        inputs = hidden(self.inputs.rows) if self._access() == "public" else self.inputs.rows
        run, before = self._before(changes)
        memory = Memory(
            self.snapshot.identity,
            generation,
            self.digests,
            inputs,
            self.about,
            self.extents,
            run,
            before,
            self.inputs.headers,
        )
        return kept_memory(memory, self.snapshot).text()

    def _before(self, changes: list[Change]) -> tuple[str, Before | None]:
        """What `undo` puts back, and when that was written; where no cell changes it stays the same. What
        stood there while the spreadsheet was private isn't kept in one that is public by now."""
        if self._access() == "public" and self.memory is not None and not self.memory.is_public:
            return self.inputs.run, None
        if changes or self.known is None:
            return self.inputs.run, before_of(self.snapshot.grids, changes, self.known, self.taken_over)
        return self.known.run, self.known.before
