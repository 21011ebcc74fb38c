"""The first rows of a tab as a run would read them: typed values, not cells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from fractions import Fraction
from typing import Any

from sheets_sync.jobs.first_look.beginning import beginning
from sheets_sync.jobs.first_look.entries import Entry
from sheets_sync.jobs.first_look.known import Known
from sheets_sync.problems import Problem
from sheets_sync.records.reading import read_tab
from sheets_sync.records.times import duration

_ROWS, _SHOWN = 120, 3
_ROUNDS = ("round", "from_round")


@dataclass(frozen=True, slots=True)
class Preview:
    """``rows``: of each of the first records what its fields hold, as (field, value) pairs; ``problems``:
    of the rows that were looked at."""

    entry: Entry
    rows: tuple[tuple[tuple[str, str], ...], ...]
    problems: tuple[Problem, ...]


def preview(entry: Entry, known: Known) -> Preview:
    """Reads the beginning of a tab."""
    grid = beginning(entry.guess.grid, entry.match.top.row + _ROWS)
    context = replace(known.context, epoch_1904=grid.epoch_1904)
    records, problems = read_tab(grid, entry.match.kind, entry.tab, context)
    rows = tuple(_values(entry, record, known) for record in (records or [])[:_SHOWN])
    return Preview(entry, rows, tuple(problems))


def _values(entry: Entry, record: Any, known: Known) -> tuple[tuple[str, str], ...]:
    times = {field.name for field in entry.match.kind.fields if field.scalar is duration}
    there = {*record.row.source.columns, *entry.tab.set}
    told = [each.name for each in entry.match.kind.fields if each.name in there]
    pairs = [(name, getattr(record, name, None)) for name in told]
    return tuple(
        (name, _round(value, known) if name in _ROUNDS else _text(value, name in times, known))
        for name, value in pairs
        if value not in (None, "")
    )


def _round(value: Any, known: Known) -> str:
    return next((each.name for each in known.ruleset.rounds if each.number == value), str(value))


def _text(value: Any, is_time: bool, known: Known) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if is_time and isinstance(value, int):
        return time_text(value)
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d %H:%M}"
    if isinstance(value, (date, time)):
        return value.isoformat() if isinstance(value, date) else f"{value:%H:%M}"
    if isinstance(value, Fraction):
        return str(value.numerator if value.denominator == 1 else float(value))
    return known.context.names.names.get(value, str(value)) if isinstance(value, str) else str(value)


def time_text(ms: int) -> str:
    """A time in ms as people write it: 1:23.456."""
    minutes, rest = divmod(ms, 60_000)
    return f"{minutes}:{rest // 1000:02}.{rest % 1000:03}"


def in_words(row: Sequence[tuple[str, str]]) -> str:
    """``round 1, place 3, driver Ana Lucía``"""
    return ", ".join(f"{name} {value}" for name, value in row)
