"""`read: standard` in a league file: every standard tab of its ruleset, under its standard name."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from sheets_sync.addresses import TabAddress
from sheets_sync.league import League
from sheets_sync.league_file import TabRead
from sheets_sync.problems import Problem
from sheets_sync.ruleset.model import Ruleset
from sheets_sync.standard.needs import NEEDS
from sheets_sync.standard.tabs import standard_tabs
from sheets_sync.validation import nearest

_HINT = "Name the one that keeps them: read: {standard: coordinators}"


def with_standard_tabs(league: League, ruleset: Ruleset | None) -> tuple[League, list[Problem]]:
    """The league with the tabs that the short form stands for; what is written out comes first.

    Without a ruleset, that can't be used either, only the entries are known to be among them.
    """
    if league.standard is None:
        return league, []
    spreadsheet, problems = _spreadsheet(league)
    if not spreadsheet:
        return replace(league, read={NEEDS[0].kind: (), **league.read}), problems
    tabs = {tab.kind: tab.tab for tab in standard_tabs(ruleset)} if ruleset else {NEEDS[0].kind: NEEDS[0].tab}
    meant = {kind: (_tab(spreadsheet, tab),) for kind, tab in tabs.items() if kind not in league.read}
    return replace(league, read={**league.read, **meant}), problems


def _tab(spreadsheet: str, tab: str) -> TabRead:
    return TabRead(tab=TabAddress(spreadsheet, tab))


def _spreadsheet(league: League) -> tuple[str, list[Problem]]:
    """The spreadsheet that is named, else the only private one."""
    at = league.line("read")
    if league.standard:
        if league.standard in league.spreadsheets:
            return league.standard, []
        message = f"'{league.standard}' isn't listed under 'spreadsheets'."
        return "", [Problem(message, at, nearest(league.standard, league.spreadsheets))]
    private = [name for name, each in league.spreadsheets.items() if each.access == "private"]
    if len(private) == 1:
        return private[0], []
    message = f"Which spreadsheet keeps the standard tabs? {_counted(private)}."
    return "", [Problem(message, at, _HINT)] if league.spreadsheets else []


def _counted(private: Iterable[str]) -> str:
    names = ", ".join(private)
    return f"Private are {names}" if names else "None of them is private"
