"""Rows that don't say which session they are about: the round's only race, or nobody can tell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TypeVar

from sheets_sync.problems import Problem, TabRef
from sheets_sync.records.cases import CaseRow
from sheets_sync.records.facts import Facts
from sheets_sync.records.results import Result
from sheets_sync.ruleset.model import Ruleset
from sheets_sync.ruleset.round_words import at_first

Row = TypeVar("Row", Result, CaseRow)


def with_sessions(ruleset: Ruleset, facts: Facts) -> tuple[Facts, list[Problem]]:
    """The facts with every session named. Rows whose session can't be told are left out and reported."""
    results, unclear = _named(ruleset, facts.results)
    cases, more = _named(ruleset, facts.cases)
    problems = [*_reported(ruleset, unclear), *_reported(ruleset, more)]
    return replace(facts, results=results, cases=cases), problems


def _named(ruleset: Ruleset, rows: Iterable[Row]) -> tuple[tuple[Row, ...], list[Row]]:
    """The rows, each with its session, and those of which it can't be told."""
    named: list[Row] = []
    unclear: list[Row] = []
    for row in rows:
        races = [] if row.session else _races(ruleset, row.round)
        if row.session or len(races) == 1:
            named.append(row if row.session else _about(row, races[0]))
        else:
            unclear.append(row)
    return tuple(named), unclear


def _about(row: Row, race: str) -> Row:
    filled = replace(row, session=race)
    return replace(filled, any_session=True) if isinstance(filled, CaseRow) else filled


def _races(ruleset: Ruleset, number: int) -> list[str]:
    return [name for name in ruleset.programme(number) if ruleset.ends_round(number, name)]


def _reported(ruleset: Ruleset, rows: Iterable[Row]) -> Iterator[Problem]:
    """Each row; those of a tab that has no such column at all are said once."""
    without: dict[TabRef, list[Row]] = {}
    for row in rows:
        source = row.row.source
        if "session" in source.columns:
            yield _of_row(ruleset, row)
        else:
            without.setdefault(TabRef(source.spreadsheet, source.tab), []).append(row)
    for at, own in without.items():
        yield _of_tab(ruleset, at, own)


def _of_row(ruleset: Ruleset, row: Result | CaseRow) -> Problem:
    count = len(_races(ruleset, row.round))
    message = (
        f"{at_first(ruleset, row.round)} has {count} races, and the row doesn't say which. It is left out."
    )
    hint = f"Fill in the session: {', '.join(ruleset.programme(row.round))}."
    return Problem(message, row.row.cell("session"), hint, rule="season", refusal="incomplete")


def _of_tab(ruleset: Ruleset, at: TabRef, rows: Iterable[Result | CaseRow]) -> Problem:
    listed = list(rows)
    sessions = dict.fromkeys(name for row in listed for name in ruleset.programme(row.round))
    left = "1 row is" if len(listed) == 1 else f"{len(listed)} rows are"
    message = (
        f"The tab has no column 'session' to say which of a round's races a row is about; {left} left out."
    )
    hint = f"Add the column, and write one of: {', '.join(sessions)}."
    further = tuple(row.row.cell("round") for row in listed)
    return Problem(message, at, hint, rule="season", refusal="incomplete", further=further)
