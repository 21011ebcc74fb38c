"""Opens what a person names: workbooks, and spreadsheets on Google, only to be read."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path

from sheets_sync.cells import Grid
from sheets_sync.google_id import is_spreadsheet_id, spreadsheet_id
from sheets_sync.jobs.first_look.tops import ROWS_LOOKED_AT
from sheets_sync.problems import Problem
from sheets_sync.records.names import fold
from sheets_sync.sources.spreadsheets import Library

_NOT_NAME = re.compile(r"[\W_]+")
_LONGEST = 30


@dataclass(frozen=True, slots=True)
class Book:
    """One spreadsheet with its tabs. ``name``: what league.yaml will call it; ``path``, or its id on
    ``google``; ``title``: what people call it."""

    name: str
    title: str
    grids: tuple[Grid, ...]
    path: Path | None = None
    google: str = ""


def open_books(texts: Sequence[str], folder: Path) -> tuple[list[Book], list[Problem]]:
    """Every spreadsheet that can be opened. ``folder``: where league.yaml will stand, and a key to Google
    may."""
    library = Library(folder)
    books: list[Book] = []
    problems: list[Problem] = []
    for text in dict.fromkeys(texts):
        try:
            home = _home(text)
        except ValueError as error:
            problems.append(Problem(f"{error}."[:1].upper() + f"{error}."[1:]))
            continue
        book, found = _opened(library, home, {each.name for each in books})
        books += [book] if book else []
        problems += found
    return books, problems


def _home(text: str) -> Path | str:
    """A file, or the id of a spreadsheet on Google. Raises ValueError for another address."""
    path = Path(text)
    if "://" in text:
        return spreadsheet_id(text)
    return text if is_spreadsheet_id(text) and not path.exists() else path


def _opened(library: Library, home: Path | str, taken: Collection[str]) -> tuple[Book | None, list[Problem]]:
    called = home.stem if isinstance(home, Path) else home
    snapshot, problems = library.look(called, home, ROWS_LOOKED_AT)
    if snapshot is None:
        return None, problems
    title = home.stem if isinstance(home, Path) else snapshot.on_google.title
    name = _name(title, taken)
    grids = tuple(
        replace(snapshot.grids[tab], spreadsheet=name) for tab in snapshot.tabs if tab in snapshot.grids
    )
    path, google = (home, "") if isinstance(home, Path) else (None, home)
    return Book(name, title, grids, path, google), problems


def _name(title: str, taken: Collection[str]) -> str:
    """``Race office 2022.xlsx`` -> race_office_2022; with a number where another one is called so."""
    bare = _NOT_NAME.sub("_", fold(title)).strip("_")[:_LONGEST].strip("_") or "league"
    names = (bare if number == 1 else f"{bare}_{number}" for number in count(1))
    return next(name for name in names if name not in taken)
