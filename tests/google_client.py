"""What the tests of leagues on Google share: a server, an account that is signed in, and a small cup."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from sheets_sync import pipeline
from sheets_sync.jobs.run import Outcome, now_of, sync
from sheets_sync.plan.safety import Consent
from sheets_sync.sources.google import quota
from sheets_sync.sources.google.endpoint import SETTING as SERVER
from sheets_sync.sources.google.opening import GoogleClient
from sheets_sync.sources.google.patience import Patience
from sheets_sync.sources.google.sign_in import SETTING as KEY
from tests.google.local_sheets import LocalSheets

LEAGUE = """\
league: Tuesday Cup
ruleset: base
as_of: 2026-03-20 12:00
spreadsheets:
  cup: {{google: {id}, access: public}}
read:
  entries: {{tab: cup!Entries}}
  results: {{tab: cup!Results}}
  calendar: {{tab: cup!Calendar}}
write:
  - {{table: drivers, to: cup!Standings!A3:C30, columns: [rank, name, total]}}
rules:
  season: {{zone: Europe/Paris, start: "20:00"}}
  calendar: 3
  points: {{race: {{table: [25, 18, 15]}}}}
"""
TABS = {
    "Calendar": [["Round", "Date"], [1, "2026-03-03"], [2, "2026-03-10"], [3, "2026-03-17"]],
    "Entries": [["Driver", "Number"], ["=Ana", "007"], ["@Ben", "12"], ["-Cy", "3"]],
    "Results": [
        ["Round", "Driver", "Place"],
        [1, "=Ana", 1],
        [1, "@Ben", 2],
        [1, "-Cy", 3],
        [2, "@Ben", 1],
        [2, "=Ana", 2],
        [2, "-Cy", 3],
    ],
    "Standings": [["Standings of the Tuesday Cup"], [], []],
}


def sign_in(server: LocalSheets, folder: Path, monkeypatch: pytest.MonkeyPatch) -> GoogleClient:
    """A service account whose key is found, Google on this machine, and pauses that take no time."""
    server.reset()
    server.clear_faults()
    key = folder / "key.json"
    key.write_text(json.dumps(server.info()), "utf-8")
    monkeypatch.setenv(KEY, str(key))
    monkeypatch.setenv(SERVER, server.base_url)
    monkeypatch.setattr(quota, "SHARED", quota.Quota())
    monkeypatch.setattr(Patience, "wait", lambda *_: None)
    client, problems = GoogleClient.opened(folder, writes=True)
    assert client is not None, problems
    return client


def lay_out_cup(server: LocalSheets, folder: Path) -> str:
    """The cup's league.yaml in the folder, and its spreadsheet with the id that is given back."""
    spreadsheet = server.create("Tuesday Cup", TABS)
    (folder / "league.yaml").write_text(LEAGUE.format(id=spreadsheet), "utf-8")
    return spreadsheet


def run(folder: Path, consent: Consent | None = None, between: Callable[[], None] = lambda: None) -> Outcome:
    """A whole sync. ``between``: what happens after it has read and before it writes."""
    setup, problems = pipeline.set_up(folder)
    assert setup is not None, [str(problem) for problem in problems]
    now, _ = now_of(setup, None)
    made = pipeline.compute(setup, now, writes=True)
    between()
    return sync(made, consent or Consent())
