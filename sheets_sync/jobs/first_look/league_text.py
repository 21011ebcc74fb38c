"""The text of the league.yaml that a first look writes: what was found, and why, in remarks beside it."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from sheets_sync.jobs.first_look.books import Book
from sheets_sync.jobs.first_look.choosing import Guess
from sheets_sync.jobs.first_look.look import Look
from sheets_sync.jobs.first_look.patterns import Told, told
from sheets_sync.jobs.first_look.preview import Preview, in_words
from sheets_sync.jobs.first_look.tops import ROWS_LOOKED_AT
from sheets_sync.jobs.yaml_text import on_a_line, quoted
from sheets_sync.league_file import TabRead
from sheets_sync.problems import number_of
from sheets_sync.records.facts import KINDS

_WIDE, _MOST, _LIKE = 108, ROWS_LOOKED_AT, 0.5
_HEAD = """\
# Written by sheets-sync init from what stands in the spreadsheets. Look it through: a column that is wrong
# here is read wrongly. docs/league-file.md explains each setting; `sheets-sync check` says what doesn't fit.
"""
_NO_PEOPLE = """\
  # entries is missing: no tab looks like the list of everybody who races. Name it here:
  # entries: {tab: spreadsheet!Tab}
"""


def league_text(look: Look, previews: Sequence[Preview], name: str, folder: Path) -> str:
    """The whole file. ``folder``: where it will stand; paths are relative to it where they can be."""
    parts = [
        f"{_HEAD}league: {_word(name)}\nruleset: {_word(look.ruleset)}\n",
        "".join(_spreadsheets(look.books, folder)),
        "".join(_read(look, previews)),
        "".join(_left(look.guesses)),
        "".join(_write(look.guesses)),
        look.rules.whole,
    ]
    return "\n".join(part for part in parts if part)


def _spreadsheets(books: Sequence[Book], folder: Path) -> Iterator[str]:
    yield "# access: public where everybody may see it; nothing private is ever written there.\n"
    yield "spreadsheets:\n"
    for book in books:
        home = (
            f"path: {quoted(_relative(book.path, folder))}" if book.path else f"google: {quoted(book.google)}"
        )
        says = f"    # {on_a_line(book.title)}" if book.google else ""
        yield f"  {book.name}: {{{home}, access: private}}{says}\n"


def _relative(path: Path, folder: Path) -> str:
    """With forward slashes, which every system takes; on another drive there is no relative path."""
    try:
        return Path(os.path.relpath(path.resolve(), folder.resolve())).as_posix()
    except ValueError:
        return path.resolve().as_posix()


def _read(look: Look, previews: Sequence[Preview]) -> Iterator[str]:
    yield "read:\n" if previews else "read: {}\n"
    if not look.has_people:
        yield _NO_PEOPLE
    by_tab = {(each.entry.kind, str(each.entry.tab.tab)): each for each in previews}
    there = ["!".join(guess.key) for guess in look.guesses]
    for kind in KINDS:
        of_kind = told([each.entry for each in previews if each.entry.kind == kind], look.known, there)
        if of_kind:
            yield f"  {kind}:\n"
        for each in of_kind:
            lines = [*_about(each, by_tab[kind, str(each.entries[0].tab.tab)]), *_tab(each.tab)]
            yield from (f"    {line}\n" for line in lines) if len(of_kind) == 1 else _item(lines)


def _item(lines: Sequence[str]) -> Iterator[str]:
    """The lines of one tab as an item of a list: remarks first, then the dash."""
    dashed = False
    for line in lines:
        mark = "  " if line.startswith("#") or dashed else "- "
        dashed = dashed or mark == "- "
        yield f"    {mark}{line}\n"


def _tab(tab: TabRead) -> Iterator[str]:
    yield f"tab: {_word(str(tab.tab))}"
    if tab.layout != "rows":
        yield f"layout: {tab.layout}"
    for setting, fields in (("across", tab.across), ("above", tab.above)):
        if fields:
            yield f"{setting}: {fields[0] if len(fields) == 1 else '[' + ', '.join(fields) + ']'}"
    if tab.cells:
        yield f"cells: {tab.cells}"
    if tab.set:
        yield f"set: {_map(tab.set)}"
    if tab.columns:
        yield from _columns(tab.columns)


def _map(items: dict[str, str]) -> str:
    return "{" + ", ".join(f"{key}: {_word(value)}" for key, value in items.items()) + "}"


def _columns(columns: dict[str, str]) -> Iterator[str]:
    """On one line, or where that gets too long on several."""
    line, lead = "columns: {", " " * len("columns: {")
    pieces = [f"{key}: {_word(value)}" for key, value in columns.items()]
    for index, piece in enumerate(pieces):
        end = "}" if index == len(pieces) - 1 else ","
        if len(line) + len(piece) > _WIDE - 8 and line.strip() not in ("", "columns: {"):
            yield line.rstrip()
            line = lead
        line += f"{piece}{end} "
    yield line.rstrip()


def _about(told_once: Told, each: Preview) -> Iterator[str]:
    """Why, as remarks: what was found, what it reads as, what is unsure and what is left over."""
    entry, top = each.entry, each.entry.match.top
    if len(told_once.entries) > 1:
        names = ", ".join(on_a_line(other.tab.tab.tab) for other in told_once.entries)
        yield _short(f"# {len(told_once.entries)} tabs: {names}; of the first:")
    columns = entry.match.count
    rows = number_of(top.rows, "row") if top.rows < _MOST else f"more than {_MOST} rows"
    yield f"# header in row {top.row}; {rows} below; {columns}"
    if each.rows:
        yield _short(f"# reads as: {in_words(each.rows[0])}")
    if not entry.guess.sure:
        others = [other.kind for other in entry.guess.others if other.score > 0]
        yield (
            f"# unsure: it may also be {' or '.join(others[:2])}"
            if others
            else "# unsure: little speaks for it"
        )
    for field in entry.doubtful:
        yield f"# unsure: {field}, by its cells or a loose word: {_word(entry.tab.columns[field])}"
    if entry.missing:
        yield f"# missing: {', '.join(entry.missing)}; name the column under columns, or the value under set"
    if entry.unplaced:
        yield _short(f"# not placed: {', '.join(on_a_line(column.header) for column in entry.unplaced)}")


def _left(guesses: Sequence[Guess]) -> Iterator[str]:
    """Tabs that aren't read, and why."""
    left = [guess for guess in guesses if not guess.kind]
    if left:
        yield "# Tabs that aren't read:\n"
    for guess in left:
        yield _short(f"#   {on_a_line('!'.join(guess.key))}: {_why(guess)}") + "\n"


