"""Every clause of the five rule documents, each proved under its ruleset as shipped.

The cases stand in tests/clauses, one file a document; `why` says the words and the arithmetic each rests on.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from clause_cases import ClauseCase, clause_ids, load_all, run
from clause_outcomes import found_in
from rule_cases import Outcome

from sheets_sync.cells import CellRef
from sheets_sync.problems import Problem, Severity

KNOWN = clause_ids()
_SAID = ("refusals", "checks", "said")


def _all() -> Iterator[object]:
    for document, case in load_all():
        marks = [pytest.mark.clause(clause) for clause in case.clauses]
        yield pytest.param(case, id=f"{document}: {case.name}", marks=marks)


@pytest.mark.parametrize("case", list(_all()))
def test_clause(case: ClauseCase) -> None:
    assert set(case.clauses) <= set(KNOWN), case.clauses
    outcome = run(case)
    assert outcome.season is not None, [str(problem) for problem in outcome.problems]
    for what, expected in case.expect.items():
        if what not in _SAID:
            assert found_in(outcome.season, what, expected) == expected, case.why
    _said_as_expected(case, outcome)


def _said_as_expected(case: ClauseCase, outcome: Outcome) -> None:
    """Refusals and failed checks row by row; every other error must be foreseen."""
    refusals = sorted(map(list, case.expect.get("refusals", [])))
    assert sorted(_refused(outcome)) == refusals, _shown(outcome)
    checks = sorted(map(list, case.expect.get("checks", [])))
    assert sorted(_checked(outcome)) == checks, _shown(outcome)
    said = case.expect.get("said", [])
    for part in said:
        assert any(part.casefold() in str(problem).casefold() for problem in outcome.problems), (
            part,
            _shown(outcome),
        )
    unforeseen = [
        str(problem)
        for problem in outcome.problems
        if problem.severity is Severity.ERROR
        and not problem.refusal
        and not problem.rule.startswith("checks.")
        and not any(part.casefold() in str(problem).casefold() for part in said)
    ]
    assert not unforeseen


def _refused(outcome: Outcome) -> list[list[str]]:
    rows = {(_tab(each), _row(each), each.refusal) for each in outcome.problems if each.refusal}
    return [list(row) for row in rows]


def _checked(outcome: Outcome) -> list[list[str]]:
    failed = [each for each in outcome.problems if each.rule.startswith("checks.") and not each.refusal]
    rows = {(_tab(each), _row(each), each.rule.removeprefix("checks.")) for each in failed}
    return [list(row) for row in rows]


def _tab(problem: Problem) -> str:
    return problem.at.tab if isinstance(problem.at, CellRef) else ""


def _row(problem: Problem) -> str:
    """The row below the header, as the case counts it."""
    return str(problem.at.row - 1) if isinstance(problem.at, CellRef) else ""


def _shown(outcome: Outcome) -> str:
    return "\n".join(str(problem) for problem in outcome.problems)
