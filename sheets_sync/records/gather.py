"""All tabs of a league become its facts. The entry list is read first: it says who everybody is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any
from zoneinfo import ZoneInfo

from sheets_sync.cells import Grid
from sheets_sync.league import League, TabRead
from sheets_sync.problems import Problem
from sheets_sync.records.context import ReadingContext
from sheets_sync.records.entries import Entrant
from sheets_sync.records.facts import KINDS, Facts
from sheets_sync.records.names import NameBook, fold
from sheets_sync.records.reading import read_tab
from sheets_sync.validation import nearest

Grids = Mapping[tuple[str, str], Grid]


def check_reading(league: League) -> list[Problem]:
    """The record kinds and fields that league.yaml names but that don't exist, or that can't be missing."""
    problems = []
    for name, tabs in league.read.items():
        kind = KINDS.get(name)
        if kind is None:
            at = league.line("read", name)
            problems.append(Problem(f"'{name}' is no kind of record.", at, nearest(name, KINDS)))
            continue
        fields = [field.name for field in kind.fields]
        for index, tab in enumerate(tabs):
            for part in ("columns", "set"):
                for field in getattr(tab, part):
                    if field not in fields:
                        at = league.line("read", name, index, part, field)
                        message = f"'{field}' is no field of the {name}."
                        problems.append(Problem(message, at, nearest(field, fields)))
    if "entries" not in league.read:
        message = "'entries' is missing under 'read': without it nobody is known."
        problems.append(Problem(message, league.line("read"), "Add a line 'entries: {tab: ...}'."))
    return problems


def gather(league: League, grids: Grids, context: ReadingContext) -> tuple[Facts, list[Problem]]:
    """Every fact of the league's tabs, in the order of the rows."""
    entries, problems = _kind(league, grids, "entries", context)
    names, found = name_book(entries)
    problems += found
    entries = [entry for entry in entries if names.names.get(entry.key) == entry.driver]
    known = replace(context, names=names)
    facts: dict[str, tuple[Any, ...]] = {"entries": tuple(entries)}
    for name in KINDS:
        if name != "entries":
            records, found = _kind(league, grids, name, known)
            facts[name] = tuple(records)
            problems += found
    return Facts(**facts), problems


def _kind(
    league: League, grids: Grids, name: str, context: ReadingContext
) -> tuple[list[Any], list[Problem]]:
    records: list[Any] = []
    problems: list[Problem] = []
    for tab in league.read.get(name, ()):
        grid = grids.get((tab.tab.spreadsheet, tab.tab.tab))
        if grid is not None:
            rows, found = read_tab(grid, KINDS[name], tab, _for_tab(league, tab, grid, context))
            records += rows
            problems += found
    return records, problems


def _for_tab(league: League, tab: TabRead, grid: Grid, context: ReadingContext) -> ReadingContext:
    zone = league.spreadsheets[tab.tab.spreadsheet].time_zone
    return replace(context, zone=ZoneInfo(zone) if zone else context.zone, epoch_1904=grid.epoch_1904)


def name_book(entries: Iterable[Entrant]) -> tuple[NameBook, list[Problem]]:
    """Who is meant by which spelling. Two entries that fold to one name are a problem on the second."""
    keys: dict[str, str] = {}
    names: dict[str, str] = {}
    first: dict[str, Entrant] = {}
    problems = []
    for entry in entries:
        if entry.key in names:
            message = (
                f"'{entry.driver}' is the same name as '{names[entry.key]}' in "
                f"{first[entry.key].row.cell('driver').a1}. The row is left out."
            )
            problems.append(Problem(message, entry.row.cell("driver"), "Make the two names differ."))
            continue
        first[entry.key] = entry
        keys[fold(entry.driver)] = entry.key
        names[entry.key] = entry.driver
    return NameBook(keys, names), problems
