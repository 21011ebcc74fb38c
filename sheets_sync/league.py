"""league.yaml: which spreadsheets a league keeps, what stands where in them, and what is ours to write.

The file is read into a frozen `League`. What it says of record kinds, tables and templates is
checked by the stages that know them; each asks `League.line` for the line to name.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from sheets_sync import marked_yaml
from sheets_sync.addresses import RangeAddress, TabAddress
from sheets_sync.google_id import address_of
from sheets_sync.league_file import (
    Announcement,
    LeagueFile,
    LeagueWords,
    RangeWrite,
    Safety,
    SpreadsheetEntry,
    TabRead,
    without_standard,
)
from sheets_sync.marked_yaml import Map, Positions
from sheets_sync.problems import FileLine, Problem
from sheets_sync.validation import nearest, validate_part

_NO_WORDS = LeagueWords()


@dataclass(frozen=True, slots=True)
class League:
    """A checked league.yaml. ``rules`` is the part laid over the ruleset, still with its lines. ``standard``:
    the spreadsheet that keeps the standard tabs; empty for the only private one; None without the short
    form."""

    path: Path
    name: str
    ruleset: str
    as_of: str | None
    spreadsheets: Mapping[str, SpreadsheetEntry]
    read: Mapping[str, tuple[TabRead, ...]]
    write: tuple[RangeWrite, ...]
    announcements: tuple[Announcement, ...]
    safety: Safety
    rules: Map | None
    lines: Positions
    standard: str | None = None
    words: LeagueWords = _NO_WORDS

    @property
    def folder(self) -> Path:
        return self.path.parent

    def file(self, spreadsheet: str) -> Path:
        """A workbook's file."""
        return self.folder / self.spreadsheets[spreadsheet].path

    def address(self, spreadsheet: str) -> str:
        """Where a person opens a spreadsheet: its file, or its address at Google."""
        google = self.spreadsheets[spreadsheet].google
        return address_of(google) if google else str(self.file(spreadsheet))

    def line(self, *path: str | int) -> FileLine:
        """The line of a setting, or of the nearest one above it."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, FileLine(self.path))


def load_league(path: Path) -> tuple[League | None, list[Problem]]:
    """Reads and checks a league.yaml (or the one in a folder).

    With problems, the league is what is right of it: good for finding more of them, and nothing else.
    """
    if not path.exists():
        hint = "Name a league.yaml, or the folder that it stands in."
        return None, [Problem("There is no such file or folder.", FileLine(path), hint)]
    path = path / "league.yaml" if path.is_dir() else path
    node, problems = marked_yaml.load(path)
    if node is None:
        return None, problems
    node, standard, unclear = without_standard(node)
    file, right, found = validate_part(LeagueFile, node, "the league file")
    problems += [*unclear, *found]
    if file is None:
        return None, problems
    rules = right.items.get("rules")
    league = League(
        path,
        file.league,
        file.ruleset,
        file.as_of,
        file.spreadsheets,
        {kind: tuple(file.read.get(kind, ())) for kind in _keys(node, "read")},
        tuple(file.write),
        tuple(file.announcements),
        file.safety,
        rules if isinstance(rules, Map) else None,
        _lines(right),
        standard,
        file.words,
    )
    problems += _unknown_spreadsheets(league, _keys(node, "spreadsheets"))
    return league, [*problems, *_overlaps(league), *_doubled_files(league)]


def _keys(node: Map, name: str) -> list[str]:
    """The names that a person wrote there, whether or not all is right below them."""
    found = node.items.get(name)
    return list(found.items) if isinstance(found, Map) else []


def _lines(node: Map) -> Positions:
    """As `positions`, with a record kind's single tab counted as item 0 of a list."""
    lines = dict(marked_yaml.positions(node))
    for key, at in list(lines.items()):
        if len(key) >= 2 and key[0] == "read" and not (len(key) > 2 and isinstance(key[2], int)):
            lines.setdefault((*key[:2], 0, *key[2:]), at)
    return lines


def _addresses(league: League) -> Iterator[tuple[TabAddress, FileLine]]:
    for kind, tabs in league.read.items():
        for index, tab in enumerate(tabs):
            yield tab.tab, league.line("read", kind, index, "tab")
    for index, write in enumerate(league.write):
        yield write.to.tab, league.line("write", index, "to")


def _unknown_spreadsheets(league: League, known: Collection[str]) -> Iterator[Problem]:
    for address, at in _addresses(league):
        if address.spreadsheet not in known:
            message = f"'{address}' names a spreadsheet that isn't listed under 'spreadsheets'."
            yield Problem(message, at, nearest(address.spreadsheet, known))


def _overlaps(league: League) -> Iterator[Problem]:
    for index, write in enumerate(league.write):
        for other in league.write[:index]:
            if _same_tab(write.to.tab, other.to.tab) and _meet(write.to, other.to):
                message = f"The ranges of '{other.table}' and '{write.table}' overlap on {write.to.tab}."
                yield Problem(message, league.line("write", index, "to"), "Move one of them.")


def _meet(one: RangeAddress, other: RangeAddress) -> bool:
    """Whether two ranges overlap, or a table begins inside of one. How far it reaches then shows in a run."""
    return one.cells is not None and other.cells is not None and one.cells.overlaps(other.cells)


def _doubled_files(league: League) -> Iterator[Problem]:
    seen: dict[str, str] = {}
    for name, entry in league.spreadsheets.items():
        home = entry.google or str(league.file(name).resolve())
        if home in seen:
            what = "spreadsheet" if entry.google else "file"
            message = f"'{name}' and '{seen[home]}' are the same {what}."
            yield Problem(message, league.line("spreadsheets", name), f"List each {what} once.")
        seen.setdefault(home, name)


def _same_tab(one: TabAddress, other: TabAddress) -> bool:
    """Tabs are found whatever the case and the spaces of their names."""
    words = ["".join(tab.tab.casefold().split()) for tab in (one, other)]
    return one.spreadsheet == other.spreadsheet and words[0] == words[1]
