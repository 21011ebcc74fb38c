"""Spreadsheets wherever they are kept: workbooks and Google spreadsheets are read and written alike."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from sheets_sync.problems import Problem
from sheets_sync.sources import workbook
from sheets_sync.sources.backups import Backups
from sheets_sync.sources.backups import restore as restore_file
from sheets_sync.sources.file_state import unwritable
from sheets_sync.sources.files import read_file
from sheets_sync.sources.snapshot import OVERTAKEN, CellWrite, Needed, OwnRange, Snapshot

if TYPE_CHECKING:
    from sheets_sync.sources.google.opening import GoogleClient

__all__ = ["OVERTAKEN", "Asked", "Library", "refusals", "restore", "restore_refusals", "write"]


@dataclass(frozen=True, slots=True)
class Asked:
    """One spreadsheet as league.yaml has it. ``google``: its id there, else ``path``; ``reach``: tab -> the
    last row and column of our ranges."""

    name: str
    identity: str
    tabs: tuple[Needed, ...]
    reach: Mapping[str, tuple[int, int]]
    path: Path = field(default_factory=Path)
    google: str = ""

    @property
    def is_ours(self) -> bool:
        return bool(self.reach)


class Library:
    """The spreadsheets of a league in one run. ``folder``: the league's; ``writes``: whether it may write."""

    def __init__(self, folder: Path, writes: bool = False) -> None:
        self.folder, self.writes = folder, writes
        self._google: tuple[GoogleClient | None, list[Problem]] | None = None

    def read(self, asked: Asked) -> tuple[Snapshot | None, list[Problem]]:
        """The tabs that are asked for; no snapshot where the spreadsheet itself can't be used."""
        if not asked.google:
            tabs = [each.tab for each in asked.tabs]
            return read_file(asked.name, asked.path, asked.identity, tabs, asked.reach)
        client, problems = self._client()
        if client is None:
            return None, problems
        return client.read(asked.name, asked.google, asked.identity, asked.tabs, asked.is_ours)

    def look(self, name: str, home: Path | str, rows: int) -> tuple[Snapshot | None, list[Problem]]:
        """Every tab of a spreadsheet that nothing is known of: a file, or by its id one on Google, of which
        only the first rows of each tab are asked for."""
        if isinstance(home, Path):
            return read_file(name, home, "")
        client, problems = self._client()
        return client.look(name, home, rows) if client is not None else (None, problems)

    def _client(self) -> tuple[GoogleClient | None, list[Problem]]:
        """Google, signed in to once; imported only where a league has something there."""
        if self._google is None:
            from sheets_sync.sources.google.opening import GoogleClient

            self._google = GoogleClient.opened(self.folder, self.writes)
        return self._google


def refusals(
    snapshot: Snapshot, writes: Sequence[CellWrite], memory: str, own: Sequence[OwnRange]
) -> list[Problem]:
    """What a write would be refused for; nothing is written."""
    if isinstance(snapshot.home, Path):
        return workbook.refusals(snapshot, writes, own)
    from sheets_sync.sources.google import writing

    return writing.refusals(snapshot, writes, memory)


def restore_refusals(snapshot: Snapshot) -> list[Problem]:
    """Why the file of a workbook must not be replaced now."""
    return unwritable(snapshot.path, snapshot.digest)


def write(
    snapshot: Snapshot,
    writes: Sequence[CellWrite],
    memory: str,
    own: Sequence[OwnRange],
    backups: Backups | None = None,
) -> list[Problem]:
    """Sets all cells and the memory, or none of them: then the problems say why. ``backups``: where
    a workbook is kept as it was; Google keeps versions itself."""
    if isinstance(snapshot.home, Path):
        return workbook.write_workbook(snapshot, writes, memory, own, backups)
    if not writes and memory == (snapshot.memory or ""):
        return []
    problems: list[Problem] = snapshot.home.client.write(snapshot, writes, memory, own)
    return problems


def restore(snapshot: Snapshot, file: Path, backups: Backups | None) -> list[Problem]:
    """Puts a file that was kept in place of a workbook, as a whole or not at all."""
    return restore_file(snapshot.path, snapshot.digest, file, backups)
