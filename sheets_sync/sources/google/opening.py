"""Opens Google for a run: one account, one client, used for all of a league's spreadsheets."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from google.auth.exceptions import GoogleAuthError
from gspread.exceptions import APIError

from sheets_sync.problems import Problem, TabRef
from sheets_sync.sources.google.calls import Calls, Unanswered
from sheets_sync.sources.google.endpoint import BadEndpoint, Endpoint
from sheets_sync.sources.google.failures import problem_of
from sheets_sync.sources.google.looking import look_at
from sheets_sync.sources.google.reading import read_spreadsheet
from sheets_sync.sources.google.sign_in import Account, sign_in
from sheets_sync.sources.google.writing import Overtaken, write_spreadsheet
from sheets_sync.sources.snapshot import OVERTAKEN, CellWrite, Needed, OwnRange, Snapshot


class GoogleClient:
    """Reads and writes spreadsheets with one account. Everything that goes wrong comes back as a problem."""

    def __init__(self, account: Account, calls: Calls, writes: bool) -> None:
        self.account, self.calls, self.writes = account, calls, writes

    @classmethod
    def opened(cls, folder: Path, writes: bool) -> tuple[GoogleClient | None, list[Problem]]:
        """Signs in. ``folder``: the league's."""
        try:
            endpoint = Endpoint.from_environment()
        except BadEndpoint as error:
            return None, [Problem(str(error), blocks=True)]
        account, problems = sign_in(folder, writes)
        if account is None:
            return None, problems
        return cls(account, Calls(account.credentials, account.user, endpoint), writes), []

    def read(
        self, name: str, spreadsheet: str, identity: str, needed: Sequence[Needed], ours: bool
    ) -> tuple[Snapshot | None, list[Problem]]:
        """``ours``: whether a range of it is ours to write."""
        try:
            return read_spreadsheet(self, name, spreadsheet, identity, needed, self.writes and ours)
        except (APIError, Unanswered, GoogleAuthError) as failure:
            return None, [problem_of(name, failure, self.account.email)]

    def look(self, name: str, spreadsheet: str, rows: int) -> tuple[Snapshot | None, list[Problem]]:
        """All tabs, of each the first rows."""
        try:
            return look_at(self, name, spreadsheet, rows)
        except (APIError, Unanswered, GoogleAuthError) as failure:
            return None, [problem_of(name, failure, self.account.email)]

    def write(
        self, snapshot: Snapshot, writes: Sequence[CellWrite], memory: str, own: Sequence[OwnRange]
    ) -> list[Problem]:
        """All of it or nothing; why not, where not."""
        try:
            write_spreadsheet(self.calls, snapshot, writes, memory, own)
        except Overtaken as by:
            left = "Whether ours came before isn't known." if by.uncertain else "Nothing was written to it."
            message = f"Somebody changed this spreadsheet while we were computing. {left}"
            return [Problem(message, TabRef(snapshot.name), "Run again.", refusal=OVERTAKEN)]
        except (APIError, Unanswered, GoogleAuthError) as failure:
            return [problem_of(snapshot.name, failure, self.account.email, writing=True)]
        return []