def _why(guess: Guess) -> str:
    if guess.own is not None:
        return f"its row {guess.own.row} looks like the header of standings, which are reckoned; see write"
    best = guess.others[0] if guess.others else None
    if best is None or best.score < _LIKE:
        return "nothing in it looks like records"
    lacks = f": it has no column for {', '.join(best.match.missing)}" if best.match.missing else ""
    return f"like {best.kind}, but not enough{lacks}"


def _write(guesses: Sequence[Guess]) -> Iterator[str]:
    """Proposals only: nothing is ever written before a person takes the # away."""
    own = [guess for guess in guesses if guess.own is not None]
    yield "# What sheets-sync may write, and where: nothing, before you take the # away.\n# write:\n"
    for guess in own:
        table = "teams" if guess.own is not None and guess.own.of_teams else "drivers"
        to = _word("!".join(guess.key))
        yield f"#   - {{table: {table}, to: {to}}}    # below the header that is there\n"
    if not own:
        book = guesses[0].grid.spreadsheet if guesses else "spreadsheet"
        yield f"#   - {{table: drivers, to: {book}!Standings!A3}}    # a tab, and the cell to begin at\n"


def _word(text: str) -> str:
    return quoted(on_a_line(text))


def _short(line: str) -> str:
    return line if len(line) <= _WIDE else f"{line[: _WIDE - 4]} ..."
