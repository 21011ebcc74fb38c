"""Tabs that don't hold a record in each row: a layout is tried, and the reader says whether it fits."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from sheets_sync.addresses import TabAddress
from sheets_sync.cells import Grid
from sheets_sync.jobs.first_look.beginning import beginning
from sheets_sync.jobs.first_look.candidates import Candidate
from sheets_sync.jobs.first_look.known import Known, names_round
from sheets_sync.jobs.first_look.matching import Laid, Match
from sheets_sync.jobs.first_look.own_tables import OwnTable
from sheets_sync.jobs.first_look.tab_words import says
from sheets_sync.jobs.first_look.tops import Top, texts_of
from sheets_sync.league_file import TabRead
from sheets_sync.problems import Problem, Severity
from sheets_sync.records.context import ReadingContext
from sheets_sync.records.facts import KINDS
from sheets_sync.records.names import clean, fold
from sheets_sync.records.reading import read_tab

_TRIED: tuple[tuple[str, Mapping[str, Any]], ...] = (
    ("results", {"layout": "matrix"}),
    ("results", {"layout": "matrix", "across": ["round", "session"]}),
    ("results", {"layout": "matrix", "above": ["pool"]}),
    ("results", {"layout": "blocks", "above": ["round"]}),
    ("results", {"layout": "blocks", "above": ["pool"]}),
    ("results", {"layout": "blocks", "above": ["round", "pool"]}),
    ("choices", {"layout": "matrix", "cells": "pool"}),
    ("choices", {"layout": "lists", "above": ["round"]}),
    ("choices", {"layout": "lists"}),
)
"""From the plainest to the one with most headings; a later one has to give more records."""
_LISTS_OF_ENTRIES = ("entries", {"layout": "lists", "across": ["pool"]})
_ROWS = 100
_FEWEST, _MOST_ERRORS, _LIKELY = 4, 0.15, 0.7
_SCORE, _NAME = 5.0, 0.8
_ROUND = re.compile(r"\b(?:r|rd|rnd|round) ?0*(\d{1,2})\b")
_ANY_ROUNDS = {word: n for n in range(1, 41) for word in (str(n), f"r{n}", f"rd {n}", f"round {n}")}


def other_layout(grid: Grid, known: Known, own: OwnTable | None) -> Candidate | None:
    """The layout under which a tab gives most records without trouble; None where none fits, or hardly
    anybody of the entry list stands in the tab."""
    if not _names_people(grid, known):
        return None
    found = [
        laid for kind, settings in _TRIED if (laid := _tried(grid, known, kind, settings, own)) is not None
    ]
    return max(found, key=lambda each: _records(each), default=None)


def _names_people(grid: Grid, known: Known) -> bool:
    """Whether several cells of its beginning are names of the entry list."""
    texts = (value for column in grid.values for value in column[:_ROWS] if isinstance(value, str))
    return sum(fold(text) in known.people for text in texts) >= _FEWEST


def lists_of_people(grid: Grid, known: Known) -> Candidate | None:
    """An entry list as columns of names under headings, such as pools."""
    return _tried(grid, known, *_LISTS_OF_ENTRIES, None)


def _records(each: Candidate) -> int:
    return each.match.laid.records if each.match.laid else 0


def _tried(
    grid: Grid, known: Known, kind: str, settings: Mapping[str, Any], own: OwnTable | None
) -> Candidate | None:
    start = beginning(grid, _ROWS)
    tab = TabRead(
        tab=TabAddress(grid.spreadsheet, grid.tab), set=_constants(grid, kind, settings, known), **settings
    )
    records, problems = read_tab(start, KINDS[kind], tab, _context(grid, known))
    if not records or not _is_likely(kind, tab, records, problems) or _are_points(grid, records, own):
        return None
    laid = Laid(tab, len(records), _texts(grid, records, "round"), _texts(grid, records, "pool"))
    top = Top(grid.tab, min(each.row.row for each in records), (), grid.rows)
    match = Match(KINDS[kind], top, (), (), (), laid)
    return Candidate(match, _SCORE + _NAME * says(grid.tab, kind))


def _constants(grid: Grid, kind: str, settings: Mapping[str, Any], known: Known) -> dict[str, str]:
    """The round of the tab's name, where the layout finds none."""
    has_round = settings["layout"] == "matrix" or "round" in settings.get("above", ())
    told = "" if has_round or kind == "entries" else names_round(grid.tab, known)
    return {"round": told} if told else {}


def _context(grid: Grid, known: Known) -> ReadingContext:
    """What a run knows; where rounds have no names, also those that are still to come."""
    context = replace(known.context, epoch_1904=grid.epoch_1904)
    if set(context.rounds) <= set(_ANY_ROUNDS):
        return replace(context, rounds=_ANY_ROUNDS)
    return context


def _is_likely(kind: str, tab: TabRead, records: Sequence[Any], problems: Sequence[Problem]) -> bool:
    errors = sum(each.severity is Severity.ERROR for each in problems)
    if len(records) < _FEWEST or errors > _MOST_ERRORS * len(records):
        return False
    parts = {(getattr(each, "round", None), getattr(each, "pool", None)) for each in records}
    if len(parts) < 2:
        return False
    if kind == "choices" and not _are_pools(records):
        return False
    return kind != "results" or tab.layout != "matrix" or _are_places(records)


def _are_pools(records: Sequence[Any]) -> bool:
    """A few words that come again; numbers are points or places."""
    pools = {each.pool for each in records}
    return 2 * len(pools) <= len(records) and not any(pool.isdecimal() for pool in pools)


def _are_places(records: Sequence[Any]) -> bool:
    """Whether most numbers of each part count from 1 on, each once; points have gaps and come again."""
    parts: dict[object, list[int]] = {}
    for each in records:
        if each.place is not None:
            parts.setdefault((each.round, each.session, each.pool), []).append(each.place)
    if not parts:
        return False
    good = [
        len(set(places)) >= _LIKELY * len(places) and len(set(places)) >= _LIKELY * max(places)
        for places in parts.values()
    ]
    return sum(good) >= _LIKELY * len(good)


def _are_points(grid: Grid, records: Sequence[Any], own: OwnTable | None) -> bool:
    """Whether the cells of most drivers sum up to what stands under Points."""
    if own is None or own.points is None or not hasattr(records[0], "place"):
        return False
    sums: dict[int, int] = {}
    for each in records:
        row = each.row.cell("driver").row
        sums[row] = sums.get(row, 0) + (each.place or 0)
    same = sum(grid.value(row, own.points) == total for row, total in sums.items())
    return same >= len(sums) / 2


def _texts(grid: Grid, records: Sequence[Any], field: str) -> tuple[str, ...]:
    """What the headings say of that field, each once, rounds without a record yet among them; a round as R3
    where it is told by its number."""
    cells = dict.fromkeys(each.row.cell(field) for each in records if field in each.row.source.columns)
    values = [grid.value(cell.row, cell.column) for cell in cells]
    if field == "round":
        rows = dict.fromkeys(cell.row for cell in cells)
        values += [
            text for row in rows for text in texts_of(grid, row).values() if _ROUND.fullmatch(fold(text))
        ]
    return tuple(dict.fromkeys(_said(str(value), field) for value in values if value is not None))


def _said(text: str, field: str) -> str:
    number = _ROUND.search(fold(text)) if field == "round" else None
    return f"R{int(number[1])}" if number else clean(text)
