"""Looks at each spreadsheet of a league without writing: what is well, and what to do about the rest."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sheets_sync.league import League
from sheets_sync.problems import Problem
from sheets_sync.reading import asked_for
from sheets_sync.sources.file_state import unwritable
from sheets_sync.sources.finding import Finding
from sheets_sync.sources.spreadsheets import Asked, Library


@dataclass(frozen=True, slots=True)
class Examined:
    """One spreadsheet and what was found."""

    name: str
    address: str
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """``account``: who we are at Google, empty where nothing is kept there; ``general``: what concerns no
    single spreadsheet."""

    account: str
    general: tuple[Problem, ...]
    spreadsheets: tuple[Examined, ...]
    spent: str

    @property
    def problems(self) -> list[Problem]:
        found = (each.problem for one in self.spreadsheets for each in one.findings)
        return [*self.general, *(each for each in found if each is not None)]


def look_at(league: League) -> Report:
    """Signs in where something is on Google, and looks at every spreadsheet."""
    asked = [asked_for(league, name) for name in league.spreadsheets]
    if any(each.google for each in asked):
        return _with_google(league, asked)
    return Report("", (), tuple(_examined(league, each, _workbook(league, each)) for each in asked), "")


def _with_google(league: League, asked: Sequence[Asked]) -> Report:
    """Google's packages are loaded only here, where a league has something there."""
    from sheets_sync.sources.google.examination import examine, spent
    from sheets_sync.sources.google.opening import GoogleClient

    client, general = GoogleClient.opened(league.folder, writes=False)
    examined = []
    for each in asked:
        if not each.google:
            examined.append(_examined(league, each, _workbook(league, each)))
        elif client is not None:
            found = examine(client, each.name, each.google, each.tabs, each.is_ours)
            examined.append(_examined(league, each, found))
    account = (client.account.email or "you") if client else ""
    return Report(account, tuple(general), tuple(examined), spent(client) if client else "")


def _examined(league: League, asked: Asked, found: Iterable[Finding]) -> Examined:
    return Examined(asked.name, league.address(asked.name), tuple(found))


def _workbook(league: League, asked: Asked) -> list[Finding]:
    snapshot, problems = Library(league.folder).read(asked)
    found = [Finding("It can be opened and read", problem) for problem in problems]
    if snapshot is None:
        return found
    tabs = [Finding(f"The tab '{tab}' is there") for tab in snapshot.grids]
    problems = unwritable(asked.path, snapshot.digest) if asked.is_ours else []
    write = [Finding("It can be written to", problem) for problem in problems]
    if asked.is_ours and not write:
        write = [Finding("It can be written to")]
    return [Finding("It can be opened and read"), *tabs, *found, *write]
