"""What several tests share: a laid-out demo league, and a computed one."""

from __future__ import annotations

import os
from collections.abc import Generator
from pathlib import Path

import pytest
from clause_cases import clause_ids

from sheets_sync import pipeline
from sheets_sync.jobs.demo import lay_out
from sheets_sync.jobs.run import now_of
from sheets_sync.pipeline import Run


def computed(folder: Path, as_of: str | None = None) -> Run:
    """A league read and folded; fails the test where it can't be used."""
    setup, problems = pipeline.set_up(folder)
    assert setup is not None, [str(problem) for problem in problems]
    now, problems = now_of(setup, as_of)
    assert not problems
    return pipeline.compute(setup, now)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--clauses", action="store_true", help="print clause -> tests; fail on one without a test"
    )


def pytest_collection_finish(session: pytest.Session) -> None:
    """With --clauses: which tests prove which clause."""
    if session.config.getoption("--clauses"):
        proofs = _proofs(session.items)
        for clause in clause_ids():
            print(f"{clause}: {', '.join(proofs.get(clause, [])) or 'NO TEST'}")
        missing = [clause for clause in clause_ids() if clause not in proofs]
        unknown = sorted(set(proofs) - set(clause_ids()))
        if missing or unknown:
            pytest.exit(f"without a test: {missing}; unknown: {unknown}", returncode=1)


def _proofs(items: list[pytest.Item]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for item in items:
        for mark in item.iter_markers("clause"):
            for clause in mark.args:
                found.setdefault(clause, []).append(item.name)
    return found


@pytest.fixture
def demo_folder(tmp_path: Path) -> Path:
    fresh, problems = lay_out(tmp_path / "rover")
    assert fresh and not problems
    return tmp_path / "rover"


@pytest.fixture(scope="session")
def demo_run(tmp_path_factory: pytest.TempPathFactory) -> Run:
    """The demo league, computed once; nobody may write to it."""
    folder = tmp_path_factory.mktemp("demo") / "rover"
    lay_out(folder)
    return computed(folder)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """On CI nothing may be skipped but what needs data from outside of the project."""
    report = yield
    if report.skipped and os.environ.get("CI") and item.get_closest_marker("outside_data") is None:
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else report.longrepr
        report.outcome = "failed"
        report.longrepr = f"{item.nodeid} was skipped on CI: {reason}"
    return report
