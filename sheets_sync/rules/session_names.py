"""Rows that don't say which session they are about: the round's only race, or nobody can tell."""

from __future__ import annotations

from dataclasses import replace

from sheets_sync.problems import Problem
from sheets_sync.records.cases import CaseRow
from sheets_sync.records.facts import Facts
from sheets_sync.records.results import Result
from sheets_sync.ruleset.model import Ruleset


def with_sessions(ruleset: Ruleset, facts: Facts) -> tuple[Facts, list[Problem]]:
    """The facts with every session named. Rows whose session can't be told are left out and reported."""
    problems: list[Problem] = []
    results = tuple(_named_result(ruleset, row, problems) for row in facts.results)
    cases = tuple(_named_case(ruleset, row, problems) for row in facts.cases)
    known_results = tuple(row for row in results if row is not None)
    known_cases = tuple(row for row in cases if row is not None)
    return replace(facts, results=known_results, cases=known_cases), problems


def _named_result(ruleset: Ruleset, row: Result, problems: list[Problem]) -> Result | None:
    if row.session:
        return row
    session = _only_race(ruleset, row, problems)
    return replace(row, session=session) if session else None


def _named_case(ruleset: Ruleset, row: CaseRow, problems: list[Problem]) -> CaseRow | None:
    if row.session:
        return row
    session = _only_race(ruleset, row, problems)
    return replace(row, session=session) if session else None


def _only_race(ruleset: Ruleset, row: Result | CaseRow, problems: list[Problem]) -> str:
    races = [name for name in ruleset.programme(row.round) if ruleset.ends_round(row.round, name)]
    if len(races) == 1:
        return races[0]
    message = f"Round {row.round} has {len(races)} races, and the row doesn't say which. It is left out."
    hint = f"Fill in the session: {', '.join(ruleset.programme(row.round))}."
    problems.append(Problem(message, row.row.cell("session"), hint, rule="season"))
    return ""
