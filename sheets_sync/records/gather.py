"""All tabs of a league become its facts. The entry list is read first: it says who everybody is."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any
from zoneinfo import ZoneInfo

from sheets_sync.cells import Cell, CellRef, Grid
from sheets_sync.league import League
from sheets_sync.league_file import TabRead
from sheets_sync.problems import Problem
from sheets_sync.records import words
from sheets_sync.records.alike import alike
from sheets_sync.records.circuits import with_circuits
from sheets_sync.records.context import ReadingContext
from sheets_sync.records.drift import follow
from sheets_sync.records.entries import Entrant
from sheets_sync.records.facts import KINDS, Facts
from sheets_sync.records.fields import RecordKind, Unreadable
from sheets_sync.records.floods import without_floods
from sheets_sync.records.gaps import with_times
from sheets_sync.records.layouts.checks import check_layout
from sheets_sync.records.names import fold
from sheets_sync.records.own_words import own_kinds, with_words
from sheets_sync.records.reading import further_cells, read_tab
from sheets_sync.records.seen_headers import AllSeen, Seen, place_of
from sheets_sync.records.tab_patterns import tabs_like
from sheets_sync.records.who_is_who import known_entries, with_aliases
from sheets_sync.row_refs import RowKey
from sheets_sync.tab_pattern import fields_in
from sheets_sync.validation import nearest

Grids = Mapping[tuple[str, str], Grid]


def check_reading(league: League, further: Mapping[str, Collection[str]] | None = None) -> list[Problem]:
    """The record kinds and fields that league.yaml names but that don't exist, or that can't be missing.
    ``further``: record kind -> the columns that the ruleset names besides its fields; None where there is no
    ruleset to ask, so that nobody knows."""
    problems = []
    for name, tabs in league.read.items():
        kind = KINDS.get(name)
        if kind is None:
            at = league.line("read", name)
            problems.append(Problem(f"'{name}' is no kind of record.", at, nearest(name, KINDS)))
            continue
        fields = [field.name for field in kind.fields]
        columns = [*fields, *(further or {}).get(name, ())]
        for index, tab in enumerate(tabs):
            for part, known in (("columns", columns), ("set", fields)):
                for word in getattr(tab, part):
                    if word not in known and (further is not None or part == "set"):
                        at = league.line("read", name, index, part, word)
                        message = f"'{word}' is no field of the {name}."
                        problems.append(Problem(message, at, nearest(word, known)))
            problems += check_layout(league, kind, index, tab)
    if "entries" not in league.read:
        message = "'entries' is missing under 'read': without it nobody is known."
        problems.append(Problem(message, league.line("read"), "Add a line 'entries: {tab: ...}'."))
    return problems


def check_constants(league: League, context: ReadingContext) -> list[Problem]:
    """Values under ``set`` that their fields can't take. Drivers wait until the entries are read."""
    problems = []
    context = with_words(league, context)
    for name, tabs in league.read.items():
        for index, tab in enumerate(tabs):
            for key, text in tab.set.items():
                of = KINDS[name].field(key) if name in KINDS else None
                if of is None or of.scalar is words.driver:
                    continue
                try:
                    of.scalar(Cell(CellRef("", "", 1, 1), text, "", None), context)
                except Unreadable as error:
                    at = league.line("read", name, index, "set", key)
                    problems.append(Problem(str(error), at, error.proposal))
    return problems


@dataclass(frozen=True, slots=True)
class Gathered:
    """The facts; ``rows``: tab -> how many rows it gave; ``unread``: tabs that couldn't be read at all;
    ``seen``: the headers of the tabs, to be remembered."""

    facts: Facts
    rows: Mapping[str, int]
    unread: tuple[str, ...]
    seen: AllSeen = field(default_factory=dict)


def gather(
    league: League, grids: Grids, context: ReadingContext, before: AllSeen | None = None
) -> tuple[Gathered, list[Problem]]:
    """Every fact of the league's tabs, in the order of the rows. ``before``: the headers of the tabs at our
    last write."""
    context = with_words(league, context)
    gathering = _Gathering(league, grids, own_kinds(league, context.columns), before or {})
    facts, known = _people(gathering, context)
    for name in KINDS:
        if name not in facts:
            facts[name] = tuple(gathering.kind(name, known))
        if name == "calendar":
            known = with_circuits(known, facts[name])
    results, found = with_times(facts["results"])
    facts["results"] = tuple(results)
    gathering.problems += found
    read = Facts(**facts, complete=not gathering.unread, columns=gathering.columns)
    made = Gathered(read, gathering.rows, tuple(gathering.unread), gathering.seen)
    return made, gathering.problems


