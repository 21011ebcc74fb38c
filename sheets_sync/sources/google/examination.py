"""What is well and what isn't with one spreadsheet on Google."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from google.auth.exceptions import GoogleAuthError
from gspread.exceptions import APIError
from gspread.urls import DRIVE_FILES_API_V3_URL

from sheets_sync.problems import Problem, Severity, TabRef
from sheets_sync.sources.finding import Finding
from sheets_sync.sources.google.calls import Unanswered
from sheets_sync.sources.google.failures import may_only_look, problem_of
from sheets_sync.sources.google.opening import GoogleClient
from sheets_sync.sources.google.quota import OF_USER
from sheets_sync.sources.snapshot import Needed


def examine(
    client: GoogleClient, name: str, spreadsheet: str, needed: Sequence[Needed], ours: bool
) -> list[Finding]:
    """Can it be opened and read, are the tabs there, may we write to it. Writes nothing."""
    snapshot, problems = client.read(name, spreadsheet, "", needed, False)
    if snapshot is None:
        return [Finding("It can be opened", problem) for problem in problems]
    title = snapshot.on_google.title
    found = [Finding(f"It can be opened and read: '{title}'")]
    zones = dict.fromkeys(grid.time_zone for grid in snapshot.grids.values() if grid.time_zone)
    found += [Finding(f"Its time zone is {zone} (File > Settings)") for zone in zones]
    found += [Finding(f"The tab '{tab}' is there") for tab in snapshot.grids]
    found += [Finding("Its tabs", problem) for problem in problems]
    return [*found, *_may_write(client, name, spreadsheet)] if ours else found


def _may_write(client: GoogleClient, name: str, spreadsheet: str) -> list[Finding]:
    params: dict[str, Any] = {"fields": "capabilities(canEdit)", "supportsAllDrives": True}
    what = "It can be written to"
    try:
        answer = client.calls.request("get", f"{DRIVE_FILES_API_V3_URL}/{spreadsheet}", params=params).json()
    except APIError as failure:
        return [Finding(what, _no_drive(name, failure))]
    except (Unanswered, GoogleAuthError) as failure:
        return [Finding(what, problem_of(name, failure, client.account.email))]
    if answer.get("capabilities", {}).get("canEdit", True):
        return [Finding(what)]
    message, hint = may_only_look(client.account.email)
    return [Finding(what, Problem(message, TabRef(name), hint))]


def _no_drive(name: str, failure: APIError) -> Problem:
    """Without Drive all works but the hint that somebody types during a run."""
    message = (
        f"Drive doesn't tell who may write (status {failure.code}). A sync works all the same, but "
        "doesn't see whether somebody types meanwhile."
    )
    hint = "Switch on the Google Drive API in the Cloud project of the account (APIs & Services > Library)."
    return Problem(message, TabRef(name), hint, Severity.WARNING)


def spent(client: GoogleClient) -> str:
    """What this run has asked for in the last minute."""
    reads = client.calls.quota.spent(client.calls.user, "read")
    writes = client.calls.quota.spent(client.calls.user, "write")
    return f"In the last minute this run made {reads} of {OF_USER} reads and {writes} of {OF_USER} writes."
