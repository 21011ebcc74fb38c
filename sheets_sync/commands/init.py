"""`init`: a league.yaml for spreadsheets that are there."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import click
from rich.text import Text

from sheets_sync import pipeline
from sheets_sync.commands.exit_codes import FAILED, REFUSED, UNUSABLE
from sheets_sync.commands.naming import Named, named
from sheets_sync.commands.opening import code_of, count_words, problem_json, stopped
from sheets_sync.commands.terminal import console, indented, print_json, print_problems, progress, say
from sheets_sync.jobs.first_look.books import Book, open_books
from sheets_sync.jobs.first_look.choosing import Guess, as_chosen
from sheets_sync.jobs.first_look.league_text import league_text
from sheets_sync.jobs.first_look.look import Ask, Look, look
from sheets_sync.jobs.first_look.preview import Preview, in_words, preview
from sheets_sync.jobs.first_look.writing import NAME, is_free, write_league
from sheets_sync.problems import Severity, has_errors, number_of

_SHOWN, _PROBLEMS_SHOWN = 2, 10


def run(
    texts: Sequence[str], folder: Path, ruleset: str, name: str | None, settled: bool, as_json: bool
) -> int:
    """``settled``: nobody is asked; where something is unsure the best guess is taken."""
    if problems := is_free(folder):
        return stopped(problems, as_json, REFUSED)
    wanted, problems = named(ruleset)
    if wanted is None:
        return stopped(problems, as_json, UNUSABLE)
    with progress(quiet=as_json) as report:
        report("Reading the spreadsheets")
        books, problems = open_books(texts, folder)
    if len(books) < len(set(texts)) or has_errors(problems):
        return stopped(problems, as_json, FAILED)
    found, unusable = look(books, wanted.name, _folders(wanted, folder), _asking(settled or as_json))
    if found is None:
        return stopped(unusable, as_json, UNUSABLE)
    previews = [preview(each, found.known) for each in found.entries]
    text = league_text(found, previews, name or _called(books, folder), folder)
    if problems := write_league(folder, text):
        return stopped(problems, as_json, FAILED)
    if not as_json:
        _show(found, previews)
        say(f"\nWrote {folder / NAME}. What check says of it:")
    return _checked(found, previews, folder / NAME, as_json)


def _checked(found: Look, previews: Sequence[Preview], path: Path, as_json: bool) -> int:
    """What a check of the new file finds; a file that lacks something says what."""
    setup, problems = pipeline.set_up(path)
    run = pipeline.compute(setup, datetime.now(UTC)) if setup else None
    problems = list(run.problems) if run else problems
    if as_json:
        print_json(_json(found, previews, path) | {"problems": [problem_json(each) for each in problems]})
    else:
        ordered = sorted(problems, key=lambda each: list(Severity).index(each.severity))
        print_problems(ordered, limit=_PROBLEMS_SHOWN)
        rows = f"{number_of(sum(run.gathered.rows.values()), 'row')} read, " if run else ""
        say(f"{rows}{count_words(problems)}.")
    return code_of(run) if run else UNUSABLE


def _folders(wanted: Named, folder: Path) -> tuple[Path, ...]:
    """Where a run of the league looks for its ruleset."""
    return (folder / "rulesets", folder, *wanted.folders)


def _called(books: Sequence[Book], folder: Path) -> str:
    """As its only spreadsheet, else as its folder."""
    return books[0].title if len(books) == 1 else folder.resolve().name or "My league"


def _asking(settled: bool) -> Ask:
    return (lambda guess: guess) if settled or not sys.stdin.isatty() or not sys.stdout.isatty() else _ask


def _ask(guess: Guess) -> Guess:
    """What a tab is, with the best guess as the answer where a person only presses Enter."""
    every = [*([guess.chosen] if guess.chosen else []), *guess.others][:4]
    say(f"\nWhat is the tab {'!'.join(guess.key)}?")
    for number, each in enumerate(every, 1):
        placed = ", ".join(f"{one.field} ({one.column.header})" for one in each.match.placed)
        indented(f"{number}  {each.kind}: {placed}", 2)
    indented("0  it isn't to be read", 2)
    answer = click.prompt("Number", default=1 if guess.chosen else 0, type=click.IntRange(0, len(every)))
    return as_chosen(guess, every[answer - 1].kind if answer else "")


def _show(found: Look, previews: Sequence[Preview]) -> None:
    for each in previews:
        columns = each.entry.match.count
        unsure = "" if each.entry.guess.sure else ", unsure"
        console.print(
            Text.assemble((str(each.entry.tab.tab), "bold"), f"  {each.entry.kind}, {columns}{unsure}")
        )
        for row in each.rows[:_SHOWN]:
            indented(in_words(row), 4)
        if each.entry.unplaced:
            left = ", ".join(column.header for column in each.entry.unplaced)
            indented(Text(f"not placed: {left}", style="yellow"), 4)
    ignored = ["!".join(guess.key) for guess in found.guesses if not guess.kind]
    if ignored:
        indented(Text(f"Not read: {', '.join(ignored)}", style="yellow"), 0)


def _json(found: Look, previews: Sequence[Preview], path: Path) -> dict[str, object]:
    return {
        "file": str(path),
        "read": [_tab_json(each) for each in previews],
        "not_read": [
            {"tab": "!".join(guess.key), "standings": guess.own is not None}
            for guess in found.guesses
            if not guess.kind
        ],
    }


def _tab_json(each: Preview) -> dict[str, object]:
    entry = each.entry
    return {
        "tab": str(entry.tab.tab),
        "kind": entry.kind,
        "sure": entry.guess.sure,
        "header_row": entry.match.top.row,
        "columns": {one.field: one.column.header for one in entry.match.placed},
        "set": entry.tab.set,
        "missing": list(entry.missing),
        "not_placed": [column.header for column in entry.unplaced],
        "preview": [dict(row) for row in each.rows],
    }
