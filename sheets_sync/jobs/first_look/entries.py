"""What is to be written under `read` for each tab: no more columns than it takes to find them all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sheets_sync.addresses import TabAddress
from sheets_sync.jobs.first_look.choosing import Guess
from sheets_sync.jobs.first_look.constants import constants
from sheets_sync.jobs.first_look.known import Known
from sheets_sync.jobs.first_look.matching import Match
from sheets_sync.jobs.first_look.tops import Column
from sheets_sync.league_file import TabRead
from sheets_sync.records.layouts.rows import find_headers
from sheets_sync.records.wanted import wanted_headers

_SURE_COLUMN = 0.75


@dataclass(frozen=True, slots=True)
class Entry:
    """One tab as league.yaml will read it. ``tab``: what is read; ``match``: how it was understood;
    ``missing``: fields without a column and without a value; ``doubtful``: fields whose column is only
    likely."""

    kind: str
    tab: TabRead
    guess: Guess
    match: Match
    missing: tuple[str, ...]
    doubtful: tuple[str, ...]

    @property
    def unplaced(self) -> tuple[Column, ...]:
        return self.match.unplaced


def entries(guesses: Sequence[Guess], known: Known) -> list[Entry]:
    """One for each tab that is to be read, in the order of the tabs."""
    return [_entry(guess, each.match, known) for guess in guesses for each in guess.readings]


def _entry(guess: Guess, match: Match, known: Known) -> Entry:
    values = constants(guess, match, known)
    address = TabAddress(guess.grid.spreadsheet, guess.grid.tab)
    if match.laid is not None:
        tab = match.laid.tab.model_copy(update={"set": values})
        return Entry(match.kind.name, tab, guess, match, (), ())
    tab = _told(guess, match, TabRead(tab=address, set=values))
    missing = tuple(name for name in match.missing if name not in values)
    named = [each for each in match.placed if each.field in tab.columns]
    doubtful = tuple(each.field for each in named if each.score < _SURE_COLUMN)
    return Entry(match.kind.name, tab, guess, match, missing, doubtful)


def _told(guess: Guess, match: Match, tab: TabRead) -> TabRead:
    """With the columns that aren't found where they are without being told. Those that are found although
    they are another field's change their place once that one is named."""
    wanted = {each.field: each.column for each in match.placed}
    usual = wanted_headers(match.kind, tab)
    columns = {
        name: column.header
        for name, column in wanted.items()
        if name not in usual or not usual[name].columns({column.number: (column.header,)}, True)
    }
    for _ in range(len(wanted) + 1):
        read = tab.model_copy(update={"columns": columns})
        wrong = _wrong(guess, match, read, wanted)
        if not wrong:
            return read
        columns = {**columns, **wrong}
    return tab.model_copy(update={"columns": {name: column.header for name, column in wanted.items()}})


def _wrong(guess: Guess, match: Match, tab: TabRead, wanted: Mapping[str, Column]) -> dict[str, str]:
    """Field -> header, of the columns that a run would not find with what is told so far."""
    found, _ = find_headers(guess.grid, match.kind, tab)
    there = next((each.columns.columns for each in found if each.row == match.top.row), {})
    return {
        name: column.header
        for name, column in wanted.items()
        if name not in tab.columns and there.get(name) != column.number
    }
