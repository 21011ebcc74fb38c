"""The demo league of every ruleset on Google as in workbooks: the same tables, the same cells, few
requests."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from conftest import computed
from google_leagues import on_google

from sheets_sync import pipeline
from sheets_sync.jobs.demo import lay_out
from sheets_sync.jobs.run import Outcome, now_of, sync
from sheets_sync.pipeline import Run
from sheets_sync.plan.safety import Consent
from sheets_sync.sources.google import quota
from sheets_sync.sources.google.opening import GoogleClient
from sheets_sync.sources.google.sign_in import SETTING as KEY
from sheets_sync.tables.export.make import document
from tests.google.local_sheets import LocalSheets

LEAGUES = ("rover", "jms", "msa", "aor", "atk")


@pytest.fixture(scope="module")
def server() -> Iterator[LocalSheets]:
    with LocalSheets() as running:
        yield running


@pytest.fixture
def signed_in(server: LocalSheets, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> GoogleClient:
    """A service account whose key is found, and Google on this machine."""
    server.reset()
    key = tmp_path / "key.json"
    key.write_text(json.dumps(server.info()), "utf-8")
    monkeypatch.setenv(KEY, str(key))
    monkeypatch.setattr(quota, "SHARED", quota.Quota())
    monkeypatch.setenv("SHEETS_SYNC_GOOGLE_URL", server.base_url)
    client, problems = GoogleClient.opened(tmp_path, writes=True)
    assert client is not None, problems
    return client


@pytest.mark.parametrize("league", LEAGUES)
def test_a_league_on_google_computes_what_it_computes_in_workbooks(
    league: str, tmp_path: Path, signed_in: GoogleClient, server: LocalSheets
) -> None:
    here, there = tmp_path / "here" / league, tmp_path / "there" / league
    lay_out(here, league)
    lay_out(there, league)
    on_google(there, signed_in.calls, _zone(here))
    assert _exported(_computed(there)) == _exported(_computed(here))
    ours, theirs = _synced(here), _synced(there)
    assert not theirs.problems and dict(theirs.applied.written) == dict(ours.applied.written)
    assert _cells(_computed(there)) == _cells(_computed(here))
    server.service.log.clear()
    again = _synced(there)
    assert not again.applied.written
    methods = [seen.method for seen in server.service.log if "/v4/" in seen.path]
    assert methods == ["GET"] * len(again.run.snapshots)


def _computed(folder: Path) -> Run:
    return computed(folder)


def _synced(folder: Path) -> Outcome:
    setup, problems = pipeline.set_up(folder)
    assert setup is not None, problems
    now, _ = now_of(setup, None)
    return sync(pipeline.compute(setup, now, writes=True), Consent())


def _zone(folder: Path) -> str:
    """The zone that the league's workbooks are typed in."""
    setup, problems = pipeline.set_up(folder)
    assert setup is not None, problems
    return setup.ruleset.season.usual.zone.key


def _exported(run: Run) -> dict[str, Any]:
    made = document(run.setup.league.name, run.season, run.tables, run.problems)
    return made.model_dump()


def _cells(run: Run) -> dict[tuple[str, str], list[Any]]:
    """What stands in our ranges, but for their number formats."""
    found = {}
    for write in run.setup.league.write:
        address = write.to
        grid = run.snapshots[address.tab.spreadsheet].grids[address.tab.tab]
        rows = range(address.cells.first_row, min(grid.rows, address.cells.last_row) + 1)
        columns = range(address.cells.first_column, address.cells.last_column + 1)
        held = [[grid.value(row, column) for column in columns] for row in rows]
        while held and not any(each is not None for each in held[-1]):
            held.pop()
        found[address.tab.spreadsheet, str(address)] = held
    return found