def _people(gathering: _Gathering, context: ReadingContext) -> tuple[dict[str, Any], ReadingContext]:
    """The entries and the confirmed aliases, and the context that knows by them who is meant by a name."""
    entries, names, found = known_entries(gathering.kind("entries", context))
    gathering.problems += [*found, *alike(entries)]
    tabs = [str(tab.tab) for tab in gathering.league.read.get("aliases", ())]
    complete = not gathering.unread
    names = replace(names, left_out=gathering.left_out, complete=complete, alias_tab=tabs[0] if tabs else "")
    aliases = gathering.kind("aliases", replace(context, names=names))
    names, found = with_aliases(replace(names, complete=not gathering.unread), aliases)
    gathering.problems += found
    facts: dict[str, Any] = {"entries": tuple(entries), "aliases": tuple(aliases)}
    return facts, replace(context, names=names)


class _Gathering:
    def __init__(
        self, league: League, grids: Grids, kinds: Mapping[str, RecordKind], before: AllSeen
    ) -> None:
        self.league, self.grids, self.kinds = league, grids, kinds
        self.before, self.seen = before, dict[str, Seen]()
        self.problems: list[Problem] = []
        self.rows: dict[str, int] = {}
        self.unread: list[str] = []
        self.left_out: dict[str, CellRef] = {}
        self.columns: dict[RowKey, dict[str, Cell]] = {}

    def kind(self, name: str, context: ReadingContext) -> list[Any]:
        tabs = (each for tab in self.league.read.get(name, ()) for each in self._tabs(name, tab, context))
        return [record for tab in tabs for record in self._tab(name, tab, context)]

    def _tabs(self, name: str, tab: TabRead, context: ReadingContext) -> list[TabRead]:
        """The tab itself, or those that are named like it."""
        if not fields_in(tab.tab.tab):
            return [tab]
        home = tab.tab.spreadsheet
        there = [title for spreadsheet, title in self.grids if spreadsheet == home]
        named = {each.tab.tab for tabs in self.league.read.values() for each in tabs}
        named |= {write.to.tab.tab for write in self.league.write if write.to.tab.spreadsheet == home}
        found, said = tabs_like(tab, self.kinds[name], context, there, named)
        self.problems += said
        return found

    def _tab(self, name: str, tab: TabRead, context: ReadingContext) -> list[Any]:
        address = str(tab.tab)
        grid = self.grids.get((tab.tab.spreadsheet, tab.tab.tab))
        records: list[Any] | None = None
        found: list[Problem] = []
        if grid is not None:
            known = _for_tab(self.league, tab, grid, context)
            told = self._follow(name, tab, grid, known)
            records, found = read_tab(grid, self.kinds[name], told, known)
            self.problems += without_floods(found)
        if records is None:
            self.unread.append(address)
            return []
        self.rows[address] = self.rows.get(address, 0) + len(records)
        if grid is not None and name in context.columns:
            self.columns |= further_cells(grid, records, context.columns[name])
        if name == "entries" and grid is not None:
            self.left_out |= _left_out(grid, records, found)
        return records

    def _follow(self, name: str, tab: TabRead, grid: Grid, context: ReadingContext) -> TabRead:
        """The tab with the names that its columns have by now."""
        place = place_of(name, tab)
        found = follow(grid, self.kinds[name], tab, self.before.get(place, ()), context)
        self.problems += found.problems
        if found.seen:
            self.seen[place] = found.seen
        return found.tab


def _left_out(grid: Grid, entries: Iterable[Entrant], found: Iterable[Problem]) -> dict[str, CellRef]:
    """The names in rows of the entry list that can't be used: they aren't unknown."""
    used = {entry.row.cell("driver") for entry in entries}
    columns = sorted({ref.column for ref in used})
    rows = sorted({problem.at.row for problem in found if isinstance(problem.at, CellRef)})
    refs = [ref for row in rows for column in columns if (ref := grid.ref(row, column)) not in used]
    return {fold(str(grid.value(ref.row, ref.column))): ref for ref in refs}


def _for_tab(league: League, tab: TabRead, grid: Grid, context: ReadingContext) -> ReadingContext:
    home = league.spreadsheets[tab.tab.spreadsheet]
    zone = home.time_zone or grid.time_zone
    ours = frozenset(w.to.tab.tab for w in league.write if w.to.tab.spreadsheet == grid.spreadsheet)
    zone_known = _zone(zone) or context.zone
    epoch = grid.epoch_1904
    return replace(context, zone=zone_known, epoch_1904=epoch, written_tabs=ours, dates=home.dates)


def _zone(name: str) -> ZoneInfo | None:
    """A spreadsheet can name a zone that this machine doesn't know."""
    try:
        return ZoneInfo(name) if name else None
    except (KeyError, ValueError, OSError):
        return None
