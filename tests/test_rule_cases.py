"""Every case of tests/cases/rules. A case expects no problems but those that it names."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from clause_outcomes import found_in
from rule_cases import FOLDER, RuleCase, load_cases, run


def _all() -> Iterator[object]:
    for path in sorted(FOLDER.glob("*.yaml")):
        for case in load_cases(path):
            yield pytest.param(case, id=f"{path.stem}: {case.name}")


@pytest.mark.parametrize("case", list(_all()))
def test_case(case: RuleCase) -> None:
    outcome = run(case)
    messages = sorted(problem.message for problem in outcome.problems)
    assert messages == sorted(case.expect.get("problems", [])), case.why
    for what, expected in case.expect.items():
        if what != "problems":
            assert outcome.season is not None
            wanted = sorted(expected) if what in ("entries", "decisions") else expected
            assert found_in(outcome.season, what, expected) == wanted, case.why


@pytest.mark.parametrize("case", list(_all()))
def test_every_entry_says_where_it_comes_from(case: RuleCase) -> None:
    """No entry without its rule and its cells, whatever the case is about."""
    season = run(case).season
    assert all(entry.rule and entry.cells for entry in (season.entries if season else ()))
